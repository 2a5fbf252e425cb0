/** A page as what it shows: lines, and tables as rows of text, in reading order. */
import { decodeHtml } from '../../lib/decode/html';
import type { Document, Grid } from '../../lib/document';

export const readPage = (html: string): Document => decodeHtml(Buffer.from(html), null);

/** Each cell as `text`, or `text r×c` where it spans more than its own place. */
export const rowsOf = (grid: Grid): string[][] =>
  grid.rows.map((row) =>
    row.map(({ text, rowspan, colspan }) =>
      rowspan === 1 && colspan === 1 ? text : `${text} ${rowspan}×${colspan}`,
    ),
  );

/** What the page shows, a string a line and an array a table. */
export const shownOf = (html: string): (string | string[][])[] =>
  readPage(html).blocks.map((block) => (block.kind === 'grid' ? rowsOf(block) : block.text));

/** The text of the only cell beside a label, written as `<td>content</td>`. */
export const cellOf = (content: string, attributes = ''): string | undefined => {
  const [grid] = readPage(`<table><tr><td>规章</td><td ${attributes}>${content}</td></tr></table>`).blocks;
  return grid?.kind === 'grid' ? grid.rows[0]?.[1]?.text : undefined;
};
