/** The figures at the top of the home page. */
import type { Filters } from '../filters/values';
import type { Corpus } from '../store/corpora';
import type { Meta } from './answer';
import type { MetricValue } from './metrics';

export type HeadlineAnswer = {
  /** Every metric of the registry over the whole slice, by id. */
  values: Record<string, MetricValue>;
  /** First and last report year in the slice; null when it is empty or no report has a year. */
  years: { from: number; to: number } | null;
  provinces: number;
  /** Reports with at least one finding, and with at least one issue of severity error or warning. */
  with_findings: number;
  with_issues: number;
  meta: Meta & { missing: Record<string, number> };
};

/** Headline figures of the slice. */
export async function selectHeadline(corpus: Corpus, filters: Filters): Promise<HeadlineAnswer> {
  throw new Error(`not built yet: ${corpus.name} ${filters.corpus}`);
}
