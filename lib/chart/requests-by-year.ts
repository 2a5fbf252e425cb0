/** Requests received in each year: bars, with the number of reports they rest on under each year. */
import { formatNumber } from '../i18n/format';
import type { MetricsRow } from '../query';
import { type ChartContext, countAxis, countScale, scaledText, scaledUnit } from './scale';
import type { BarsSpec } from './spec';
import { everyYear, incompleteYear, valueIn } from './years';

export const REQUESTS_BY_YEAR = ['new_requests'] as const;

/** Bars of new_requests by year. Unit: requests (件), or 万件 where the numbers are large. Null when no row has a year. */
export function requestsByYearChart(rows: readonly MetricsRow[], context: ChartContext): BarsSpec | null {
  const { language, t } = context;
  const years = everyYear(rows);
  if (years.length === 0) return null;
  const greatest = Math.max(...years.map(({ row }) => valueIn(row, 'new_requests')?.value ?? 0));
  const scale = countScale(greatest, language);
  const incomplete = incompleteYear(years);
  const points = years.map(({ year, row }) => {
    const found = valueIn(row, 'new_requests');
    const value = found?.value ?? null;
    if (found === null || value === null)
      return {
        year,
        value: null,
        text: '',
        absent: t('state.absent'),
        title: t('chart.no_report', { year: String(year) }),
      };
    return {
      year,
      value,
      text: scaledText(value, scale, language),
      title: t('chart.requests.point', {
        year: String(year),
        value: formatNumber(value, language),
        reports: found.reports,
      }),
      ...(year === incomplete ? { incomplete: true } : {}),
    };
  });
  return {
    kind: 'bars',
    label: [t('chart.requests.title'), ...points.map((point) => point.title)].join(t('list.separator')),
    unit: scaledUnit(scale, t('unit.requests'), t),
    points,
    foot: {
      label: t('chart.foot.reports'),
      values: years.map(({ row }) => {
        const reports = valueIn(row, 'new_requests')?.reports ?? 0;
        return reports >= 10_000 ? compact(reports, context) : formatNumber(reports, language);
      }),
    },
    axis: countAxis(greatest, scale, language),
  };
}

const compact = (value: number, { language }: ChartContext): string =>
  new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
