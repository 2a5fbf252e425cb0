/** How a card is cited: what, of which corpus version, where, and on which day it was read. */
import { formatDate } from '../../lib/i18n/format';
import type { PageContext } from '../_request/page-context';
import { today } from '../_request/today';

/** The citation in the language of the page. The day is that of the server's clock in Beijing. */
export function citation(
  { t, language, filters }: Pick<PageContext, 't' | 'language' | 'filters'>,
  corpusVersion: string,
  title: string,
  link: string,
): string {
  return t('share.citation', {
    title,
    corpus: t(`corpus.${filters.corpus}`),
    version: corpusVersion.slice(0, 12),
    link,
    date: formatDate(today(), language),
  });
}
