/** Where table 3 is printed in a document, and its rows where labels or ends of rows were lost. */
import { describe, expect, test } from 'vitest';
import { requestRows } from '../../../lib/form/index';
import { tableCopies } from '../../../lib/read/tables/request-copies';
import type { Segment } from '../../../lib/read/lines/segments';
import { columnSet } from '../../../lib/read/lines/tokens';
import { REQUEST_HEADERS, requestRow, requestTable, rowsOf, segment, tokens } from '../tables';

const FULL = '1 1 1 1 1 1 6';
const prose = (): Segment => segment('全年召开工作例会次数', '12');

/** The first rows of the form, all of them under their labels. */
const firstRows = (count: number, marks = FULL, more: Partial<Segment> = {}): Segment[] =>
  rowsOf(
    ...requestRows('2021')
      .slice(0, count)
      .map((id) => requestRow(id, marks, more)),
  );

/** How many segments each copy has. */
const sizes = (segments: readonly Segment[]): number[] => tableCopies(segments).map((copy) => copy.length);

test('a table is one stretch of all its rows, as they were', () => {
  for (const form of ['2019', '2021'] as const) {
    const table = requestTable(form);
    expect(tableCopies(table)).toEqual([table]);
  }
});

test('four rows are a table, three are not, nor is nothing', () => {
  expect(sizes(firstRows(4))).toEqual([4]);
  expect(sizes(firstRows(3))).toEqual([]);
  expect(sizes([])).toEqual([]);
  expect(sizes([...firstRows(3), prose(), segment('', FULL)])).toEqual([]);
});

test('a row in doubt does not make a table', () => {
  // A number alone is the row's in doubt.
  const [first, second, third, fourth] = firstRows(4) as [Segment, Segment, Segment, Segment];
  const numbered = segment('（二）', FULL);
  expect(sizes([first, second, third, numbered])).toEqual([]);
  expect(sizes([first, second, third, fourth, numbered])).toEqual([5]);
});

test('what stands before the first row is no part of the table', () => {
  expect(sizes([prose(), prose(), ...firstRows(6)])).toEqual([6]);
});

test('a table that lost its first row is found by the others', () => {
  expect(sizes([prose(), ...requestTable('2021', { new_requests: null })])).toEqual([25]);
});

test('a first row that is printed twice begins one table', () => {
  const [first] = firstRows(1) as [Segment];
  expect(sizes([first, ...requestTable('2021')])).toEqual([26]);
  expect(sizes([first, prose(), prose(), ...requestTable('2021')])).toEqual([28]);
});

test('a first row begins a table wherever three quarters of its label say so, and less do not', () => {
  const table = requestTable('2021');
  const again = (label: string): Segment[] => [
    ...table,
    segment(label, FULL),
    ...requestTable('2021').slice(1),
  ];
  expect(sizes(again('一、本年新收申请数量'))).toEqual([25, 25]);
  expect(sizes(again('本年新收的信息公开办件数目'))).toEqual([50]);
});

test('a document that prints the table twice has two copies, the fuller first', () => {
  const short = requestTable('2021', { partial: null, denied_third_party: null });
  const full = requestTable('2021');
  expect(sizes([...short, ...full])).toEqual([25, 23]);
  expect(tableCopies([...short, ...full])[0]).toEqual(full);
  expect(sizes([...full, ...short, ...firstRows(14)])).toEqual([25, 23, 14]);
  // Four rows apart they are two tables all the same.
  expect(sizes([...firstRows(4), ...firstRows(4)])).toEqual([4, 4]);
});

test('a copy with fewer than half the rows of the fullest is an excerpt', () => {
  const full = firstRows(12);
  expect(sizes([...firstRows(6), ...full])).toEqual([12, 6]);
  expect(sizes([...firstRows(5), ...full])).toEqual([12]);
});

