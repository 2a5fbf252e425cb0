/** Questions of cards: metrics by dimensions under the filters of the page. */
import type { Filters } from '../../lib/filters/index';
import { metricById } from '../../lib/metrics/registry';
import {
  corpusOf,
  type Dimension,
  type MetricsResult,
  type MetricsRow,
  selectMetrics,
} from '../../lib/query/index';

/**
 * The answer to one question of a card. Metrics that the form does not split by applicant are asked over all
 * applicants; the filters of the answer say so. Throws when the store does.
 */
export function queryMetrics(
  filters: Filters,
  metrics: readonly string[],
  by: readonly Dimension[],
): Promise<MetricsResult> {
  const split = metrics.every((metric) => metricById(metric)?.byApplicant);
  return selectMetrics(corpusOf(filters.corpus), {
    metrics: [...metrics],
    by: [...by],
    filters: split ? filters : { ...filters, applicant: [] },
  });
}

/** The newest year of an answer in which a metric has a value, and the newest such year before it. */
export function latestTwo(answer: MetricsResult, metric: string): [MetricsRow | null, MetricsRow | null] {
  const rows = answer.rows.filter(
    (row) =>
      typeof row.key.year === 'number' &&
      row.values[metric]?.value !== null &&
      row.values[metric] !== undefined,
  );
  return [rows.at(-1) ?? null, rows.at(-2) ?? null];
}

/** How many reports have every metric of an answer. */
export function countedReports({ metrics, meta }: MetricsResult): number {
  return meta.reports - Math.max(0, ...metrics.map((metric) => meta.missing[metric] ?? 0));
}

/** Whether any row has a value of any metric of an answer. */
export const hasValues = (answer: MetricsResult): boolean =>
  answer.rows.some((row) => answer.metrics.some((metric) => (row.values[metric]?.value ?? null) !== null));
