/**
 * Tables in plain text whose rows take several lines: cells copied from a browser, one or more lines each with tabs between
 * them, and tables ruled off row by row, whose cells wrap. Each such row becomes one list of located cells.
 */
import type { Paragraph } from '../../document';
import type { Place } from '../../place';
import { isBlank, looksLikeValue } from '../number';

/** A piece of text and where it stands. */
export type Piece = { text: string; at: Place };
/** A row put together from several lines; `isRuled` where rules show its ends, so that its cells stand in columns. */
export type CutRow = { kind: 'row'; cells: Piece[]; isRuled: boolean };

/** The place some characters further along a line. */
export const placed = (at: Place, offset: number): Place =>
  at.line === undefined
    ? at
    : {
        ...at,
        column: (at.column ?? 1) + offset,
        ...(at.offset === undefined ? {} : { offset: at.offset + offset }),
      };

const RULE = /^[\s|｜│┃¦║:+=_─━═\-┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╞╪╡╟╫╢]*$/u;
const DASHES = /[-─━═=]{3,}/u;
const CORNER = /[+┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╞╪╡╟╫╢]/u;

/** Whether a line only rules a table off. */
export const isRule = (text: string): boolean => DASHES.test(text) && RULE.test(text);

/** Fewer lines than this that open with a tab are no habit. */
const LEAST_TABBED = 30;

/**
 * Lines of a copied table as rows, where tabs open lines or stand alone on them but hardly ever between two texts; null
 * for any other text. A browser puts a tab between two cells and a line break between two rows, and each paragraph of a
 * cell breaks the line once more: what stands further from a tab than usual is beyond the end of a row.
 */
export function tabbedRows(blocks: readonly Paragraph[]): (Paragraph | CutRow)[] | null {
  const lines = blocks.map((block, index) => ({ ...block, index }));
  const led = lines.filter(({ text }) => /^[^\S\t]*\t/u.test(text)).length;
  const between = lines.filter(({ text }) => /\S\s*\t\s*\S/u.test(text)).length;
  if (led < LEAST_TABBED || between * 20 > led) return null;
  const marks = lines.flatMap(marksOf);
  const usual = { before: usualDistance(marks, false), after: usualDistance(marks, true) };
  const rows: (Paragraph | CutRow)[] = [];
  let row: Piece[] = [];
  marks.forEach((mark, number) => {
    const last = marks[number - 1];
    const distance = last ? mark.index - last.index : 0;
    const isNext =
      last !== undefined &&
      (mark.isTab ? last.isTab || distance <= usual.before : last.isTab && distance <= usual.after);
    if (!isNext) {
      if (row.length > 0) rows.push(rowOf(row));
      row = mark.isTab ? [{ text: '', at: mark.at }] : [];
    }
    if (mark.isTab) row.push({ text: '', at: mark.at });
    else row[Math.max(0, row.length - 1)] = { text: mark.text, at: mark.at };
  });
  rows.push(rowOf(row));
  return rows;
}

const rowOf = (cells: Piece[]): Paragraph | CutRow =>
  cells.length === 1 ? { kind: 'paragraph', ...(cells[0] as Piece) } : { kind: 'row', cells, isRuled: false };

/** A tab, or a text between tabs and ends of lines: an empty one where a cell shows blanks. */
type Mark = Piece & { isTab: boolean; index: number };

function marksOf({ text, at, index }: Piece & { index: number }): Mark[] {
  return [...text.matchAll(/\t|[^\t]+/gu)].flatMap((match): Mark[] => {
    const [piece] = match;
    if (piece === '\t') return [{ text: '', at: placed(at, match.index), isTab: true, index }];
    // Blanks around a tab are none; alone on their line they are a cell's.
    if (piece.trim() === '' && piece !== text) return [];
    const lead = piece.length - piece.trimStart().length;
    return [{ text: piece.trim(), at: placed(at, match.index + lead), isTab: false, index }];
  });
}

