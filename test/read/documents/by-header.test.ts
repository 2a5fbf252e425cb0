/** Figures told by the headers over their columns, and what is left to the count of cells. */
import { expect, test } from 'vitest';
import { REQUEST_COLUMNS, requestRows } from '../../../lib/form/index';
import { REQUEST_ROW_LABELS } from '../../../lib/form/labels';
import { tablesOf, valuesOf } from './printed-tables';

const COLUMNS_2021 = ['issued', 'repealed', 'in_force'];
const ISSUED = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'];
const MADE = ['信息内容', '本年新制作数量', '本年新公开数量', '对外公开总数量'];
const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const GROUPS = ['reconsideration', 'litigation_direct', 'litigation_after_reconsideration'];
const SLOTS = ['upheld', 'corrected', 'other_result', 'pending', 'total'];

const tableOf = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
const page = (...tables: string[]): string => `<html><body>${tables.join('<p>一、</p>')}</body></html>`;

test('empty columns beyond the heads count for nothing beside blank cells', async () => {
  const tables = await tablesOf(
    page(
      tableOf([
        ['第二十条第（一）项', '', '', '', '', ''],
        [...ISSUED, '', ''],
        ['规章', '', '1', '', '', ''],
        ['行政规范性文件', '3', '', '22', '', ''],
      ]),
    ),
    'page.html',
  );
  expect(valuesOf(tables, 'disclosure.rules', COLUMNS_2021)).toEqual([null, 1, null]);
  expect(valuesOf(tables, 'disclosure.normative_documents', COLUMNS_2021)).toEqual([3, null, 22]);
  expect(tables.cells['disclosure.rules.issued']?.state).toBe('blank');
});

test('a row that ends elsewhere than the heads is not read by them in silence', async () => {
  const tables = await tablesOf(
    page(
      tableOf([
        ['第二十条第（一）项', '', '', ''],
        ISSUED,
        ['规章', '0', '0', '0'],
        ['行政规范性文件', '3', '3', '', '22'],
      ]),
    ),
    'page.html',
  );
  const named = new Set(tables.issues.flatMap((each) => each.fields));
  const printed = [3, null, 22];
  const others = valuesOf(tables, 'disclosure.normative_documents', COLUMNS_2021).flatMap((value, index) => {
    const field = `disclosure.normative_documents.${COLUMNS_2021[index]}`;
    return value === printed[index] ? [] : [[field, value, named.has(field)]];
  });
  expect(others).toEqual(others.map(([field]) => [field, null, true]));
});

test('a merged cell that was repeated for its span is one figure, in the form that its heads show', async () => {
  const licensing = ['行政许可', '5', '5', '5'];
  const decisions = ['信息内容', '本年处理决定数量', '本年处理决定数量', '本年处理决定数量'];
  const tables = await tablesOf(
    page(
      tableOf([
        ['第二十条第（一）项', '第二十条第（一）项', '第二十条第（一）项', '第二十条第（一）项'],
        ISSUED,
        ['规章', '0', '0', '0'],
        ['行政规范性文件', '3', '1', '22'],
        ['第二十条第（五）项', '第二十条第（五）项', '第二十条第（五）项', '第二十条第（五）项'],
        decisions,
        licensing,
      ]),
    ),
    'page.html',
  );
  expect(tables.forms.disclosure['20(5)']).toBe('2021');
  expect(valuesOf(tables, 'disclosure.licensing', ['decisions', 'items_last_year'])).toEqual([5, null]);
  expect(tables.issues.filter(({ fields }) => fields.includes('disclosure.licensing.decisions'))).toEqual([]);
});

test('a head over two columns has its figure in the first of them', async () => {
  const lines = [
    ['第二十条第（一）项', '', '', '', ''],
    [MADE[0], MADE[1], MADE[2], '', MADE[3]],
    ['规章', '0', '2', '', '3'],
    ['规范性文件', '48', '32', '', '23'],
  ];
  const tables = await tablesOf(lines.map((line) => line.join('\t')).join('\n'), 'table.txt');
  const columns = ['new_made', 'newly_disclosed', 'disclosed_total'];
  expect(valuesOf(tables, 'disclosure.rules', columns)).toEqual([0, 2, 3]);
  expect(valuesOf(tables, 'disclosure.normative_documents', columns)).toEqual([48, 32, 23]);
});

test('table 4 with a row for each procedure, and empty columns beyond', async () => {
  const names = ['行政复议', '未经复议直接起诉', '复议后起诉'];
  const tables = await tablesOf(
    page(
      tableOf([
        ['类型', ...RESULTS, '', ''],
        ...names.map((name, at) => [name, '', String(at + 1), '', '2', String(at + 3), '', '']),
      ]),
    ),
    'page.html',
  );
  GROUPS.forEach((group, at) =>
    expect(valuesOf(tables, `proceedings.${group}`, SLOTS)).toEqual([null, at + 1, null, 2, at + 3]),
  );
});

