/** The furniture of every page: skip link, banner of the synthetic corpus, header, main, footer. */
import type { ReactNode } from 'react';
import { ChartPointer } from '../_client/chart-pointer';
import { FilterSubmit } from '../_client/filter-submit';
import { PageFooter } from './page-footer';
import { PageHeader } from './page-header';
import type { PageContext } from '../_request/page-context';

type Props = {
  context: PageContext;
  children: ReactNode;
  /** Version of the corpus shown, for the footer; null where no corpus could be read. */
  corpusVersion: string | null;
};

/** A whole page around its content. */
export function PageShell({ context, children, corpusVersion }: Props) {
  const { t, filters } = context;
  return (
    <>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      {filters.corpus === 'demo' && <DemoBanner context={context} />}
      <PageHeader context={context} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <PageFooter context={context} corpusVersion={corpusVersion} />
      <ChartPointer role={t('pointer.role')} hint={t('pointer.hint')} />
      <FilterSubmit />
    </>
  );
}

function DemoBanner({ context: { t } }: { context: PageContext }) {
  return (
    <aside className="demo" aria-label={t('demo.label')}>
      <div className="wrap">
        <b>{t('demo.name')}</b>
        <span>{t('demo.text')}</span>
      </div>
    </aside>
  );
}
