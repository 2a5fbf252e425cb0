/**
 * A table element → a grid, or, where the table only lays out the page, its contents in order. Government pages
 * wrap whole reports in tables, so a table is told from a layout by what its cells hold.
 */
import type { Place } from '../../place';
import type { SourceRow } from '../grid';
import { placeCells } from '../grid';
import { cellText } from './cell';
import { isUnseen } from './elements';
import { checkTime, endLine, type Flow, placeAt } from './flow';
import { attribute, elementOffset, type HtmlElement, type HtmlNode, isElement } from './tree';

type Row = { cells: HtmlElement[]; group: number };

/** Walks what is no table, given by the caller, which in turn calls this file. */
type Walk = (nodes: readonly HtmlNode[], flow: Flow) => void;

/** A cell with more characters than this is a passage of the report, not a cell of a table. */
const PASSAGE = 600;

/** Adds the table's blocks to the flow: a grid, or paragraphs and inner grids where it is a layout. */
export function readTable(table: HtmlElement, flow: Flow, walk: Walk): void {
  checkTime(flow);
  const rows = ownRows(table);
  const cells = rows.flatMap((row) => row.cells);
  const texts = new Map(cells.map((cell) => [cell, cellText(cell)]));
  const isNest = rows.some((row) => row.cells.some((cell) => hasTable(cell.childNodes)));
  const nests = isNest ? cells.filter(holdsTable) : [];
  const passages = cells.filter((cell) => (texts.get(cell)?.length ?? 0) > PASSAGE);
  const last = cells[cells.length - 1];
  for (const child of table.childNodes)
    if (isElement(child) && child.tagName === 'caption' && !isUnseen(child)) walk([child], flow);
  // A table left open swallows the rest of the page in its last cell, beside the other cells of a row.
  const bulky = new Set([...nests, ...passages]);
  const lastRow = rows.at(-1)?.cells.length ?? 0;
  const isOpen =
    bulky.size === 1 && last !== undefined && bulky.has(last) && lastRow >= 3 && cells.length > 5;
  const isColumn = rows.every((row) => row.cells.length <= 1) && !isNest;
  // A long note among many cells does not make a layout; a passage in every fifth cell does.
  const isLayout = nests.length > 0 || passages.length * 5 > cells.length;
  if (isColumn || (isLayout && !isOpen)) {
    layOut(rows, texts, flow, walk);
    return;
  }
  const number = ++flow.tables;
  const at = { ...placeAt(flow, elementOffset(flow.html, table)), table: number };
  const source = rows.map((row, r) => sourceRow(row, r, number, texts, isNest, flow));
  const swallower = isOpen ? source.at(-1)?.cells.at(-1) : undefined;
  if (swallower) swallower.text = swallower.text.split('\n')[0] ?? '';
  if (cells.length > 0) flow.blocks.push(placeCells(source, at));
  if (swallower && last) walkRest(last, flow, walk);
}

function sourceRow(
  row: Row,
  r: number,
  table: number,
  texts: Map<HtmlElement, string>,
  isNest: boolean,
  flow: Flow,
): SourceRow {
  // A row that is a little table of its own inside one cell: its cells stand in that cell's place.
  const cells = isNest ? row.cells.flatMap((cell) => rowInside(cell) ?? [cell]) : row.cells;
  return {
    group: row.group,
    cells: cells.map((cell, c) => ({
      text: texts.get(cell) ?? cellText(cell),
      rowspan: spanOf(cell, 'rowspan'),
      colspan: spanOf(cell, 'colspan'),
      at: cellPlace(flow, elementOffset(flow.html, cell), table, r + 1, c + 1),
    })),
  };
}

/** Written out because spreading one object into another takes most of the time of a page's cells. */
function cellPlace(flow: Flow, offset: number | null, table: number, row: number, cell: number): Place {
  if (offset === null) return { table, row, cell };
  const { line, column } = flow.lines.placeAt(offset);
  return { line, column, offset, table, row, cell };
}

