/** Pages of a list. */
export type PageQuestion = {
  /** From 1; a page beyond the last is empty. */
  page?: number;
  /** 1 to 1000. */
  pageSize?: number;
};

export type PageMeta = {
  /** Rows of the whole list. */
  row_count: number;
  page: number;
  page_size: number;
  pages: number;
};

export const DEFAULT_PAGE_SIZE = 50;
export const LARGEST_PAGE_SIZE = 1000;

/** The page asked for, within bounds, as SQL values and, once the list is counted, as meta. */
export function pageOf({ page = 1, pageSize = DEFAULT_PAGE_SIZE }: PageQuestion): {
  limit: number;
  offset: number;
  meta: (rowCount: number) => PageMeta;
} {
  const limit = Math.min(Math.max(Math.trunc(pageSize), 1), LARGEST_PAGE_SIZE);
  const number = Math.max(Math.trunc(page), 1);
  return {
    limit,
    offset: (number - 1) * limit,
    meta: (rowCount) => ({
      row_count: rowCount,
      page: number,
      page_size: limit,
      pages: Math.max(Math.ceil(rowCount / limit), 1),
    }),
  };
}
