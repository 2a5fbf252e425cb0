/** Which columns hold the figures of a table, where its rows end, and which cells of a row stand there. */
import { describe, expect, test } from 'vitest';
import {
  cellsOf,
  endsBefore,
  fitOf,
  placeInColumns,
  rowEnds,
  valueColumns,
} from '../../../lib/read/fit/columns';
import type { Segment } from '../../../lib/read/lines/segments';
import { cellsAt, segmentOf, shown, tokenOf, tokensOf } from '../rows';
import { type ColumnSet, columnSet } from '../../../lib/read/lines/tokens';

/** Rows of figures under labels, in columns from the given one on. */
const rowsAt = (
  first: number,
  rows: readonly (readonly string[])[],
  columns = columnSet('grid', 0),
): Segment[] => rows.map((row) => segmentOf('规章', cellsAt(first, ...row), { columns }));
const times = (count: number, row: readonly string[]): (readonly string[])[] =>
  Array.from({ length: count }, () => row);
const LINES = columnSet('lines', 0);

describe('the columns of the figures', () => {
  const found = (segments: readonly Segment[], size = 3) => [...valueColumns(segments, size)];
  const columns = (segments: readonly Segment[], size = 3) => found(segments, size)[0]?.[1].columns ?? null;

  test('are those that all full rows share', () => {
    expect(found(rowsAt(2, times(2, ['1', '2', '3'])))).toEqual([
      [columnSet('grid', 0), { columns: [2, 3, 4], cells: 3, areSure: true }],
    ]);
    expect(
      columns([...rowsAt(2, times(2, ['1', '2', '3'])), ...rowsAt(3, times(2, ['1', '2', '3']))]),
    ).toBeNull();
    expect(columns(rowsAt(2, times(2, ['1', '2'])))).toBeNull();
  });

  test('are told for each table by its own rows', () => {
    const segments = [
      ...rowsAt(2, times(2, ['1', '2', '3'])),
      ...rowsAt(1, times(2, ['1', '2', '3']), columnSet('grid', 1)),
    ];
    expect(found(segments).map(([key, { columns: own }]) => [key, own])).toEqual([
      [columnSet('grid', 0), [2, 3, 4]],
      [columnSet('grid', 1), [1, 2, 3]],
    ]);
  });

  test('are not told by rows without a label or without columns', () => {
    const rows = rowsAt(2, times(2, ['1', '2', '3']));
    expect(found(rows.map((row) => ({ ...row, labelCandidates: [] })))).toEqual([]);
    expect(found(rows.map((row) => ({ ...row, columns: null })))).toEqual([]);
    const odd = rowsAt(5, [['1', '2', '3']]).map((row) => ({ ...row, labelCandidates: [] }));
    expect(columns([...rows, ...odd])).toEqual([2, 3, 4]);
  });

  test('of full rows must be those that other rows end with', () => {
    const full = times(2, ['1', '2', '3']);
    const ending = times(3, ['', '2', '3']);
    expect(columns(rowsAt(2, [...full, ...ending]))).toEqual([2, 3, 4]);
    // Rows that end elsewhere, or begin before the full rows do, were moved.
    expect(columns(rowsAt(2, [...full, ...times(3, ['1', '2', ''])]))).toBeNull();
    expect(columns([...rowsAt(2, full), ...rowsAt(1, times(3, ['1', '', '', '3']))])).toBeNull();
    // Of seven others one in seven is more than the few that may have slid; of eight one is not.
    const others = (count: number): Segment[] =>
      rowsAt(2, [...full, ...times(count, ['', '2', '3']), ['1', '2', '']]);
    expect(columns(others(5))).toBeNull();
    expect(columns(others(6))).toEqual([2, 3, 4]);
    // Rows without figures tell nothing.
    expect(columns(rowsAt(2, [...full, ...times(9, ['', '', ''])]))).toEqual([2, 3, 4]);
  });

  test('without full rows are those that five rows use together', () => {
    const sparse = [
      ['1', '', '3'],
      ['', '2', '3'],
      ['', '2', '3'],
      ['', '', '3'],
    ];
    expect(columns(rowsAt(2, [...sparse, ['1', '', '']]))).toEqual([2, 3, 4]);
    expect(columns(rowsAt(2, sparse))).toBeNull();
    // One full row is as one other.
    expect(columns(rowsAt(2, [['1', '2', '3'], ...times(4, ['', '2', ''])]))).toEqual([2, 3, 4]);
    expect(columns(rowsAt(2, [['1', '2', '3'], ...times(3, ['', '2', ''])]))).toBeNull();
  });

  test('are none where fewer or more columns than the form has are used', () => {
    expect(columns(rowsAt(2, times(5, ['', '2', '3'])))).toBeNull();
    expect(columns(rowsAt(2, times(5, ['1', '2', ''])))).toBeNull();
    expect(columns(rowsAt(2, [...times(4, ['1', '', '3', '']), ...times(4, ['', '', '3', '4'])]))).toBeNull();
    expect(columns(rowsAt(2, times(5, ['', '', ''])))).toBeNull();
  });

  test('are none where rows have figures before them', () => {
    const inside = rowsAt(2, times(6, ['1', '', '3']));
    expect(columns([...inside, ...rowsAt(1, times(2, ['9', '', '', '3']))])).toBeNull();
  });

  test('are none where two ways hold as many rows', () => {
    const either = [...rowsAt(3, times(20, ['1', '2'])), ...rowsAt(2, [['1']])];
    expect(columns(either)).toEqual([2, 3, 4]);
    expect(columns([...either, ...rowsAt(5, [['1']])])).toBeNull();
  });

  test('of a grid may be left by one row in seven, of lines by none', () => {
    const rows = (count: number, key: ColumnSet): Segment[] => [
      ...rowsAt(2, times(count, ['1', '', '3']), key),
      ...rowsAt(3, [['', '', '4']], key),
    ];
    expect(columns(rows(6, columnSet('grid', 0)))).toEqual([2, 3, 4]);
    expect(columns(rows(5, columnSet('grid', 0)))).toBeNull();
    // What most lines agree on is one way to read them.
    expect(found(rows(6, LINES))).toEqual([[LINES, { columns: [2, 3, 4], cells: 3, areSure: false }]]);
    expect(columns(rows(5, LINES))).toBeNull();
    expect(found(rowsAt(2, times(6, ['1', '', '3']), LINES))[0]?.[1].areSure).toBe(true);
  });

  test('are not those of two ways as good', () => {
    expect(
      columns(rowsAt(2, [...times(3, ['1', '2', '']), ...times(3, ['', '2', '3'])], columnSet('grid', 0)), 2),
    ).toBeNull();
    const either = [...rowsAt(2, times(7, ['1', '', '3'])), ...rowsAt(1, [['9', '', '']])];
    expect(columns(either)).toEqual([2, 3, 4]);
  });

  test('are sure where rows that count anything end in the last of them', () => {
    const sure = (rows: readonly (readonly string[])[], key = columnSet('grid', 0)) =>
      found(rowsAt(2, rows, key)).map(([, { areSure }]) => areSure);
    const total = ['1', '', '3'];
    expect(sure([...times(6, total), ['1', '', '']])).toEqual([true]);
    expect(sure([...times(5, total), ['1', '', '']])).toEqual([false]);
    // Zeros stand where they please: they tell nothing of lines, and in a grid keep their columns.
    const zeros = [...times(3, ['0', '', '']), ...times(3, ['', '', '0'])];
    expect(sure(zeros)).toEqual([true]);
    expect(sure(zeros, LINES)).toEqual([false]);
    expect(sure([...times(6, ['0', '', '']), ...times(6, total)])).toEqual([true]);
    expect(sure([...times(5, ['０', '', '']), ['1', '', '']], LINES)).toEqual([]);
    expect(sure([...times(5, total), ['１', '', '']])).toEqual([false]);
  });

  test('have as many cells from the first of them on as most rows have', () => {
    const rows = [...times(2, ['1', '2', '3', '']), ...times(3, ['1', '2', '3', '', ''])];
    expect(found(rowsAt(2, rows))[0]?.[1].cells).toBe(5);
    expect(found(rowsAt(2, [...rows].reverse()))[0]?.[1].cells).toBe(5);
    expect(found(rowsAt(1, times(2, ['', '1', '2', '3'])))[0]?.[1]).toMatchObject({
      columns: [2, 3, 4],
      cells: 3,
    });
  });
});

