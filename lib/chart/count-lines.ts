/** One count by year as a line of its own: a small panel. The change of form cuts it where the measure changed. */
import { formatNumber } from '../i18n/format';
import { labelKey } from '../i18n/language';
import { metricById } from '../metrics';
import type { MetricsRow } from '../query';
import { type ChartContext, countAxis, countScale, scaledText, scaledUnit } from './scale';
import type { LinesSpec, YearPoint } from './spec';
import { everyYear, valueIn } from './years';

export const DISCLOSURE_COUNTS = [
  'licensing_decisions',
  'penalty_decisions',
  'compulsory_decisions',
  'normative_documents_issued',
] as const;

/** The last report year of the 2019 form; from the next on the 2021 form asks. Source: 国办公开办函〔2021〕30号. */
export const LAST_YEAR_OF_2019_FORM = 2020;

/** A line of one count; null when no row has a year. */
export function countLineChart(
  rows: readonly MetricsRow[],
  metricId: string,
  { language, t }: ChartContext,
): LinesSpec | null {
  const years = everyYear(rows);
  const metric = metricById(metricId);
  if (years.length === 0 || !metric) return null;
  const greatest = Math.max(...years.map(({ row }) => valueIn(row, metricId)?.value ?? 0));
  const scale = countScale(greatest, language);
  const points = years.map(({ year, row }): YearPoint => {
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
      title: t('chart.count.point', {
        year: String(year),
        value: formatNumber(found.value, language),
        reports: found.reports,
      }),
    };
  });
  const key = labelKey(language);
  const first = years[0]?.year ?? 0;
  const last = years.at(-1)?.year ?? 0;
  const crosses = first <= LAST_YEAR_OF_2019_FORM && last > LAST_YEAR_OF_2019_FORM;
  return {
    kind: 'lines',
    label: [metric[key], ...points.map((point) => point.title)].join(t('list.separator')),
    unit: scaledUnit(scale, metric.unit[key], t),
    series: [
      {
        name: points.findLast((point) => point.value !== null)?.text ?? t('state.absent'),
        end: '',
        colour: 'accent',
        points,
      },
    ],
    cut:
      !metric.comparable && crosses
        ? { after: LAST_YEAR_OF_2019_FORM, before: t('chart.cut.before'), since: t('chart.cut.since') }
        : null,
    height: 176,
    axis: countAxis(greatest, scale, language),
  };
}
