/**
 * Which columns hold the figures of a table, told by its own rows: where rows with all their figures agree on them, or
 * where exactly as many columns as the form has follow the widest label. Rows whose merged label cells were dropped do
 * not agree, and then nothing is told.
 */
import type { Segment } from './segments';
import type { Token } from './tokens';

/** Column key (see `PhysicalRow`) → the columns of the figures, left to right; no entry where the rows do not tell. */
export type ValueColumns = ReadonlyMap<string, readonly number[]>;

/** Rows needed to take the columns after the widest label for the figures'. */
const LEAST_ROWS = 5;

/** The columns of the figures of each table among the segments, for rows of `size` figures. */
export function valueColumns(segments: readonly Segment[], size: number): ValueColumns {
  const tables = new Map<string, Segment[]>();
  for (const segment of segments)
    if (segment.columns !== null && segment.ways.length > 0)
      tables.set(segment.columns, [...(tables.get(segment.columns) ?? []), segment]);
  const found = new Map<string, number[]>();
  for (const [key, rows] of tables) {
    const columns = columnsOf(rows, size);
    if (columns) found.set(key, columns);
  }
  return found;
}

function columnsOf(rows: readonly Segment[], size: number): number[] | null {
  const full = rows
    .map((row) => row.values.filter((value) => value.kind === 'value').map((value) => value.column ?? -1))
    .filter((columns) => columns.length === size);
  const [first] = full;
  if (first && full.some((columns) => columns.join() !== first.join())) return null;
  if (first && full.length >= 2) return first;
  const start = Math.max(...rows.map((row) => row.values[0]?.column ?? 0));
  const width = Math.max(...rows.map((row) => row.width));
  if (rows.length < LEAST_ROWS || width - start !== size) return null;
  // Where dropped label cells let the figures slide to the left, some stand before the widest label or none in the last column.
  const figures = rows.flatMap((row) =>
    row.values.filter((value) => value.kind === 'value').map((value) => value.column ?? 0),
  );
  const isTrue = figures.every((column) => column >= start) && figures.includes(width - 1);
  return isTrue ? Array.from({ length: size }, (_, index) => start + index) : null;
}

/** A row's cells in the figures' columns, or null where the row does not fit them: a cell over two columns, a figure outside. */
export function tokensInColumns(values: readonly Token[], columns: readonly number[]): Token[] | null {
  const cells = columns.map((column) =>
    values.find(
      (value) => value.column !== null && value.column <= column && column < value.column + value.span,
    ),
  );
  if (cells.some((cell) => cell === undefined) || new Set(cells).size !== cells.length) return null;
  const placed = new Set(cells);
  if (values.some((value) => value.kind !== 'blank' && !placed.has(value))) return null;
  return (cells as Token[]).map((cell) => ({ ...cell, optional: false }));
}