const RESULTS = ['行政复议', '结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];

test('figures under the heads of table 4 are no row of this one, but for a row that says so', () => {
  const proceedings = segment('总计', '0 0 0 0 0', { headers: RESULTS });
  const table = requestTable('2021');
  expect(tableCopies([...table, proceedings])).toEqual([table]);
  const [first] = tableCopies([...table.slice(0, -1), { ...(table.at(-1) as Segment), headers: RESULTS }]);
  expect(first).toHaveLength(25);
  const other = segment('总计', '0 0 0 0 0 0 0', { headers: ['自然人', '总计'] });
  expect(sizes([...table.slice(0, 6), other])).toEqual([7]);
});

/* The ends of rows. */

/** The marks of each row of the first copy, see `tokens`. */
const marksOf = (segments: readonly Segment[]): string[] =>
  (tableCopies(segments)[0] ?? []).map(({ values }) =>
    values
      .map((value) => {
        if (!value.optional) return value.inferred ? '!' : value.text || '_';
        return value.inferred ? '~' : '.';
      })
      .join(' '),
  );

test('four full rows that end in a blank show that it is no cell', () => {
  const lines = (count: number): Segment[] =>
    firstRows(7).map((row, index) => ({ ...row, values: tokens(index < count ? `${FULL} .` : '1 _ . .') }));
  expect(marksOf(lines(4))).toEqual([...Array(4).fill(`${FULL} ~`), ...Array(3).fill('1 _ ~ ~')]);
  expect(marksOf(lines(3))).toEqual([...Array(3).fill(`${FULL} .`), ...Array(4).fill('1 _ . .')]);
});

test('of cells with a line each only the last blank closes the row', () => {
  const loose = firstRows(5).map((row) => ({ ...row, solid: false, values: tokens(`${FULL} . .`) }));
  expect(marksOf(loose)).toEqual(Array(5).fill(`${FULL} . ~`));
});

test('rows that nearly all end in a blank show it as well', () => {
  const rows = (ending: number, other: number): Segment[] =>
    firstRows(ending + other).map((row, index) => ({
      ...row,
      values: tokens(index < ending ? '1 _ .' : '1 _ 1'),
    }));
  expect(marksOf(rows(8, 0))).toEqual(Array(8).fill('1 _ ~'));
  expect(marksOf(rows(9, 1))).toEqual([...Array(9).fill('1 _ ~'), '1 _ 1']);
  expect(marksOf(rows(8, 1))).toEqual([...Array(8).fill('1 _ .'), '1 _ 1']);
  expect(marksOf(rows(7, 0))).toEqual(Array(7).fill('1 _ .'));
});

test('rows of blanks alone show no habit, unless they are longer than the form', () => {
  const rows = (blanks: string): Segment[] => firstRows(8).map((row) => ({ ...row, values: tokens(blanks) }));
  expect(marksOf(rows('. . . . . . .'))).toEqual(Array(8).fill('. . . . . . .'));
  expect(marksOf(rows('. . . . . . . .'))).toEqual(Array(8).fill('~ ~ ~ ~ ~ ~ ~ ~'));
});

test('rows without a label show no habit', () => {
  const rows = [...firstRows(7), segment('', '1')].map((row) => ({ ...row, values: tokens('1 _ .') }));
  expect(marksOf(rows)).toEqual(Array(8).fill('1 _ .'));
});

test('the habit of lines says nothing of cells with a line each', () => {
  const lines = firstRows(5, `${FULL} .`);
  const loose = requestTable('2021')
    .slice(5, 8)
    .map((row) => ({ ...row, solid: false, values: tokens('1 _ .') }));
  expect(marksOf([...lines, ...loose])).toEqual([...Array(5).fill(`${FULL} ~`), ...Array(3).fill('1 _ .')]);
  const few = firstRows(3, `${FULL} .`).concat(loose);
  const more = requestTable('2021')
    .slice(8, 12)
    .map((row) => ({ ...row, solid: false, values: tokens(`${FULL} .`) }));
  expect(marksOf([...few, ...more])).toEqual([
    ...Array(3).fill(`${FULL} .`),
    ...Array(3).fill('1 _ ~'),
    ...Array(4).fill(`${FULL} ~`),
  ]);
});

/* Lost labels. */

/** Four rows before a row of loose cells: the rows that come of it, `label: marks`. */
function split(marks: string, more: Partial<Segment> = { solid: false }): string[] {
  const row = segment('（三）甲', marks, { headers: ['不予公开', '（三）甲'], ...more });
  const [copy = []] = tableCopies([...firstRows(4), row]);
  return copy.slice(4).map(({ labels, labelCandidates, values, headers, at }) => {
    expect(labelCandidates.length > 0).toBe(labels.length > 0);
    expect(headers).toEqual(labels.length > 0 ? row.headers : []);
    expect(at).toEqual(labels.length > 0 ? { line: 1 } : values[0]?.at);
    return `${labels.join()}: ${values.map(({ text, inferred }) => text || (inferred ? '~' : '_')).join(' ')}`;
  });
}

const SEVEN = '1 2 3 4 5 6 21';

test.each([
  ['fourteen cells are two rows', `${SEVEN} ${FULL}`, [`（三）甲: ${SEVEN}`, `: ${FULL}`]],
  ['blank cells count', `${SEVEN} _ _ _ _ _ 1 1`, [`（三）甲: ${SEVEN}`, ': _ _ _ _ _ 1 1']],
  ['lines of pipes do not', `${SEVEN} ~ ${FULL} ~`, [`（三）甲: ${SEVEN}`, `: ${FULL}`]],
  ['thirteen cells may be anything', '1 2 3 4 5 6 21 1 1 1 1 1 1', ['（三）甲: 1 2 3 4 5 6 21 1 1 1 1 1 1']],
  ['seven are one row', SEVEN, [`（三）甲: ${SEVEN}`]],
  [
    'pipes that end each row tell rows that lost a cell',
    '1 2 3 4 5 6 = 1 1 1 1 1 1 6 = =',
    ['（三）甲: 1 2 3 4 5 6 ~', ': 1 1 1 1 1 1 6 ~ ~'],
  ],
  ['rows of five cells are none', '1 2 3 4 5 = 1 1 1 1 1 1 6 =', ['（三）甲: 1 2 3 4 5 ~ 1 1 1 1 1 1 6 ~']],
  ['pipes at the end alone part nothing', '1 2 3 4 5 6 = = =', ['（三）甲: 1 2 3 4 5 6 ~ ~ ~']],
  ['gaps part nothing', '1 2 3 4 5 6 ~ 1 1 1 1 1 6', ['（三）甲: 1 2 3 4 5 6 ~ 1 1 1 1 1 6']],
])('%s', (_name, marks, expected) => expect(split(marks)).toEqual(expected));

test('a line by itself is one row however long', () => {
  expect(split(`${SEVEN} ${FULL}`, { solid: true })).toEqual([`（三）甲: ${SEVEN} ${FULL}`]);
});

test('thirty rows can lose their labels, more are another table', () => {
  const run = (rows: number): string => Array(rows).fill(FULL).join(' ');
  expect(split(run(30))).toHaveLength(30);
  expect(split(run(31))).toHaveLength(1);
});

describe('labels on lines of their own above rows of figures', () => {
  const beside = { columns: columnSet('lines', 0) };
  const apart = { columns: columnSet('lines', 0), isBeside: false };

  test('are no labels where most rows have theirs beside them', () => {
    const row = requestRow('unable_unclear', '7 0 0 0 0 0 7', apart);
    const [copy = []] = tableCopies([...requestTable('2021', {}, beside), row]);
    expect(copy.at(-1)).toMatchObject({ labels: [], labelCandidates: [], columns: null });
    const [grid = []] = tableCopies([
      ...requestTable('2021', {}, beside),
      { ...row, columns: columnSet('grid', 0) },
    ]);
    expect(grid.at(-1)?.labels).toEqual(row.labels);
  });

  test('are labels where all rows have them there', () => {
    const [copy = []] = tableCopies(requestTable('2021', {}, apart));
    expect(copy.every(({ labels }) => labels.length === 1)).toBe(true);
  });

  test('are no labels where rows follow each other without a word between them, more than once', () => {
    const bare = (): Segment => segment('', FULL, { ...apart, labels: [], labelCandidates: [] });
    const named = (row: 'unable_not_held' | 'denied_third_party') => requestRow(row, FULL, apart);
    const few = requestTable('2021', {}, apart).slice(0, 6);
    const once = [...few, named('denied_third_party'), bare()];
    expect(tableCopies(once)[0]?.at(-2)?.labels).toHaveLength(1);
    const twice = [...once, named('unable_not_held'), bare()];
    expect(tableCopies(twice)).toEqual([]);
  });

  test('leave a short figure between them for the page’s number', () => {
    const page = requestRow('other_fee_overdue', '1', { ...apart, solid: false, columns: null });
    const [copy = []] = tableCopies([...requestTable('2021', {}, beside), page]);
    expect(copy).toHaveLength(requestRows('2021').length);
  });
});

describe('a table cut off after its first rows', () => {
  const first = (marks: string, headers: readonly string[]) => [
    requestRow('new_requests', marks, { headers: [...headers, '一、本年新收政府信息公开申请数量'] }),
  ];

  test('is a table under its heading or its headers', () => {
    for (const headers of [['三、收到和处理政府信息公开申请情况'], REQUEST_HEADERS])
      expect(sizes(first('5 1 0 0 0 0 6', headers))).toEqual([1]);
  });

  test('is none anywhere else, nor where a cell lacks', () => {
    expect(sizes(first('5 1 0 0 0 0 6', []))).toEqual([]);
    expect(sizes(first('5 1 0 0 0 6', REQUEST_HEADERS))).toEqual([]);
    expect(sizes([requestRow('carried_in', '5 1 0 0 0 0 6', { headers: REQUEST_HEADERS })])).toEqual([]);
  });
});
