/** Table 4: its fifteen figures in one line, in three, or in two tables, known by the headers over them. */
import { expect, test } from 'vitest';
import { PROCEEDING_FIELDS } from '../../../lib/form/index';
import { hasProceedingHeaders, isLitigation } from '../../../lib/read/tables/proceeding-headers';
import { readProceedings } from '../../../lib/read/tables/proceedings';
import type { Segment } from '../../../lib/read/lines/segments';
import type { ReadTable } from '../../../lib/read/tables/read-table';
import { headerCells, read, rowsOf, segment, tokens } from '../tables';
import { columnSet } from '../../../lib/read/lines/tokens';

const ROWS = ['reconsideration', 'litigation_direct', 'litigation_after_reconsideration'];
const COLUMNS = ['upheld', 'corrected', 'other_result', 'pending', 'total'];
const RESULTS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const SIDES = ['行政复议', '行政诉讼', '未经复议直接起诉', '复议后起诉'];
const HEADERS = [...SIDES, ...RESULTS, ...RESULTS, ...RESULTS];

/** Three groups, the last figure of each the sum of the four before it. */
const LINE = '1 2 0 3 6 0 0 1 1 2 4 0 0 0 4';

const line = (marks: string, more: Partial<Segment> = {}): Segment =>
  segment('', marks, { headers: HEADERS, ...more });
const tableOf = (...segments: Segment[]): ReadTable => readProceedings(rowsOf(...segments), []);
const cells = (table: ReadTable): string =>
  ROWS.map((row) => read(table, `proceedings.${row}`, COLUMNS)).join(' ');
const codes = (table: ReadTable): string[] => table.issues.map(({ code }) => code);
const states = (state: string, count = 15): string => Array(count).fill(state).join(' ');

/* The headers. */

test.each([
  [['行政复议', '结果维持', '结果纠正'], true],
  [['行政诉讼', '其他结果', '尚未审结'], true],
  [['未经复议直接起诉', '结果', '尚未'], true],
  [['复议后起诉', '维持', '未审结'], true],
  [['行政诉讼', '纠正', '其他结果'], true],
  [['结果维持', '结果纠正', '其他结果', '尚未审结'], true],
  [['结果维持', '结果纠正', '其他结果'], false],
  [['行政复议', '结果维持'], false],
  [['行政复议', '行政诉讼'], false],
  [['行政复议', '行政诉讼', '总计'], false],
  [['自然人', '商业企业', '总计'], false],
  [[], false],
])('the texts %j are the heads of table 4: %s', (headers, expected) => {
  expect(hasProceedingHeaders(headers)).toBe(expected);
});

test.each([
  [['行政复议', '行政诉讼', '结果维', '结果纠', '其他结', '尚未审', '持', '正', '果', '结'], true],
  [['行政复议', '行政诉讼', '结果维 结果纠', '其他结 尚未审'], true],
  [['行政复议', '行政诉讼', '结果维结果纠其他结'], false],
  [['行政复议', '结果维结果纠其他结尚未审'], false],
])(
  'heads that narrow columns cut are heads, where all are there under both sides: %j',
  (headers, expected) => {
    expect(hasProceedingHeaders(headers)).toBe(expected);
  },
);

test.each([
  [['行政复议'], ['未经复议直接起诉', '复议后起诉'], true],
  [['行政复议', '结果维持'], ['行政诉讼', '未经复议直接起诉', '复议后起诉'], true],
  [['行政复议'], ['复议后起诉'], false],
  [['行政复议'], ['未经复议直接起诉'], false],
  [['行政复议', '未经复议直接起诉'], ['未经复议直接起诉', '复议后起诉'], false],
  [['行政复议', '复议后起诉'], ['未经复议直接起诉', '复议后起诉'], false],
  [['结果维持'], ['未经复议直接起诉', '复议后起诉'], false],
  [['行政复议'], [], false],
])('%j above and %j below are the two sides: %s', (above, below, expected) => {
  expect(isLitigation(above, below)).toBe(expected);
});

/* One line. */

