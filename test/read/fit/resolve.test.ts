/** A row's tokens as the cells of the form: one reading stands, several are settled by arithmetic or left open. */
import { expect, test } from 'vitest';
import type { RowFit } from '../../../lib/read/fit/candidates';
import {
  type Equation,
  type ReadCell,
  type Reading,
  type Slot,
  consensus,
  canAddUp,
  eitherResolution,
  resolveRow,
} from '../../../lib/read/fit/resolve';
import { countSlots, tokens } from '../tables';

/** The last cell is the total of the others. */
const addsUp: Equation = (reading) => canAddUp(reading.slice(0, -1), reading.at(-1) as ReadCell);

const say = (cell: ReadCell): string =>
  cell.state === 'number' ? `${cell.value}` : cell.value === null ? cell.state : '!';
const sayAll = (reading: Reading): string => reading.map(say).join(' ');

type Outcome = { cells: string; issues: string[] };

/** What a line of marks gives as so many cells. */
function outcome(marks: string, size: number, equation: Equation | null, fit?: RowFit): Outcome {
  const slots = countSlots(size);
  const { cells, issues } = consensus(resolveRow(tokens(marks), slots, equation, fit), slots);
  expect(cells).toHaveLength(size);
  return { cells: sayAll(cells), issues: issues.map((each) => each.code) };
}

const cell = (said: number | ReadCell['state']): ReadCell => ({
  raw: typeof said === 'number' ? `${said}` : '',
  state: typeof said === 'number' ? 'number' : said,
  at: null,
  value: typeof said === 'number' ? said : null,
  issues: [],
});

test.each([
  // All known: equal or not.
  [[1, 2], 3, true],
  [[1, 2], 4, false],
  [[1, 2], 2, false],
  [[0, 0], 0, true],
  // A blank or a dash is nothing.
  [[1, 'blank'], 1, true],
  [[1, 'dash'], 1, true],
  [[1, 'blank'], 2, false],
  [[1, 'dash'], 2, false],
  // A lost cell may have held anything, but nothing below zero: the known parts are bounded by the total.
  [[1, 'absent'], 3, true],
  [[3, 'absent'], 3, true],
  [[4, 'absent'], 3, false],
  [[4, 'unreadable'], 3, false],
  [[4, 'ambiguous'], 3, false],
  [[2, 'ambiguous'], 3, true],
  [[4, 'absent', 'blank'], 3, false],
  // Nothing to hold a total against, or no total.
  [['blank', 'blank'], 3, true],
  [['absent', 'absent'], 3, true],
  [[1, 2], 'blank', true],
  [[1, 2], 'absent', true],
] as const)('parts %j can belong to the total %s: %s', (parts, total, expected) => {
  expect(canAddUp(parts.map(cell), cell(total))).toBe(expected);
});

test.each([
  ['1 2 3', 3, '1 2 3'],
  ['0 0 0', 3, '0 0 0'],
  ['1 _ 1', 3, '1 blank 1'],
  ['1 — 1', 3, '1 dash 1'],
  ['_ _ _', 3, 'blank blank blank'],
  // Blanks before the figures and behind them are none of the row's where the figures fill it.
  ['_ 1 2 3 .', 3, '1 2 3'],
])('%s is read as it stands, without an issue', (marks, size, cells) => {
  expect(outcome(marks, size, addsUp)).toEqual({ cells, issues: [] });
  expect(outcome(marks, size, null)).toEqual({ cells, issues: [] });
});

test('a row that does not add up stands as printed: that is the report’s', () => {
  expect(outcome('1 2 4', 3, addsUp)).toEqual({ cells: '1 2 4', issues: [] });
});

test('a cell says where it stands and what was printed', () => {
  const [first, second] = consensus(
    resolveRow(tokens('１ 2（其中修订1件）', null, 7), countSlots(2), null),
    countSlots(2),
  ).cells;
  expect(first).toEqual({ raw: '１', state: 'number', at: { line: 7, column: 1 }, value: 1, issues: [] });
  expect(second).toMatchObject({
    raw: '2（其中修订1件）',
    value: 2,
    note: '2（其中修订1件）',
    at: { line: 7, column: 2 },
  });
  expect(first).not.toHaveProperty('note');
});

