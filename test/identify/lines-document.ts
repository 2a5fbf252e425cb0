/** A document whose paragraphs are the lines of a text, each at its line and column, as plain text is decoded. */
import type { Document } from '../../lib/document';

export function linesDocument(text: string): Document {
  return {
    format: 'text',
    encoding: 'utf-8',
    title: null,
    meta: {},
    url: null,
    issues: [],
    blocks: text
      .split(/\r?\n/)
      .map((line, i) => ({ kind: 'paragraph' as const, text: line, at: { line: i + 1, column: 1 } })),
  };
}