/** Contents of a layout in order; each cell ends a line, and an empty cell among several is a blank line. */
function layOut(rows: Row[], texts: Map<HtmlElement, string>, flow: Flow, walk: Walk): void {
  for (const row of rows)
    for (const cell of row.cells) {
      const isBlank = texts.get(cell) === '' && row.cells.length > 1;
      if (isBlank) endLine(flow, true, cell);
      walk(cell.childNodes, flow);
      endLine(flow, false);
    }
}

/** What a cell holds after its first line. */
function walkRest(cell: HtmlElement, flow: Flow, walk: Walk): void {
  const from = flow.blocks.length;
  const first = cellText(cell).split('\n')[0] ?? '';
  walk(cell.childNodes, flow);
  endLine(flow, false);
  const opening = flow.blocks[from];
  if (opening?.kind === 'paragraph' && opening.text === first) flow.blocks.splice(from, 1);
}

/** Rows that belong to the table itself, not to tables inside it; hidden rows and cells are left out. */
function ownRows(table: HtmlElement): Row[] {
  const rows: Row[] = [];
  let group = 0;
  for (const part of table.childNodes) {
    if (!isElement(part) || isUnseen(part)) continue;
    if (part.tagName !== 'tbody' && part.tagName !== 'thead' && part.tagName !== 'tfoot') continue;
    group++;
    for (const row of part.childNodes)
      if (isElement(row) && row.tagName === 'tr' && !isUnseen(row))
        rows.push({ cells: row.childNodes.filter(isShownCell), group });
  }
  return rows;
}

function isShownCell(node: HtmlNode): node is HtmlElement {
  return isElement(node) && (node.tagName === 'td' || node.tagName === 'th') && !isUnseen(node);
}

function hasTable(nodes: readonly HtmlNode[]): boolean {
  for (const node of nodes)
    if (isElement(node) && (node.tagName === 'table' || hasTable(node.childNodes))) return true;
  return false;
}

/** Whether the cell holds a table that is more than one cell or one row of short cells. */
function holdsTable(cell: HtmlElement): boolean {
  if (rowInside(cell)) return false;
  return tablesInside(cell.childNodes).some(
    (table) => ownRows(table).reduce((sum, row) => sum + row.cells.length, 0) > 1,
  );
}

/** The cells of the one-row table that is all a cell holds, or null. */
function rowInside(cell: HtmlElement): HtmlElement[] | null {
  if (spanOf(cell, 'rowspan') !== 1) return null;
  const [table, ...others] = tablesInside(cell.childNodes);
  if (!table || others.length > 0) return null;
  const [row, ...more] = ownRows(table).filter((r) => r.cells.length > 0);
  if (!row || more.length > 0 || row.cells.length < 2) return null;
  if (row.cells.some(holdsTable)) return null;
  const texts = row.cells.map(cellText);
  if (texts.some((text) => text.length > PASSAGE)) return null;
  const bare = (text: string) => text.replace(/\s/g, '');
  return bare(cellText(cell)) === bare(texts.join('')) ? row.cells : null;
}

/** Tables in the cell, not counting those inside them. */
function tablesInside(nodes: readonly HtmlNode[], found: HtmlElement[] = []): HtmlElement[] {
  for (const node of nodes)
    if (isElement(node) && !isUnseen(node)) {
      if (node.tagName === 'table') found.push(node);
      else tablesInside(node.childNodes, found);
    }
  return found;
}

/** The span stated, by the HTML rules: no number or a negative one is 1; only a rowspan may be 0. */
function spanOf(cell: HtmlElement, name: 'rowspan' | 'colspan'): number {
  const stated = /^\s*\+?(\d+)/.exec(attribute(cell, name) ?? '')?.[1];
  const span = stated === undefined ? 1 : Number(stated);
  return span === 0 && name === 'colspan' ? 1 : span;
}
