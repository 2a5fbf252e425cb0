/** Paragraphs and tables of a Word document → blocks with places. Shared by DOCX and DOC. */
import type { Block, Grid, GridCell } from '../../document';
import type { WordCell, WordContent, WordRow, WordTable } from './docx-tree';
import { compactColumns } from '../grid';
import { joinLines } from '../cell-text';
import type { PictureMark } from '../picture';
import { type Numbering, paragraphLabel } from './numbering';

type Laid = {
  blocks: Block[];
  pictures: PictureMark[];
  tables: number;
  numbering: Numbering;
  chunks: ReadonlyMap<string, readonly Block[]>;
};

/** Widths that differ by less, in twentieths of a point, end at the same column line. */
const SAME_COLUMN = 100;

/** The blocks of a document's content, in order; `chunks` are the blocks of documents it shows inside, by their ids. */
export function layOutWord(
  content: readonly WordContent[],
  numbering: Numbering,
  chunks: ReadonlyMap<string, readonly Block[]> = new Map(),
): Laid {
  const laid: Laid = { blocks: [], pictures: [], tables: 0, numbering, chunks };
  addContent(content, laid);
  return laid;
}

function addContent(content: readonly WordContent[], laid: Laid): void {
  for (const item of content) {
    if (item.kind === 'table') addTable(item, laid);
    else if (item.kind === 'chunk') addChunk(laid.chunks.get(item.id) ?? [], laid);
    else {
      const label = paragraphLabel(laid.numbering, item);
      item.lines.forEach((line, index) => {
        const at = { block: laid.blocks.length + 1 };
        laid.blocks.push({ kind: 'paragraph', text: index === 0 ? label + line : line, at });
      });
      for (let i = 0; i < item.pictures; i++)
        laid.pictures.push({ before: laid.blocks.length, at: { block: laid.blocks.length }, isSmall: false });
    }
  }
}

/** Blocks of a document shown inside, with places of this one. */
function addChunk(blocks: readonly Block[], laid: Laid): void {
  for (const inner of blocks) {
    const block = laid.blocks.length + 1;
    if (inner.kind === 'paragraph') {
      laid.blocks.push({ ...inner, at: { block } });
      continue;
    }
    const table = ++laid.tables;
    const rows = inner.rows.map((row, r) =>
      row.map((cell, c) => ({ ...cell, at: { block, table, row: r + 1, cell: c + 1 } })),
    );
    laid.blocks.push({ ...inner, rows, at: { block, table } });
  }
}

/** A grid; or, where cells hold tables or there is but one cell, the contents in order. */
function addTable(table: WordTable, laid: Laid): void {
  const rows = table.rows.filter((row) => !row.isDeleted && row.cells.length > 0);
  const cells = rows.flatMap((row) => row.cells);
  const isLayout = cells.some((cell) =>
    cell.content.some((item) => item.kind === 'chunk' || (item.kind === 'table' && !isTrivial(item))),
  );
  if (cells.length === 0) return;
  if (cells.length === 1 || isLayout) {
    for (const cell of cells) addContent(cell.content, laid);
    return;
  }
  const number = ++laid.tables;
  const block = laid.blocks.length + 1;
  laid.blocks.push(buildGrid(rows, table.columns === 'widths', number, block, laid.numbering));
  for (const cell of cells)
    for (const item of cell.content)
      if (item.kind === 'paragraph' && item.pictures > 0)
        laid.pictures.push({ before: laid.blocks.length, at: { block, table: number }, isSmall: true });
}

/** A table as one grid whatever its cells hold; for sheets, which have no layout tables. `table` counts from 1. */
export function layOutTable(table: WordTable, number: number): Grid {
  const numbering = { levels: new Map(), abstractOf: new Map(), counts: new Map(), styles: new Map() };
  return buildGrid(table.rows, false, number, number, numbering);
}

/** A table of a single cell is but a frame around its text. */
function isTrivial(table: WordTable): boolean {
  return table.rows.reduce((sum, row) => sum + row.cells.length, 0) <= 1;
}

