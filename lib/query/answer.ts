/** What every answer carries beside its rows, so that no number travels without what it rests on. */
import type { CorpusName, Filters } from '../filters/values';

export type Meta = {
  filters: Filters;
  corpus: CorpusName;
  /** Changes when a record, the schema or the build changes; the key of caches and ETags. */
  corpus_version: string;
  /** True for the synthetic corpus: the page and every file must say so. */
  synthetic: boolean;
  /** Reports the answer rests on. */
  reports: number;
  /** Reports that fit every other filter but are left out by `basis`, because another report covers them. */
  left_out: number;
};
