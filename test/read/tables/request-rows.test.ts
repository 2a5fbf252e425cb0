/** Rows of table 3: their seven cells, the rows without a label that are certain, and what the column equations leave. */
import { expect, test } from 'vitest';
import { REQUEST_ROWS, type RequestRow, outcomeRows, requestRows } from '../../../lib/form/index';
import type { Assignment } from '../../../lib/read/fit/align';
import {
  REQUEST_LABELS,
  REQUEST_WIDTH,
  type TableShape,
  isCertain,
  narrowByColumns,
  readRequestRow,
  requestShape,
  rowAddsUp,
  slotsOf,
} from '../../../lib/read/tables/request-rows';
import type { Segment } from '../../../lib/read/lines/segments';
import { type ReadCell, type RowReading, consensus } from '../../../lib/read/fit/resolve';
import { headerCells, segment, tokens } from '../tables';
import { columnSet } from '../../../lib/read/lines/tokens';

const ROW = 'granted';
const NO_SHAPE: TableShape = { columns: new Map(), ends: new Map() };

const say = (cell: ReadCell | undefined): string =>
  cell?.state === 'number' ? `${cell.value}` : cell?.value === null ? cell.state : '!';

/** How a row is read: its cells and the codes of its issues. */
function readAs(row: Segment, shape: TableShape = NO_SHAPE, equation?: null): [string, string[]] {
  const reading = readRequestRow(row, ROW, shape, equation);
  const { cells, issues } = consensus(reading, slotsOf(ROW));
  return [cells.map(say).join(' '), issues.map(({ code }) => code)];
}

test('each row has the seven cells of the form, the total last', () => {
  expect(REQUEST_WIDTH).toBe(7);
  expect(REQUEST_ROWS.map(({ id }) => slotsOf(id).length)).toEqual(REQUEST_ROWS.map(() => 7));
  expect(slotsOf('partial').map(({ field }) => field.id)).toEqual([
    'requests.partial.natural_person',
    'requests.partial.org_commercial',
    'requests.partial.org_research',
    'requests.partial.org_public_interest',
    'requests.partial.org_legal_service',
    'requests.partial.org_other',
    'requests.partial.total',
  ]);
  expect(slotsOf('partial').every(({ headerUnit }) => headerUnit === null)).toBe(true);
});

test('the labels of both versions carry the numbers that the form prints before them', () => {
  const numbers = new Map(REQUEST_LABELS.labels.map(({ id, numbering }) => [id, numbering]));
  expect(numbers.size).toBe(26);
  expect(numbers.get('new_requests')).toEqual({ set: 'comma', value: 1 });
  expect(numbers.get('granted')).toEqual({ set: 'bracket', value: 1 });
  expect(numbers.get('denied_administrative_inquiry')).toEqual({ set: 'figure', value: 8 });
  expect(numbers.get('outcomes_total')).toEqual({ set: 'bracket', value: 7 });
});

test.each([
  ['1 2 3 4 5 6 21', true],
  ['1 2 3 4 5 6 20', false],
  ['1 _ _ _ _ _ 1', true],
  ['0 0 0 0 0 0 5', false],
])('%s adds up: %s', (marks, expected) => {
  const [reading] = readRequestRow(segment('予以公开', marks), ROW, NO_SHAPE, null).candidates;
  expect(rowAddsUp(reading ?? [])).toBe(expected);
});

test('a row of seven figures is read as it stands, wherever it is', () => {
  expect(readAs(segment('予以公开', '1 2 3 4 5 6 21'))).toEqual(['1 2 3 4 5 6 21', []]);
  expect(readAs(segment('予以公开', '1 2 3 4 5 6 21', { solid: false }))).toEqual(['1 2 3 4 5 6 21', []]);
  expect(readAs(segment('予以公开', '1 2 3 4 5 6 99'))).toEqual(['1 2 3 4 5 6 99', []]);
});

const known = (areSure: boolean, cells = 7): TableShape => ({
  columns: new Map([[columnSet('lines', 1), { columns: [3, 4, 5, 6, 7, 8, 9], cells, areSure }]]),
  ends: new Map(),
});
const inColumns = (marks: string, column: number): Segment =>
  segment('予以公开', tokens(marks, column), { columns: columnSet('lines', 1) });

test('the columns of the table’s figures tell which blanks are cells', () => {
  // _ _ 1 _ _ _ 1 would add up too, one column further left.
  const row = inColumns('_ _ 1 _ _ _ 1 _', 2);
  expect(readAs(row, known(true))).toEqual(['blank 1 blank blank blank 1 blank', []]);
  expect(readAs(row)[1]).toEqual(['cell.ambiguous']);
});

