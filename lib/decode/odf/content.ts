/**
 * Paragraphs and tables of an OpenDocument body → the same content a Word document gives. Deleted text of tracked
 * changes, notes of editors and hidden text are left out. Source: ODF 1.3 part 3, 5 (text) and 9 (tables).
 */
import { isText } from 'domhandler';
import { DecodeError } from '../../errors';
import { markedText } from '../cell-text';
import type { WordCell, WordContent, WordRow, WordTable } from '../word/docx-tree';
import { attribute, type ChildNode, type Element, elementsIn, firstIn, localName } from '../xml';
import { ListCounter, type ListStyles } from './numbering';

/** Elements that are not text of the report as it stands. */
const SKIPPED = new Set([
  'tracked-changes',
  'annotation',
  'annotation-end',
  'forms',
  'ruby-text',
  'sequence-decls',
  'note',
]);
/** A repeated cell or row beyond this is a formatted empty stretch of a sheet. */
const MAX_REPEATED = 1000;
const MAX_CELLS = 200_000;

export type CharacterStyles = { hidden: Set<string>; raised: Set<string> };
type Context = { lists: ListCounter; styles: CharacterStyles; cells: number; pictures: number };

/** Names of the styles whose text is hidden, and whose text is raised or struck out. */
export function readCharacterStyles(parents: readonly Element[]): CharacterStyles {
  const styles: CharacterStyles = { hidden: new Set(), raised: new Set() };
  for (const style of parents.flatMap((parent) => elementsIn(parent, 'style'))) {
    const name = attribute(style, 'name') ?? '';
    const text = firstIn(style, 'text-properties');
    if (!text) continue;
    if (attribute(text, 'display') === 'none') styles.hidden.add(name);
    const isRaised = /^super/.test(attribute(text, 'text-position') ?? '');
    const line =
      attribute(text, 'text-line-through-style') ?? attribute(text, 'text-line-through-type') ?? 'none';
    if (isRaised || line !== 'none') styles.raised.add(name);
  }
  return styles;
}

/** The content of office:text or office:spreadsheet, in order. */
export function readOdfContent(
  body: Element,
  listStyles: ListStyles,
  styles: CharacterStyles,
): WordContent[] {
  return contentOf(body, { lists: new ListCounter(listStyles), styles, cells: 0, pictures: 0 });
}

function contentOf(parent: Element, context: Context): WordContent[] {
  const content: WordContent[] = [];
  for (const element of elementsIn(parent)) {
    const name = localName(element);
    if (SKIPPED.has(name)) continue;
    if (name === 'p' || name === 'h') content.push(...paragraphOf(element, '', context));
    else if (name === 'list') content.push(...listOf(element, '', 1, context));
    else if (name === 'table') content.push(tableOf(element, context));
    else if (name === 'frame') content.push(...frameOf(element, context));
    else content.push(...contentOf(element, context));
  }
  return content;
}

/** A text box's content; a frame that holds a picture counts as one with its paragraph. */
function frameOf(frame: Element, context: Context): WordContent[] {
  const box = firstIn(frame, 'text-box');
  if (box) return contentOf(box, context);
  const picture = elementsIn(frame, 'image').length > 0;
  return picture ? [{ kind: 'paragraph', lines: [''], pictures: 1, list: null, style: '' }] : [];
}

function paragraphOf(element: Element, label: string, context: Context): WordContent[] {
  context.pictures = 0;
  const boxes: WordContent[] = [];
  const text = inlineText(element.children, context, boxes);
  const { pictures } = context;
  context.pictures = 0;
  const lines = `${label}${text}`.split('\n');
  return [{ kind: 'paragraph', lines, pictures, list: null, style: '' }, ...boxes];
}

/** The text of a run of nodes; text boxes anchored in it go to `boxes`, pictures are counted in the context. */
function inlineText(nodes: readonly ChildNode[], context: Context, boxes: WordContent[]): string {
  let text = '';
  for (const node of nodes) {
    // White space of the XML file is one blank (ODF 1.3 part 3, 6.1.2); true blanks are text:s.
    if (isText(node)) text += node.data.replace(/[ \t\r\n]+/g, ' ');
    if (!('attribs' in node)) continue;
    const name = localName(node);
    if (SKIPPED.has(name)) continue;
    if (name === 's') text += ' '.repeat(Math.min(Number(attribute(node, 'c') ?? 1) || 1, MAX_REPEATED));
    else if (name === 'tab') text += '\t';
    else if (name === 'line-break') text += '\n';
    else if (name === 'frame' || name === 'custom-shape') {
      if (elementsIn(node, 'image').length > 0) context.pictures++;
      const { pictures } = context;
      boxes.push(...(name === 'frame' ? boxOf(node, context) : contentOf(node, context)));
      context.pictures = pictures;
    } else {
      const style = attribute(node, 'style-name') ?? '';
      if (context.styles.hidden.has(style)) continue;
      const inner = inlineText(node.children, context, boxes);
      text += context.styles.raised.has(style) ? markedText(inner) : inner;
    }
  }
  return text;
}

function boxOf(frame: Element, context: Context): WordContent[] {
  const box = firstIn(frame, 'text-box');
  return box ? contentOf(box, context) : [];
}