test('what a cell’s number says of itself becomes an issue of that cell', () => {
  const slots = countSlots(3);
  const { cells, issues } = consensus(resolveRow(tokens('1 2.5 3'), slots, null), slots);
  expect(sayAll(cells)).toBe('1 unreadable 3');
  expect(issues).toEqual([
    {
      code: 'cell.decimal_in_count',
      severity: 'warning',
      at: { line: 1, column: 2 },
      actual: '2.5',
      expected: 'a whole number',
      fields: ['x.row.2'],
    },
  ]);
});

test('long texts are shortened in issues', () => {
  const slots = countSlots(1);
  const { issues } = consensus(resolveRow(tokens('甲'.repeat(90)), slots, null), slots);
  expect(issues.map(({ actual }) => actual)).toEqual(['甲'.repeat(60)]);
  expect(
    resolveRow(tokens(Array.from({ length: 90 }, () => '77').join(' ')), countSlots(3), null).actual,
  ).toHaveLength(120);
});

test('a unit over a column is that of its figures', () => {
  const slots: Slot[] = [
    {
      field: { id: 'x.y.z', table: 'disclosure', row: 'y', column: 'z', kind: 'amount_yuan' },
      headerUnit: '万元',
    },
  ];
  expect(resolveRow(tokens('3'), slots, null).candidates[0]?.[0]).toMatchObject({
    value: 30_000,
    state: 'number',
  });
  expect(
    resolveRow(tokens('3'), [{ ...(slots[0] as Slot), headerUnit: null }], null).candidates[0]?.[0],
  ).toMatchObject({
    value: null,
    state: 'ambiguous',
  });
});

test.each([
  // One value lost of three: 1 _ 1 and _ 1 1 both add up, 1 1 _ might; nothing is known but that figures stood there.
  ['a lost cell', '1 1', 'ambiguous ambiguous ambiguous', ['row.values_missing', 'cell.ambiguous']],
  // Only 2 . 2 leaves room: 5 and 3 can be no parts of 3, so that 3 is no total.
  [
    'a cell too many that the sum tells',
    '1 2 9 3',
    '1 2 3',
    ['row.values_surplus', 'cell.settled_by_arithmetic'],
  ],
  [
    'a cell too many that no sum tells',
    '1 2 2 9',
    'ambiguous ambiguous ambiguous',
    ['row.values_surplus', 'cell.ambiguous'],
  ],
])('%s', (_name, marks, cells, issues) => expect(outcome(marks, 3, addsUp)).toEqual({ cells, issues }));

test('when no reading adds up the true one is not among them, and none of its cells is known', () => {
  // 7 stands first in every reading of three cells but one; all the same it is not read.
  const read = resolveRow(tokens('7 1 1 1'), countSlots(3), addsUp);
  expect(read.candidates.map(sayAll)).toEqual(['ambiguous ambiguous ambiguous']);
  expect(read.issues).toEqual([
    {
      code: 'row.values_surplus',
      severity: 'warning',
      at: { line: 1, column: 1 },
      actual: '4 values: 7 1 1 1',
      expected: '3 values',
      fields: ['x.row.1', 'x.row.2', 'x.row.3'],
    },
    {
      code: 'cell.ambiguous',
      severity: 'warning',
      at: { line: 1, column: 1 },
      actual: '4 values: 7 1 1 1',
      expected: '3 values in one reading',
      fields: ['x.row.1', 'x.row.2', 'x.row.3'],
    },
  ]);
  expect(outcome('7 1 1 1', 3, addsUp).cells).toBe('ambiguous ambiguous ambiguous');
  // Without an equation what all readings have in common stands, in doubt.
  expect(outcome('7 1 1 1', 3, null)).toEqual({
    cells: 'ambiguous 1 1',
    issues: ['row.values_surplus', 'cell.ambiguous'],
  });
});

test('arithmetic that leaves several readings has settled nothing: what all readings agree on stands', () => {
  // 2 0 2 and 0 2 2 add up, and so the total would be 2; but nothing tells that 2 2 5 is not what the report prints.
  const slots = countSlots(3);
  const read = resolveRow(tokens('2 0 2 2 5'), slots, addsUp);
  expect(read.candidates.map(sayAll)).toEqual(['2 0 2', '0 2 2']);
  expect(read.all.map(sayAll)).toContain('2 2 5');
  expect(read.narrowed).toBe(true);
  expect(outcome('2 0 2 2 5', 3, addsUp)).toEqual({
    cells: 'ambiguous ambiguous ambiguous',
    issues: ['row.values_surplus', 'cell.ambiguous'],
  });
  // Here all readings end in 3, those that do not add up too.
  expect(outcome('3 0 3 3', 3, addsUp).cells).toBe('ambiguous ambiguous 3');
});

