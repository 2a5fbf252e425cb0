/**
 * Document → physical rows of tokens: the smallest located pieces, whatever the format was. A grid row, a line with
 * separators and a line of label and figures are rows whose end is certain (`solid`); a cell a line gives loose
 * tokens whose rows only the form can tell. Blanks that may be no cell at all (stray pipes, widened gaps) are marked
 * optional, so that the reader may use or skip them.
 */
import type { Document, Grid, Paragraph } from '../../document';
import type { Place } from '../../place';
import { isBlank, isPageNumber, looksLikeValue } from '../number';
import {
  type CutRow,
  type Piece,
  closedCells,
  isRule,
  leavesOutBlanks,
  placed,
  ruledRows,
  tabbedRows,
} from './text-tables';

export type Token = {
  kind: 'text' | 'value' | 'blank';
  text: string;
  at: Place;
  /** A blank that may stand for a cell or for nothing. */
  optional: boolean;
  /** An optional blank told only by a widened gap between lines. */
  inferred: boolean;
  /** First column on the expanded grid and how many columns the cell covers; null outside grids. */
  column: number | null;
  span: number;
};

/** What rows have their columns in common by: a grid, rules (by their number of cells), or lines in succession cut alike. */
export type ColumnSet = { readonly kind: 'grid' | 'ruled' | 'lines'; readonly number: number };

const COLUMN_SETS = new Map<string, ColumnSet>();

/** The column set of a kind with a number; the same object each time, so that sets compare by identity. */
export function columnSet(kind: ColumnSet['kind'], number: number): ColumnSet {
  const key = `${kind} ${number}`;
  const known = COLUMN_SETS.get(key);
  if (known) return known;
  const made = { kind, number };
  COLUMN_SETS.set(key, made);
  return made;
}

export type PhysicalRow = {
  tokens: Token[];
  /** The row's end is certain: a grid row, or a line that carries several cells. */
  solid: boolean;
  /** Number of the grid among the document's grids; null outside grids. */
  grid: number | null;
  /** Rows that share this set may share their columns: a grid, or lines in succession cut into as many pieces. */
  columns: ColumnSet | null;
  /** Number of columns of a row with such a set. */
  width: number;
};

const token = (kind: Token['kind'], text: string, at: Place, more: Partial<Token> = {}): Token => ({
  kind,
  text,
  at,
  optional: false,
  inferred: false,
  column: null,
  span: 1,
  ...more,
});

/** What programs write where a merged cell has no text of its own. */
const NO_CELL = /^\s*(?:none|nan|null)\s*$/iu;

const kindOf = (text: string): Token['kind'] =>
  isBlank(text) || NO_CELL.test(text) ? 'blank' : looksLikeValue(text) ? 'value' : 'text';

const SEPARATOR = /[|｜│┃¦║\t]/u;
const PIPE = /[|｜│┃¦║]/u;
const OPENING_PIPE = /^[\s\u3000]*[|｜│┃¦║]/u;
const CLOSING_PIPE = /[|｜│┃¦║][\s\u3000]*$/u;

/** The rows of a document, in reading order. Page numbers between rows and Markdown rules are left out. */
export function documentRows(document: Document): PhysicalRow[] {
  const parts: PhysicalRow[][] = [];
  let grids = 0;
  let run: Paragraph[] = [];
  const flush = () => {
    parts.push(paragraphRows(run));
    run = [];
  };
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') run.push(block);
    else {
      flush();
      parts.push(gridRows(block, grids++));
    }
  }
  flush();
  return parts.flat();
}

function gridRows(grid: Grid, number: number): PhysicalRow[] {
  // A row without cells is a slip of the page's author, and nothing stands in it.
  const rows = grid.rows.filter((cells) => cells.length > 0);
  return rows.map((cells) => ({
    solid: true,
    grid: number,
    columns: columnSet('grid', number),
    width: grid.width,
    tokens: cells
      .filter((cell) => !isPageNumber(cell.text) || cells.length > 1)
      .map((cell) =>
        token(kindOf(cell.text), cell.text, cell.at, { column: cell.column, span: cell.colspan }),
      ),
  }));
}

