/** One count by year as a line of its own: a small panel. The change of form cuts it where the measure changed. */
import { TABLE_2_BREAKS } from '../../../form/index';
import { formatNumber } from '../../../i18n/format';
import { labelKey } from '../../../i18n/language';
import { metricById } from '../../../metrics/registry';
import type { MetricsRow } from '../../../query/index';
import {
  type ChartContext,
  type CountScale,
  countAxis,
  countScale,
  scaledText,
  scaledUnit,
} from '../../scale';
import type { LineSeries, LinesSpec } from './lines';
import type { YearPoint } from '../../years';
import { everyYear, incompleteYear, valueIn, type YearRange, type YearRow } from '../../years';

export const DISCLOSURE_COUNTS = [
  'licensing_decisions',
  'penalty_decisions',
  'compulsory_decisions',
  'normative_documents_issued',
] as const;

/** What panels beside each other share: their years, and the greatest value of their common axis. */
export type Shared = { range?: YearRange | null; greatest?: number; name?: string };

/** A line of one count, named by its metric or by `name`; null when there is no year. */
export function countLineChart(
  rows: readonly MetricsRow[],
  metricId: string,
  context: ChartContext,
  shared: Shared = {},
): LinesSpec | null {
  return countLinesChart(rows, [metricId], context, shared);
}

/** Lines of one or two counts over the same years; with two, each bears the name of its metric. */
export function countLinesChart(
  rows: readonly MetricsRow[],
  metricIds: readonly string[],
  context: ChartContext,
  shared: Shared = {},
): LinesSpec | null {
  const { language, t } = context;
  const years = shared.range === undefined ? everyYear(rows) : everyYear(rows, shared.range);
  const metrics = metricIds.flatMap((id) => metricById(id) ?? []);
  const [metric] = metrics;
  if (years.length === 0 || !metric) return null;
  const greatest = shared.greatest ?? greatestOf(rows, metricIds);
  const scale = countScale(greatest, language);
  const key = labelKey(language);
  const several = metrics.length > 1;
  const series = metrics.map((each, index): LineSeries => {
    const points = countPoints(years, each.id, several ? `${each[key]} ` : '', context, scale);
    const last = points.findLast((point) => point.value !== null)?.text ?? t('state.absent');
    return {
      name: several ? each[key] : last,
      end: several ? last : '',
      colour: index === 0 ? 'accent' : 'second',
      points,
    };
  });
  const first = years[0]?.year ?? 0;
  const last = years.at(-1)?.year ?? 0;
  const crossed = TABLE_2_BREAKS.find(({ after }) => first <= after && last > after);
  return {
    kind: 'lines',
    label: series
      .map(({ points }, index) =>
        [shared.name ?? metrics[index]?.[key] ?? '', ...points.map((point) => point.title)].join(
          t('list.separator'),
        ),
      )
      .join(t('list.separator')),
    unit: scaledUnit(scale, metric.unit[key], t),
    series,
    cut: !metric.comparable && crossed ? { after: crossed.after, ...cutWords(metric.id, crossed, t) } : null,
    height: 176,
    axis: countAxis(greatest, scale, language),
  };
}

/** What each side of the change of form counts, where the forms name it; else the forms themselves. */
function cutWords(
  metricId: string,
  { before, since }: (typeof TABLE_2_BREAKS)[number],
  t: ChartContext['t'],
): { before: string; since: string } {
  return metricId.endsWith('_issued')
    ? { before: t('chart.cut.before'), since: t('chart.cut.since') }
    : { before: t('form.version', { form: before }), since: t('form.version', { form: since }) };
}

/** The greatest value of some metrics in some rows; 0 when there is none. */
export function greatestOf(rows: readonly MetricsRow[], metricIds: readonly string[]): number {
  return Math.max(0, ...rows.flatMap((row) => metricIds.map((id) => valueIn(row, id)?.value ?? 0)));
}

function countPoints(
  years: YearRow[],
  metricId: string,
  prefix: string,
  { language, t }: ChartContext,
  scale: CountScale,
): YearPoint[] {
  const incomplete = incompleteYear(years);
  return years.map(({ year, row }): YearPoint => {
    const found = valueIn(row, metricId);
    if (found === null || found.value === null)
      return {
        year,
        value: null,
        text: '',
        absent: t('state.absent'),
        title: t('chart.no_report', { year: String(year) }),
      };
    return {
      year,
      value: found.value,
      text: scaledText(found.value, scale, language),
      title:
        prefix +
        t('chart.count.point', {
          year: String(year),
          value: formatNumber(found.value, language),
          reports: found.reports,
        }),
      ...(year === incomplete ? { incomplete: true } : {}),
    };
  });
}
