/** Questions of the overview: metrics by year under the filters of the page. */
import { corpusOf, type MetricsAnswer, type MetricsRow, selectMetrics } from '../../lib/query';
import { metricById } from '../../lib/metrics';
import type { PageContext } from '../_shell/page-context';

/**
 * The answer, or null when the question failed: then that card alone says so. The cause goes to stderr. Metrics that
 * the form does not split by applicant are asked over all applicants; the filters of the answer say so.
 */
export async function askByYear(
  context: PageContext,
  metrics: readonly string[],
): Promise<MetricsAnswer | null> {
  const split = metrics.every((metric) => metricById(metric)?.byApplicant);
  const filters = split ? context.filters : { ...context.filters, applicant: [] };
  try {
    return await selectMetrics(corpusOf(filters.corpus), { metrics: [...metrics], by: ['year'], filters });
  } catch (cause) {
    console.error(`metrics ${metrics.join()}: ${cause instanceof Error ? cause.message : String(cause)}`);
    return null;
  }
}

/** The newest year of an answer in which a metric has a value, and the newest such year before it. */
export function latestTwo(answer: MetricsAnswer, metric: string): [MetricsRow | null, MetricsRow | null] {
  const rows = answer.rows.filter(
    (row) =>
      typeof row.key.year === 'number' &&
      row.values[metric]?.value !== null &&
      row.values[metric] !== undefined,
  );
  return [rows.at(-1) ?? null, rows.at(-2) ?? null];
}