function buildGrid(
  rows: readonly WordRow[],
  isByWidth: boolean,
  table: number,
  block: number,
  numbering: Numbering,
): Grid {
  const positions = columnPositions(rows, isByWidth);
  const placed: GridCell[][] = [];
  // Cells that may grow downwards, by their first column.
  let above = new Map<number, GridCell>();
  rows.forEach((row, r) => {
    const open = new Map<number, GridCell>();
    const line: GridCell[] = [];
    row.cells.forEach((cell, c) => {
      const [column, end] = positions[r]?.[c] ?? [c, c + 1];
      const colspan = Math.max(1, end - column);
      const text = cellText(cell, numbering);
      const left = line.at(-1);
      if (cell.horizontal === 'continue' && left && left.column + left.colspan === column) {
        left.colspan += colspan;
        left.text = joinLines([left.text, text]);
        return;
      }
      const upper = above.get(column);
      if (
        cell.vertical === 'continue' &&
        upper &&
        upper.colspan === colspan &&
        upper.row + upper.rowspan === r
      ) {
        upper.rowspan++;
        // Word shows nothing of a continued cell; text left in it is kept, so that no figure is lost in silence.
        if (text.trim() !== '') upper.text = joinLines([upper.text, text]);
        open.set(column, upper);
        return;
      }
      const at = { block, table, row: r + 1, cell: c + 1 };
      const fresh: GridCell = { text, row: r, column, rowspan: 1, colspan, at };
      line.push(fresh);
      if (cell.vertical !== null) open.set(column, fresh);
    });
    placed.push(line);
    above = open;
  });
  const width = Math.max(0, ...positions.flat().map(([, end]) => end));
  return compactColumns({ kind: 'grid', rows: placed, width, at: { block, table } });
}

function cellText(cell: WordCell, numbering: Numbering): string {
  const lines = cell.content.flatMap((item) => {
    if (item.kind === 'table')
      return item.rows.flatMap((row) => row.cells.map((inner) => cellText(inner, numbering)));
    if (item.kind === 'chunk') return [];
    const label = paragraphLabel(numbering, item);
    return item.lines.map((line, index) => (index === 0 ? label + line : line).replace(/\t/g, ' '));
  });
  return joinLines(lines);
}

/**
 * First and last column line of each cell. The grid spans say it; where they give rows of different widths, the
 * cells' own widths do, as some writers leave the spans out.
 */
function columnPositions(rows: readonly WordRow[], isByWidth: boolean): [number, number][][] {
  const bySpan = rows.map((row) => runningEnds(row.before, row.cells, (cell) => cell.gridSpan));
  const ends = new Set(bySpan.map((row) => row.at(-1)?.[1] ?? 0));
  if (ends.size <= 1 && !isByWidth) return bySpan;
  const byWidth = rows.map((row) => runningEnds(row.widthBefore, row.cells, (cell) => cell.width));
  const isKnown = rows.every((row) => row.cells.every((cell) => cell.width > 0));
  const totals = byWidth.map((row) => row.at(-1)?.[1] ?? 0);
  const isEven = Math.max(...totals) - Math.min(...totals) <= 0.05 * Math.max(...totals);
  if (!isKnown || !(isEven || isByWidth)) return bySpan;
  const lines = mergePositions(byWidth.flat(2));
  const rank = (position: number) => {
    let best = 0;
    lines.forEach((line, index) => {
      if (Math.abs(line - position) < Math.abs((lines[best] ?? 0) - position)) best = index;
    });
    return best;
  };
  const byLine = byWidth.map((row) => row.map(([from, to]): [number, number] => [rank(from), rank(to)]));
  // Cells narrower than the tolerance would stand on one another.
  return byLine.every((row) => row.every(([from, to]) => to > from)) ? byLine : bySpan;
}

function runningEnds(
  start: number,
  cells: readonly WordCell[],
  size: (cell: WordCell) => number,
): [number, number][] {
  let at = start;
  return cells.map((cell) => {
    const from = at;
    at += size(cell);
    return [from, at];
  });
}

/** Positions with those that are nearly equal merged, ascending. */
function mergePositions(positions: readonly number[]): number[] {
  const merged: number[] = [];
  for (const position of [...positions].sort((a, b) => a - b)) {
    const last = merged.at(-1);
    if (last === undefined || position - last > SAME_COLUMN) merged.push(position);
  }
  return merged;
}
