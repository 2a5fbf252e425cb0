/** The sentences of the OpenAPI document, which is written in English. */

/** What a group of operations answers, by its anchor on the page. */
export const operations = {
  metrics: '全部指标和维度',
  query: '按维度汇总的指标',
  reports: '报告列表的一页',
  report: '一份报告的规范化记录',
  cells: '报告所印格子的一页',
  agencies: '机关列表的一页',
  query_files: '按维度汇总的指标，文件',
  reports_files: '一份报告一行：全部字段，或所选的列，文件',
  cells_files: '一格一行，文件',
  bundle: '数据包：CSV、datapackage.json、CSVW、数据字典和 README',
  chart: '页面上的一张图：图片（.svg）或表中各行（.csv）',
  health: '服务是否在运行，提供哪些数据',
  ready: '各个语料是否都能提供',
};

/** What a parameter that is no filter means, by its name; of filters `parameter.<name>` in `site.ts`. */
export const parameters = {
  page: '第几页，从 1 起',
  after: '上一页给出的游标，代替 page；末页与首页一样快',
  columns:
    '要哪些列，按此顺序，用逗号隔开：agency、year、province……，任一字段 id，任一指标 id（比率会带上分子分母）。不写则是列表常用的列，文件则是全部字段',
  page_size: '每页行数',
  sort: '排序依据，用逗号隔开，每项是列、字段或指标的 id，前加 - 为降序；没有值的行排在最后。region 指按地区、机关、年度的次序',
  order: '只按一项排序而不写 - 时的方向',
  lang: '表头和单位的语言',
  bom: '0 表示不写字节顺序标记',
  metrics: '指标 id 或字段 id，用逗号隔开',
  table: '数据包里的表：按维度汇总的指标、一份报告一行，或一格一行',
  by: '汇总的维度，用逗号隔开，有哪些由 /api/v1/metrics 列出',
  id: '报告 id，各列表都会给出',
  file: '图的 id，后加 .svg 或 .csv',
};
