/** Queries of cards: metrics by dimensions under the filters of the page. */
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
 * The result of one query of a card. Metrics that the form does not split by applicant are asked over all
 * applicants; the filters of the result say so. Throws when the store does.
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

/** The newest year of a result in which a metric has a value, and the newest such year before it. */
export function latestTwo(result: MetricsResult, metric: string): [MetricsRow | null, MetricsRow | null] {
  const rows = result.rows.filter(
    (row) =>
      typeof row.key.year === 'number' &&
      row.values[metric]?.value !== null &&
      row.values[metric] !== undefined,
  );
  return [rows.at(-1) ?? null, rows.at(-2) ?? null];
}

/** How many reports have every metric of a result. */
export function countedReports({ metrics, meta }: MetricsResult): number {
  return meta.reports - Math.max(0, ...metrics.map((metric) => meta.missing[metric] ?? 0));
}

/** Whether any row has a value of any metric of a result. */
export const hasValues = (result: MetricsResult): boolean =>
  result.rows.some((row) => result.metrics.some((metric) => (row.values[metric]?.value ?? null) !== null));

/** The rows of each group of a dimension together, in the order of the result. */
export function rowsByGroup(result: MetricsResult, dimension: Dimension): MetricsRow[][] {
  const groups = new Map<unknown, MetricsRow[]>();
  for (const row of result.rows) {
    const key = row.key[dimension];
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}