test('columns that are not sure are one way to read a row beside the others', () => {
  const row = inColumns('_ _ 1 _ _ _ 1 _', 2);
  expect(readAs(row, known(false))).toEqual([
    'blank ambiguous ambiguous blank blank ambiguous ambiguous',
    ['cell.ambiguous'],
  ]);
  // Where both ways find the same cells, these are the row's.
  expect(readAs(inColumns('_ _ 1 1 1 1 1 1 6', 1), known(false))).toEqual(['1 1 1 1 1 1 6', []]);
});

test('a row with a cell more than its table’s others may have it anywhere', () => {
  expect(readAs(inColumns('1 1 3 _ _ _ _ 2', 3), known(true))).toEqual([
    '1 ambiguous ambiguous blank blank blank ambiguous',
    ['row.values_surplus', 'cell.ambiguous'],
  ]);
  expect(readAs(inColumns('1 1 3 1 1 1 1 6', 3), known(true))).toEqual([
    '1 1 1 1 1 1 6',
    ['row.values_surplus', 'cell.settled_by_arithmetic'],
  ]);
});

test('a row of another table is not read by the columns of this one', () => {
  const other = segment('予以公开', tokens('_ _ 1 _ _ _ 1 _', 2), { columns: columnSet('lines', 2) });
  expect(readAs(other, known(true))[1]).toEqual(['cell.ambiguous']);
});

const HEADERS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];

test('heads over the cells tell which are the form’s, where the columns do not', () => {
  const under = { headerCells: headerCells(HEADERS, 3), columns: columnSet('lines', 1) };
  const row = segment('予以公开', tokens('_ _ 1 _ _ _ _ 1', 2), under);
  expect(readAs(row)).toEqual(['blank 1 blank blank blank blank 1', []]);
  const extra = segment('予以公开', tokens('1 _ _ _ _ _ 1 3', 3), {
    headerCells: headerCells([...HEADERS, '占比'], 3),
    columns: columnSet('lines', 1),
  });
  expect(readAs(extra, known(true, 8))).toEqual(['1 blank blank blank blank blank 1', []]);
  expect(readAs({ ...extra, headerCells: [] }, known(true, 8))[1]).not.toEqual([]);
});

test('figures in their columns need no heads', () => {
  const row = segment('予以公开', tokens('1 _ _ _ _ _ 1', 3), {
    headerCells: headerCells([...HEADERS].reverse(), 3),
    columns: columnSet('lines', 1),
  });
  expect(readAs(row, known(true))).toEqual(['1 blank blank blank blank blank 1', []]);
});

test('blanks before loose figures, more than label cells leave, may be another row’s', () => {
  const loose = { solid: false };
  // Two label cells are left empty.
  expect(readAs(segment('予以公开', '_ _ 9 9 9 9 9 9 54', loose))).toEqual(['9 9 9 9 9 9 54', []]);
  // Three are too many.
  expect(readAs(segment('予以公开', '_ _ _ 9 9 9 9 9 9 54', loose))).toEqual([
    '9 9 9 9 9 9 54',
    ['row.values_surplus', 'cell.settled_by_arithmetic'],
  ]);
  expect(readAs(segment('予以公开', '_ _ ~ 9 9 9 9 9 9 54', loose))).toEqual(['9 9 9 9 9 9 54', []]);
  // A line by itself is one row, and so is what begins with a figure.
  expect(readAs(segment('予以公开', '_ _ _ 9 9 9 9 9 9 54'))).toEqual(['9 9 9 9 9 9 54', []]);
  expect(readAs(segment('予以公开', '9 9 9 9 9 9 54 _ _ _', loose))).toEqual(['9 9 9 9 9 9 54', []]);
});

test('a row that ends behind the others of its table may have a cell too many anywhere', () => {
  const ends = new Map([[columnSet('lines', 1), 10]]);
  const row = inColumns('_ 1 1 1 1 1 1 6', 3);
  expect(readAs(row, { columns: new Map(), ends })).toEqual([
    '1 1 1 1 1 1 6',
    ['row.values_surplus', 'cell.settled_by_arithmetic'],
  ]);
  expect(readAs(row)).toEqual(['1 1 1 1 1 1 6', []]);
});

