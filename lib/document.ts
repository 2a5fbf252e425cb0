/**
 * What decoding yields, whatever the format was: paragraphs and grids in reading order, each with its place.
 * Nothing here is interpreted; blank lines and blank cells are kept, because they are evidence.
 */
import type { Issue } from './issue';
import type { Place } from './place';

/** Ids of the kinds of files that are read; what each is told by and read by stands in decode/kinds.ts. */
export const SOURCE_FORMATS = [
  'text',
  'html',
  'mht',
  'docx',
  'doc',
  'wordxml',
  'rtf',
  'odt',
  'pdf',
  'ofd',
  'xlsx',
  'xls',
  'ods',
  'csv',
  'picture',
] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

/** One line or paragraph of running text. Text may be empty: a blank line is evidence of an empty cell. */
export type Paragraph = { kind: 'paragraph'; text: string; at: Place };

/** One cell as printed (spans not repeated). `row` and `column` count from 0 on the expanded grid. */
export type GridCell = {
  text: string;
  row: number;
  column: number;
  rowspan: number;
  colspan: number;
  at: Place;
};

/** A table with its geometry. `rows[i]` holds the cells whose top left corner lies in row i, left to right. */
export type Grid = { kind: 'grid'; rows: GridCell[][]; width: number; at: Place };

export type Block = Paragraph | Grid;

/** A line of text that was recognised in a picture of a page: where, in points, and how well. */
export type RecognisedText = {
  page: number;
  /** x, y, width, height from the page's top left corner. */
  box: [number, number, number, number];
  /** Probability of its least certain character, 0 to 1. */
  trust: number;
  /** Whether a second look said the same digits. */
  isConfirmed: boolean;
};

export type Document = {
  format: SourceFormat;
  /** Character encoding found, for formats that have one. */
  encoding: string | null;
  /** Title the container itself states (HTML title or meta, document property), not yet trusted. */
  title: string | null;
  /** Metadata the container states: HTML meta name → content (ArticleTitle, PubDate, ContentSource, …). */
  meta: Record<string, string>;
  /** Address the document itself states (canonical link, saved-from comment), if any. */
  url: string | null;
  blocks: Block[];
  /** Trouble met while decoding, such as a page that is only a picture. */
  issues: Issue[];
  /** What was recognised in pictures; blocks of these pages rest on it. */
  recognised?: RecognisedText[];
};
