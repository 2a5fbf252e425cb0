/** Glyphs of a page → lines of text. Nothing is known here of tables; a caller gives the glyphs that belong together. */
import type { Glyph } from './operators';
import { markedText } from '../cell-text';

/** Glyphs on one base line, left to right, with the line's box in points from the top left corner. */
export type TextLine = { glyphs: Glyph[]; x0: number; x1: number; y: number; size: number };

/** A piece of a line: glyphs without a wide gap between them. */
export type Piece = { text: string; x0: number; x1: number };

const DIGIT = /[0-9.,，０-９%％]/;
const HAN = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;

/**
 * Lines of the glyphs, top to bottom. Glyphs whose base lines differ by less than half their size share a line, so
 * digits set a little off their row's line stay in it.
 */
export function clusterLines(glyphs: readonly Glyph[]): TextLine[] {
  const sorted = [...glyphs].sort((a, b) => a.y - b.y || a.x0 - b.x0);
  const lines: TextLine[] = [];
  for (const glyph of sorted) {
    const line = lines.at(-1);
    if (line && glyph.y - line.y < 0.45 * Math.max(glyph.size, line.size)) {
      line.glyphs.push(glyph);
      line.x0 = Math.min(line.x0, glyph.x0);
      line.x1 = Math.max(line.x1, glyph.x1);
      // The base line is that of the largest glyph: a raised mark does not move it.
      if (glyph.size > line.size * 1.2) line.y = glyph.y;
      line.size = Math.max(line.size, glyph.size);
    } else lines.push({ glyphs: [glyph], x0: glyph.x0, x1: glyph.x1, y: glyph.y, size: glyph.size });
  }
  for (const line of lines) line.glyphs.sort((a, b) => a.x0 - b.x0 || a.y - b.y);
  return lines;
}

/**
 * The line's text in pieces. A gap of more than `TEXT_GAP` type sizes begins a new piece, or of `FIGURE_GAP` where
 * figures stand on either side: in a narrow column two numbers are hardly a digit apart.
 */
export function linePieces(line: TextLine): Piece[] {
  const pieces: Piece[] = [];
  const { glyphs } = line;
  let from = 0;
  for (let i = 1; i <= glyphs.length; i++) {
    const before = lastInk(glyphs, from, i);
    const next = glyphs[i];
    if (next && (!before || !isInk(next) || next.x0 - before.x1 <= pieceGap(before, next) * line.size))
      continue;
    const part = glyphs.slice(from, i);
    const text = glyphText(part);
    if (text.trim() !== '')
      pieces.push({ text, x0: part.find(isInk)?.x0 ?? line.x0, x1: before?.x1 ?? line.x1 });
    from = i;
  }
  return pieces;
}

const TEXT_GAP = 1.2;
const FIGURE_GAP = 0.4;

function pieceGap(a: Glyph, b: Glyph): number {
  return isDigit(a) && isDigit(b) ? FIGURE_GAP : TEXT_GAP;
}

/**
 * Text of neighbouring glyphs. A gap becomes a space only where it separates what would otherwise be another word or
 * number; raised small digits are put in brackets, as in HTML, so that they never join a number.
 */
export function glyphText(glyphs: readonly Glyph[]): string {
  const body = Math.max(...glyphs.map((glyph) => glyph.size), 0);
  let text = '';
  let raised = '';
  let previous: Glyph | null = null;
  for (const glyph of glyphs) {
    const base: Glyph | null = previous;
    if (base && isRaised(glyph, base, body)) {
      raised += glyph.text;
      continue;
    }
    if (raised !== '') {
      text += markedText(raised);
      raised = '';
    }
    if (base && needsSpace(base, glyph)) text += ' ';
    text += glyph.text;
    previous = glyph;
  }
  if (raised !== '') text += markedText(raised);
  return text.replace(/[ \t]+/g, ' ').replace(/^ | $/g, '');
}

/**
 * Lines of a cell as one text. Lines of one character each are a label set upright and are joined; so is a line
 * that broke only because the cell was full. Other lines end with '\n'.
 */
export function cellLines(lines: readonly TextLine[], width: number): string {
  const texts = lines
    .map((line) => ({ line, text: glyphText(line.glyphs) }))
    .filter(({ text }) => text.trim() !== '');
  const isUpright = texts.length > 1 && texts.every(({ text }) => [...text].length <= 1 && !DIGIT.test(text));
  let result = '';
  texts.forEach(({ line, text }, index) => {
    const before = texts[index - 1];
    const isWrapped = before !== undefined && width - (before.line.x1 - before.line.x0) < line.size + 12;
    // Two numbers, one over the other, are never joined to one.
    const isNumbers = DIGIT.test(result.slice(-1)) && DIGIT.test(text.charAt(0));
    result += index === 0 || isUpright || (isWrapped && !isNumbers) ? text : `\n${text}`;
  });
  return result;
}

/**
 * The glyphs without those printed twice in one place to look bold: joined, they would double a digit. Blanks are
 * kept, glyphs outside the page are not.
 */
export function dropOverprints(glyphs: readonly Glyph[], width: number, height: number): Glyph[] {
  const seen = new Map<string, Glyph[]>();
  return glyphs.filter((glyph) => {
    if (glyph.x1 < 0 || glyph.x0 > width || glyph.y < 0 || glyph.y - glyph.size > height) return false;
    if (!isInk(glyph)) return true;
    const key = `${glyph.text} ${Math.round(glyph.y / 8)}`;
    const below = `${glyph.text} ${Math.round(glyph.y / 8) + 1}`;
    const above = `${glyph.text} ${Math.round(glyph.y / 8) - 1}`;
    const near = (other: Glyph) =>
      Math.abs(other.x0 - glyph.x0) < 0.3 * (glyph.x1 - glyph.x0) &&
      Math.abs(other.y - glyph.y) < 0.25 * glyph.size;
    for (const place of [key, below, above]) if (seen.get(place)?.some(near)) return false;
    const list = seen.get(key);
    if (list) list.push(glyph);
    else seen.set(key, [glyph]);
    return true;
  });
}

export function isInk(glyph: Glyph): boolean {
  return glyph.text.trim() !== '';
}

/** Whether a glyph can be part of a number, whose glyphs must not be parted. */
export function isDigit(glyph: Glyph): boolean {
  return DIGIT.test(glyph.text);
}

function lastInk(glyphs: readonly Glyph[], from: number, to: number): Glyph | null {
  for (let i = to - 1; i >= from; i--) {
    const glyph = glyphs[i];
    if (glyph && isInk(glyph)) return glyph;
  }
  return null;
}

function isRaised(glyph: Glyph, base: Glyph, body: number): boolean {
  return (
    isInk(glyph) &&
    glyph.size < 0.8 * body &&
    base.size >= 0.8 * body &&
    base.y - glyph.y > 0.12 * body &&
    isInk(base)
  );
}

function needsSpace(a: Glyph, b: Glyph): boolean {
  if (!isInk(a) || !isInk(b)) return false;
  const gap = (b.x0 - a.x1) / Math.min(a.size, b.size);
  if (HAN.test(a.text) && HAN.test(b.text)) return gap > 0.9;
  if (HAN.test(a.text) || HAN.test(b.text)) return gap > 0.6;
  return gap > 0.2;
}