test('arithmetic that leaves all readings has narrowed nothing', () => {
  const read = resolveRow(tokens('1 . . 1'), countSlots(3), addsUp);
  expect(read.candidates).toEqual(read.all);
  expect(read.narrowed).toBe(false);
});

test('the same reading come by in several ways is one', () => {
  const read = resolveRow(tokens('1 1 1 2'), countSlots(3), addsUp);
  expect(read.all.map(sayAll)).toEqual(['1 1 1', '1 1 2']);
  expect(outcome('1 1 1 1', 3, null)).toEqual({ cells: '1 1 1', issues: ['row.values_surplus'] });
});

test('readings are one only where state and value agree', () => {
  const read = resolveRow(tokens('1 — _ 1 1'), countSlots(4), null);
  expect(read.all.map(sayAll)).toContain('1 dash 1 1');
  expect(read.all.map(sayAll)).toContain('1 blank 1 1');
});

test.each([['000', 3, '0 0 0', ['cell.digits_run_together', 'cell.settled_by_arithmetic']]])(
  'zeros run together are cut in one way: %s',
  (marks, size, cells, issues) => {
    const read = outcome(marks, size, null);
    expect(read.cells).toBe(cells);
    expect(read.issues[0]).toBe(issues[0]);
  },
);

test('a run of figures is only taken apart where one way adds up', () => {
  // 1 2 3 is the one way: 12 3, 1 23 have too few cells.
  expect(outcome('123', 3, addsUp)).toEqual({
    cells: '1 2 3',
    issues: ['cell.digits_run_together', 'cell.settled_by_arithmetic'],
  });
  // Nothing to hold it against.
  expect(outcome('123', 3, null)).toEqual({
    cells: 'unreadable unreadable unreadable',
    issues: ['cell.digits_run_together'],
  });
  // It does not add up.
  expect(outcome('124', 3, addsUp)).toEqual({
    cells: 'unreadable unreadable unreadable',
    issues: ['cell.digits_run_together'],
  });
  // 1 11 12, 11 1 12 and more: several ways add up.
  expect(outcome('11112', 3, addsUp)).toEqual({
    cells: 'unreadable unreadable unreadable',
    issues: ['cell.digits_run_together'],
  });
});

test('a row without a reading is unreadable as a whole, and an issue says what stood there', () => {
  const slots = countSlots(3);
  const bare = resolveRow(tokens('.'), slots, addsUp);
  expect(bare.candidates.map(sayAll)).toEqual(['unreadable unreadable unreadable']);
  expect(bare.all).toEqual(bare.candidates);
  expect(bare.narrowed).toBe(false);
  const [first] = bare.candidates[0] ?? [];
  expect(first).toEqual({
    raw: bare.actual,
    state: 'unreadable',
    at: { line: 1, column: 1 },
    value: null,
    issues: [],
  });
  expect(bare.actual).toBe('0 values: ␣');
  expect(bare.issues.map(({ code, fields }) => [code, fields])).toEqual([
    ['row.no_values', ['x.row.1', 'x.row.2', 'x.row.3']],
  ]);
  const surplus = resolveRow(tokens('1 2 3 4 5 6 7 8'), slots, null);
  expect(surplus.candidates.map(sayAll)).toEqual(['unreadable unreadable unreadable']);
  expect(surplus.issues.map(({ code }) => code)).toEqual(['row.values_surplus']);
});

