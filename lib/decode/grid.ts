/**
 * Rows of cells with spans → a Grid: every cell at its place on a rectangle, none over another. The rule is that of
 * HTML tables ("forming a table"): a cell takes the first free column of its row. Where spans would overlap, the
 * later cell is cut to the free columns.
 */
import type { Grid, GridCell } from '../document';
import type { Place } from '../place';

/** A cell before it is placed. `rowspan` 0 means down to the end of its group, as in HTML. */
export type SourceCell = { text: string; rowspan: number; colspan: number; at: Place };

/** A row of a table; a span never leaves the group of its row (HTML: thead, tbody, tfoot). */
export type SourceRow = { cells: SourceCell[]; group?: number };

/** Widest span taken, as in the HTML standard. */
const MAX_COLSPAN = 1000;

/**
 * The table as a grid with true geometry, `row` and `column` from 0. Columns in which no cell begins are dropped, so
 * an absurd colspan makes no absurd width; spans reaching below the table or its row group are cut.
 */
export function placeCells(rows: SourceRow[], at: Place): Grid {
  const groupEnds = rowGroupEnds(rows);
  // For each column, the first row that is free again.
  const freeFrom: number[] = [];
  const placed: GridCell[][] = rows.map((source, row) => {
    let column = 0;
    return source.cells.map((cell) => {
      while ((freeFrom[column] ?? 0) > row) column++;
      const below = (groupEnds[row] ?? row + 1) - row;
      const rowspan = cell.rowspan === 0 ? below : Math.max(1, Math.min(cell.rowspan, below));
      const wanted = Math.max(1, Math.min(cell.colspan, MAX_COLSPAN));
      let colspan = 0;
      while (colspan < wanted && (freeFrom[column + colspan] ?? 0) <= row) colspan++;
      for (let c = column; c < column + colspan; c++) freeFrom[c] = row + rowspan;
      const result = { text: cell.text, row, column, rowspan, colspan, at: cell.at };
      column += colspan;
      return result;
    });
  });
  return compactColumns({ kind: 'grid', rows: placed, width: freeFrom.length, at });
}

/** Index after the last row of the group each row belongs to. */
function rowGroupEnds(rows: SourceRow[]): number[] {
  const ends: number[] = [];
  for (let i = rows.length - 1; i >= 0; i--)
    ends[i] = i + 1 < rows.length && rows[i]?.group === rows[i + 1]?.group ? (ends[i + 1] ?? i + 1) : i + 1;
  return ends;
}

/** The grid without the columns in which no cell begins: they are no columns of the printed table. */
export function compactColumns(grid: Grid): Grid {
  const begins = new Set<number>();
  for (const row of grid.rows) for (const cell of row) begins.add(cell.column);
  if (begins.size === grid.width) return grid;
  const kept = [...begins].sort((a, b) => a - b);
  const rank = new Map(kept.map((column, index) => [column, index]));
  const position = (column: number) => {
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((kept[middle] ?? 0) < column) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const rows = grid.rows.map((row) =>
    row.map((cell) => {
      const column = rank.get(cell.column) ?? 0;
      return { ...cell, column, colspan: position(cell.column + cell.colspan) - column };
    }),
  );
  return { ...grid, rows, width: kept.length };
}

/** The grid without the rows in which no cell begins; spans over them are shortened. */
export function compactRows(grid: Grid): Grid {
  if (grid.rows.every((row) => row.length > 0)) return grid;
  const rank: number[] = [0];
  for (const row of grid.rows) rank.push((rank.at(-1) ?? 0) + (row.length > 0 ? 1 : 0));
  const rows = grid.rows
    .filter((row) => row.length > 0)
    .map((row) =>
      row.map((cell) => {
        const first = rank[cell.row] ?? 0;
        return { ...cell, row: first, rowspan: (rank[cell.row + cell.rowspan] ?? first + 1) - first };
      }),
    );
  return { ...grid, rows };
}
