/** One report that was read: as its page would show it, with the record to take along. */
import { formatFixed, formatNumber } from '../../lib/i18n/format';
import type { ReadOutcome } from '../../lib/upload/outcome';
import { viewCells } from '../_report/cell/cell-view';
import { CheckList } from '../_report/check-list';
import { EvidenceList } from '../_report/evidence-list';
import { NarrativeTable } from '../_report/tables/narrative-table';
import { ReadingNotes } from '../_report/reading-notes';
import { ReportFacts, reportName } from '../_report/report-header';
import { Legend, SourceFacts } from '../_report/report-side';
import { StatutoryTables } from '../_report/tables/statutory-tables';
import type { PageContext } from '../_request/page-context';

type Props = {
  context: PageContext;
  report: ReadOutcome & { kind: 'record' };
  /** From 1, in the order of the files. */
  number: number;
};

/** The report folded under its name. Only one is open, so that names of its parts are not heard twice. */
export function UploadedReport({ context: page, report, number }: Props) {
  const context = { ...page, idPrefix: `r${number}-` };
  const { t, language } = context;
  const { record, milliseconds, name } = report;
  const cells = viewCells(record);
  return (
    <details className="uploaded" name="uploaded" open={number === 1}>
      <summary>
        <h2 className={record.title === null ? undefined : 'printed'} lang="zh-CN">
          {record.title ?? reportName(report)}
        </h2>
        <span className="subtitle">
          <code>{name}</code>
          {' · '}
          {t('upload.seconds', { seconds: formatFixed(milliseconds / 1000, language, 2) })}
          {' · '}
          {t('report.findings', { count: record.findings.length })}
          {' · '}
          {t('upload.doubts', { count: record.issues.length })}
        </span>
      </summary>
      <div className="report-head">
        <ReportFacts context={context} record={record} />
      </div>
      <div className="report-grid">
        <div>
          <StatutoryTables context={context} record={record} cells={cells} />
          <NarrativeTable context={context} record={record} />
          <ReadingNotes context={context} record={record} />
        </div>
        <aside className="side" aria-label={t('upload.side', { number })}>
          <TakeRecord context={context} report={report} />
          <CheckList context={context} cells={cells} />
          <EvidenceList context={context} record={record} />
          <SourceFacts context={context} record={record} />
          <Legend context={context} />
        </aside>
      </div>
    </details>
  );
}

/** The record inside its own link: the server keeps nothing that a link could lead to. */
function TakeRecord({ context, report: { record } }: Pick<Props, 'context' | 'report'>) {
  const { t, language } = context;
  const bytes = Buffer.from(`${JSON.stringify(record)}\n`);
  return (
    <section>
      <h2>{t('side.take')}</h2>
      <ul className="file-list">
        <li>
          <a
            href={`data:application/json;charset=utf-8;base64,${bytes.toString('base64')}`}
            download={`${record.id}.json`}
          >
            {t('upload.take')}
          </a>{' '}
          <span className="muted">
            {t('upload.take_note', { kilobytes: formatNumber(Math.ceil(bytes.length / 1024), language) })}
          </span>
        </li>
      </ul>
      <p className="muted small-print">{t('upload.kept')}</p>
    </section>
  );
}
