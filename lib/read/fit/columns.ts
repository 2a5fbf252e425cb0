/**
 * Which columns hold the figures of a table, told by its own rows: where rows with all their figures agree on them, or
 * where the figures of all rows together use exactly as many columns as the form has. Rows whose merged label cells were dropped do
 * not agree, and then nothing is told.
 */
import type { RowFit } from './candidates';
import type { Segment } from '../lines/segments';
import type { ColumnSet, Token } from '../lines/tokens';
import { COMMON_SHARE, LEAST_COLUMN_ROWS, USUAL_SHARE } from './thresholds';

/**
 * The columns of the figures, left to right, how many cells a row usually has from the first of them on, and whether the last holds
 * the totals; where it does not, the columns are but one way to read a row.
 */
type Columns = { columns: readonly number[]; cells: number; areSure: boolean };

/** Column set → the columns of its figures; no entry where the rows do not tell. */
export type ValueColumns = ReadonlyMap<ColumnSet, Columns>;

/** The columns of the figures of each table among the segments, for rows of `size` figures. */
export function valueColumns(segments: readonly Segment[], size: number): ValueColumns {
  const tables = new Map<ColumnSet, Segment[]>();
  for (const segment of segments)
    if (segment.columns !== null && segment.labelCandidates.length > 0)
      tables.set(segment.columns, [...(tables.get(segment.columns) ?? []), segment]);
  const found = new Map<ColumnSet, Columns>();
  for (const [key, rows] of tables) {
    const certain = columnsOf(rows, size, isGrid(rows) ? COMMON_SHARE : 1);
    // Of lines a few may have slid; what most agree on is one way to read them.
    const columns = certain ?? (isGrid(rows) ? null : commonColumns(usedColumns(rows), size, COMMON_SHARE));
    if (columns)
      found.set(key, {
        columns,
        cells: usualCells(rows, columns[0] as number),
        areSure: certain !== null && endInTotal(rows, columns.at(-1) as number),
      });
  }
  return found;
}

function columnsOf(rows: readonly Segment[], size: number, share: number): number[] | null {
  const full = rows
    .map((row) => row.values.filter((value) => value.kind === 'value').map((value) => value.column ?? -1))
    .filter((columns) => columns.length === size);
  const [first] = full;
  if (first && full.some((columns) => columns.join() !== first.join())) return null;
  const used = usedColumns(rows);
  // Where label cells were merged the full rows may all be first rows of a block, one column to the right of the others:
  // these tell, by the total that a row with any figure ends with.
  if (first && full.length >= 2) {
    const others = used.filter((columns) => columns.length < size);
    const ending = others.filter(
      (columns) => columns.at(-1) === first.at(-1) && (columns[0] as number) >= (first[0] as number),
    );
    return ending.length >= others.length * COMMON_SHARE ? first : null;
  }
  if (rows.length < LEAST_COLUMN_ROWS) return null;
  return commonColumns(used, size, share);
}

/** Whether rows that count anything have a figure in the last column, as they must: a total of something is no blank zero. */
function endInTotal(rows: readonly Segment[], last: number): boolean {
  const counting = rows.filter((row) => row.values.some(isCount));
  // Zeros stand where they please; in a grid they keep their columns all the same.
  if (counting.length === 0) return isGrid(rows);
  const ending = counting.filter((row) => row.values.findLast(isFigure)?.column === last);
  return ending.length >= counting.length * COMMON_SHARE;
}

const isGrid = ([first]: readonly Segment[]): boolean =>
  first?.columns?.kind === 'grid' || first?.columns?.kind === 'ruled';
const isFigure = (value: Token): boolean => value.kind === 'value';
const isCount = (value: Token): boolean => isFigure(value) && /[1-9]/u.test(value.text.normalize('NFKC'));

/** The columns of each row's figures, for the rows that have any. */
const usedColumns = (rows: readonly Segment[]): number[][] =>
  rows
    .map((row) => row.values.flatMap((value) => (value.kind === 'value' ? [value.column ?? 0] : [])))
    .filter((columns) => columns.length > 0);

const areBetween = (columns: readonly number[], first: number, last: number): boolean =>
  columns.every((column) => column >= first && column <= last);

/**
 * The only `size` columns side by side that are all the figures of most rows use, from the first to the last of them. Where
 * dropped label cells let figures slide to the left, they spread over more columns than the form has, and none are.
 */