test('a line of fifteen figures is read cell by cell, each where it stands, without an issue', () => {
  const table = tableOf(segment('全年召开工作例会次数', '3'), line('1 2 3 4 10 5 6 7 8 26 9 10 11 12 42'));
  const figures = [1, 2, 3, 4, 10, 5, 6, 7, 8, 26, 9, 10, 11, 12, 42];
  expect(table.issues).toEqual([]);
  expect(table.extraRows).toEqual([]);
  expect([...table.cells.keys()]).toEqual(
    ROWS.flatMap((row) => COLUMNS.map((column) => `proceedings.${row}.${column}`)),
  );
  expect([...table.cells.values()]).toEqual(
    figures.map((value, index) => ({
      raw: `${value}`,
      state: 'number',
      at: { line: 2, column: index + 1 },
      value,
      issues: [],
    })),
  );
});

test('blanks and dashes are no zeros', () => {
  const table = tableOf(line('_ _ _ _ _ 1 — _ / 1 0 0 0 0 0'));
  expect(cells(table)).toBe('blank blank blank blank blank 1 dash blank dash 1 0 0 0 0 0');
  expect(table.issues).toEqual([]);
});

test('a line that does not add up stands as printed', () => {
  const table = tableOf(line('9 2 0 3 6 0 0 1 1 2 4 0 0 0 4'));
  expect(cells(table)).toBe('9 2 0 3 6 0 0 1 1 2 4 0 0 0 4');
  expect(table.issues).toEqual([]);
});

test('no line under the heads is all cells absent', () => {
  for (const segments of [[], [segment('', LINE)], [segment('', LINE, { headers: ['自然人', '总计'] })]]) {
    const table = readProceedings(segments, ['自然人', '总计']);
    expect(cells(table)).toBe(states('absent'));
    expect(table.extraRows).toEqual([]);
    expect(table.issues).toEqual([
      {
        code: 'table.absent',
        severity: 'error',
        at: null,
        actual: 'no line of 15 figures under 结果维持 …',
        expected: 'table 4',
        fields: PROCEEDING_FIELDS.map(({ id }) => id),
      },
    ]);
  }
});

test('heads without figures are a table that cannot be read', () => {
  const table = readProceedings([], HEADERS);
  expect(cells(table)).toBe(states('unreadable'));
  expect(table.issues.map(({ code, actual }) => [code, actual])).toEqual([
    ['table.absent', 'heads without figures'],
  ]);
});

test('a figure too many goes where the sums of all groups say', () => {
  const table = tableOf(line('1 2 0 3 6 0 0 1 1 2 7 4 0 0 0 4'));
  expect(cells(table)).toBe(LINE);
  expect(codes(table)).toEqual(['row.values_surplus', 'cell.settled_by_arithmetic']);
  const open = tableOf(line('1 2 0 3 5 0 0 1 1 2 7 4 0 0 0 4'));
  expect(cells(open)).toBe(states('ambiguous'));
  expect(codes(open)).toEqual(['row.values_surplus', 'cell.ambiguous']);
  // The last group must add up as well as the first.
  expect(codes(tableOf(line('1 2 0 3 6 0 0 1 1 2 7 4 0 0 0 5')))).toContain('cell.ambiguous');
});

test('a figure lost may have stood anywhere, whatever adds up', () => {
  const table = tableOf(line('1 2 0 3 6 0 0 1 1 2 4 0 0 4'));
  expect(cells(table)).toBe(states('ambiguous'));
  expect(codes(table)).toEqual(['row.values_missing', 'cell.ambiguous']);
});

test('zeros run together are fifteen zeros', () => {
  const table = tableOf(line('000000000000000'));
  expect(cells(table)).toBe(states('0'));
  expect(codes(table)).toEqual(['cell.digits_run_together']);
});