test('table 4 as a table of five and a table of ten', async () => {
  const tables = await tablesOf(
    page(
      tableOf([['行政复议', '', '', '', ''], RESULTS, ['1', '0', '2', '0', '3']]),
      tableOf([
        ['行政诉讼', '', '', '', '', '', '', '', '', ''],
        ['未经复议直接起诉', '', '', '', '', '复议后起诉', '', '', '', ''],
        [...RESULTS, ...RESULTS],
        ['4', '0', '0', '0', '4', '5', '1', '0', '0', '6'],
      ]),
    ),
    'page.html',
  );
  expect(GROUPS.map((group) => valuesOf(tables, `proceedings.${group}`, SLOTS))).toEqual([
    [1, 0, 2, 0, 3],
    [4, 0, 0, 0, 4],
    [5, 1, 0, 0, 6],
  ]);
});

test('table 4 under heads that narrow columns broke', async () => {
  const tables = await tablesOf(
    `四、政府信息公开行政复议、行政诉讼情况
       行政复议                       行政诉讼
                       未经复议直接起诉
结果维 结果纠 其他结 尚未审 总 结果维 结果纠                 复议后起诉
 持 正 果 结 计 持 正 其他结            尚未审 总 结果维 结果纠 其他结 尚未审 总
                           果 结 计 持 正 果 结 计
 0   0   0   0 0 5      0  1    5 11 8   0 10 7 25
五、存在的主要问题及改进情况
`,
    'page.txt',
  );
  expect(GROUPS.map((group) => valuesOf(tables, `proceedings.${group}`, SLOTS))).toEqual([
    [0, 0, 0, 0, 0],
    [5, 0, 1, 5, 11],
    [8, 0, 10, 7, 25],
  ]);
});

test('a row without cells is passed over', async () => {
  const text = tableOf([ISSUED, ['规章', '0', '0', '0'], ['行政规范性文件', '3', '1', '22']]);
  const tables = await tablesOf(page(text.replace('</table>', '<tr></tr></table>')), 'page.html');
  expect(valuesOf(tables, 'disclosure.normative_documents', COLUMNS_2021)).toEqual([3, 1, 22]);
});

const requestPage = (
  headers: readonly string[],
  row: (label: string, at: number) => readonly string[],
): string =>
  page(tableOf([['项目', ...headers], ...REQUEST_LABELS_PRINTED.map((label, at) => row(label, at))]));
const REQUEST_HEADERS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const REQUEST_LABELS_PRINTED = requestRows('2021').map((row) => REQUEST_ROW_LABELS[row]?.[0] ?? '');
const FIGURES = ['2', '0', '', '1', '', '0', '3'];
const READ = [2, 0, null, 1, null, 0, 3];
const REQUEST_COLUMN_IDS = REQUEST_COLUMNS.map((column) => column.id);

test('what stands under a head of its own is none of the seven figures', async () => {
  const tables = await tablesOf(
    requestPage([...REQUEST_HEADERS, '占比'], (label) => [label, ...FIGURES, '4.0%']),
    'page.html',
  );
  expect(valuesOf(tables, 'requests.granted', REQUEST_COLUMN_IDS)).toEqual(READ);
  expect(valuesOf(tables, 'requests.carried_out', REQUEST_COLUMN_IDS)).toEqual(READ);
});

test('a number before the label is none of the figures', async () => {
  const tables = await tablesOf(
    page(
      tableOf([
        ['序号', '项目', ...REQUEST_HEADERS],
        ...REQUEST_LABELS_PRINTED.map((label, at) => [String(at + 1), label, ...FIGURES]),
      ]),
    ),
    'page.html',
  );
  expect(valuesOf(tables, 'requests.granted', REQUEST_COLUMN_IDS)).toEqual(READ);
});

test('a total before the natural persons is said', async () => {
  const tables = await tablesOf(
    requestPage(['总计', ...REQUEST_HEADERS.slice(0, 6)], (label) => [label, '3', ...FIGURES.slice(0, 6)]),
    'page.html',
  );
  const said = tables.issues.find(({ code }) => code === 'header.differs');
  expect(said?.fields).toContain('requests.granted.total');
});

test('a number before every row, heads too, and merged cells repeated', async () => {
  const lines = [
    ['0', '第二十条第（五）项', '第二十条第（五）项', '第二十条第（五）项', '第二十条第（五）项'],
    ['1', '信息内容', '本年处理决定数量', '本年处理决定数量', '本年处理决定数量'],
    ['2', '行政许可', '5', '5', '5'],
    ['3', '第二十条第（六）项', '第二十条第（六）项', '第二十条第（六）项', '第二十条第（六）项'],
    ['4', '信息内容', '本年处理决定数量', '本年处理决定数量', '本年处理决定数量'],
    ['5', '行政处罚', '71', '71', '71'],
    ['6', '行政强制', '0', '0', '0'],
  ];
  const tables = await tablesOf(lines.map((line) => `| ${line.join(' | ')} |`).join('\n'), 'table.md');
  expect(
    ['licensing', 'penalties', 'compulsory_measures'].map((row) =>
      valuesOf(tables, `disclosure.${row}`, ['decisions', 'items_last_year']),
    ),
  ).toEqual([
    [5, null],
    [71, null],
    [0, null],
  ]);
});
