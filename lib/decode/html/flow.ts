/** The blocks of a page as they are filled, line by line. */
import type { Block } from '../../document';
import { DecodeError } from '../../errors';
import type { Place } from '../../place';
import type { PictureMark } from '../picture';
import { trimLine } from './elements';
import { elementOffset, type HtmlElement } from './tree';
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

/** Adds text to the current line; runs of white space are one space, as browsers show them. */
export function addText(flow: Flow, text: string, offset: () => number | null, keepLineEnds: boolean): void {
  if (keepLineEnds && /[\n\r]/.test(text)) {
    addLines(flow, text, offset());
    return;
  }
  if (flow.start === null && /[^ \t\n\r\f]/.test(text)) flow.start = offset();
  flow.line += text.replace(/[ \t\n\r\f]+/g, ' ');
}

/** Text whose own line ends count; `offset` is that of its first visible character. */
function addLines(flow: Flow, text: string, offset: number | null): void {
  let at = offset;
  let isSeen = false;
  for (const [index, line] of text.split(LINE_END).entries()) {
    if (index > 0) endLine(flow, true);
    // The parser has made CR LF one character: lines are counted in the page, not in the text.
    if (isSeen && at !== null) at = nextLine(flow.html, at);
    isSeen ||= /[^ \t\f]/.test(line);
    const start = at;
    addText(flow, line, () => start, false);
  }
}

const LINE_END = /\r\n|[\n\r]/;

/** Where the line after an offset begins, without its blanks. */
function nextLine(html: string, offset: number): number {
  const end = /(?:\r\n|[\n\r])[ \t\f]*/g;
  end.lastIndex = offset;
  const found = end.exec(html);
  return found ? found.index + found[0].length : offset;
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