test('readings that two ways to find the cells give are rivals, of which arithmetic may leave one', () => {
  const slots = countSlots(3);
  const one = resolveRow(tokens('1 _ 2'), slots, null);
  const other = resolveRow(tokens('1 1 2'), slots, null);
  const both = eitherResolution(one, other, addsUp);
  expect(both.all.map(sayAll)).toEqual(['1 blank 2', '1 1 2']);
  expect(both.candidates.map(sayAll)).toEqual(['1 1 2']);
  expect(both.narrowed).toBe(true);
  expect(consensus(both, slots).issues.map(({ code }) => code)).toEqual(['cell.settled_by_arithmetic']);

  const alike = eitherResolution(one, one, addsUp);
  expect(alike.candidates.map(sayAll)).toEqual(['1 blank 2']);
  expect(alike.narrowed).toBe(false);

  const free = eitherResolution(one, other, null);
  expect(free.candidates).toHaveLength(2);
  expect(free.narrowed).toBe(false);
  expect(sayAll(consensus(free, slots).cells)).toBe('1 ambiguous 2');

  const neither = eitherResolution(one, resolveRow(tokens('1 4 2'), slots, null), addsUp);
  expect(neither.candidates.map(sayAll)).toEqual(['1 blank 2', '1 4 2']);
  expect(neither.all).toHaveLength(2);
  expect(neither.narrowed).toBe(false);

  const certain = eitherResolution(resolveRow(tokens('1 1 2'), slots, addsUp), other, addsUp);
  expect(certain.narrowed).toBe(false);
  const settled = eitherResolution(
    resolveRow(tokens('0 2 2 2'), slots, addsUp),
    resolveRow(tokens('0 2 2'), slots, addsUp),
    addsUp,
  );
  expect(settled.narrowed).toBe(true);
});

test('a blank and a dash are two readings, though neither is a figure', () => {
  const slots = countSlots(2);
  const both = eitherResolution(
    resolveRow(tokens('— 1'), slots, null),
    resolveRow(tokens('_ 1'), slots, null),
    null,
  );
  expect(sayAll(consensus(both, slots).cells)).toBe('ambiguous 1');
});

test('more readings than anyone can tell apart are none', () => {
  const marks = `1 ${'. '.repeat(30)}`;
  expect(outcome(marks, 7, addsUp)).toEqual({
    cells: Array(7).fill('unreadable').join(' '),
    issues: ['row.values_missing'],
  });
});

test('blanks around a figure are shown with the cell, not in issues', () => {
  const slots = countSlots(2);
  const padded = tokens('1.5 2').map((token) => ({ ...token, text: ` ${token.text} ` }));
  const { cells, issues } = consensus(resolveRow(padded, slots, null), slots);
  expect(cells.map(({ raw }) => raw)).toEqual([' 1.5 ', ' 2 ']);
  expect(issues.map(({ actual }) => actual)).toEqual(['1.5']);
  const open = eitherResolution(
    resolveRow(padded, slots, null),
    resolveRow(tokens('3 4'), slots, null),
    null,
  );
  expect(open.actual).toBe('2 values: 1.5 2');
  expect(consensus(open, slots).cells.map(({ raw }) => raw)).toEqual(['1.5 | 3', '2 | 4']);
});

test('an open cell shows what stood there in each reading, and where', () => {
  const slots = countSlots(2);
  const rows = ['1 5', '2 5', '_ 5', '3 5', '4 5', '1 5'].map((marks, line) =>
    resolveRow(tokens(marks, null, line + 1), slots, null),
  );
  const all = rows.flatMap((row) => row.all);
  const read = consensus({ ...(rows[0] as (typeof rows)[number]), candidates: all, all }, slots);
  expect(read.cells[0]).toEqual({
    raw: '1 | 2 | ␣ | 3',
    state: 'ambiguous',
    at: { line: 1, column: 1 },
    value: null,
    issues: [],
  });
  expect(read.cells[1]?.value).toBe(5);
  expect(read.issues).toEqual([
    {
      code: 'cell.ambiguous',
      severity: 'warning',
      at: { line: 1, column: 1 },
      actual: '2 values: 1 5',
      expected: '2 values in one reading',
      fields: ['x.row.1', 'x.row.2'],
    },
  ]);
});

test('a row settled by its sum says so for all its cells', () => {
  const slots = countSlots(3);
  expect(consensus(resolveRow(tokens('0 2 2 2'), slots, addsUp), slots).issues.at(-1)).toEqual({
    code: 'cell.settled_by_arithmetic',
    severity: 'info',
    at: { line: 1, column: 1 },
    actual: '4 values: 0 2 2 2',
    expected: '3 values',
    fields: ['x.row.1', 'x.row.2', 'x.row.3'],
  });
});

test('a cell in a reading that lacks it is absent, and stands where the row does', () => {
  const [first] = resolveRow(tokens('2 2'), countSlots(3), null).all;
  expect(first?.map(say)).toEqual(['2', '2', 'absent']);
  expect(first?.[2]).toEqual({
    raw: '',
    state: 'absent',
    at: { line: 1, column: 1 },
    value: null,
    issues: [],
  });
});
