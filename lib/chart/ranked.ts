/** Groups as a list of values: regions, levels, kinds of applicant, reasons. */
import { formatNumber, formatPercent } from '../i18n/format';
import { labelKey } from '../i18n/language';
import { type Metric, metricById } from '../metrics/registry';
import type { MetricsRow, MetricValue } from '../query';
import { type ChartContext, countAxis, countScale, rateAxis, scaledText, scaledUnit } from './scale';
import type { RankedRow, RankedSpec } from './spec';
import { SMALL_N, wilsonInterval } from '../metrics/wilson';

export type NamedValue = { name: string; value: MetricValue | null };

/** Rates that are no exact proportion: cases may belong to decisions of another year. Their interval is approximate. */
export const isInterval = (metric: Metric): boolean => metric.kind === 'rate';

/**
 * The rows of an answer in the order in which they are shown by a metric: greatest first; of a rate, groups of fewer
 * than 30 cases take no rank and follow in their own order, and groups without a value or without a name come last.
 */
export function rankedRows(rows: readonly MetricsRow[], metricId: string): MetricsRow[] {
  const place = (row: MetricsRow): number => {
    const found = row.values[metricId];
    if (Object.values(row.key).includes(null)) return 3;
    if (!found || found.value === null) return 2;
    return isSmall(found) ? 1 : 0;
  };
  return [...rows].sort(
    (a, b) =>
      place(a) - place(b) ||
      (place(a) === 0 ? (b.values[metricId]?.value ?? 0) - (a.values[metricId]?.value ?? 0) : 0),
  );
}

/** Whether a value is a rate of fewer than 30 cases. */
export const isSmall = (found: MetricValue): boolean =>
  found.denominator !== null && found.denominator < SMALL_N;

/** Bars of a count or dots of a rate with its interval, in the order given; null when there is no row. */
export function rankedChart(
  values: readonly NamedValue[],
  metricId: string,
  context: ChartContext,
  title: string,
): RankedSpec | null {
  const metric = metricById(metricId);
  if (!metric || values.length === 0) return null;
  return metric.kind === 'rate'
    ? rankedRates(values, metric, context, title)
    : rankedCounts(values, metric, context, title);
}

function rankedCounts(
  values: readonly NamedValue[],
  metric: Metric,
  context: ChartContext,
  title: string,
): RankedSpec {
  const { language, t } = context;
  const greatest = Math.max(0, ...values.map(({ value }) => value?.value ?? 0));
  const scale = countScale(greatest, language);
  const unit = metric.unit[labelKey(language)];
  const rows = values.map(({ name, value }): RankedRow => {
    if (!value || value.value === null) return absentRow(name, t('state.absent'));
    return {
      name,
      value: value.value,
      text: scaledText(value.value, scale, language),
      title: t('chart.named.count', {
        name,
        value: formatNumber(value.value, language),
        unit,
        reports: value.reports,
      }),
    };
  });
  return {
    kind: 'ranked',
    mark: 'bar',
    label: labelOf(title, rows, context),
    unit: scaledUnit(scale, unit, t),
    endHead: '',
    rows,
    axis: countAxis(greatest, scale, language),
  };
}

function rankedRates(
  values: readonly NamedValue[],
  metric: Metric,
  context: ChartContext,
  title: string,
): RankedSpec {
  const { language, t } = context;
  const rows = values.map(({ name, value }): RankedRow => {
    if (!value || value.value === null)
      return absentRow(name, t(value && value.reports > 0 ? 'value.no_rate' : 'state.absent'));
    const numerator = value.numerator ?? 0;
    const denominator = value.denominator ?? 0;
    const range = isInterval(metric) ? wilsonInterval(numerator, denominator) : null;
    const text = formatPercent(value.value, language);
    return {
      name,
      value: value.value * 100,
      ...(range ? { low: range.low * 100, high: range.high * 100 } : {}),
      text: `${text} · ${formatNumber(denominator, language)}`,
      small: denominator < SMALL_N,
      title:
        t('chart.named.rate', {
          name,
          value: text,
          numerator: formatNumber(numerator, language),
          denominator: formatNumber(denominator, language),
          reports: value.reports,
        }) +
        (range
          ? t('chart.rate.interval', {
              low: formatPercent(range.low, language),
              high: formatPercent(range.high, language),
            })
          : ''),
    };
  });
  // The interval of a small group may reach 100 %: the axis follows the groups that take a rank, when there are any.
  const ranked = rows.filter((row) => !row.small);
  const reach = (ranked.length > 0 ? ranked : rows).map((row) => row.high ?? row.value ?? 0);
  const values100 = rows.map((row) => row.value ?? 0);
  const axis = rateAxis(Math.max(0, ...reach, ...values100) / 100, language);
  return {
    kind: 'ranked',
    mark: 'dot',
    label: labelOf(title, rows, context),
    unit: '%',
    endHead: t('chart.ranked.end'),
    rows: rows.map((row) => (row.high === undefined ? row : { ...row, high: Math.min(row.high, axis.end) })),
    axis,
  };
}

const absentRow = (name: string, word: string): RankedRow => ({
  name,
  value: null,
  text: word,
  absent: word,
  title: `${name} ${word}`,
});

const labelOf = (title: string, rows: readonly RankedRow[], { t }: ChartContext): string =>
  [title, ...rows.map((row) => row.title)].join(t('list.separator'));