describe('a row in the columns of the figures', () => {
  const known = { columns: [2, 3, 4], cells: 3, areSure: true };
  const place = (values: Segment['values'], columns: typeof known | undefined = known) => {
    const { tokens, fits, isOneWay } = placeInColumns(values, columns);
    return { tokens: shown(tokens), fits, isOneWay };
  };

  test('has a cell in each', () => {
    expect(place(cellsAt(2, '1', '', '3'))).toEqual({ tokens: '1 … 3', fits: true, isOneWay: false });
    expect(place(cellsAt(0, '', '', '1', '?', '3'))).toEqual({
      tokens: '1 … 3',
      fits: true,
      isOneWay: false,
    });
    expect(place(cellsAt(2, '1', '', '3'), { ...known, areSure: false }).isOneWay).toBe(true);
  });

  test('keeps all its cells where no columns are known', () => {
    expect(placeInColumns(cellsAt(2, '1', '?', '3'), undefined)).toEqual({
      tokens: cellsAt(2, '1', '?', '3'),
      fits: null,
      isOneWay: false,
    });
  });

  test('does not fit with a cell more or less, a figure before them, or a cell over two', () => {
    expect(place(cellsAt(2, '1', '2', '3', ''))).toEqual({ tokens: '1 2 3 …', fits: false, isOneWay: false });
    expect(place(cellsAt(2, '1', '?'))).toEqual({ tokens: '1 …', fits: false, isOneWay: false });
    expect(place(cellsAt(1, '9', '1', '2', '3'))).toEqual({ tokens: '1 2 3', fits: false, isOneWay: false });
    expect(place(cellsAt(1, '', '1', '2', '3'))).toEqual({ tokens: '1 2 3', fits: true, isOneWay: false });
    const wide = [
      tokenOf('1', { column: 2, span: 2 }),
      tokenOf('3', { column: 4 }),
      tokenOf('', { column: 5 }),
    ];
    expect(place(wide).fits).toBe(false);
    expect(place(tokensOf('1', '2', '3'))).toEqual({ tokens: '1 2 3', fits: false, isOneWay: false });
    const four = { columns: [2, 3, 4], cells: 4, areSure: true };
    expect(place(cellsAt(2, '1', '2', '3', '9'), four).fits).toBe(false);
    expect(place(cellsAt(2, '1', '2', '3', ''), four)).toMatchObject({ tokens: '1 2 3', fits: true });
    const merged = [
      tokenOf('', { column: 0, span: 3 }),
      tokenOf('2', { column: 3 }),
      tokenOf('3', { column: 4 }),
    ];
    expect(place(merged)).toMatchObject({ tokens: '… 2 3', fits: true });
    const before = [tokenOf('', { column: 1, span: 1 }), ...cellsAt(2, '1', '2', '3')];
    expect(place(before).fits).toBe(true);
  });
});

