/** Everything the page of one report shows. */
import type { ReportRecord, Scope } from '../record';
import type { Corpus } from '../store/corpora';

export type ReportNeighbour = { id: string; year: number | null; scope: Scope };

export type ReportAnswer = {
  /** The record as it was stored. */
  record: ReportRecord;
  agency_id: string;
  /** The same agency's reports in order of year, this one among them. */
  years: ReportNeighbour[];
  /** Why the deduplicated basis leaves the report out of its region's totals; null when it does not. */
  covered_by: { id: string; agency: string } | null;
  corpus_version: string;
  synthetic: boolean;
};

/** The report with this id, or null when the corpus has none. */
export async function selectReport(corpus: Corpus, id: string): Promise<ReportAnswer | null> {
  throw new Error(`not built yet: ${corpus.name} ${id}`);
}
