/** Where and when a card's figures are from, in words, as its subtitle says them. */
import { REQUEST_COLUMNS } from '../../lib/form/index';
import type { MessageKey } from '../../lib/i18n/message';
import type { MetricsResult } from '../../lib/query/index';
import type { CardRequest } from './model';
import { regionName } from '../_components/filter-words';

/** `陕西省区县级政府，2019–2025 年`: place, level, kind of body, years of the rows, applicant. */
export function placeText(request: CardRequest, result: MetricsResult): string {
  const { t, filters, label, options } = request;
  const regions = filters.region.map((code) => regionName(code, options, label) ?? code);
  const agencies = filters.agency.map((id) => id.replace(/^\d+-/, ''));
  const who = [
    agencies.length > 0
      ? agencies.join(t('list.and'))
      : regions.length > 0
        ? regions.join(t('list.and'))
        : t('region.country'),
    ...filters.level.map((level) => t(`level.${level}` as MessageKey)),
    ...filters.body.map((body) => t(`body.${body}` as MessageKey)),
  ];
  const years = yearsOf(request, result);
  const first = Math.min(...years);
  const last = Math.max(...years);
  const when =
    years.length === 0
      ? ''
      : first === last
        ? t('years.one', { year: String(first) })
        : t('years.range', { from: String(first), to: String(last) });
  const asked = result.meta.filters.applicant.map(
    (id) => REQUEST_COLUMNS.find((column) => column.id === id)?.[label] ?? id,
  );
  const notSplit = filters.applicant.length > 0 && asked.length === 0;
  return [
    who.join(t('list.words')),
    when,
    filters.q ? t('filter.q_chip', { q: filters.q }) : '',
    notSplit ? t('place.not_split') : '',
    asked.length > 0 ? t('place.applicants', { columns: asked.join(t('list.and')) }) : '',
  ]
    .filter(Boolean)
    .join(t('list.comma'));
}

/** The years of the rows; where the result has none, the years that the filters leave. */
function yearsOf({ filters, options }: CardRequest, result: MetricsResult): number[] {
  if (result.by.includes('year'))
    return result.rows.map((row) => row.key.year).filter((year) => typeof year === 'number');
  return options.years
    .filter((option) => option.reports > 0)
    .map((option) => Number(option.value))
    .filter(
      (year) =>
        (filters.from === null || year >= filters.from) && (filters.to === null || year <= filters.to),
    );
}
