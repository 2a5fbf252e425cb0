import type { Metadata } from 'next';
import { cache } from 'react';
import type { CorpusName } from '../../../lib/filters';
import { corpusOf, selectReport } from '../../../lib/query';
import { MissingPage } from '../../_shell/missing-page';
import { readPageContext } from '../../_request/page-context';
import { PageShell } from '../../_shell/page-shell';
import { pageTitle } from '../../_shell/page-title';
import type { SearchParams } from '../../_request/parameters';
import { viewCells } from '../../_report/cell/cell-view';
import { NarrativeTable } from '../../_report/tables/narrative-table';
import { ReadingNotes } from '../../_report/reading-notes';
import { ReportHeader, reportName } from '../../_report/report-header';
import { ReportSide } from '../../_report/report-side';
import { StatutoryTables } from '../../_report/tables/statutory-tables';

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

/** Title and page ask for the same report: the store answers once. */
const askReport = cache((corpus: CorpusName, id: string) => selectReport(corpusOf(corpus), id));

async function readReport({ params, searchParams }: Props) {
  const id = decodeURIComponent((await params).id);
  const context = await readPageContext(`/reports/${encodeURIComponent(id)}`, searchParams);
  return { context, answer: await askReport(context.filters.corpus, id) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { context, answer } = await readReport(props);
  if (!answer) return { ...pageTitle(context, 'missing.title'), robots: { index: false } };
  return pageTitle(context, { text: answer.record.title ?? reportName(answer) });
}

/** What did it print, and where? */
export default async function ReportPage(props: Props) {
  const { context, answer } = await readReport(props);
  if (!answer) return <MissingPage context={context} what="report" />;
  const { record } = answer;
  const cells = viewCells(record);
  return (
    <PageShell context={context} corpusVersion={answer.corpus_version}>
      <ReportHeader context={context} answer={answer} />
      <div className="wrap report-grid">
        <div>
          <StatutoryTables context={context} record={record} cells={cells} />
          <NarrativeTable context={context} record={record} />
          <ReadingNotes context={context} record={record} />
        </div>
        <ReportSide context={context} answer={answer} cells={cells} />
      </div>
    </PageShell>
  );
}
