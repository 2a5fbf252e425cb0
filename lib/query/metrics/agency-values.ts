/**
 * One value an agency and metric: what distributions and comparisons of agencies are made of. An agency's rate is the
 * ratio of its sums, as everywhere; on few cases it is mostly chance, so such rates are counted but not compared.
 */
import { SMALL_N } from '../../metrics/wilson';
import { z } from 'zod';
import type { Metric } from '../../metrics/registry';
import type { Database } from '../../store/connect';
import { fixedApplicantJoins, metricColumns, reportMetricColumns } from '../../store/sql/metric-sql';

/** Below this many cases in its denominator a rate is not compared with others. */
export const FEWEST_CASES = SMALL_N;

/**
 * SELECT of one row an agency: `agency_no`; per metric i its `m{i}`, `m{i}_d`, `m{i}_n` as in metricColumns, the value
 * `v{i}` (null without one) and `f{i}`, whether that is a rate on too few cases to compare. `condition` is over reports;
 * `isOneEach` says that it leaves at most one report of an agency, whose sums are then its own figures.
 */
export function agencyValuesSql(metrics: readonly Metric[], condition: string, isOneEach: boolean): string {
  const values = metrics.flatMap((metric, i) => {
    const value = metric.denominator ? `CASE WHEN m${i}_d > 0 THEN m${i} / m${i}_d END` : `m${i}`;
    const isOnFewCases = metric.denominator ? `coalesce(m${i}_d < ${FEWEST_CASES}, false)` : 'false';
    return [`${value} AS v${i}`, `${isOnFewCases} AS f${i}`];
  });
  const sums = metrics.flatMap((metric, i) =>
    isOneEach ? reportMetricColumns(metric, `m${i}`) : metricColumns(metric, `m${i}`, 'total'),
  );
  return `SELECT *, ${values.join(', ')}
    FROM (
      SELECT reports.agency_no, ${sums.join(', ')}
      FROM reports
      ${fixedApplicantJoins(metrics)}
      WHERE ${condition}
      ${isOneEach ? '' : 'GROUP BY reports.agency_no'}
    )`;
}

/**
 * What `use` returns, with agencies grouped by an array in place of a hash table, three times as fast. For few columns,
 * since the array takes their memory for every agency there is; so the connection does not stay set.
 */
export async function withAgencyArray<T>(database: Database, use: () => Promise<T>): Promise<T> {
  await database.rows(z.unknown(), 'SET perfect_ht_threshold = 20');
  try {
    return await use();
  } finally {
    await database.rows(z.unknown(), 'RESET perfect_ht_threshold');
  }
}
