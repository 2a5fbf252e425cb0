/** Corpus version, licence, and how to cite, read and query the data. */
import type { PageContext } from '../_request/page-context';

/** The footer of every page. */
export function PageFooter({
  context,
  corpusVersion,
}: {
  context: PageContext;
  corpusVersion: string | null;
}) {
  const { t, to } = context;
  return (
    <footer className="end">
      <div className="wrap">
        {corpusVersion && <span>{t('footer.version', { version: corpusVersion.slice(0, 12) })}</span>}
        <span>{t('footer.licence')}</span>
        <a href={`${to('/methods')}#cite`}>{t('footer.cite')}</a>
        <a href={`${to('/methods')}#glossary`}>{t('footer.glossary')}</a>
        <a href={to('/data/api')}>{t('footer.api')}</a>
      </div>
    </footer>
  );
}
