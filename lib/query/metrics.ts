/** Metrics × dimensions × filters: the one function behind every chart, table and query.csv. */
import type { Filters } from '../filters/values';
import type { Corpus } from '../store/corpora';
import type { Meta } from './answer';
import type { Dimension, Key } from './dimensions';

/** One number with what it rests on. */
export type MetricValue = {
  /** The sum, the rate as a ratio 0–1, or the count; null when no report has it or the denominator is 0. */
  value: number | null;
  /** Of a rate: both sums over the reports that have both. Null for sums and counts. */
  numerator: number | null;
  denominator: number | null;
  /** Reports with a value, and reports of the group without one. */
  reports: number;
  missing: number;
};

export type MetricsRow = {
  /** One entry a dimension asked for. */
  key: Partial<Record<Dimension, Key>>;
  /** Chinese names of the keys of region and agency dimensions. */
  names: Partial<Record<Dimension, string | null>>;
  /** Reports in the group. */
  reports: number;
  /** By metric id. */
  values: Record<string, MetricValue>;
};

export type MetricsAnswer = {
  metrics: string[];
  by: Dimension[];
  rows: MetricsRow[];
  /** `missing`: per metric, the reports of the whole slice without a value. */
  meta: Meta & { missing: Record<string, number>; row_count: number };
};

export type MetricsQuestion = { metrics: string[]; by: Dimension[]; filters: Filters };

/**
 * One row a group, ordered by the dimensions in the order asked (nulls last); one row when `by` is empty.
 * Throws FilterError for a metric or dimension that does not exist, and when `by` holds applicant beside a metric
 * that table 3 does not split.
 */
export async function selectMetrics(corpus: Corpus, question: MetricsQuestion): Promise<MetricsAnswer> {
  throw new Error(`not built yet: ${corpus.name} ${question.metrics.join()}`);
}