test('figures of a group whose total is blank are named, group by group', () => {
  const table = tableOf(line('1 2 _ _ _ 0 0 1 1 2 4 _ _ _ —'));
  expect(table.issues.map(({ code, actual, fields }) => [code, actual, fields])).toEqual([
    [
      'row.total_blank',
      '1, 2 beside a blank total',
      ['upheld', 'corrected', 'total'].map((column) => `proceedings.reconsideration.${column}`),
    ],
    [
      'row.total_blank',
      '4 beside a blank total',
      ['upheld', 'total'].map((column) => `proceedings.litigation_after_reconsideration.${column}`),
    ],
  ]);
  const middle = tableOf(line('0 0 0 0 0 0 0 1 _ _ 0 0 0 0 0'));
  expect(middle.issues.flatMap(({ fields }) => fields)).toEqual([
    'proceedings.litigation_direct.other_result',
    'proceedings.litigation_direct.total',
  ]);
});

test('blanks that pipes alone tell, with heads left before them, are no cells', () => {
  const table = tableOf(line('_ = _ 1 2 3 6 0 0 0 0 0 0 0 0 0 0'));
  expect(cells(table)).toBe('blank 1 2 3 6 0 0 0 0 0 0 0 0 0 0');
  expect(table.issues).toEqual([]);
  // Without the pipes one more blank may be a cell.
  expect(codes(tableOf(line('_ _ 1 2 3 6 0 0 0 0 0 0 0 0 0 0')))).toEqual(['cell.ambiguous']);
  // A gap within the line is none of the headers.
  expect(cells(tableOf(line('_ 1 2 3 6 ~ 0 0 0 0 0 0 0 0 0 0')))).toBe('blank 1 2 3 6 0 0 0 0 0 0 0 0 0 0');
});

test('a line that is longer than its heads has a cell twice', () => {
  const long = { headerWidth: 15 };
  // The last 4 stands for two columns; each blank may be a cell then.
  const table = tableOf(line('_ 1 0 0 1 1 3 0 0 0 0 0 0 0 0 0', long));
  expect(codes(table)).toContain('row.values_surplus');
  expect(codes(tableOf(line('_ 1 0 0 1 2 0 0 0 0 0 4 0 0 0 4', { ...long, solid: false })))).not.toContain(
    'row.values_surplus',
  );
  expect(codes(tableOf(line('_ 1 0 0 1 2 0 0 0 0 0 4 0 0 0 4', { headerWidth: 16 })))).not.toContain(
    'row.values_surplus',
  );
  expect(tableOf(line('_ 1 0 0 1 0 0 0 0 0 4 0 0 0 4', long)).issues).toEqual([]);
});

test('heads over the cells tell which are the form’s', () => {
  const over = [...RESULTS, ...RESULTS, ...RESULTS];
  const marks = '1 _ _ _ 1 _ _ _ _ _ _ _ _ _ _';
  const columns = { columns: columnSet('grid', 0), headerCells: headerCells(['', ...over, '备注'], 0) };
  const table = tableOf(line('', { ...columns, values: tokens(`_ ${marks} _`, 0) }));
  expect(cells(table)).toBe(
    '1 blank blank blank 1 blank blank blank blank blank blank blank blank blank blank',
  );
  expect(table.issues).toEqual([]);
  // Without them the blanks at either end may be cells.
  expect(codes(tableOf(line(`_ ${marks} _`)))).not.toEqual([]);
});

/* Broken lines, groups, sides. */

test.each([
  ['eight and seven', ['1 2 0 3 6 0 0 1', '1 2 4 0 0 0 4']],
  ['a figure a line', LINE.split(' ')],
  ['ten and five', ['1 2 0 3 6 0 0 1 1 2', '4 0 0 0 4']],
])('a line broken in %s is one line', (_name, pieces) => {
  const [first = '', ...others] = pieces;
  const table = tableOf(line(first), ...others.map((marks) => segment('', marks)));
  expect(cells(table)).toBe(LINE);
  expect(table.issues).toEqual([]);
});

