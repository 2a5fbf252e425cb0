/**
 * A PDF with a text layer and ruled tables: narrow label columns print one or two characters a line, rows are cut by
 * the page, page numbers stand at the foot, a 总计 may be printed off its row's line.
 */
import { chance, pick, type Random } from '../../../lib/synth/random';
import { expandGrid, type GridCell, gridOf, type PageTable } from '../page/page';
import { type Canvas, newCanvas, PAGE } from '../../writers/pdf-canvas';
import { textWidth } from '../../writers/pdf-font';
import { RUNNING_TEXT } from '../damage/index';
import type { Context, ShapeWriter } from './shape';

const WIDTHS = {
  requests: [26, 58, 118, 39, 39, 39, 39, 39, 39, 39],
  disclosure: [160, 105, 105, 105],
  proceedings: Array.from({ length: 15 }, () => 31.6),
  other: [110, 130, 110, 125],
} as const;

/** Breaks a text into lines that fit a width. */
function wrap(text: string, width: number, size: number): string[] {
  return text.split('\n').flatMap((part) => {
    const lines: string[] = [];
    let line = '';
    for (const char of part) {
      if (line !== '' && textWidth(line + char, size) > width) {
        lines.push(line);
        line = '';
      }
      line += char;
    }
    return [...lines, line];
  });
}

type Placed = { cell: GridCell; lines: string[]; x: number; width: number; row: number };
type Layout = { placed: Placed[]; heights: number[]; size: number };

function layoutOf(table: PageTable): Layout {
  const size = table.id === 'proceedings' ? 7.5 : 9;
  const rows = expandGrid(gridOf(table));
  const widths: readonly number[] = WIDTHS[table.id];
  const left = (column: number): number =>
    PAGE.left +
    Array.from({ length: column }, (_, i) => widths[i] ?? 30).reduce((sum, width) => sum + width, 0);
  const placed: Placed[] = [];
  const heights = rows.map(() => size + 7);
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (!cell) return;
      const width = left(c + cell.colspan) - left(c);
      const lines = wrap(cell.text, width - 4, size);
      placed.push({ cell, lines, x: left(c), width, row: r });
      if (cell.rowspan === 1) heights[r] = Math.max(heights[r] ?? 0, lines.length * (size + 2) + 5);
    });
  });
  for (const { cell, lines, row } of placed) {
    if (cell.rowspan === 1) continue;
    const there = heights.slice(row, row + cell.rowspan).reduce((sum, height) => sum + height, 0);
    const last = Math.min(heights.length, row + cell.rowspan) - 1;
    heights[last] = (heights[last] ?? 0) + Math.max(0, lines.length * (size + 2) + 5 - there);
  }
  return { placed, heights, size };
}

/** Draws a table; merged cells are drawn in the part that stands on the page where they begin. */
function drawTable(canvas: Canvas, table: PageTable, { random, damage }: Context): void {
  const { placed, heights, size } = layoutOf(table);
  const lift = damage.has('total-off-line') ? pick(random, [-5, -4, 4]) : 0;
  const tops: number[] = [];
  let start = 0;
  const flush = (end: number): void => {
    for (const each of placed) {
      if (each.row < start || each.row >= end) continue;
      const top = tops[each.row] ?? 0;
      const last = Math.min(end, each.row + each.cell.rowspan) - 1;
      const bottom = (tops[last] ?? 0) + (heights[last] ?? 0);
      canvas.box(each.x, top, each.width, bottom - top);
      drawCell(canvas, each, top, bottom, size, isTotal(table, each) ? lift : 0);
    }
    start = end;
  };
  heights.forEach((height, row) => {
    const isCut = damage.has('row-cut-by-page') && height > 2 * (size + 2) + 5;
    if (canvas.y + height > PAGE.bottom && !(isCut && canvas.y + height / 2 < PAGE.bottom + 12)) {
      flush(row);
      canvas.newPage();
    }
    tops[row] = canvas.y;
    if (canvas.y + height > PAGE.bottom) {
      flush(row);
      cutRow(
        canvas,
        placed.filter((each) => each.row === row),
        height,
        size,
        random,
      );
      start = row + 1;
    } else canvas.y += height;
  });
  flush(heights.length);
  canvas.y += 8;
}

const isTotal = (table: PageTable, { cell, x }: Placed): boolean =>
  table.id === 'requests' && cell.value !== null && x > PAGE.left + 430;

function drawCell(
  canvas: Canvas,
  each: Placed,
  top: number,
  bottom: number,
  size: number,
  lift: number,
): void {
  const { lines, cell, x, width } = each;
  const room = bottom - top;
  const block = lines.length * (size + 2);
  lines.forEach((line, i) => {
    const inner = textWidth(line, size);
    const at = cell.value || lines.length > 3 ? x + (width - inner) / 2 : x + 2;
    const baseline = top + Math.max(2, (room - block) / 2) + (i + 1) * (size + 2) - 3 + lift;
    if (line !== '') canvas.text(at, baseline, size, line);
  });
}

/** A row that the page's end cuts: the first lines of its label above, the rest and perhaps the values below. */
function cutRow(canvas: Canvas, cells: Placed[], height: number, size: number, random: Random): void {
  const top = canvas.y;
  const half = height / 2;
  const valuesBelow = chance(random, 0.5);
  for (const each of cells) {
    canvas.box(each.x, top, each.width, half);
    const above = each.cell.value ? (valuesBelow ? [] : each.lines) : each.lines.slice(0, 1);
    drawCell(canvas, { ...each, lines: above }, top, top + half, size, 0);
  }
  canvas.newPage();
  for (const each of cells) {
    canvas.box(each.x, canvas.y, each.width, half + 6);
    const below = each.cell.value ? (valuesBelow ? each.lines : []) : each.lines.slice(1);
    drawCell(canvas, { ...each, lines: below }, canvas.y, canvas.y + half + 6, size, 0);
  }
  canvas.y += half + 6;
}

function drawParagraph(canvas: Canvas, text: string, size: number, indent: number): void {
  const lines = wrap(text, PAGE.width - 2 * PAGE.left - indent, size);
  lines.forEach((line, i) => {
    if (canvas.y + size + 6 > PAGE.bottom) canvas.newPage();
    canvas.y += size + 5;
    canvas.text(PAGE.left + (i === 0 ? indent : 0), canvas.y, size, line);
  });
  canvas.y += 4;
}

export const pdf: ShapeWriter = {
  extension: 'pdf',
  keepsPlaces: true,
  damage: ['total-off-line', 'row-cut-by-page'],
  without: [...RUNNING_TEXT, 'token-doubled', 'head-invented'],
  write: async (page, context) => {
    const { random } = context;
    const canvas = await newCanvas({ withMap: chance(random, 0.5), byGlyph: chance(random, 0.3) });
    for (const block of page.blocks) {
      if (block.kind === 'table') drawTable(canvas, block, context);
      else if (block.kind === 'picture') {
        canvas.box(PAGE.left, canvas.y, 475, 120);
        canvas.y += 130;
      } else
        drawParagraph(canvas, block.text, block.role === 'title' ? 16 : 11, block.role === 'title' ? 0 : 22);
    }
    const footer = pick(random, [
      (n: number) => `— ${n} —`,
      (n: number) => `${n}`,
      (n: number) => `第 ${n} 页`,
    ]);
    return canvas.finish(footer);
  },
};
