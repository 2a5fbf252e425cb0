/** Pages of a list: by number, or after the last row of the page before. */
import { type CursorKey, type KeyKind, readCursor, writeCursor } from './cursor';

export type PageQuery = {
  /** From 1; a page beyond the last is empty. Of no account beside `after`. */
  page?: number;
  /** The `next` of the page before: as fast on the last page as on the first. */
  after?: string;
  /** 1 to 1000. */
  pageSize?: number;
};

export type PageMeta = {
  /** Rows of the whole list. */
  row_count: number;
  page: number;
  page_size: number;
  pages: number;
  /** Number of the page's first row in the whole list, from 1. */
  first_row: number;
  /** What `after` must say for the following page; null on the last one. */
  next: string | null;
};

export const DEFAULT_PAGE_SIZE = 50;
export const LARGEST_PAGE_SIZE = 1000;

/** The page asked for, as bounds of a query and, once its rows are known, as meta. */
export type Page = {
  limit: number;
  offset: number;
  /** Sort keys of the row before the page; null when the page is asked for by number. */
  after: CursorKey[] | null;
  meta: (rowCount: number, rows: number, lastKeys: CursorKey[]) => PageMeta;
};

/** Throws FilterError when `after` is no cursor of this list, order and corpus version. */
export function pageOf(question: PageQuery, version: string, order: string, kinds: readonly KeyKind[]): Page {
  const { page = 1, pageSize = DEFAULT_PAGE_SIZE, after } = question;
  const limit = Math.min(Math.max(Math.trunc(pageSize), 1), LARGEST_PAGE_SIZE);
  const cursor = after === undefined ? null : readCursor(after, version, order, kinds);
  const seen = cursor?.seen ?? (Math.max(Math.trunc(page), 1) - 1) * limit;
  return {
    limit,
    offset: cursor ? 0 : seen,
    after: cursor?.keys ?? null,
    meta: (rowCount, rows, keys) => ({
      row_count: rowCount,
      page: Math.floor(seen / limit) + 1,
      page_size: limit,
      pages: Math.max(Math.ceil(rowCount / limit), 1),
      first_row: seen + 1,
      next:
        rows < limit || seen + rows >= rowCount
          ? null
          : writeCursor({ version, order, seen: seen + rows, keys }),
    }),
  };
}
