import type { Metadata } from 'next';
import { DEFAULT_FILTERS } from '../../../lib/filters';
import { corpusOf, selectReports } from '../../../lib/query';
import { ConditionsPart } from '../../_api/conditions-part';
import { operations } from '../../_api/document';
import { filterParameters, groupOperations } from '../../_api/groups';
import { OperationList } from '../../_api/operation-list';
import { ParameterTable } from '../../_api/parameter-table';
import { ErrorsPart, FilesPart, LimitsPart, PagingPart, TransportPart } from '../../_api/rules-parts';
import { Rich } from '../../_components/rich';
import { Part } from '../../_methods/part';
import { readPageContext } from '../../_request/page-context';
import { PageShell } from '../../_shell/page-shell';
import { pageTitle } from '../../_shell/page-title';
import type { SearchParams } from '../../_request/parameters';

type Props = { searchParams: SearchParams };

const PARTS = [
  'answers',
  'files',
  'probes',
  'filters',
  'conditions',
  'paging',
  'rows',
  'errors',
  'limits',
  'transport',
] as const;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return pageTitle(await readPageContext('/data/api', searchParams), 'api.title');
}

/** How does a program ask? Made of the document that `/api/v1/openapi.json` serves. */
export default async function ApiPage({ searchParams }: Props) {
  const context = await readPageContext('/data/api', searchParams);
  const { t, filters } = context;
  const one = { ...DEFAULT_FILTERS, corpus: filters.corpus, basis: 'all' } as const;
  const { rows, meta } = await selectReports(corpusOf(filters.corpus), one, { pageSize: 1 });
  const report = rows[0]?.id ?? '';
  const all = operations();
  const groups = groupOperations(all);
  const kinds = ['answer', 'file', 'probe'] as const;
  return (
    <PageShell context={context} corpusVersion={meta.corpus_version}>
      <div className="wrap head">
        <h1>{t('api.title')}</h1>
        <p>
          <Rich
            parts={t.rich(
              'api.lead',
              {},
              {
                document: (text) => <a href="/api/v1/openapi.json">{text}</a>,
                methods: (text) => <a href={context.to('/methods')}>{text}</a>,
              },
            )}
          />
        </p>
        <nav aria-label={t('methods.contents')}>
          <ul className="ways">
            {PARTS.map((part) => (
              <li key={part}>
                <a href={`#${part}`}>{t(`api.${part}`)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <div className="wrap methods">
        {kinds.map((kind) => (
          <OperationList
            key={kind}
            context={context}
            kind={kind}
            groups={groups.filter((group) => group.kind === kind)}
            report={report}
          />
        ))}
        <Part id="filters" title={t('api.filters')} lead={t('api.filters_lead')}>
          <ParameterTable context={context} name={t('api.filters')} parameters={filterParameters(all)} />
        </Part>
        <ConditionsPart context={context} />
        <PagingPart context={context} />
        <FilesPart context={context} />
        <ErrorsPart context={context} />
        <LimitsPart context={context} />
        <TransportPart context={context} />
      </div>
    </PageShell>
  );
}
