/** The rows of a card as files: the API's addresses with the same filters. */
import { serializeFilters } from '../../lib/filters/values';
import type { MetricsAnswer } from '../../lib/query';
import type { PageContext } from '../_shell/page-context';

/** Address of the API for the question behind an answer; `suffix` is `.csv`, or nothing for JSON. */
export function queryAddress(context: PageContext, answer: MetricsAnswer, suffix: '' | '.csv'): string {
  const path = `/api/v1/query${suffix}?metrics=${answer.metrics.join(',')}&by=${answer.by.join(',')}`;
  return filtered(path, { ...context, filters: answer.meta.filters });
}

/** An address of the API with the filters and the language of the page added. */
export function filtered(
  path: string,
  { filters, language }: Pick<PageContext, 'filters' | 'language'>,
): string {
  const query = [serializeFilters(filters), language === 'en' ? 'lang=en' : ''].filter(Boolean).join('&');
  if (query === '') return path;
  return path + (path.includes('?') ? '&' : '?') + query;
}

/** Links to the table, to the reports behind it and to their printed cells. */
export function CardDownloads({ context, answer }: { context: PageContext; answer: MetricsAnswer }) {
  const { t } = context;
  const links = [
    {
      href: queryAddress(context, answer, '.csv'),
      name: t('download.table_csv'),
      note: t('download.table_note'),
    },
    {
      href: queryAddress(context, answer, ''),
      name: t('download.table_json'),
      note: t('download.json_note'),
    },
    {
      href: filtered('/api/v1/reports.csv', context),
      name: t('download.reports_csv'),
      note: t('download.reports_note'),
    },
    {
      href: filtered('/api/v1/cells.csv', context),
      name: t('download.cells_csv'),
      note: t('download.cells_note'),
    },
  ];
  return (
    <ul className="downloads">
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href}>{link.name}</a> <span className="muted">{link.note}</span>
        </li>
      ))}
    </ul>
  );
}
