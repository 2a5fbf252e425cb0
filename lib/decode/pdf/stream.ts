/**
 * Tables without ruling lines: lines of text whose figures stand in columns. Columns are where the figures of
 * neighbouring lines lie over one another; each line's pieces are parted by tabs, one place a column, so that a blank
 * column stays a blank between two tabs.
 */
import { linePieces, type Piece, type TextLine } from './text';

type Row = { line: TextLine; pieces: Piece[] };
/** A row of figures: label lines above it, its own label and those below, one text a column. */
type PlacedRow = { above: string[]; label: string[]; cells: string[] };

/** What stands in a cell of figures: a number, a dash, a sign or a unit. */
const FIGURE = /^[\d０-９〇.,，%％+\-—–－／/增减件个元万无（）()\s]+$/;
const DIGIT = /[\d０-９〇]/;
/** Lines of one table are no further apart than this many type sizes. */
const TABLE_GAP = 6;
/** A label's further lines are no further from its figures than this many type sizes. */
const LABEL_REACH = 1.6;

/**
 * Text of each line, blank lines left out. Lines of a table begin with their label, also where it wrapped over the
 * lines above and below, and have the same number of tabs.
 */
export function alignColumns(lines: readonly TextLine[]): { line: TextLine; text: string }[] {
  const rows: Row[] = lines.map((line) => ({ line, pieces: linePieces(line) }));
  const texts = rows.map(({ pieces }) => pieces.map((piece) => piece.text).join('\t'));
  for (const table of tableRuns(rows)) {
    const columns = columnsOf(table.flatMap((index) => (rows[index]?.pieces ?? []).filter(isFigure)));
    const start = columns[0]?.x0 ?? 0;
    if (columns.length < 2) continue;
    const placed = new Map<number, PlacedRow>();
    for (const index of table) {
      const row = placePieces(rows[index]?.pieces ?? [], columns);
      if (row) placed.set(index, row);
    }
    for (const { index, owner } of labelParts(rows, [...placed.keys()], start)) {
      const row = placed.get(owner);
      if (!row) continue;
      const parts = rows[index]?.pieces.map((piece) => piece.text) ?? [];
      (index < owner ? row.above : row.label).push(...parts);
      texts[index] = '';
    }
    for (const [index, { above, label, cells }] of placed)
      texts[index] = [[...above, ...label].join(''), ...cells].join('\t');
  }
  return rows
    .map(({ line }, index) => ({ line, text: texts[index] ?? '' }))
    .filter(({ text }) => text !== '');
}

/** Lines that stand wholly left of the figures and close to one row of them: parts of that row's label. */
function labelParts(rows: readonly Row[], table: readonly number[], start: number) {
  const parts: { index: number; owner: number }[] = [];
  const first = (table[0] ?? 0) - 2;
  const last = (table.at(-1) ?? -1) + 2;
  for (let index = Math.max(0, first); index <= Math.min(rows.length - 1, last); index++) {
    const row = rows[index];
    if (!row || table.includes(index) || row.pieces.length === 0) continue;
    if (row.pieces.some((piece) => piece.x1 > start)) continue;
    const distances = table
      .map((owner) => ({ owner, apart: Math.abs((rows[owner]?.line.y ?? 0) - row.line.y) }))
      .sort((a, b) => a.apart - b.apart);
    const [nearest, next] = distances;
    if (!nearest || nearest.apart > LABEL_REACH * row.line.size) continue;
    if (!next || nearest.apart < 0.8 * next.apart) parts.push({ index, owner: nearest.owner });
  }
  return parts;
}

/** Runs of lines with two or more figures; other lines may stand between, as parts of wrapped labels do. */
function tableRuns(rows: readonly Row[]): number[][] {
  const runs: number[][] = [];
  let lastRow: TextLine | null = null;
  rows.forEach(({ line, pieces }, index) => {
    if (pieces.filter(isFigure).length < 2) return;
    const run = runs.at(-1);
    if (run && lastRow && line.y - lastRow.y <= TABLE_GAP * line.size) run.push(index);
    else runs.push([index]);
    lastRow = line;
  });
  return runs.filter((indices) => indices.length >= 2);
}

/** Whether a line holds figures of several columns: three or more, and not the spaced digits of one (1 2 0). */
export function hasColumns(line: TextLine): boolean {
  const pieces = linePieces(line);
  const isOneFigure = pieces.length <= 4 && pieces.every((piece) => /^[\d０-９]$/.test(piece.text));
  return pieces.filter(isFigure).length >= 3 && !isOneFigure;
}

function isFigure(piece: Piece): boolean {
  return FIGURE.test(piece.text) && (DIGIT.test(piece.text) || piece.text.length <= 2);
}

/** Columns: intervals in which figures overlap, left to right. */
function columnsOf(figures: readonly Piece[]): Piece[] {
  const columns: Piece[] = [];
  for (const figure of [...figures].sort((a, b) => a.x0 - b.x0)) {
    const column = columns.at(-1);
    if (column && figure.x0 <= column.x1) column.x1 = Math.max(column.x1, figure.x1);
    else columns.push({ ...figure });
  }
  return columns;
}

/** The row's label and one text a column; null where two pieces would share a place. */
function placePieces(pieces: readonly Piece[], columns: readonly Piece[]): PlacedRow | null {
  const cells: string[] = columns.map(() => '');
  const label: string[] = [];
  const start = columns[0]?.x0 ?? 0;
  for (const piece of pieces) {
    const centre = (piece.x0 + piece.x1) / 2;
    if (centre < start) {
      label.push(piece.text);
      continue;
    }
    const place = columns.findIndex((column) => centre >= column.x0 - 0.5 && centre <= column.x1 + 0.5);
    if (place < 0 || cells[place] !== '') return null;
    cells[place] = piece.text;
  }
  return { above: [], label, cells };
}