test('the shape of a table is told by its rows', () => {
  const rows = Array.from({ length: 8 }, (_, index) =>
    segment('予以公开', tokens(`${index} 1 1 1 1 1 ${index + 5}`, 3), { columns: columnSet('grid', 0) }),
  );
  const { columns, ends } = requestShape(rows);
  expect(columns.get(columnSet('grid', 0))).toEqual({
    columns: [3, 4, 5, 6, 7, 8, 9],
    cells: 7,
    areSure: true,
  });
  expect(ends.get(columnSet('grid', 0))).toBe(10);
});

/* Rows without a label. */

const FORM = requestRows('2021');

/** Assignments of one segment each: a row, `row?` without a label, or nothing (`-`), and whether the row named is certain. */
function certain(candidate: string, row: string, rows: readonly RequestRow[] = FORM): boolean {
  const words = candidate.split(' ');
  const placed = words.flatMap((word, index): Assignment[] =>
    word === '-'
      ? []
      : [
          {
            segment: segment('', '1'),
            index,
            row: word.replace('?', ''),
            score: word.endsWith('?') ? 0.2 : 1,
            unlabelled: word.endsWith('?'),
          },
        ],
  );
  const left = words.flatMap((word, index) => (word === '-' ? [index] : []));
  const each = placed.find((other) => other.row === row) as Assignment;
  return isCertain(each, placed, left, rows);
}

test.each([
  ['a row with its label', 'new_requests', 'new_requests', true],
  ['the one row between two others', 'new_requests carried_in? granted', 'carried_in', true],
  ['the first of two, both there', 'new_requests carried_in? granted? partial', 'carried_in', true],
  ['the second of two, both there', 'new_requests carried_in? granted? partial', 'granted', true],
  ['one for two places', 'new_requests carried_in? partial', 'carried_in', false],
  ['two for one place', 'new_requests carried_in? carried_in? granted', 'carried_in', false],
  ['one beside a row that found no place', 'new_requests carried_in? - granted', 'carried_in', false],
  ['one behind a row that found no place', 'new_requests - carried_in? granted', 'carried_in', false],
  ['strays outside change nothing', '- new_requests carried_in? granted -', 'carried_in', true],
  [
    'other gaps change nothing',
    'new_requests carried_in? granted partial? denied_third_party',
    'carried_in',
    true,
  ],
  [
    'other gaps before it change nothing',
    'new_requests carried_in? granted partial? denied_state_secret',
    'partial',
    true,
  ],
  ['nothing before it', 'new_requests? carried_in', 'new_requests', false],
  ['nothing behind it', 'outcomes_total carried_out?', 'carried_out', false],
  ['a nearer row before it', 'new_requests carried_in granted? partial', 'granted', true],
])('%s', (_name, candidate, row, expected) => expect(certain(candidate, row)).toBe(expected));

test('rows of the other form version do not bound a place', () => {
  // other_total is no row of the 2021 form: between other_fee_overdue and outcomes_total stands other_misc.
  expect(certain('other_fee_overdue other_misc? other_total outcomes_total', 'other_misc')).toBe(true);
  expect(
    certain('not_processed_confirm other_total? outcomes_total', 'other_total', requestRows('2019')),
  ).toBe(true);
});

/* Column equations. */

/** Readings of rows, one column each: the figures, states or marks that may stand there. */
function readings(rows: Record<string, readonly (number | ReadCell['state'])[]>): Map<string, RowReading> {
  return new Map(
    Object.entries(rows).map(([row, said]) => {
      const candidates = said.map((value): ReadCell[] => [
        {
          raw: '',
          at: null,
          issues: [],
          value: typeof value === 'number' ? value : null,
          state: typeof value === 'number' ? 'number' : value,
        },
      ]);
      return [row, { candidates, all: candidates, narrowed: false, actual: '', at: { line: 1 }, issues: [] }];
    }),
  );
}

/** What is left of a row after the column equations, and whether the row says that it was narrowed. */
function narrowed(
  rows: Parameters<typeof readings>[0],
  row: string,
  form: '2019' | '2021' = '2021',
): [string, boolean] {
  const map = readings(rows);
  narrowByColumns(map, form);
  const reading = map.get(row) as RowReading;
  return [reading.candidates.map(([cell]) => say(cell)).join(' '), reading.narrowed];
}

const FLOW = { new_requests: [10], carried_in: [2], outcomes_total: [9], carried_out: [3] } as const;

test.each([
  ['new_requests', [8, 10, 12], '10'],
  ['carried_in', [0, 1, 2], '2'],
  ['outcomes_total', [9, 10, 90], '9'],
  ['carried_out', [0, 3, 30], '3'],
  ['carried_out', ['blank', 3], '3'],
] as const)('what came in must go out: %s of %j', (row, said, expected) => {
  expect(narrowed({ ...FLOW, [row]: said }, row)).toEqual([expected, true]);
});

