import type { PageContext } from '../_request/page-context';
import { Part } from './part';

/** How to cite the corpus in its present version, and under which licence it stands. */
export function CiteGuide({
  context,
  version,
  reports,
}: {
  context: PageContext;
  version: string;
  reports: number;
}) {
  const { t, filters } = context;
  return (
    <Part id="cite" title={t('methods.cite')} lead={t('cite.lead')}>
      <p className="cite">
        {t('cite.text', { corpus: t(`corpus.${filters.corpus}`), version: version.slice(0, 12), reports })}
      </p>
      <p className="subtitle">{t('cite.licence')}</p>
    </Part>
  );
}
