/** Rates by year as lines, each point with what it rests on. */
import { formatNumber, formatPercent } from '../../../i18n/format';
import { labelKey } from '../../../i18n/language';
import { metricById } from '../../../metrics/registry';
import type { MetricsRow } from '../../../query/index';
import type { Shared } from './count-lines';
import { type ChartContext, rateAxis } from '../../scale';
import type { LineSeries, LinesSpec } from './lines';
import type { YearPoint } from '../../years';
import { SMALL_N, wilsonInterval } from '../../../metrics/wilson';
import { everyYear, incompleteYear, valueIn } from '../../years';

export type RateLines = {
  /** One or two rates of the registry. */
  metrics: readonly string[];
  /** Words above the axis: what the rates are shares of. */
  unit: string;
  /** Whether the rates are true proportions, so that Wilson's interval may stand beside them. */
  interval: boolean;
} & Shared;

export const DISPUTE_RATES = ['review_rate', 'litigation_rate'] as const;
export const CORRECTION_RATES = ['review_correction_rate', 'litigation_correction_rate'] as const;

/** Lines in per cent over the years of the rows; null when no row has a year. */
export function rateLinesChart(
  rows: readonly MetricsRow[],
  { metrics, unit, interval, range, greatest, name }: RateLines,
  context: ChartContext,
): LinesSpec | null {
  const years = range === undefined ? everyYear(rows) : everyYear(rows, range);
  if (years.length === 0) return null;
  const key = labelKey(context.language);
  const incomplete = incompleteYear(years);
  const several = metrics.length > 1;
  const series = metrics.map((metric, index): LineSeries => {
    const named = several ? `${metricById(metric)?.[key] ?? metric} ` : '';
    const points = years.map(({ year, row }) => ({
      ...ratePoint(year, row, metric, { interval, named }, context),
      ...(year === incomplete ? { incomplete: true } : {}),
    }));
    const last = points.findLast((point) => point.value !== null);
    return {
      name: several ? (metricById(metric)?.[key] ?? metric) : (last?.text ?? context.t('value.no_rate')),
      end: several ? (last?.text ?? context.t('value.no_rate')) : '',
      colour: index === 0 ? 'accent' : 'second',
      points,
    };
  });
  const highest =
    greatest ??
    Math.max(0, ...series.flatMap(({ points }) => points.map((each) => each.high ?? each.value ?? 0)));
  return {
    kind: 'lines',
    label: series
      .map(({ points }, index) =>
        [name ?? metricById(metrics[index] ?? '')?.[key] ?? '', ...points.map((point) => point.title)].join(
          context.t('list.separator'),
        ),
      )
      .join(context.t('list.separator')),
    unit,
    series,
    cut: null,
    height: several ? 216 : 176,
    axis: rateAxis(highest / 100, context.language),
  };
}

function ratePoint(
  year: number,
  row: MetricsRow | null,
  metric: string,
  { interval, named }: { interval: boolean; named: string },
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
      title: named + t('chart.no_rate', { year: String(year) }),
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
    title:
      named +
      t('chart.rate.point', {
        year: String(year),
        value: text,
        numerator: formatNumber(numerator, language),
        denominator: formatNumber(denominator, language),
        reports: found.reports,
      }) +
      (range
        ? t('chart.rate.interval', {
            low: formatPercent(range.low, language),
            high: formatPercent(range.high, language),
          })
        : ''),
  };
}