function paragraphRows(all: Paragraph[]): PhysicalRow[] {
  const blocks = closedCells(all) ?? all;
  const rows: PhysicalRow[] = [];
  const usualGap = usualGapOf(blocks);
  const habits: Habits = {
    isCellALine: figuresStandAlone(blocks),
    opens: isHabit(blocks, OPENING_PIPE),
    leavesOutBlanks: false,
    closes: allEndInTab(blocks) ? CLOSING_TAB : isHabit(blocks, CLOSING_PIPE) ? CLOSING_PIPE : null,
  };
  const cut = ({ text, at }: Piece): Piece[] => piecesOf(text, at, habits);
  habits.leavesOutBlanks = leavesOutBlanks(blocks, cut);
  let gap = 0;
  let lastAt: Place | null = null;
  let stretch = 0;
  for (const block of tabbedRows(blocks) ?? ruledRows(blocks, cut) ?? blocks) {
    if (block.kind === 'paragraph' && block.text === '') {
      gap += 1;
      continue;
    }
    const row = block.kind === 'row' ? cutRow(block) : lineRow(block.text, block.at, habits);
    if (!row) continue;
    if (row.width === 0) stretch += 1;
    else row.columns ??= columnSet('lines', stretch);
    const extra = usualGap === null ? 0 : (gap - usualGap) / (usualGap + 1);
    if (lastAt && Number.isInteger(extra) && extra <= 7)
      for (let i = 0; i < extra; i++)
        rows.push({
          solid: false,
          grid: null,
          columns: null,
          width: 0,
          tokens: [token('blank', '', lastAt, { optional: true, inferred: true })],
        });
    gap = 0;
    lastAt = block.kind === 'row' ? (block.cells[0] as Piece).at : block.at;
    rows.push(row);
  }
  return rows;
}

const CLOSING_TAB = /\t$/u;
/** Fewer lines with tabs than this show no habit. */
const LEAST_TABS = 10;

/** Whether a tab closes every line that has one, headers and rows of one cell too: then it stands before no cell. */
function allEndInTab(blocks: Paragraph[]): boolean {
  const lines = blocks.filter(({ text }) => text.includes('\t'));
  return lines.length >= LEAST_TABS && lines.every(({ text }) => text.endsWith('\t'));
}

/** A row put together from several lines. Where rules show its ends all its cells are certain. */
function cutRow({ cells, isRuled }: CutRow): PhysicalRow {
  const row = cellsRow(cells, cells.map(({ text }) => text).join('|'));
  if (!isRuled || !row.solid) return row;
  const tokens = row.tokens.map((each) => ({ ...each, optional: false }));
  return { ...row, tokens, columns: columnSet('ruled', cells.length) };
}

/** How the lines of a text are set. */
type Habits = {
  isCellALine: boolean;
  /** Lines open with a pipe that is the table's border; else what stands before a first pipe is a cell, blank or not. */
  opens: boolean;
  /** Empty cells have no place in the rows; pipes without a text between them stand for none. */
  leavesOutBlanks: boolean;
  /** What closes a line without being a cell's edge; null where nothing does. */
  closes: RegExp | null;
};

/** Whether at least half of the lines with pipes have one at that edge. */
function isHabit(blocks: Paragraph[], edge: RegExp): boolean {
  const lines = blocks.filter(({ text }) => PIPE.test(text));
  return lines.filter(({ text }) => edge.test(text)).length * 2 >= lines.length;
}

/** Two or three digits a blank apart: as many cells, or one figure with lost type-setting. */
const SPACED_DIGITS = /^\s*\d(?:\s\d){1,2}\s*$/u;

/** Whether figures stand alone on their lines, far more often than several on one; spaced digits tell neither. */
function figuresStandAlone(blocks: Paragraph[]): boolean {
  let alone = 0;
  let together = 0;
  for (const block of blocks) {
    if (block.text.length > 60) continue;
    const pieces = block.text.trim().split(/\s+/u);
    if (pieces.length === 1 && looksLikeValue(block.text)) alone += 1;
    else if (pieces.length > 1 && pieces.every(looksLikeValue) && !SPACED_DIGITS.test(block.text))
      together += 1;
  }
  return together === 0 ? alone >= 2 : alone >= 8 && alone > 3 * together;
}

/**
 * How many empty lines usually stand between two figures of a cell-a-line table, or between any two cells of it where figures in
 * succession are few; null when there are too few to tell.
 */
function usualGapOf(blocks: Paragraph[]): number | null {
  const figures = new Map<number, number>();
  const cells = new Map<number, number>();
  const add = (counts: Map<number, number>): void => void counts.set(gap, (counts.get(gap) ?? 0) + 1);
  let gap = 0;
  let previous: 'value' | 'cell' | null = null;
  for (const block of blocks) {
    if (block.text === '') {
      gap += 1;
      continue;
    }
    const own = looksLikeValue(block.text) ? 'value' : block.text.length <= LONGEST_CELL ? 'cell' : null;
    if (own === 'value' && previous === 'value') add(figures);
    if (own !== null && previous !== null) add(cells);
    previous = own;
    gap = 0;
  }
  return mostOf(figures) ?? mostOf(cells);
}

