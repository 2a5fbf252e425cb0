/** Troubles of our reading, apart from what the reports got wrong. */
import { formatNumber, formatPercent } from '../../lib/i18n/format';
import type { IssueCount } from '../../lib/query';
import { ScrollRegion } from '../_components/scroll-region';
import type { PageContext } from '../_request/page-context';

type Props = { context: PageContext; issues: IssueCount[]; reports: number };

/** One row a code: how grave, in how many reports, how often. */
export function IssueTable({ context, issues, reports }: Props) {
  const { t, language } = context;
  const title = t('quality.issues_title');
  if (issues.length === 0) return <p className="statement">{t('quality.no_issues')}</p>;
  return (
    <ScrollRegion name={t('card.table_of', { title })}>
      <table className="data-table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('quality.issue')}</th>
            <th scope="col">{t('quality.severity')}</th>
            <th scope="col" className="num">
              {t('column.reports')}
            </th>
            <th scope="col" className="num">
              {t('quality.times')}
            </th>
          </tr>
        </thead>
        <tbody>
          {issues.map((issue) => (
            <tr key={issue.code}>
              <th scope="row">
                {t(`issue.${issue.code}`)} <code>{issue.code}</code>
              </th>
              <td>{t(`quality.severity_${issue.severity}`)}</td>
              <td className="num">
                {t('table.ratio', {
                  numerator: formatNumber(issue.reports, language),
                  denominator: formatNumber(reports, language),
                })}
                <small>{formatPercent(issue.reports / reports, language)}</small>
              </td>
              <td className="num">{formatNumber(issue.issues, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