describe('where rows end', () => {
  const widths = (...counts: number[]): Segment[] =>
    counts.map((count) => segmentOf('规章', cellsAt(1, ...Array.from({ length: count }, () => '0'))));
  const loose = (...values: string[]): Segment =>
    segmentOf('规章', tokensOf(...values), { solid: false, columns: null });

  test('is the column behind the last cell, for seven rows in ten, five rows at least', () => {
    expect([...rowEnds(widths(3, 3, 3, 3, 3))]).toEqual([[columnSet('grid', 0), 4]]);
    expect([...rowEnds(widths(3, 3, 3, 3))]).toEqual([]);
    expect([...rowEnds(widths(2, 2, 2, 3, 3, 3, 3, 3, 3, 3))]).toEqual([[columnSet('grid', 0), 4]]);
    expect([...rowEnds(widths(2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3))]).toEqual([]);
    const wide = Array.from({ length: 5 }, () => segmentOf('规章', [tokenOf('1', { column: 2, span: 3 })]));
    expect([...rowEnds(wide)]).toEqual([[columnSet('grid', 0), 5]]);
  });

  test('is told for each table, and of no row without cells', () => {
    const other = widths(2, 2, 2, 2, 2).map((row) => ({ ...row, columns: columnSet('grid', 1) }));
    expect([...rowEnds([...widths(3, 3, 3, 3, 3), ...other])]).toEqual([
      [columnSet('grid', 0), 4],
      [columnSet('grid', 1), 3],
    ]);
    expect([...rowEnds([...widths(3, 3, 3, 3), segmentOf('规章', [])])]).toEqual([]);
    expect([...rowEnds([...widths(3, 3, 3, 3), segmentOf('规章', tokensOf('1'))])]).toEqual([]);
  });

  test('of cells with a line each is how many they are, without those told by a gap', () => {
    const rows = Array.from({ length: 5 }, () => loose('1', '?', '~', '3'));
    const [[, end] = []] = [...rowEnds(rows)];
    expect(end).toBe(3);
    // A row on one line without columns ends nowhere.
    expect([...rowEnds(rows.map((row) => ({ ...row, solid: true })))]).toEqual([]);
  });

  test('tells which rows are longer or shorter than the others', () => {
    const ends = rowEnds(widths(3, 3, 3, 3, 3));
    expect(widths(2, 3, 4).map((row) => fitOf(row, ends))).toEqual(['shorter', 'unknown', 'longer']);
    expect(fitOf({ ...(widths(4)[0] as Segment), columns: columnSet('grid', 7) }, ends)).toBe('unknown');
    expect(fitOf(segmentOf('规章', tokensOf('1')), ends)).toBe('unknown');
    expect(fitOf(segmentOf('规章', tokensOf('1'), { columns: null }), ends)).toBe('unknown');
  });

  test('tells of cells with a line each only that a blank before them is one', () => {
    const ends = rowEnds(Array.from({ length: 5 }, () => loose('1', '2', '3')));
    expect(fitOf(loose('?', '1', '2', '3'), ends)).toBe('longer');
    expect(fitOf(loose('1', '2', '3', '?'), ends)).toBe('unknown');
    expect(fitOf(loose('?', '1'), ends)).toBe('unknown');
    expect(fitOf(loose('?', '1', '2'), ends)).toBe('unknown');
    expect(fitOf(loose(), ends)).toBe('unknown');
  });

  test('says whether a row ends before another of its table', () => {
    const [short, long] = widths(2, 3) as [Segment, Segment];
    expect([endsBefore(short, long), endsBefore(long, short), endsBefore(long, long)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(endsBefore({ ...short, columns: columnSet('grid', 1) }, long)).toBe(false);
    expect(endsBefore({ ...short, columns: null }, { ...long, columns: null })).toBe(false);
    expect(endsBefore(segmentOf('规章', []), short)).toBe(true);
    expect(endsBefore(short, segmentOf('规章', []))).toBe(false);
  });

  test('every blank of a longer row may be a cell', () => {
    const row = segmentOf('规章', cellsAt(1, '1', '?', '~'));
    expect(shown(cellsOf(row, 'longer'))).toBe('1 … …');
    for (const fit of ['shorter', 'unknown'] as const) expect(cellsOf(row, fit)).toBe(row.values);
  });
});
