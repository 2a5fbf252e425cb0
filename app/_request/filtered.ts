/** Addresses of the API that follow the filters of a page. */
import { serializeFilters } from '../../lib/filters';
import { languageParameter } from '../../lib/i18n/language';
import type { PageContext } from './page-context';

/** An address of the API with the filters and the language of the page added. */
export function filtered(
  path: string,
  { filters, language }: Pick<PageContext, 'filters' | 'language'>,
): string {
  const lang = languageParameter(language);
  const query = [serializeFilters(filters), lang === null ? '' : `lang=${lang}`].filter(Boolean).join('&');
  if (query === '') return path;
  return path + (path.includes('?') ? '&' : '?') + query;
}
