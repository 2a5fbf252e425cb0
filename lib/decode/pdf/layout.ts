/** One page's glyphs and lines → its blocks, top to bottom: grids inside ruling lines, lines of text outside. */
import type { Block, Grid, GridCell, Paragraph } from '../../document';
import type { Place } from '../../place';
import { compactColumns, compactRows } from '../grid';
import { alignColumns, hasColumns } from './stream';
import type { Glyph, PageDrawing } from './operators';
import { splitRows } from './split-rows';
import { findLattices, type Lattice } from './lattice';
import { cellLines, clusterLines, isDigit, isInk } from './text';

/** Blocks of a page. `page` counts from 1; `tables` is the number of tables on the pages before. */
export function layOutPage(drawing: PageDrawing, page: number, tables: number): Block[] {
  const lattices = findLattices(drawing.across, drawing.down);
  const inside: Glyph[][][] = lattices.map((lattice) => lattice.areas.map(() => []));
  const outside: Glyph[] = [];
  for (const run of glyphRuns(drawing.glyphs)) {
    const found = findArea(lattices, run);
    if (found) inside[found.lattice]?.[found.area]?.push(...run);
    else outside.push(...run);
  }
  const blocks: { y: number; block: Block }[] = [];
  let number = tables;
  lattices.forEach((lattice, index) => {
    const glyphs = inside[index] ?? [];
    // Lines that hold no text are an ornament or a frame.
    if (!glyphs.some((cell) => cell.some(isInk))) return;
    if (isFrame(lattice, glyphs)) outside.push(...glyphs.flat());
    else {
      const split = splitRows(lattice, glyphs);
      blocks.push({ y: lattice.ys[0] ?? 0, block: buildGrid(split.lattice, split.glyphs, page, ++number) });
    }
  });
  for (const { line, text } of alignColumns(clusterLines(outside)))
    blocks.push({ y: line.y - line.size, block: paragraph(text, page, line) });
  return blocks.sort((a, b) => a.y - b.y).map(({ block }) => block);
}

/** Lines around a passage, or around a table whose own columns are not ruled. */
function isFrame(lattice: Lattice, glyphs: readonly Glyph[][]): boolean {
  if (lattice.areas.length === 1) return true;
  const unruled = glyphs.filter((cell) => clusterLines(cell).some(hasColumns));
  return unruled.length >= 2 || (unruled.length === 1 && lattice.areas.length <= 3);
}

function paragraph(
  text: string,
  page: number,
  line: { x0: number; x1: number; y: number; size: number },
): Paragraph {
  return {
    kind: 'paragraph',
    text,
    at: { page, box: box(line.x0, line.y - line.size, line.x1 - line.x0, line.size) },
  };
}

function buildGrid(lattice: Lattice, glyphs: Glyph[][], page: number, table: number): Grid {
  const { xs, ys, areas } = lattice;
  const rows: GridCell[][] = Array.from({ length: ys.length - 1 }, () => []);
  areas.forEach((area, index) => {
    const x = xs[area.column] ?? 0;
    const y = ys[area.row] ?? 0;
    const width = (xs[area.column + area.colspan] ?? x) - x;
    const height = (ys[area.row + area.rowspan] ?? y) - y;
    const text = cellLines(clusterLines(glyphs[index] ?? []), width);
    rows[area.row]?.push({ text, ...area, at: { page, table, box: box(x, y, width, height) } });
  });
  for (const row of rows) row.sort((a, b) => a.column - b.column);
  const whole: Place = {
    page,
    table,
    box: box(xs[0] ?? 0, ys[0] ?? 0, (xs.at(-1) ?? 0) - (xs[0] ?? 0), (ys.at(-1) ?? 0) - (ys[0] ?? 0)),
  };
  const grid = compactRows(compactColumns({ kind: 'grid', rows, width: xs.length - 1, at: whole }));
  grid.rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      cell.at = { ...cell.at, row: r + 1, cell: c + 1 };
    });
  });
  return grid;
}

/**
 * Glyphs that must stay together: the digits of one number, which may overflow their cell; each other glyph alone.
 */
function glyphRuns(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const line of clusterLines(glyphs)) {
    let run: Glyph[] = [];
    for (const glyph of line.glyphs) {
      const last = run.at(-1);
      const joins =
        last &&
        isDigit(last) &&
        isDigit(glyph) &&
        Math.abs(glyph.x0 - last.x1) < 0.15 * glyph.size &&
        Math.abs(glyph.y - last.y) < 0.1 * glyph.size;
      if (joins) run.push(glyph);
      else {
        if (run.length > 0) runs.push(run);
        run = [glyph];
      }
    }
    if (run.length > 0) runs.push(run);
  }
  return runs;
}

function findArea(
  lattices: readonly Lattice[],
  run: readonly Glyph[],
): { lattice: number; area: number } | null {
  const first = run[0];
  if (!first) return null;
  const x = (first.x0 + (run.at(-1)?.x1 ?? first.x1)) / 2;
  const y = first.y - 0.35 * first.size;
  for (let i = 0; i < lattices.length; i++) {
    const lattice = lattices[i];
    if (!lattice) continue;
    const column = intervalOf(lattice.xs, x);
    const row = intervalOf(lattice.ys, y);
    if (column < 0 || row < 0) continue;
    return { lattice: i, area: lattice.owner[row * (lattice.xs.length - 1) + column] ?? 0 };
  }
  return null;
}

/** Index of the interval that holds the position, or −1. */
function intervalOf(bounds: readonly number[], position: number): number {
  if (position < (bounds[0] ?? 0) || position > (bounds.at(-1) ?? 0)) return -1;
  let low = 0;
  let high = bounds.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? 0) <= position) low = middle;
    else high = middle;
  }
  return low;
}

function box(x: number, y: number, width: number, height: number): [number, number, number, number] {
  return [round(x), round(y), round(width), round(height)];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
