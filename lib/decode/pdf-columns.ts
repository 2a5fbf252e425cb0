/**
 * Tables without ruling lines: lines of text whose pieces stand in columns. Each piece is put under its column and
 * columns are parted by tabs, so that a blank column stays a blank between two tabs.
 */
import { linePieces, type Piece, type TextLine } from './pdf-text';

/** A gap of this many type sizes parts two pieces of a line. */
const PIECE_GAP = 1.2;
/** A line of at least this many pieces is a row. */
const ROW_PIECES = 3;

type Row = { line: TextLine; pieces: Piece[] };

/** Text of each line: pieces joined by tabs, with empty columns where neighbouring rows have a piece. */
export function alignColumns(lines: readonly TextLine[]): { line: TextLine; text: string }[] {
  const rows: Row[] = lines.map((line) => ({ line, pieces: linePieces(line, PIECE_GAP) }));
  const texts = rows.map(({ pieces }) => pieces.map((piece) => piece.text).join('\t'));
  for (const table of tableRuns(rows)) {
    const columns = columnsOf(table.map((index) => rows[index]?.pieces ?? []));
    for (const index of table) {
      const text = placePieces(rows[index]?.pieces ?? [], columns);
      if (text !== null) texts[index] = text;
    }
  }
  return rows
    .map(({ line }, index) => ({ line, text: texts[index] ?? '' }))
    .filter(({ text }) => text !== '');
}

/** Runs of rows; lines with fewer pieces may stand between them, as parts of wrapped labels do. */
function tableRuns(rows: readonly Row[]): number[][] {
  const runs: number[][] = [];
  let run: number[] = [];
  let lastRow: TextLine | null = null;
  rows.forEach(({ line, pieces }, index) => {
    if (pieces.length < ROW_PIECES) return;
    if (lastRow && line.y - lastRow.y > 6 * line.size) {
      runs.push(run);
      run = [];
    }
    run.push(index);
    lastRow = line;
  });
  runs.push(run);
  return runs.filter((indices) => indices.length >= 2);
}

/**
 * Column intervals of a run: those of its fullest rows, each interval the union of the pieces over one another. A
 * piece over two columns, such as a heading, does not make one of them.
 */
function columnsOf(rows: readonly Piece[][]): Piece[] {
  const most = Math.max(...rows.map((pieces) => pieces.length));
  const columns: Piece[] = [];
  for (const pieces of rows.filter((row) => row.length === most))
    pieces.forEach((piece, index) => {
      const column = columns[index];
      if (!column) columns.push({ ...piece });
      else if (piece.x0 <= column.x1 && piece.x1 >= column.x0) {
        column.x0 = Math.min(column.x0, piece.x0);
        column.x1 = Math.max(column.x1, piece.x1);
      }
    });
  return columns;
}

/** The pieces under their columns, or null where a piece has no column of its own. */
function placePieces(pieces: readonly Piece[], columns: readonly Piece[]): string | null {
  if (pieces.length === columns.length) return null;
  const cells: string[] = columns.map(() => '');
  let from = 0;
  for (const piece of pieces) {
    const centre = (piece.x0 + piece.x1) / 2;
    let best = -1;
    for (let i = from; i < columns.length; i++) {
      const column = columns[i];
      if (!column) continue;
      const previous = columns[best];
      if (!previous || distance(column, centre) < distance(previous, centre)) best = i;
    }
    if (best < 0) return null;
    cells[best] = piece.text;
    from = best + 1;
  }
  return cells.join('\t');
}

function distance(column: Piece, centre: number): number {
  return Math.abs((column.x0 + column.x1) / 2 - centre);
}
