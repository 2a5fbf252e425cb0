import type { Metadata } from 'next';
import { corpusOf, selectAgencyList, selectFilterOptions } from '../../lib/query';
import { EmptyResult } from '../_components/empty-result';
import { FilterBar } from '../_components/filter-bar';
import { FilterChips } from '../_components/filter-chips';
import { FilterProblems } from '../_components/filter-problems';
import { Rich } from '../_components/rich';
import { AGENCY_LIST_PARAMETERS, agencyColumns, agencyRows, readAgencyOrder } from '../_list/agency-rows';
import { PageLinks } from '../_list/page-links';
import { ReportTable } from '../_list/report-table';
import { readPageContext } from '../_request/page-context';
import { PageShell } from '../_shell/page-shell';
import { pageTitle } from '../_shell/page-title';
import type { SearchParams } from '../_request/parameters';

type Props = { searchParams: SearchParams };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return pageTitle(await readPageContext('/agencies', searchParams), 'nav.agencies');
}

/** Which agencies are there? The way to the profile of one. */
export default async function AgenciesPage({ searchParams }: Props) {
  const context = await readPageContext('/agencies', searchParams, AGENCY_LIST_PARAMETERS);
  const { t, filters, parameters } = context;
  const { sort, order, page } = readAgencyOrder(parameters);
  const corpus = corpusOf(filters.corpus);
  const [options, { rows, meta, ...list }] = await Promise.all([
    selectFilterOptions(corpus, { ...filters, basis: 'all' }),
    selectAgencyList(corpus, filters, { sort, order, page }),
  ]);
  return (
    <PageShell context={context} corpusVersion={meta.corpus_version}>
      <div className="wrap head">
        <h1>{t('agencies.title')}</h1>
        <p>{t('agencies.lead')}</p>
      </div>
      <FilterBar context={context} options={options} all />
      <div className="wrap">
        <FilterProblems context={context} />
        <FilterChips context={context} options={options} />
        <p className="count">
          <Rich
            parts={t.rich(
              'agencies.count',
              { agencies: list.agencies, reports: meta.reports },
              { b: (text) => <b>{text}</b> },
            )}
          />
        </p>
        {list.agencies === 0 ? (
          <EmptyResult context={context} options={options} />
        ) : (
          <>
            <ReportTable
              columns={agencyColumns(context, { sort, order })}
              rows={agencyRows(context, rows)}
              caption={t('agencies.title')}
              scrollLabel={t('card.table_of', { title: t('agencies.title') })}
            />
            <PageLinks
              context={context}
              page={list.page}
              pages={list.pages}
              rows={list.agencies}
              pageSize={list.page_size}
            />
          </>
        )}
      </div>
    </PageShell>
  );
}
