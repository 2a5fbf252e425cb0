/** What our reading met: every issue in words, and findings that are about no cell. */
import { fieldById } from '../../lib/form';
import type { ReportRecord } from '../../lib/record';
import type { PageContext } from '../_request/page-context';
import { issueText } from './issue-text';

/** The list, or nothing when reading went without a note. */
export function ReadingNotes({ context, record }: { context: PageContext; record: ReportRecord }) {
  const { t } = context;
  const general = record.findings.filter((finding) => !finding.fields.some(fieldById));
  if (record.issues.length === 0 && general.length === 0) return null;
  return (
    <section className="section" id={`${context.idPrefix}reading`}>
      <header>
        <h2>{t('reading.title')}</h2>
        <p className="subtitle">{t('reading.lead')}</p>
      </header>
      <ul className="notes">
        {general.map((finding) => (
          <li key={finding.rule + String(finding.left)}>
            <span className="finding-sign">≠ </span>
            <span>
              {t(`rule.${finding.rule}`)}
              {t('list.colon')}
              <span className="printed" lang="zh-CN">
                {String(finding.left)}
              </span>{' '}
              <b className="finding">≠</b>{' '}
              <span className="printed" lang="zh-CN">
                {String(finding.right)}
              </span>
            </span>
          </li>
        ))}
        {record.issues.map((issue, index) => (
          <li key={`${issue.code}${index}`} className={issue.severity === 'info' ? 'muted' : 'doubt'}>
            <span>
              {issueText(context, issue)} <code>{issue.code}</code>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
