/** What the corpus holds of a slice: which tables the reports have, and which reports its totals leave out. */
import type { Filters } from '../filters/values';
import type { Level } from '../record';
import type { Corpus } from '../store/corpora';
import type { Meta } from './answer';

export type CoverageRow = {
  year: number | null;
  level: Level | null;
  /** Reports in the filters whatever their basis, and those of them that the chosen basis counts. */
  reports: number;
  counted: number;
  agencies: number;
  /** Reports with at least one number in table 3, table 4, table 2. */
  with_requests: number;
  with_proceedings: number;
  with_disclosure: number;
  with_findings: number;
  with_issues: number;
};

/** One row a year and level, in that order; nulls last. */
export async function selectCoverage(
  corpus: Corpus,
  filters: Filters,
): Promise<{ rows: CoverageRow[]; meta: Meta }> {
  throw new Error(`not built yet: ${corpus.name} ${filters.corpus}`);
}
