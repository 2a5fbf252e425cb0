import type { Metadata } from 'next';
import { corpusOf, selectFilterOptions, selectHeadline, selectReports } from '../../lib/query';
import { CountSentence } from '../_components/count-sentence';
import { EmptyResult } from '../_components/empty-result';
import { FilterBar } from '../_components/filter-bar';
import { FilterChips } from '../_components/filter-chips';
import { FilterProblems } from '../_components/filter-problems';
import { LIST_PARAMETERS, readListOrder } from '../_list/list-order';
import { PageLinks } from '../_list/page-links';
import { reportColumns, reportRows } from '../_list/report-rows';
import { ReportTable } from '../_list/report-table';
import { readPageContext } from '../_request/page-context';
import { PageShell } from '../_shell/page-shell';
import { pageTitle } from '../_shell/page-title';
import type { SearchParams } from '../_request/parameters';

type Props = { searchParams: SearchParams };

/** Rows a page: enough to compare, few enough for a phone. */
const PAGE_SIZE = 50;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return pageTitle(await readPageContext('/reports', searchParams), 'nav.reports');
}

/** Which reports are there, and what did each print? */
export default async function ReportsPage({ searchParams }: Props) {
  const context = await readPageContext('/reports', searchParams, LIST_PARAMETERS);
  const { t, filters, parameters } = context;
  const { sort, order, page } = readListOrder(parameters);
  const corpus = corpusOf(filters.corpus);
  const [options, headline, answer] = await Promise.all([
    selectFilterOptions(corpus, filters),
    selectHeadline(corpus, filters),
    selectReports(corpus, filters, { sort, order, page, pageSize: PAGE_SIZE }),
  ]);
  const { meta } = answer;
  return (
    <PageShell context={context} corpusVersion={meta.corpus_version}>
      <div className="wrap head">
        <h1>{t('reports.title')}</h1>
        <p>{t('reports.lead')}</p>
      </div>
      <FilterBar context={context} options={options} all />
      <div className="wrap">
        <FilterProblems context={context} />
        <FilterChips context={context} options={options} />
        <CountSentence context={context} meta={meta} agencies={headline.values.agencies?.value ?? 0} />
        {meta.row_count === 0 ? (
          <EmptyResult context={context} options={options} />
        ) : (
          <>
            <ReportTable
              columns={reportColumns(context, { sort, order })}
              rows={reportRows(context, answer.rows)}
              caption={t('reports.title')}
              scrollLabel={t('card.table_of', { title: t('reports.title') })}
            />
            <PageLinks
              context={context}
              page={meta.page}
              pages={meta.pages}
              rows={meta.row_count}
              pageSize={meta.page_size}
            />
          </>
        )}
      </div>
    </PageShell>
  );
}
