/** Messages of the page about the API and of the words that lead there. */
export const api = {
  'api.title': '接口',
  'api.lead':
    '不要密钥，只用 GET，任何网站都可读取。本页由 <document>OpenAPI 文档</document>生成；指标和字段的含义见<methods>方法</methods>。',
  'api.all': '接口说明全文：每个地址、参数、条件写法和示例',
  'api.query': '按维度汇总的指标，CSV。',
  'api.query_json': '同上，JSON，附筛选条件、语料版本和缺数份数。',
  'api.reports': '一份报告一行，全部字段。',
  'api.cells': '一格一行：原文、状态、位置。',
  'api.metrics': '全部指标的定义。',
  'api.example': '示例',
  'api.filter_names': '筛选参数：',

  'api.answers': 'JSON 查询',
  'api.answers_lead': '列表分页给出；汇总一次给全。',
  'api.files': '文件下载',
  'api.files_lead': '整个切片，一次给全，不设行数上限（工作表装不下时明说，不截断）。',
  'api.probes': '运行状态',
  'api.probes_lead': '供监控使用。',
  'api.parameter': '参数',
  'api.meaning': '含义',
  'api.values': '可取值',
  'api.default': '默认',
  'api.default_is': '默认',
  'api.no_default': '无',
  'api.required': '必填',
  'api.only': '（仅 {formats}）',
  'api.list': '可多个，用逗号隔开：',
  'api.integer': '{from}–{to} 的整数',
  'api.text': '文字',
  'api.parameters_of': '{name}：参数',
  'api.no_parameters': '没有参数。',
  'api.and_filters': '另可用全部筛选条件',
  'api.open': '打开示例：{name}',
  'api.open_format': '打开示例：{format}',

  'api.filters': '筛选条件',
  'api.filters_lead':
    '与各页面相同，网址里的写法也相同。不认识的参数不理会；认识的参数取值不对，回答 400，不会换成别的值。',

  'api.conditions': '条件',
  'api.conditions_lead': '参数 where 按报告所印的内容挑选报告，页面、查询和文件都适用。',
  'api.condition_examples': '条件示例',
  'api.rule_groups': '且与或',
  'api.rule_groups_text':
    '逗号隔开（或重复写 <c>where</c>）的各组须全部成立；组内用 <c>|</c> 隔开的，一个成立即可。至多 {most} 个条件。',
  'api.rule_comparison': '比较',
  'api.rule_comparison_text':
    'id、符号（<c>{comparisons}</c>）、十进制数：至多 15 位，小数点后至多 6 位。比率写成 0–1 的小数，日期写成 2024-03-31。',
  'api.rule_operands': '比较什么',
  'api.rule_operands_text':
    '字段 id（表.行.列）、一份报告算得出的指标 id，或 <c>{properties}</c>。指标取整份报告的值，与 <c>applicant</c> 无关。',
  'api.rule_states': '状态',
  'api.rule_states_text':
    '用 <c>:</c> 问格子的状态，用 <c>:!</c> 否定。指标只有 <c>number</c> 和 <c>missing</c>。',
  'api.rule_missing': '没有数字的报告',
  'api.rule_missing_text':
    '没有数字就不符合任何比较，<c>!=</c> 也一样。<c>:!blank</c> 则对一切不是 <c>:blank</c> 的报告成立，包括表式里没有这一格的。',
  'api.rule_errors': '写错时',
  'api.rule_errors_text': '回答 400，指出第几个字符、那里写着什么、应写什么。',
  'api.rule_encoding': '转义',
  'api.rule_encoding_text':
    '客户端不代劳时，把 <c>></c> <c>|</c> 和小于号写成 <c>%3E</c> <c>%7C</c> <c>%3C</c>；curl 用 <c>--data-urlencode</c>。',

  'api.paging': '翻页',
  'api.paging_text':
    '<c>meta.next</c> 和响应头 <c>Link: …; rel="next"</c> 给出下一页的地址，末页为 null。地址里的游标（<c>after</c>）记着排序的位置：不漏行、不重行，末页与首页一样快。语料换了版本，旧游标回答 400，须从头再取。',
  'api.rows': '文件的行数与标记',
  'api.rows_text':
    '<c>X-Row-Count</c> 是准确行数，发第一行之前就已数好；传输若会少行，连接即断开，客户端看得到失败。<c>Content-Disposition</c> 的文件名写明切片。合成数据在每一行、工作簿、Parquet 元数据和数据包里都有标记。CSV 以字节顺序标记开头（<c>bom=0</c> 去掉），会被电子表格当作算式的文字前加撇号。',
  'api.errors': '错误',
  'api.errors_text':
    '错误是 <c>application/problem+json</c>（RFC 9457）；<c>errors</c> 逐个列出参数、所写的值、应写什么，条件还有位置 <c>at</c>。',
  'api.status_304': '与 If-None-Match 所给标签相同，内容没有变。',
  'api.status_400': '参数没有看懂。',
  'api.status_404': '没有这个 id 或这个文件。',
  'api.status_429': '问得太频繁，Retry-After 写明等几秒。',
  'api.status_503': '语料还没准备好，或同时下载的人太多，Retry-After 写明等几秒。',
  'api.open_error': '打开这个错误',
  'api.limits': '频率',
  'api.limit_api': '{count, plural, =0 {查询不限次数。} other {每个地址每分钟查询 {count, number} 次。}}',
  'api.limit_exports': '{count, plural, =0 {下载不限次数。} other {每个地址每分钟下载 {count, number} 次。}}',
  'api.limits_text':
    '响应头 <c>RateLimit</c> 和 <c>RateLimit-Policy</c> 写明还剩多少。可以一下用完，之后按此速度恢复。',
  'api.transport': '缓存、压缩与跨站',
  'api.transport_text':
    '回答带 <c>ETag</c>；下次以 <c>If-None-Match</c> 带上，语料和程序都没变就只回 304。<c>HEAD</c> 只给响应头，文件的行数也在其中。JSON 和文字文件可用 gzip。其他网站的脚本可以读取（CORS），错误也可读。',
};
