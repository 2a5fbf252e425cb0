/** Rows by year made whole: a year without a row is kept as a gap, so that a line never runs over it. */
import type { MetricsRow, MetricValue } from '../query';

/** A value for one year. `value` null: nothing to draw, and `absent` says why in a word (缺, 无法计算). */
export type YearPoint = {
  year: number;
  value: number | null;
  /** 95 % interval, where a rate has one. */
  low?: number;
  high?: number;
  /** The value as it is printed on the chart, and the whole point in words for tooltip and screen reader. */
  text: string;
  title: string;
  absent?: string;
  /** Rests on fewer than 30 cases: drawn grey and hollow. */
  small?: boolean;
  /** The newest year, for which reports are still missing: drawn hollow, its line dotted. */
  incomplete?: boolean;
};

export type YearRow = { year: number; row: MetricsRow | null };

/** First and last year. */
export type YearRange = { from: number; to: number };

/** The range of years that have a row; null when no row has a year. */
export function yearRange(rows: readonly MetricsRow[]): YearRange | null {
  const years = rows.map((row) => row.key.year).filter((year) => typeof year === 'number');
  return years.length === 0 ? null : { from: Math.min(...years), to: Math.max(...years) };
}

/**
 * Every year from the first to the last that has a row, or of `range`, with its row or null. Rows without a year are
 * left out.
 */
export function everyYear(rows: readonly MetricsRow[], range: YearRange | null = yearRange(rows)): YearRow[] {
  const byYear = new Map<number, MetricsRow>();
  for (const row of rows) if (typeof row.key.year === 'number') byYear.set(row.key.year, row);
  if (range === null) return [];
  return Array.from({ length: range.to - range.from + 1 }, (_, index) => {
    const year = range.from + index;
    return { year, row: byYear.get(year) ?? null };
  });
}

/** The value of a metric in a row, or null where there is no row. */
export function valueIn(row: MetricsRow | null, metric: string): MetricValue | null {
  return row?.values[metric] ?? null;
}

/** Share of the reports of the year before under which the newest year counts as incomplete. */
const COMPLETE_FROM = 0.95;

/**
 * The newest year when it rests on clearly fewer reports than the year before it, because reports are still missing;
 * null when it does not, or when there is no year before.
 */
export function incompleteYear(years: readonly YearRow[]): number | null {
  const last = years.at(-1);
  const before = years.at(-2);
  if (!last?.row || !before?.row) return null;
  return last.row.reports < before.row.reports * COMPLETE_FROM ? last.year : null;
}
