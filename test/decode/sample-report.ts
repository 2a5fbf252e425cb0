/** One invented report with the three tables of the 2021 form, to be written in each format. */
import { placeCells } from '../../lib/decode/grid';
import { cellsOf, type SampleTable } from '../writers/sample-table';

/** Text, and where it is more than one, columns and rows. */
type Written = string | [text: string, colspan: number, rowspan?: number];

export const TITLE = '甲县教育局2022年政府信息公开工作年度报告';
export const BEFORE = [
  TITLE,
  '一、总体情况',
  '2022年，本局共收到政府信息公开申请9件，均已答复。',
  '二、主动公开政府信息情况',
];
export const BETWEEN = ['三、收到和处理政府信息公开申请情况', '四、政府信息公开行政复议、行政诉讼情况'];
export const AFTER = [
  '五、存在的主要问题及改进情况',
  '公开的内容还不够丰富。',
  '六、其他需要报告的事项',
  '未收取信息处理费。',
];

export const DISCLOSURE = tableOf([
  [['第二十条第（一）项', 4]],
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ['规章', '0', '0', '0'],
  ['行政规范性文件', '3', '1', '27'],
  [['第二十条第（五）项', 4]],
  ['信息内容', ['本年处理决定数量', 3]],
  ['行政许可', ['146', 3]],
  [['第二十条第（六）项', 4]],
  ['信息内容', ['本年处理决定数量', 3]],
  ['行政处罚', ['2', 3]],
  ['行政强制', ['', 3]],
  [['第二十条第（八）项', 4]],
  ['信息内容', ['本年收费金额（单位：万元）', 3]],
  ['行政事业性收费', ['1086.40', 3]],
]);

const none = ['0', '0', '0', '0', '0', '0', '0'];
export const REQUESTS = tableOf([
  [
    ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 3, 3],
    ['申请人情况', 7],
  ],
  [
    ['自然人', 1, 2],
    ['法人或其他组织', 5],
    ['总计', 1, 2],
  ],
  ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'],
  [['一、本年新收政府信息公开申请数量', 3], '7', '1', '0', '0', '1', '0', '9'],
  [['二、上年结转政府信息公开申请数量', 3], '1', '0', '0', '0', '0', '0', '1'],
  [['三、本年度办理结果', 1, 22], ['（一）予以公开', 2], '4', '1', '0', '0', '0', '0', '5'],
  [['（二）部分公开（区分处理的，只计这一情形，不计其他情形）', 2], '1', '0', '0', '0', '0', '0', '1'],
  [['（三）不予公开', 1, 8], '1.属于国家秘密', ...none],
  ['2.其他法律行政法规禁止公开', ...none],
  ['3.危及“三安全一稳定”', ...none],
  ['4.保护第三方合法权益', '1', '0', '0', '0', '0', '0', '1'],
  ['5.属于三类内部事务信息', ...none],
  ['6.属于四类过程性信息', ...none],
  ['7.属于行政执法案卷', ...none],
  ['8.属于行政查询事项', ...none],
  [['（四）无法提供', 1, 3], '1.本机关不掌握相关政府信息', '2', '0', '0', '0', '0', '0', '2'],
  ['2.没有现成信息需要另行制作', ...none],
  ['3.补正后申请内容仍不明确', ...none],
  [['（五）不予处理', 1, 5], '1.信访举报投诉类申请', ...none],
  ['2.重复申请', ...none],
  ['3.要求提供公开出版物', ...none],
  ['4.无正当理由大量反复申请', ...none],
  ['5.要求行政机关确认或重新出具已获取信息', ...none],
  [['（六）其他处理', 1, 3], '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', ...none],
  ['2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请', ...none],
  ['3.其他', ...none],
  [['（七）总计', 2], '8', '1', '0', '0', '0', '0', '9'],
  [['四、结转下年度继续办理', 3], '0', '0', '0', '0', '1', '0', '1'],
]);

const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
export const PROCEEDINGS = tableOf([
  [
    ['行政复议', 5],
    ['行政诉讼', 10],
  ],
  [...results.map((text): Written => [text, 1, 2]), ['未经复议直接起诉', 5], ['复议后起诉', 5]],
  [...results, ...results],
  ['1', '0', '0', '1', '2', '0', '0', '0', '0', '0', '1', '0', '0', '', '1'],
]);

function tableOf(rows: Written[][]): SampleTable {
  const grid = placeCells(
    rows.map((row) => ({
      cells: row.map((cell) => {
        const [text, colspan, rowspan = 1] = typeof cell === 'string' ? [cell, 1] : cell;
        return { text, colspan, rowspan, at: {} };
      }),
    })),
    {},
  );
  return { height: rows.length, width: grid.width, cells: cellsOf(grid) };
}

/** Rows `from` to `to` of a table, as a page break leaves them: spans are cut, their text stays above. */
export function cutRows(table: SampleTable, from: number, to: number): SampleTable {
  const cells = table.cells
    .filter((cell) => cell.row < to && cell.row + cell.rowspan > from)
    .map((cell) => {
      const row = Math.max(cell.row, from);
      const rowspan = Math.min(cell.row + cell.rowspan, to) - row;
      return { ...cell, text: cell.row < from ? '' : cell.text, row: row - from, rowspan };
    });
  return { ...table, height: to - from, cells };
}
