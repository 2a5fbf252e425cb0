/** Rates by year as lines, each point with what it rests on. */
import { formatNumber, formatPercent } from '../i18n/format';
import { labelKey } from '../i18n/language';
import { metricById } from '../metrics';
import type { MetricsRow } from '../query';
import { type ChartContext, rateAxis } from './scale';
import type { LineSeries, LinesSpec, YearPoint } from './spec';
import { SMALL_N, wilsonInterval } from './wilson';
import { everyYear, valueIn } from './years';

export type RateLines = {
  /** One or two rates of the registry. */
  metrics: readonly string[];
  /** Words above the axis: what the rates are shares of. */
  unit: string;
  /** Whether the rates are true proportions, so that Wilson's interval may stand beside them. */
  interval: boolean;
};

export const DISPUTE_RATES = ['review_rate', 'litigation_rate'] as const;
export const CORRECTION_RATES = ['review_correction_rate', 'litigation_correction_rate'] as const;

/** Lines in per cent over the years of the rows; null when no row has a year. */
export function rateLinesChart(
  rows: readonly MetricsRow[],
  { metrics, unit, interval }: RateLines,
  context: ChartContext,
): LinesSpec | null {
  const years = everyYear(rows);
  if (years.length === 0) return null;
  const key = labelKey(context.language);
  const series = metrics.map((metric, index): LineSeries => {
    const points = years.map(({ year, row }) => ratePoint(year, row, metric, interval, context));
    const last = points.findLast((point) => point.value !== null);
    return {
      name: metricById(metric)?.[key] ?? metric,
      end: last ? last.text : context.t('value.no_rate'),
      colour: index === 0 ? 'accent' : 'second',
      points,
    };
  });
  const greatest = Math.max(
    ...series.flatMap(({ points }) => points.map((each) => each.high ?? each.value ?? 0)),
  );
  return {
    kind: 'lines',
    label: series
      .map(({ name, points }) =>
        [name, ...points.map((point) => point.title)].join(context.t('list.separator')),
      )
      .join(context.t('list.separator')),
    unit,
    series,
    cut: null,
    height: 216,
    axis: rateAxis(greatest / 100, context.language),
  };
}

function ratePoint(
  year: number,
  row: MetricsRow | null,
  metric: string,
  interval: boolean,
  { language, t }: ChartContext,
): YearPoint {
  const found = valueIn(row, metric);
  if (found === null)
    return {
      year,
      value: null,
      text: '',
      absent: t('state.absent'),
      title: t('chart.no_report', { year: String(year) }),
    };
  if (found.value === null)
    return {
      year,
      value: null,
      text: '',
      absent: t('value.no_rate'),
      title: t('chart.no_rate', { year: String(year) }),
    };
  const numerator = found.numerator ?? 0;
  const denominator = found.denominator ?? 0;
  const range = interval ? wilsonInterval(numerator, denominator) : null;
  const text = formatPercent(found.value, language);
  return {
    year,
    value: found.value * 100,
    text,
    small: denominator < SMALL_N,
    ...(range ? { low: range.low * 100, high: range.high * 100 } : {}),
    title: t('chart.rate.point', {
      year: String(year),
      value: text,
      numerator: formatNumber(numerator, language),
      denominator: formatNumber(denominator, language),
      reports: found.reports,
    }),
  };
}
