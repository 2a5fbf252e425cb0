/** Small inputs of the reader's steps, built by hand: lines and grids of a document, tokens, segments. */
import type { Block, Document, Grid, Paragraph } from '../../lib/document';
import type { Place } from '../../lib/place';
import { labelCandidates } from '../../lib/read/labels/similarity';
import { isBlank, looksLikeValue } from '../../lib/read/number';
import type { Segment } from '../../lib/read/lines/segments';
import { type Token, columnSet } from '../../lib/read/lines/tokens';

/** The lines of a text as paragraphs, each at its line. */
export const linesOf = (text: string, first = 1): Paragraph[] =>
  text.split('\n').map((line, index) => ({
    kind: 'paragraph',
    text: line,
    at: { line: first + index, column: 1 },
  }));

/** A grid of one row a list; a cell is its text, or its text and how many columns it covers. */
export function gridOf(rows: readonly (readonly (string | readonly [string, number])[])[]): Grid {
  const cells = rows.map((row, at) => {
    let column = 0;
    return row.map((cell, index) => {
      const [text, colspan] = typeof cell === 'string' ? [cell, 1] : cell;
      column += colspan;
      return {
        text,
        row: at,
        column: column - colspan,
        rowspan: 1,
        colspan,
        at: { table: 1, row: at + 1, cell: index + 1 },
      };
    });
  });
  const width = Math.max(0, ...cells.flatMap((row) => row.map((cell) => cell.column + cell.colspan)));
  return { kind: 'grid', rows: cells, width, at: { table: 1 } };
}

export const documentOf = (...blocks: Block[]): Document => ({
  format: 'text',
  encoding: null,
  title: null,
  meta: {},
  url: null,
  blocks,
  issues: [],
});

/** One token: `?` is a blank that may be none, `~` one told by a gap alone; anything else is what it looks like. */
export const tokenOf = (text: string, more: Partial<Token> = {}): Token => {
  const isMark = text === '?' || text === '~';
  return {
    kind: isMark || isBlank(text) ? 'blank' : looksLikeValue(text) ? 'value' : 'text',
    text: isMark ? '' : text,
    at: { line: 1 },
    optional: isMark,
    inferred: text === '~',
    column: null,
    span: 1,
    ...more,
  };
};

/** Tokens without columns. */
export const tokensOf = (...texts: string[]): Token[] => texts.map((text) => tokenOf(text));

/** Tokens in columns side by side, the first in the given one. */
export const cellsAt = (first: number, ...texts: string[]): Token[] =>
  texts.map((text, index) => tokenOf(text, { column: first + index }));

/** A segment with the given label (none where empty) and values. */
export const segmentOf = (label: string, values: Token[], more: Partial<Segment> = {}): Segment => ({
  labels: label === '' ? [] : [label],
  labelCandidates: label === '' ? [] : labelCandidates([label]),
  headers: label === '' ? [] : [label],
  values,
  solid: true,
  columns: columnSet('grid', 0),
  headerWidth: 0,
  headerCells: [],
  isBeside: true,
  at: values[0]?.at ?? { line: 1 },
  ...more,
});

/** Tokens on one line: `?` behind a blank that may be none, `~` behind one told by a gap, `…` for any blank. */
export const shown = (tokens: readonly Pick<Token, 'text' | 'kind' | 'optional' | 'inferred'>[]): string =>
  tokens
    .map(({ text, kind, optional, inferred }) => {
      const mark = inferred ? (optional ? '~' : '!') : optional ? '?' : '';
      const own = { blank: '…', text: `“${text}”`, value: text }[kind];
      return `${own}${mark}`;
    })
    .join(' ');

/** Where something stands in a text: line and column. */
export const spot = (at: Place): string => `${at.line}:${at.column}`;
