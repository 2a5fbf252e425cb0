/** Rows by year made whole: a year without a row is kept as a gap, so that a line never runs over it. */
import type { MetricsRow, MetricValue } from '../query';

/** Every year from the first to the last that has a row, with its row or null. Rows without a year are left out. */
export function everyYear(rows: readonly MetricsRow[]): { year: number; row: MetricsRow | null }[] {
  const byYear = new Map<number, MetricsRow>();
  for (const row of rows) if (typeof row.key.year === 'number') byYear.set(row.key.year, row);
  const years = [...byYear.keys()];
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => {
    const year = first + index;
    return { year, row: byYear.get(year) ?? null };
  });
}

/** The value of a metric in a row, or null where there is no row. */
export function valueIn(row: MetricsRow | null, metric: string): MetricValue | null {
  return row?.values[metric] ?? null;
}
