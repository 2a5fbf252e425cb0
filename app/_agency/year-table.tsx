/** Printed cells of one statutory table, a column a year, with the difference from the year before. */
import { Fragment } from 'react';
import { formatNumber, printedNumber } from '../../lib/i18n/format';
import type { YearReport } from '../../lib/query';
import { ScrollRegion } from '../_components/scroll-region';
import type { PageContext } from '../_request/page-context';
import { cellOf, differenceOf, type Year } from './years';

/** Rows of the table under a head of their own, which is empty where the table has no groups. */
export type RowGroup = { head: string; rows: { field: string; label: string }[] };

type Props = { context: PageContext; years: Year[]; groups: RowGroup[]; name: string };

/** One row a field. A double rule stands where the form changed; a year without a report is a column of its own. */
export function YearTable({ context, years, groups, name }: Props) {
  const { t, to } = context;
  return (
    <ScrollRegion name={name} className="list-frame">
      <table className="data-table years">
        <caption className="visually-hidden">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('agency.printed')}</th>
            {years.map(({ year, report }, index) => (
              <th scope="col" className={head(years, index)} key={year}>
                {report ? <a href={reportAddress(context, report)}>{year}</a> : year}
                <small>
                  {report?.form
                    ? t('form.version', { form: report.form })
                    : report
                      ? ''
                      : t('agency.no_report')}
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Fragment key={group.head || group.rows[0]?.field}>
              {group.head && (
                <tr className="group-head">
                  <th scope="colgroup" colSpan={years.length + 1}>
                    {group.head}
                  </th>
                </tr>
              )}
              {group.rows.map(({ field, label }) => (
                <tr key={field}>
                  <th scope="row">{label}</th>
                  {years.map((each, index) => yearCell({ context, to, years, index, field, each }))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** The address of a report's page. */
export const reportAddress = ({ to }: Pick<PageContext, 'to'>, report: Pick<YearReport, 'id'>): string =>
  to(`/reports/${encodeURIComponent(report.id)}`);

type CellProps = {
  context: PageContext;
  to: PageContext['to'];
  years: Year[];
  index: number;
  field: string;
  each: Year;
};

/** A plain function, as a table has several hundred of them. */
function yearCell({ context, years, index, field, each: { year, report } }: CellProps) {
  const { t, language } = context;
  const border = isAfterCut(years, index) ? ' after-break' : '';
  if (!report) return <td key={year} className={`num gap${border}`} aria-label={t('agency.no_report')} />;
  const cell = cellOf(report, field);
  if (cell === null)
    return <td key={year} className={`num not-applicable${border}`} aria-label={t('agency.not_asked')} />;
  const difference = differenceOf(years[index - 1]?.report ?? null, report, field);
  const marked = report.found.some((finding) => finding.fields.includes(field));
  const doubtful = report.noted.some((issue) => issue.severity !== 'info' && issue.fields.includes(field));
  return (
    <td key={year} className={`num${border}`}>
      <a
        className={`printed${marked ? ' part-mark' : ''}${doubtful ? ' doubt-mark' : ''}${cell.value === 0 ? ' zero' : ''}`}
        href={`${reportAddress(context, report)}#${field}`}
      >
        {cell.value === null ? (
          <span className="no-number">{t(`state.${emptyState(cell.state)}`)}</span>
        ) : (
          printedNumber(cell.value)
        )}
      </a>
      {difference !== null && difference !== 0 && (
        <small>
          {difference > 0 ? '+' : ''}
          {formatNumber(difference, language)}
        </small>
      )}
    </td>
  );
}

const emptyState = (state: NonNullable<ReturnType<typeof cellOf>>['state']) =>
  state === 'number' ? 'unreadable' : state;

const head = (years: Year[], index: number): string => (isAfterCut(years, index) ? 'num after-break' : 'num');

/** Whether the form of table 3 differs from that of the last year before that has one. */
function isAfterCut(years: Year[], index: number): boolean {
  const form = years[index]?.report?.form ?? null;
  const before = years.slice(0, index).findLast((each) => each.report?.form)?.report?.form ?? null;
  return form !== null && before !== null && form !== before;
}
