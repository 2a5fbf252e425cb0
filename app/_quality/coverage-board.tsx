/** Agency × year: published in time, late, without a date, not in this corpus. */
import { formatNumber } from '../../lib/i18n/format';
import type { BoardResult, BoardReport } from '../../lib/query';
import { ScrollRegion } from '../_components/scroll-region';
import type { PageContext } from '../_request/page-context';

type Props = { context: PageContext; board: BoardResult; pages: React.ReactNode };

/** Sums of each year, then a page of agencies in order of region. What is absent here may well have been published. */
export function CoverageBoard({ context, board, pages }: Props) {
  const { t, language, to } = context;
  const years = board.years.map((each) => each.year);
  const sums = ['in_time', 'late', 'undated'] as const;
  const title = t('quality.board_title');
  return (
    <section className="section" id="board">
      <header>
        <h2>{title}</h2>
        <p className="subtitle">{t('quality.board_lead')}</p>
      </header>
      <ScrollRegion name={t('card.table_of', { title })} className="list-frame">
        <table className="data-table board">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('agencies.column_agency')}</th>
              {years.map((year) => (
                <th scope="col" key={year}>
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="sums">
            {[...sums, 'absent' as const].map((state) => (
              <tr key={state}>
                <th scope="row">{t(`quality.all_${state}`)}</th>
                {board.years.map((each) => (
                  <td key={each.year}>
                    {formatNumber(
                      state === 'absent'
                        ? board.agencies - each.in_time - each.late - each.undated
                        : each[state],
                      language,
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tbody>
            {board.rows.map((row) => (
              <tr key={row.agency_id}>
                <th scope="row">
                  <a href={to(`/agencies/${encodeURIComponent(row.agency_id)}`)} lang="zh-CN">
                    {row.agency}
                  </a>
                </th>
                {years.map((year) => (
                  <td key={year}>
                    <Mark context={context} report={row.reports.find((each) => each.year === year)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {pages}
    </section>
  );
}

function Mark({ context: { t, to }, report }: { context: PageContext; report: BoardReport | undefined }) {
  if (!report) return <span className="no-number">{t('quality.absent')}</span>;
  return (
    <a className={report.state} href={to(`/reports/${encodeURIComponent(report.report_id)}`)}>
      {report.published ? report.published.slice(5) : t('quality.undated')}
      {report.state === 'late' && <small> {t('quality.late')}</small>}
    </a>
  );
}
