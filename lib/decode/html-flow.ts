/** HTML tree → paragraphs and grids in reading order. Hidden text, scripts and comments are left out. */
import type { Block } from '../document';
import { DecodeError } from '../errors';
import type { Place } from '../place';
import type { PictureMark } from './picture';
import {
  attribute,
  elementOffset,
  type HtmlElement,
  type HtmlNode,
  isElement,
  isText,
  textOffset,
} from './html-tree';
import { readTable } from './html-table';
import type { LineIndex } from './line-index';

/** What the walk needs to know and what it fills. */
export type Flow = {
  html: string;
  lines: LineIndex;
  blocks: Block[];
  pictures: PictureMark[];
  tables: number;
  /** Whether line ends of the source separate lines, as in Markdown with tables in HTML. */
  keepLineEnds: boolean;
  line: string;
  start: number | null;
  /** Time, by `performance.now()`, after which the page is refused. */
  deadline: number;
};

const BLOCK_ELEMENTS = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
  footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td
  tfoot th thead tr ul`.split(/\s+/),
);
/** Elements whose contents are no part of the text a reader sees. */
const UNSEEN_ELEMENTS = new Set(
  'script style template noscript select object iframe audio video canvas svg math map xml head title meta link datalist frameset noframes applet rt rp'.split(
    ' ',
  ),
);
const MARKED_ELEMENTS = new Set(['sup', 's', 'strike', 'del']);

/** Walks nodes in order, filling `flow`. The tree's depth is bounded by the parser. */
export function walkNodes(nodes: readonly HtmlNode[], flow: Flow): void {
  for (const node of nodes) {
    if (isText(node)) addText(flow, node.value, () => textOffset(flow.html, node), flow.keepLineEnds);
    else if (isElement(node) && !isUnseen(node)) walkElement(node, flow);
  }
}

function walkElement(element: HtmlElement, flow: Flow): void {
  const { tagName } = element;
  if (tagName === 'br') endLine(flow, true, element);
  else if (tagName === 'img') flow.pictures.push(pictureMark(element, flow));
  else if (tagName === 'input') addText(flow, inputText(element), () => element.end ?? null, false);
  else if (tagName === 'table') {
    endLine(flow, false);
    readTable(element, flow);
  } else if (tagName === 'pre' || tagName === 'textarea' || keepsLineEnds(element)) {
    endLine(flow, false);
    const outer = flow.keepLineEnds;
    flow.keepLineEnds = true;
    walkNodes(element.childNodes, flow);
    flow.keepLineEnds = outer;
    endLine(flow, false);
  } else if (BLOCK_ELEMENTS.has(tagName)) {
    endLine(flow, false);
    const before = flow.blocks.length;
    walkNodes(element.childNodes, flow);
    // An empty paragraph or list item is kept: where cells were pasted one a line it is a blank cell.
    endLine(flow, (tagName === 'p' || tagName === 'li') && flow.blocks.length === before, element);
  } else if (MARKED_ELEMENTS.has(tagName)) addMarked(element, flow);
  else walkNodes(element.childNodes, flow);
}

/** Adds text to the current line; runs of white space are one space, as browsers show them. */
export function addText(flow: Flow, text: string, offset: () => number | null, keepLineEnds: boolean): void {
  if (keepLineEnds && /[\n\r]/.test(text)) {
    const lines = text.split(/\r\n|[\n\r]/);
    lines.forEach((line, index) => {
      addText(flow, line, offset, false);
      if (index < lines.length - 1) endLine(flow, true);
    });
    return;
  }
  if (text === '') return;
  if (flow.start === null && /[^ \t\n\r\f]/.test(text)) flow.start = offset();
  flow.line += text.replace(/[ \t\n\r\f]+/g, ' ');
}

/** Ends the current line; with `force` also an empty one, placed at `element`. */
export function endLine(flow: Flow, force: boolean, element?: HtmlElement): void {
  const text = trimLine(flow.line);
  if (text !== '' || force) {
    const offset = flow.start ?? (element ? elementOffset(flow.html, element) : null);
    flow.blocks.push({ kind: 'paragraph', text, at: placeAt(flow, offset) });
  }
  flow.line = '';
  flow.start = null;
}

/** Tables inside tables cost time with their depth; a page made to hang is refused. */
export function checkTime(flow: Flow): void {
  if (performance.now() > flow.deadline)
    throw new DecodeError(
      'tables nested without end',
      'a page that is read in 20 s',
      'save the report alone',
    );
}

/** Line, column and offset of a position in the page; empty for what the parser implied. */
export function placeAt(flow: Flow, offset: number | null): Place {
  return offset === null ? {} : flow.lines.placeAt(offset);
}

/** Whether nothing of the element is shown. */
export function isUnseen(element: HtmlElement): boolean {
  if (UNSEEN_ELEMENTS.has(element.tagName)) return true;
  for (const { name, value } of element.attrs) {
    if (name === 'hidden') return true;
    if (name === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(value))
      return true;
  }
  return false;
}

/**
 * Text as a cell shows it: inline text joined without additions, block elements and `<br>` as line ends, blank
 * lines left out. A cell with nothing but no-break spaces keeps them: they are a blank someone typed.
 */
export function cellText(element: HtmlElement): string {
  const cell: CellLines = { line: '', lines: [] };
  addCellNodes(element.childNodes, keepsLineEnds(element), cell);
  endCellLine(cell);
  return joinLines(cell.lines);
}

type CellLines = { line: string; lines: string[] };

function addCellNodes(nodes: readonly HtmlNode[], isPre: boolean, cell: CellLines): void {
  for (const node of nodes) {
    if (isText(node)) addCellText(node.value, isPre, cell);
    else if (!isElement(node) || isUnseen(node)) continue;
    else if (node.tagName === 'br') endCellLine(cell);
    else if (node.tagName === 'input') cell.line += inputText(node);
    else if (MARKED_ELEMENTS.has(node.tagName)) cell.line += markedText(cellText(node));
    else {
      const isBlock = BLOCK_ELEMENTS.has(node.tagName);
      if (isBlock && cell.line !== '') endCellLine(cell);
      addCellNodes(node.childNodes, isPre || node.tagName === 'pre' || keepsLineEnds(node), cell);
      if (isBlock && cell.line !== '') endCellLine(cell);
    }
  }
}

function addCellText(text: string, isPre: boolean, cell: CellLines): void {
  if (!isPre) {
    cell.line += text.replace(/[ \t\n\r\f]+/g, ' ');
    return;
  }
  const [first = '', ...rest] = text.split(/\r\n|[\n\r]/);
  cell.line += first;
  for (const line of rest) {
    endCellLine(cell);
    cell.line = line;
  }
}

function endCellLine(cell: CellLines): void {
  cell.lines.push(trimLine(cell.line));
  cell.line = '';
}

/** A line without the white space browsers drop; no-break and ideographic spaces stay. */
function trimLine(line: string): string {
  return line.replace(/ {2,}/g, ' ').replace(/^ | $/g, '');
}

/** Lines of a cell as one text: blank ones left out, unless all are. */
export function joinLines(lines: readonly string[]): string {
  const shown = lines.filter((line) => line.trim() !== '');
  return shown.length > 0 ? shown.join('\n') : (lines.find((line) => line !== '') ?? '');
}

/**
 * Raised or struck-out text in brackets. Joined to the number before it, a footnote mark would make another number.
 */
export function markedText(text: string): string {
  return text.trim() === '' ? text : /^[\[〔(（]/.test(text) ? ` ${text}` : ` [${text}]`;
}

function addMarked(element: HtmlElement, flow: Flow): void {
  addText(flow, markedText(cellText(element)), () => element.end ?? null, false);
}

function keepsLineEnds(element: HtmlElement): boolean {
  const style = attribute(element, 'style');
  return style !== null && /white-space\s*:\s*pre/i.test(style);
}

function inputText(element: HtmlElement): string {
  const type = attribute(element, 'type')?.toLowerCase() ?? 'text';
  return type === 'text' || type === 'number' ? (attribute(element, 'value') ?? '') : '';
}

/** Icons and spacers are told by their stated size. */
function pictureMark(element: HtmlElement, flow: Flow): PictureMark {
  const size = (name: string) => {
    const stated =
      attribute(element, name) ??
      new RegExp(`\\b${name}\\s*:\\s*([\\d.]+)`).exec(attribute(element, 'style') ?? '')?.[1];
    return stated ? Number.parseFloat(stated) : Number.NaN;
  };
  const isSmall = size('width') < 200 || size('height') < 60;
  return { before: flow.blocks.length, at: placeAt(flow, element.end ?? null), isSmall };
}