test.each([
  ['a blank is nothing', { ...FLOW, carried_in: ['blank'], carried_out: [1, 2] }, '1', true],
  ['a dash is nothing', { ...FLOW, carried_in: ['dash'], carried_out: [1, 2] }, '1', true],
  ['a blank total is nothing', { ...FLOW, outcomes_total: ['blank'], carried_out: [3, 12] }, '12', true],
  [
    'no new ones',
    { ...FLOW, new_requests: ['dash'], outcomes_total: ['dash'], carried_out: [2, 3] },
    '2',
    true,
  ],
  ['a lost cell may be anything', { ...FLOW, carried_in: ['absent'], carried_out: [1, 2] }, '1 2', false],
  ['an ambiguous cell too', { ...FLOW, new_requests: ['ambiguous'], carried_out: [1, 2] }, '1 2', false],
  [
    'an unreadable total too',
    { ...FLOW, outcomes_total: ['unreadable'], carried_out: [3, 12] },
    '3 12',
    false,
  ],
  [
    'a row that is not sure decides nothing',
    { ...FLOW, carried_in: [2, 4], carried_out: [3, 5] },
    '3 5',
    false,
  ],
  ['a row that is missing', { new_requests: [10], carried_in: [2], carried_out: [3, 5] }, '3 5', false],
  ['no reading fits', { ...FLOW, carried_out: [4, 5] }, '4 5', false],
  ['all readings fit', { ...FLOW, carried_out: [3, 3] }, '3 3', false],
] as const)('%s', (_name, rows, expected, isNarrowed) => {
  expect(narrowed(rows, 'carried_out')).toEqual([expected, isNarrowed]);
});

test('a row that is narrowed makes the next one sure', () => {
  const rows = { ...FLOW, outcomes_total: [8, 9], carried_out: [3] };
  expect(narrowed(rows, 'outcomes_total')).toEqual(['9', true]);
});

const outcomes = (form: '2019' | '2021', said: number): Record<string, (number | ReadCell['state'])[]> =>
  Object.fromEntries(outcomeRows(form).map((row) => [row, [said]]));

test.each([
  ['2021', 21],
  ['2019', 19],
] as const)('the outcomes of the %s form are as many as their total says', (form, count) => {
  const all = outcomes(form, 1);
  expect(narrowed({ ...all, outcomes_total: [count - 1, count, count + 1] }, 'outcomes_total', form)).toEqual(
    [`${count}`, true],
  );
  expect(narrowed({ ...all, granted: [1, 5, 7], outcomes_total: [count + 4] }, 'granted', form)).toEqual([
    '5',
    true,
  ]);
  // With one outcome missing the sum tells nothing, nor does it without a total.
  const { partial: _partial, ...others } = all;
  expect(narrowed({ ...others, outcomes_total: [1, 99] }, 'outcomes_total', form)).toEqual(['1 99', false]);
  expect(narrowed({ ...all, granted: [1, 5] }, 'granted', form)).toEqual(['1 5', false]);
  // Where the flow is satisfied by another reading than the sum, none is left to take.
  const flow = { new_requests: [count + 1], carried_in: [0], carried_out: [0] };
  expect(narrowed({ ...all, ...flow, outcomes_total: [count, count + 1] }, 'outcomes_total', form)).toEqual([
    `${count} ${count + 1}`,
    false,
  ]);
  expect(
    narrowed(
      { ...all, ...flow, new_requests: [count], outcomes_total: [count, count + 1] },
      'outcomes_total',
      form,
    ),
  ).toEqual([`${count}`, true]);
});

test('every column of a reading must suit the equations', () => {
  const map = readings({ ...FLOW, carried_out: [3, 3] });
  for (const [row, reading] of map) {
    const second = (value: number): ReadCell => ({ raw: '', at: null, issues: [], value, state: 'number' });
    const figures: Record<string, number[]> = {
      new_requests: [5],
      carried_in: [0],
      outcomes_total: [4],
      carried_out: [1, 2],
    };
    map.set(row, {
      ...reading,
      candidates: reading.candidates.map((candidate, at) => [...candidate, second(figures[row]?.[at] ?? 0)]),
    });
  }
  narrowByColumns(map, '2021');
  expect(map.get('carried_out')?.candidates.map((candidate) => candidate.map(say).join(' '))).toEqual([
    '3 1',
  ]);
});