/** Letters of the longest text that is taken for a cell: labels are shorter, but for a few. */
const LONGEST_CELL = 30;
/** Fewer pairs of lines than this tell nothing. */
const LEAST_PAIRS = 12;

function mostOf(counts: ReadonlyMap<number, number>): number | null {
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] >= LEAST_PAIRS ? most[0] : null;
}

/** One line of text as a row; null for rules and page numbers. */
function lineRow(text: string, at: Place, habits: Habits): PhysicalRow | null {
  if (isRule(text)) return null;
  if (SEPARATOR.test(text)) {
    const pieces = piecesOf(text, at, habits);
    return pieces.length === 0 ? null : cellsRow(pieces, text);
  }
  if (isBlank(text)) return loose([token('blank', text, at, { optional: true })]);
  if (isPageNumber(text)) return null;
  // Where every other cell has a line of its own, `3 0` is one cell with lost type-setting, and its reading says so.
  if (habits.isCellALine && SPACED_DIGITS.test(text)) return loose([token('value', text.trim(), at)]);
  return spacedRow(text, at);
}

/** The pieces of a line with separators, without the table's own borders. */
function piecesOf(text: string, at: Place, { opens, closes, leavesOutBlanks: isShort }: Habits): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++)
    if (i === text.length || SEPARATOR.test(text[i] as string)) {
      const piece = text.slice(start, i);
      const lead = piece.length - piece.trimStart().length;
      pieces.push({ text: piece, at: placed(at, start + lead) });
      start = i + 1;
    }
  if (opens && OPENING_PIPE.test(text)) pieces.shift();
  if (closes !== null && pieces.length > 1 && closes.test(text)) pieces.pop();
  while (isShort && isBlank(pieces.at(-1)?.text ?? '0')) pieces.pop();
  return pieces;
}

/** Cells side by side as a row; `line` is all that stood there, for cells with a line of their own. */
function cellsRow(pieces: readonly Piece[], line: string): PhysicalRow {
  let lastFull = pieces.length - 1;
  while (lastFull >= 0 && isBlank(pieces[lastFull]?.text ?? '')) lastFull -= 1;
  const tokens = pieces.map((piece, index) =>
    token(kindOf(piece.text), piece.text.trim(), piece.at, { optional: index > lastFull, column: index }),
  );
  const full = tokens.filter((each) => !each.optional);
  // One filled piece closed by pipes is a cell a line, not a row of its own.
  if (full.length === 0 || (full.length === 1 && tokens.length <= 2)) return loose(looseOf(tokens, line));
  return { ...loose(tokens), solid: true, width: tokens.length };
}

const loose = (tokens: Token[]): PhysicalRow => ({
  tokens,
  solid: false,
  grid: null,
  columns: null,
  width: 0,
});

/** Pieces of a line that holds one cell: its blanks may be cells, but a line of several pipes alone is hardly one. */
const looseOf = (tokens: Token[], text: string): Token[] => {
  const isStray = tokens.every((each) => each.kind === 'blank') && text.trim().length > 1;
  return tokens.map((each) =>
    each.kind === 'blank' ? { ...each, optional: true, inferred: isStray } : each,
  );
};

/** A line without separators: figures only, a label followed by figures, or one piece. */
function spacedRow(text: string, at: Place): PhysicalRow {
  const pieces = [...text.matchAll(/[^\s\u00a0\u3000]+/gu)].map((match) => ({
    text: match[0],
    offset: match.index,
  }));
  let firstValue = pieces.length;
  while (firstValue > 0 && looksLikeValue(pieces[firstValue - 1]?.text ?? '')) firstValue -= 1;
  const values = pieces.slice(firstValue);
  const lead = pieces[0]?.offset ?? 0;
  if (values.length === 0 || (values.length === 1 && firstValue === 0))
    return loose([token(kindOf(text), text.trim(), placed(at, lead))]);
  const tokens = values.map((piece) => token('value', piece.text, placed(at, piece.offset)));
  if (firstValue > 0) {
    const end = pieces[firstValue - 1] as { text: string; offset: number };
    tokens.unshift(token('text', text.slice(lead, end.offset + end.text.length), placed(at, lead)));
  }
  return { ...loose(tokens), solid: firstValue > 0 && values.length > 1 };
}
