/** Printed cells of a slice in long form, one row a cell. */
import type { Filters } from '../filters/values';
import type { CellState } from '../form';
import type { Place } from '../place';
import type { Corpus } from '../store/corpora';
import type { Meta } from './answer';

export type CellRow = {
  report_id: string;
  field: string;
  value: number | null;
  raw: string;
  state: CellState;
  at: Place | null;
  note: string | null;
  source_url: string | null;
};

/** A page of the cells of the reports in the filters, in order of report and form. */
export async function selectCells(
  corpus: Corpus,
  filters: Filters,
  question: { page?: number; pageSize?: number } = {},
): Promise<{
  rows: CellRow[];
  meta: Meta & { row_count: number; page: number; page_size: number; pages: number };
}> {
  throw new Error(`not built yet: ${corpus.name} ${filters.corpus} ${question.page}`);
}
