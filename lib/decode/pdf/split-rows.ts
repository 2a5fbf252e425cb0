/**
 * Rows of a ruled table between which no line is drawn: figures stand one over another in several columns at the same
 * heights. Left together, each cell would hold several numbers.
 */
import type { Glyph } from './operators';
import type { Area, Lattice } from './lattice';
import { clusterLines, glyphText, type TextLine } from './text';

/** In so many columns figures must be stacked alike. */
const STACKED_COLUMNS = 3;
const FIGURE = /^[\d０-９.,，%％+\-—－／/]+$/;

/** The lattice with such rows parted halfway between their figures, and the glyphs of its areas. */
export function splitRows(lattice: Lattice, glyphs: Glyph[][]): { lattice: Lattice; glyphs: Glyph[][] } {
  const cuts = new Map<number, number[]>();
  for (let row = 0; row < lattice.ys.length - 1; row++) {
    const levels = rowLevels(lattice, glyphs, row);
    if (levels.length > 1) cuts.set(row, levels);
  }
  if (cuts.size === 0) return { lattice, glyphs };
  return cutRows(lattice, glyphs, cuts);
}

/** Heights at which the figures of a row stand; a single one, or none, where the row is one row. */
function rowLevels(lattice: Lattice, glyphs: Glyph[][], row: number): number[] {
  const stacks: TextLine[][] = [];
  lattice.areas.forEach((area, index) => {
    if (area.row !== row || area.rowspan !== 1) return;
    const lines = clusterLines(glyphs[index] ?? []).filter((line) => FIGURE.test(glyphText(line.glyphs)));
    if (lines.length > 0) stacks.push(lines);
  });
  if (stacks.filter((lines) => lines.length > 1).length < STACKED_COLUMNS) return [];
  const levels: { y: number; size: number }[] = [];
  for (const { y, size } of stacks.flat().sort((a, b) => a.y - b.y)) {
    const last = levels.at(-1);
    if (!last || y - last.y > 0.5 * size) levels.push({ y, size });
  }
  // Each stack has at most one figure at a level; more would be a wrapped number.
  const isEven = stacks.every((lines) =>
    lines.every((line, i) => i === 0 || levelOf(levels, line) > levelOf(levels, lines[i - 1])),
  );
  return isEven ? levels.map((level) => level.y - 0.35 * level.size) : [];
}

function levelOf(levels: readonly { y: number }[], line: TextLine | undefined): number {
  let best = 0;
  levels.forEach((level, index) => {
    if (Math.abs(level.y - (line?.y ?? 0)) < Math.abs((levels[best]?.y ?? 0) - (line?.y ?? 0))) best = index;
  });
  return best;
}

function cutRows(lattice: Lattice, glyphs: Glyph[][], cuts: Map<number, number[]>) {
  const ys: number[] = [];
  const firstOf: number[] = [];
  lattice.ys.forEach((y, row) => {
    firstOf[row] = ys.length;
    ys.push(y);
    const levels = cuts.get(row) ?? [];
    for (let i = 1; i < levels.length; i++) ys.push(((levels[i - 1] ?? 0) + (levels[i] ?? 0)) / 2);
  });
  const areas: Area[] = [];
  const parted: Glyph[][] = [];
  lattice.areas.forEach((area, index) => {
    const row = firstOf[area.row] ?? 0;
    const rowspan = (firstOf[area.row + area.rowspan] ?? row + 1) - row;
    const own = glyphs[index] ?? [];
    const parts =
      area.rowspan === 1 && rowspan > 1 ? partGlyphs(own, ys.slice(row, row + rowspan + 1)) : null;
    if (!parts) {
      areas.push({ ...area, row, rowspan });
      parted.push(own);
    } else
      parts.forEach((part, i) => {
        areas.push({ ...area, row: row + i, rowspan: 1 });
        parted.push(part);
      });
  });
  // What owns which place is not needed any more: every glyph has its area.
  return { lattice: { ...lattice, ys, areas }, glyphs: parted };
}

/** The glyphs of a cell by row; null for a cell over all rows, whose lines do not stand one in each. */
function partGlyphs(glyphs: readonly Glyph[], bounds: readonly number[]): Glyph[][] | null {
  const parts: Glyph[][] = Array.from({ length: bounds.length - 1 }, () => []);
  for (const line of clusterLines(glyphs)) {
    const middle = line.y - 0.35 * line.size;
    const row = bounds.findIndex((bound, i) => i > 0 && middle <= bound) - 1;
    parts[row < 0 ? parts.length - 1 : row]?.push(...line.glyphs);
  }
  const hasText = glyphs.some((glyph) => glyph.text.trim() !== '');
  const isFigures = parts.some((part) => part.length > 0 && FIGURE.test(glyphText(part)));
  return !hasText || isFigures || parts.every((part) => part.length > 0) ? parts : null;
}
