import type { Metadata } from 'next';
import { corpusOf, selectHeadline } from '../../lib/query';
import { DEFAULT_FILTERS } from '../../lib/filters';
import { ApiGuide } from '../_methods/api-guide';
import { CiteGuide } from '../_methods/cite-guide';
import { Glossary } from '../_methods/glossary';
import { MetricList } from '../_methods/metric-list';
import { ReadingGuide } from '../_methods/reading-guide';
import { RuleList } from '../_methods/rule-list';
import { readPageContext } from '../_request/page-context';
import { PageShell } from '../_shell/page-shell';
import { pageTitle } from '../_shell/page-title';
import type { SearchParams } from '../_request/parameters';

type Props = { searchParams: SearchParams };

const PARTS = ['reading', 'metrics', 'rules', 'glossary', 'api', 'cite'] as const;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return pageTitle(await readPageContext('/methods', searchParams), 'nav.methods');
}

/** How is each number made? */
export default async function MethodsPage({ searchParams }: Props) {
  const context = await readPageContext('/methods', searchParams);
  const { t, filters } = context;
  const { meta } = await selectHeadline(corpusOf(filters.corpus), {
    ...DEFAULT_FILTERS,
    corpus: filters.corpus,
    basis: 'all',
  });
  return (
    <PageShell context={context} corpusVersion={meta.corpus_version}>
      <div className="wrap head">
        <h1>{t('methods.title')}</h1>
        <p>{t('methods.lead')}</p>
        <nav aria-label={t('methods.contents')}>
          <ul className="ways">
            {PARTS.map((part) => (
              <li key={part}>
                <a href={`#${part}`}>{t(`methods.${part}`)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <div className="wrap methods">
        <ReadingGuide context={context} />
        <MetricList context={context} />
        <RuleList context={context} />
        <Glossary context={context} />
        <ApiGuide context={context} />
        <CiteGuide context={context} version={meta.corpus_version} reports={meta.reports} />
      </div>
    </PageShell>
  );
}
