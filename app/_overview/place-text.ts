/** Where and when a card's figures are from, in words, as its subtitle says them. */
import { REQUEST_COLUMNS } from '../../lib/form';
import type { MessageKey } from '../../lib/i18n/message';
import type { FilterOptions, MetricsAnswer } from '../../lib/query';
import type { PageContext } from '../_shell/page-context';
import { regionName } from '../_components/filter-chips';

/** `陕西省区县级政府，2019–2025 年`: place, level, kind of body, years of the rows, applicant. */
export function placeText(context: PageContext, options: FilterOptions, answer: MetricsAnswer): string {
  const { t, filters, label } = context;
  const regions = filters.region.map((code) => regionName(code, options) ?? code);
  const who = [
    regions.length > 0 ? regions.join(t('list.and')) : t('region.country'),
    ...filters.level.map((level) => t(`level.${level}` as MessageKey)),
    ...filters.body.map((body) => t(`body.${body}` as MessageKey)),
  ];
  const years = answer.rows.map((row) => row.key.year).filter((year) => typeof year === 'number');
  const first = Math.min(...years);
  const last = Math.max(...years);
  const when =
    years.length === 0
      ? ''
      : first === last
        ? t('years.one', { year: String(first) })
        : t('years.range', { from: String(first), to: String(last) });
  const asked = answer.meta.filters.applicant.map(
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