/** Lines between a tab and the text after it, or before it, as most are. */
function usualDistance(marks: readonly Mark[], isAfter: boolean): number {
  const counts = new Map<number, number>();
  marks.forEach((mark, number) => {
    const last = marks[number - 1];
    if (!last || last.isTab === mark.isTab || last.isTab !== isAfter) return;
    const distance = mark.index - last.index;
    counts.set(distance, (counts.get(distance) ?? 0) + 1);
  });
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Cuts a line with separators into its pieces. */
type Cut = (block: Piece) => Piece[];

/**
 * Lines of a table that is ruled off row by row as rows of whole cells: what stands in one column between two rules is one
 * cell. Null where rules do not end each row: where figures stand on two lines between rules.
 */
export function ruledRows(blocks: readonly Paragraph[], cut: Cut): (Paragraph | CutRow)[] | null {
  const rows: (Paragraph | CutRow)[] = [];
  let group: Piece[] | null = null;
  let rules = 0;
  let isWrapped = false;
  for (const block of blocks) {
    if (isRule(block.text) && CORNER.test(block.text)) {
      if (group && group.length > 0) {
        const row = ruledRow(group.map(cut));
        if (!row) return null;
        rows.push(row);
        isWrapped ||= group.length > 1;
      }
      rules += 1;
      group = [];
    } else if (group && /[|｜│┃¦║]/u.test(block.text)) group.push(block);
    else {
      // Lines without an end are none of a ruled table.
      if (group && group.length > 0) return null;
      group = null;
      rows.push(block);
    }
  }
  return isWrapped && rules >= LEAST_RULES && !group?.length ? rows : null;
}

/** Fewer rules than this are a header and a foot. */
const LEAST_RULES = 8;

/** The lines between two rules as one row of cells; null where they are no one row. */
function ruledRow(lines: readonly Piece[][]): CutRow | null {
  const [first = []] = lines;
  const isValue = ({ text }: Piece): boolean => !isBlank(text) && looksLikeValue(text);
  if (
    lines.some((line) => line.length !== first.length) ||
    lines.filter((line) => line.some(isValue)).length > 1
  )
    return null;
  const cells = first.map((blank, column): Piece => {
    const pieces = lines.map((line) => line[column] as Piece).filter(({ text }) => !isBlank(text));
    return { text: pieces.map(({ text }) => text).join(''), at: (pieces[0] ?? blank).at };
  });
  return { kind: 'row', cells, isRuled: true };
}

/** A line of pipes alone. */
const ONLY_PIPES = /^[\s|｜│┃¦║]*[|｜│┃¦║][\s|｜│┃¦║]*$/u;
/** A pipe on a line by itself. */
const ONE_PIPE = /^\s*[|｜│┃¦║]\s*$/u;
/** Fewer cells than this that a pipe below them closes are no habit, nor are fewer figures among them. */
const LEAST_CLOSED = 30;
const LEAST_CLOSED_FIGURES = 8;

/**
 * Lines of a table whose every cell is closed by a pipe on the next line, without these pipes: one below another is an empty cell and
 * stays. Null for any other text.
 */
export function closedCells(blocks: readonly Paragraph[]): Paragraph[] | null {
  const texts = blocks.flatMap(({ text }) => (text === '' ? [] : [text]));
  const figures = texts.flatMap((text, index) =>
    looksLikeValue(text) && !ONLY_PIPES.test(text) ? [index] : [],
  );
  const isClosed = (index: number): boolean => ONE_PIPE.test(texts[index + 1] ?? '');
  const closed = figures.filter(isClosed).length;
  // A text that is cut off has few figures; the labels and headers of its tables are closed as well.
  const cells = texts.filter((text, index) => !ONLY_PIPES.test(text) && isClosed(index)).length;
  if (cells < LEAST_CLOSED || closed < LEAST_CLOSED_FIGURES || closed < figures.length * 0.8) return null;
  let isOpen = false;
  return blocks.filter((block) => {
    if (block.text === '') return true;
    const isClosing = isOpen && ONE_PIPE.test(block.text);
    isOpen = !ONLY_PIPES.test(block.text);
    return !isClosing;
  });
}

/** Pipes in succession that fill a row up to the width of its table: more than label cells leave, so that figures must lack. */
const LONG_FILL = /[|｜│┃¦║]{4,}\s*$/u;

/**
 * Whether empty cells were left out of the rows: pipes fill up rows of figures as if they had lost cells, and no empty cell is seen
 * between others. Such pipes stand for no cell, and where the figures of a row stood they do not tell.
 */
export function leavesOutBlanks(blocks: readonly Paragraph[], cut: Cut): boolean {
  let isFilled = false;
  let before: Piece[] = [];
  for (const block of blocks) {
    if (block.text === '') continue;
    const isPipes = ONLY_PIPES.test(block.text);
    const pieces = /[|｜│┃¦║]/u.test(block.text) ? cut(block) : [block];
    const full = pieces.flatMap(({ text }, index) => (isBlank(text) ? [] : [index]));
    const hasFigures = full.some((index) => looksLikeValue(pieces[index]?.text ?? ''));
    if (isPipes && before.every(({ text }) => isBlank(text)) && before.length > 0) return false;
    if (hasFigures && (full.at(-1) as number) - (full[0] as number) >= full.length) return false;
    const last = (isPipes ? before : pieces).findLast(({ text }) => !isBlank(text));
    if (last && looksLikeValue(last.text) && LONG_FILL.test(block.text)) isFilled = true;
    before = pieces;
  }
  return isFilled;
}
