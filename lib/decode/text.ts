/**
 * Plain text and Markdown → one paragraph a line. Blank lines are kept, pipes and tabs stay in the text: which of
 * them separate cells is for the reader to judge.
 */
import type { Document, Paragraph } from '../document';
import { decodeText } from './charset';

/** Every end of line in use: CRLF, LF, CR, vertical tab, form feed, NEL and the Unicode separators. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/**
 * The file's lines as paragraphs, each with line and column (from 1) and offset (from 0, in characters of the
 * decoded text). Issues and errors are those of `decodeText`.
 */
export function decodePlainText(bytes: Uint8Array, declared: string | null): Document {
  const { text, encoding, issues } = decodeText(bytes, declared);
  return { format: 'text', encoding, title: null, meta: {}, url: null, blocks: textLines(text), issues };
}

/** The lines of a text as paragraphs; a line end at the very end of the text opens no further line. */
export function textLines(text: string): Paragraph[] {
  const lines: Paragraph[] = [];
  let from = 0;
  const add = (to: number) =>
    lines.push({
      kind: 'paragraph',
      text: showMarkup(text.slice(from, to)),
      at: { line: lines.length + 1, column: 1, offset: from },
    });
  for (const end of text.matchAll(LINE_END)) {
    add(end.index);
    from = end.index + end[0].length;
  }
  if (from < text.length) add(text.length);
  return lines;
}

/** Markdown writes a line break inside a cell, and a blank one, as HTML; both are blanks of the cell. */
function showMarkup(line: string): string {
  if (!line.includes('|') || !/[<&]/.test(line)) return line;
  return line.replace(/<br\s*\/?>/gi, ' ').replace(/&nbsp;/g, '\u00a0');
}
