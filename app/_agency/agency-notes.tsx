/** All that does not add up in an agency's reports, and all that was doubtful in reading them, by year. */
import type { AgencyHistory, YearReport } from '../../lib/query';
import { FindingLine } from '../_report/finding-line';
import { issueText } from '../_report/issue-text';
import type { PageContext } from '../_request/page-context';
import { reportAddress } from './year-table';

type Props = { context: PageContext; history: AgencyHistory };

/** Two lists that never mix: the reports' own sums, and our reading. */
export function AgencyNotes({ context, history }: Props) {
  const { t } = context;
  const found = history.reports.filter((report) => report.found.length > 0);
  const noted = history.reports.filter((report) => report.noted.length > 0);
  return (
    <div className="grid two">
      <section className="card" id="findings">
        <h2>{t('agency.findings_title')}</h2>
        <p className="subtitle">{t('agency.findings_lead')}</p>
        {found.length === 0 ? (
          <p className="statement">{t('agency.no_findings', { reports: history.reports.length })}</p>
        ) : (
          found.map((report) => <Found key={report.id} context={context} report={report} />)
        )}
      </section>
      <section className="card" id="issues">
        <h2>{t('agency.issues_title')}</h2>
        <p className="subtitle">{t('agency.issues_lead')}</p>
        {noted.length === 0 ? (
          <p className="statement">{t('agency.no_issues')}</p>
        ) : (
          noted.map((report) => <Noted key={report.id} context={context} report={report} />)
        )}
      </section>
    </div>
  );
}

type ReportProps = { context: PageContext; report: YearReport };

function Found({ context, report }: ReportProps) {
  const address = reportAddress(context, report);
  return (
    <>
      <Head context={context} report={report} />
      <ul className="notes">
        {report.found.map((finding, index) => (
          <li key={`${finding.rule}${index}`}>
            <div>
              <FindingLine
                context={context}
                finding={finding}
                valueAt={(field) => report.cells.get(field)?.value ?? null}
                report={address}
              />{' '}
              <a href={`${context.to('/methods')}#${finding.rule}`}>
                <code>{finding.rule}</code>
              </a>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Noted({ context, report }: ReportProps) {
  return (
    <>
      <Head context={context} report={report} />
      <ul className="notes">
        {report.noted.map((issue, index) => (
          <li key={`${issue.code}${index}`} className={issue.severity === 'info' ? 'muted' : 'doubt'}>
            <span>
              {issueText(context, issue)} <code>{issue.code}</code>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Head({ context, report }: ReportProps) {
  return (
    <h3 className="year-name">
      <a href={reportAddress(context, report)}>{report.year ?? context.t('value.year_unknown')}</a>
    </h3>
  );
}