function listOf(list: Element, inherited: string, level: number, context: Context): WordContent[] {
  const style = attribute(list, 'style-name') ?? inherited;
  const continues =
    attribute(list, 'continue-numbering') === 'true' || attribute(list, 'continue-list') !== undefined;
  context.lists.open(style, level, continues);
  const content: WordContent[] = [];
  for (const item of elementsIn(list)) {
    const isNumbered = localName(item) === 'list-item';
    let label: string | null = isNumbered ? '' : null;
    for (const element of elementsIn(item)) {
      const name = localName(element);
      if (name === 'list') content.push(...listOf(element, style, level + 1, context));
      else if (name === 'p' || name === 'h') {
        if (label === '') {
          const start = attribute(item, 'start-value');
          label = context.lists.next(style, level, start === undefined ? undefined : Number(start));
          content.push(...paragraphOf(element, label, context));
          label = null;
        } else content.push(...paragraphOf(element, '', context));
      } else content.push(...contentOf(element, context));
    }
  }
  return content;
}

function tableOf(table: Element, context: Context): WordTable {
  const rows: WordRow[] = [];
  for (const row of rowsOf(table)) {
    const cells = cellsOf(row, context);
    const isEmpty = cells.every((cell) => cell.content.length === 0);
    const repeated = Number(attribute(row, 'number-rows-repeated') ?? 1) || 1;
    // The empty stretch below a sheet is repeated a million times.
    if (isEmpty && repeated > MAX_REPEATED) continue;
    for (let i = 0; i < Math.min(repeated, MAX_REPEATED); i++) {
      context.cells += cells.length;
      if (context.cells > MAX_CELLS)
        throw new DecodeError('tables of over 200,000 cells', 'a form', 'give the report alone');
      rows.push({ cells, before: 0, widthBefore: 0, isDeleted: false });
    }
  }
  return { kind: 'table', rows: joinDown(padded(rows)) };
}

/** Rows of one width (each column has an element of its own, covered or not), empty rows below all written ones left out: blanks beside figures are evidence, a page of them is not. */
function padded(rows: readonly WordRow[]): WordRow[] {
  const last = rows.findLastIndex((row) => row.cells.some((cell) => cell.content.length > 0));
  const written = rows.slice(0, last + 1);
  const width = Math.max(0, ...written.map((row) => row.cells.length));
  return written.map((row) => ({
    ...row,
    cells: [...row.cells, ...Array.from({ length: width - row.cells.length }, blankCell)],
  }));
}

const blankCell = (): WordCell => ({ content: [], gridSpan: 1, width: 0, vertical: null, horizontal: null });

/** Rows in order, those of row groups and headers among them; hidden and filtered rows are printed nowhere. */
function rowsOf(parent: Element): Element[] {
  return elementsIn(parent).flatMap((element) => {
    const name = localName(element);
    if (name === 'table-row')
      return /^(collapse|filter)$/.test(attribute(element, 'visibility') ?? '') ? [] : [element];
    return /^table-(header-rows|rows|row-group)$/.test(name) ? rowsOf(element) : [];
  });
}

type OdfCell = WordCell & { rowspan?: number };

function cellsOf(row: Element, context: Context): OdfCell[] {
  const cells: OdfCell[] = [];
  const elements = elementsIn(row);
  for (const element of elements) {
    const name = localName(element);
    if (name !== 'table-cell' && name !== 'covered-table-cell') continue;
    const isCovered = name === 'covered-table-cell';
    const cell: OdfCell = {
      content: isCovered ? [] : contentOf(element, context),
      gridSpan: 1,
      width: 0,
      vertical: null,
      horizontal: isCovered ? 'continue' : null,
      ...(isCovered ? {} : { rowspan: Number(attribute(element, 'number-rows-spanned') ?? 1) || 1 }),
    };
    const span = Number(attribute(element, 'number-columns-spanned') ?? 1) || 1;
    const repeated = Number(attribute(element, 'number-columns-repeated') ?? 1) || 1;
    const isTail = cell.content.length === 0 && element === elements.at(-1) && repeated > 1;
    for (let i = 0; i < (isTail ? 0 : Math.min(repeated, MAX_REPEATED)); i++)
      cells.push({ ...cell, gridSpan: Math.max(1, Math.min(span, MAX_REPEATED)) });
  }
  return cells;
}

/**
 * Covered cells stand where a span of the row or of a row above reaches. Those of the row itself are left out, as the
 * span says it; those below a cell become its continuation downwards.
 */
function joinDown(rows: readonly WordRow[]): WordRow[] {
  // Column → how many rows the cell above still reaches down, and how wide it is.
  const reaching = new Map<number, { rows: number; span: number }>();
  return rows.map((row) => {
    const cells: WordCell[] = [];
    const next = new Map<number, { rows: number; span: number }>();
    let column = 0;
    const source = row.cells as OdfCell[];
    for (let i = 0; i < source.length; ) {
      const cell = source[i] as OdfCell;
      const above = reaching.get(column);
      if (cell.horizontal === 'continue' && above) {
        cells.push({ content: [], gridSpan: above.span, width: 0, vertical: 'continue', horizontal: null });
        if (above.rows > 1) next.set(column, { rows: above.rows - 1, span: above.span });
        column += above.span;
        i += skipCovered(source, i, above.span);
        continue;
      }
      // A cell covered by nothing that is known is an empty cell of the grid.
      const { rowspan = 1, ...plain } = cell;
      cells.push({ ...plain, horizontal: null, vertical: rowspan > 1 ? 'restart' : null });
      if (rowspan > 1) next.set(column, { rows: rowspan - 1, span: cell.gridSpan });
      column += cell.gridSpan;
      i += cell.horizontal === 'continue' ? 1 : skipCovered(source, i, cell.gridSpan);
    }
    reaching.clear();
    for (const [at, reach] of next) reaching.set(at, reach);
    return { ...row, cells };
  });
}

/** How many cells of the row a cell of this span takes: itself and the covered ones behind it. */
function skipCovered(cells: readonly OdfCell[], from: number, span: number): number {
  let taken = 1;
  while (taken < span && cells[from + taken]?.horizontal === 'continue') taken++;
  return taken;
}