function commonColumns(used: readonly number[][], size: number, share: number): number[] | null {
  const starts = [...new Set(used.map((columns) => Math.min(...columns)))].filter((start) => {
    const inside = used.filter((columns) => areBetween(columns, start, start + size - 1));
    return (
      inside.length >= used.length * share &&
      inside.some((columns) => columns.includes(start)) &&
      inside.some((columns) => columns.includes(start + size - 1))
    );
  });
  const [start] = starts;
  return start !== undefined && starts.length === 1
    ? Array.from({ length: size }, (_, index) => start + index)
    : null;
}

const cellsFrom = (values: readonly Token[], first: number): number =>
  values.filter((value) => value.column !== null && value.column + value.span > first).length;

function usualCells(rows: readonly Segment[], first: number): number {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const count = cellsFrom(row.values, first);
    counts.set(count, (counts.get(count) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** A row's cells, and whether they stand in the columns of the table's figures: null where these are not known; `isOneWay` where they are not sure. */
export type PlacedTokens = { tokens: Token[]; fits: boolean | null; isOneWay: boolean };

/**
 * A row's cells in the figures' columns. A row with a cell more or less than the others does not fit: what was lost or added
 * may have stood anywhere and pushed the rest aside. Nor does one with a figure outside or a cell over two columns.
 */
export function placeInColumns(values: readonly Token[], known: Columns | undefined): PlacedTokens {
  if (!known) return { tokens: [...values], fits: null, isOneWay: false };
  const { columns, cells, areSure } = known;
  const first = columns[0] as number;
  const own = values.filter((value) => value.column === null || value.column + value.span > first);
  const found = columns.map((column) =>
    values.find(
      (value) => value.column !== null && value.column <= column && column < value.column + value.span,
    ),
  );
  const placed = new Set(found);
  const fits =
    cellsFrom(values, first) === cells &&
    !placed.has(undefined) &&
    placed.size === columns.length &&
    values.every((value) => value.kind === 'blank' || placed.has(value));
  const tokens = (fits ? (found as Token[]) : own).map((cell) => ({
    ...cell,
    optional: false,
    inferred: false,
  }));
  return { tokens, fits, isOneWay: !areSure };
}

/** Key of an end → where the rows that share it usually end; no entry where they end anywhere. */
export type RowEnds = ReadonlyMap<EndKey, number>;
/** Rows that may end in one place: those of a column set, or all cells with a line each. */
type EndKey = ColumnSet | typeof LOOSE;
const LOOSE = 'a cell a line';

/** Where the rows of each table among the segments end. */
export function rowEnds(segments: readonly Segment[]): RowEnds {
  const ends = new Map<EndKey, number[]>();
  for (const segment of segments) {
    const end = endOf(segment);
    const key = endKey(segment);
    if (key !== null && end !== null) ends.set(key, [...(ends.get(key) ?? []), end]);
  }
  const usual = new Map<EndKey, number>();
  for (const [key, all] of ends) {
    const [most] = [...new Set(all)]
      .map((end) => [end, all.filter((each) => each === end).length] as const)
      .sort((a, b) => b[1] - a[1]);
    if (most && all.length >= LEAST_COLUMN_ROWS && most[1] >= all.length * USUAL_SHARE)
      usual.set(key, most[0]);
  }
  return usual;
}

/** Rows that share this key may end in one place; null where the place of an end says nothing. */
const endKey = ({ columns, solid }: Segment): EndKey | null => columns ?? (solid ? null : LOOSE);

/** The column behind a row's last cell; of cells with a line each, how many they are. */
function endOf({ solid, columns, values }: Segment): number | null {
  if (!solid && columns === null) return values.filter((value) => !value.inferred).length;
  const last = values.at(-1);
  return last === undefined || last.column === null ? null : last.column + last.span;
}

/** Whether a row ends in an earlier column of the same table than another does. */
export const endsBefore = (one: Segment, other: Segment): boolean =>
  one.columns !== null && one.columns === other.columns && (endOf(one) ?? 0) < (endOf(other) ?? 0);

/** How a row ends beside the other rows of its table. Lines may be fewer for many reasons. */
export function fitOf(segment: Segment, ends: RowEnds): RowFit {
  const key = endKey(segment);
  const usual = key === null ? undefined : ends.get(key);
  const own = endOf(segment);
  if (usual === undefined || own === null || usual === own) return 'unknown';
  if (key !== LOOSE) return own > usual ? 'longer' : 'shorter';
  // A blank line behind the figures closes the row; one before them is a cell, and then a figure may be there twice.
  return own > usual && segment.values[0]?.kind === 'blank' ? 'longer' : 'unknown';
}

/** The cells of a row that is longer than the others: every blank of it may be a cell. */
export const cellsOf = (segment: Segment, fit: RowFit): Token[] =>
  fit === 'longer'
    ? segment.values.map((value) => ({ ...value, optional: false, inferred: false }))
    : segment.values;