test('what goes beyond fifteen figures, or has heads of its own, is no part of the line', () => {
  const rest = segment('', '1 2 4 0 0 0 4');
  expect(cells(tableOf(line('1 2 0 3 6 0 0 1'), { ...rest, headers: ['四、'] }))).not.toBe(LINE);
  expect(cells(tableOf(line(LINE), segment('', '0')))).toBe(LINE);
  expect(tableOf(line(LINE), segment('', '0')).issues).toEqual([]);
  expect(codes(tableOf(line('1 2 0 3 6 0 0 1'), segment('', '1 2 4 0 0 0 4 0')))).toContain(
    'row.values_missing',
  );
  // A blank that may be nothing counts for none.
  const table = tableOf(line('1 2 0 3 6 0 0 1 .'), segment('', '1 2 4 0 0 0 4 .'));
  expect(cells(table)).toBe(LINE);
});

test('three rows of five figures are the three groups', () => {
  const rows = [line('1 2 0 3 6'), segment('', '0 0 1 1 2'), segment('', '4 0 0 0 4')];
  const table = tableOf(...rows);
  expect(cells(table)).toBe(LINE);
  expect(table.issues).toEqual([]);
  expect(table.cells.get('proceedings.litigation_direct.total')?.at).toEqual({ line: 2, column: 5 });
  const headed = tableOf(...rows.map((row) => ({ ...row, headers: HEADERS })));
  expect(cells(headed)).toBe(LINE);
  expect(headed.issues).toEqual([]);
});

test('a figure lost or too many in one group leaves the others alone', () => {
  const four = tableOf(line('1 2 0 3 6'), segment('', '0 1 1 2'), segment('', '4 0 0 0 4'));
  expect(cells(four)).toMatch(/^1 2 0 3 6 .* 4 0 0 0 4$/);
  expect(read(four, 'proceedings.litigation_direct', COLUMNS)).toContain('ambiguous');
  expect(
    four.issues.flatMap(({ fields }) => fields).every((field) => field.includes('litigation_direct')),
  ).toBe(true);
  const six = tableOf(line('1 2 0 3 6'), segment('', '0 0 1 7 1 2'), segment('', '4 0 0 0 4'));
  expect(cells(six)).toBe(LINE);
  expect(codes(six)).toEqual(['row.values_surplus', 'cell.settled_by_arithmetic']);
});

test('rows of which one is no group are no groups', () => {
  const table = tableOf(line('1 2 0 3 6'), segment('', '0 0 1 1 2'), segment('', '4 0 4'));
  expect(cells(table)).not.toMatch(/^1 2 0 3 6 0 0 1 1 2/);
  expect(codes(table)).toContain('row.values_missing');
  const two = tableOf(line('1 2 0 3 6'), segment('', '0 0 1 1 2'));
  expect(codes(two)).toContain('row.values_missing');
});

test('groups under heads of their own are read by them', () => {
  const under = { columns: columnSet('grid', 0), headerCells: headerCells([...RESULTS, '备注'], 0) };
  const row = (marks: string): Segment => line('', { ...under, values: tokens(marks, 0) });
  const table = tableOf(row('1 _ _ _ 1 _'), row('_ 2 _ _ 2 _'), row('_ _ _ _ _ _'));
  expect(cells(table)).toBe('1 blank blank blank 1 blank 2 blank blank 2 blank blank blank blank blank');
  expect(table.issues).toEqual([]);
});

const RECONSIDERATION = ['行政复议', ...RESULTS];
const LITIGATION = ['行政诉讼', '未经复议直接起诉', '复议后起诉', ...RESULTS, ...RESULTS];

test('a table for each side is one table', () => {
  const sides = [
    segment('', '1 2 0 3 6', { headers: RECONSIDERATION }),
    segment('', '0 0 1 1 2 4 0 0 0 4', { headers: LITIGATION }),
  ] as const;
  const table = tableOf(...sides);
  expect(cells(table)).toBe(LINE);
  expect(table.issues).toEqual([]);
  const apart = tableOf(sides[0], { ...sides[1], headers: ['四、', '0'] });
  expect(cells(apart)).not.toBe(LINE);
  const short = tableOf(sides[0], { ...sides[1], values: tokens('0 0 1 1 2 4 0 0 4') });
  expect(cells(short)).not.toMatch(/^1 2 0 3 6 0 0 1/);
});

test('a table for each side may have columns beyond its heads’', () => {
  const table = tableOf(
    segment('', '', {
      headers: RECONSIDERATION,
      headerCells: headerCells([...RESULTS, '备注']),
      values: tokens('1 _ _ _ 1 _', 0),
    }),
    segment('', '', {
      headers: LITIGATION,
      headerCells: headerCells([...RESULTS, ...RESULTS, '备注']),
      values: tokens('_ _ _ 1 1 2 _ _ _ 2 _', 0),
    }),
  );
  expect(cells(table)).toBe('1 blank blank blank 1 blank blank blank 1 1 2 blank blank blank 2');
  expect(table.issues).toEqual([]);
});

/* Twice. */

test('a table that is printed twice alike stands, and nothing is in doubt', () => {
  const table = tableOf(line(LINE), segment('甲', '1'), line(LINE));
  expect(cells(table)).toBe(LINE);
  expect(table.issues).toEqual([]);
});

test('where two prints differ the cells are ambiguous', () => {
  const table = tableOf(line(LINE), line('2 2 0 3 7 0 0 1 1 2 4 0 0 0 4'));
  expect(cells(table)).toBe('ambiguous 2 0 3 ambiguous 0 0 1 1 2 4 0 0 0 4');
  expect(table.issues.map(({ code, actual, fields }) => [code, actual, fields])).toEqual([
    [
      'table.repeated',
      'table 4 twice, 2 cells differ',
      ['proceedings.reconsideration.upheld', 'proceedings.reconsideration.total'],
    ],
  ]);
});

test('heads again without figures that can be read are no second print', () => {
  const table = tableOf(line(LINE), line('1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20'));
  expect(cells(table)).toBe(LINE);
  expect(table.issues).toEqual([]);
  // Nor is a fragment, nor a damaged print of which nothing is certain, wherever it stands.
  const fragment = line('1 0 11');
  for (const order of [
    [line(LINE), fragment],
    [fragment, line(LINE)],
  ]) {
    const whole = tableOf(...order);
    expect(cells(whole)).toBe(LINE);
    expect(whole.issues).toEqual([]);
  }
  expect(cells(tableOf(line('9 2 0 3 14 0 0 1 1 2 4 0 0 4'), line(LINE)))).toBe(LINE);
});

/* Without headers. */

test('fifteen figures whose sums hold are the table under its heading, and an issue says that headers lack', () => {
  const under = (marks: string, heading = '四、政府信息公开行政复议、行政诉讼情况') =>
    readProceedings([segment([], marks, { headers: [heading] })], []);
  const table = under(LINE);
  expect(cells(table)).toBe(LINE);
  expect(codes(table)).toEqual(['header.differs']);
  for (const other of [
    under('9 2 0 3 6 0 0 1 1 2 4 0 0 0 4'),
    under('1 2 0 3 6 0 0 1 1 2 4 0 0 _ 4'),
    under('1 2 0 3 6 0 0 1 1 2 4 0 0 0'),
    under(LINE, '四、行政复议情况'),
    under(LINE, '本年度因政府信息公开申请引发的行政复议、行政诉讼案件较上年均有所减少，其中复议三件'),
  ])
    expect(codes(other)[0]).toMatch(/^table.absent/u);
});

test('three figures and blanks under narrow labels are no table 4, unless its heading is over them', () => {
  const padded = `3 3 4 ${Array(12).fill('_').join(' ')}`;
  const [figures] = [line(padded)];
  expect(figures?.values).toHaveLength(15);
  expect(cells(tableOf(line(padded)))).toBe(states('absent'));
  const heading = '四、政府信息公开行政复议、行政诉讼情况';
  expect(cells(tableOf(line(padded, { headers: [heading, ...HEADERS] })))).toMatch(/^3 3 4/);
  // The real line further down is read.
  expect(cells(tableOf(line(padded), line(LINE)))).toBe(LINE);
});
