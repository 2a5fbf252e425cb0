/** Who, where, when: breadcrumb, the printed title, what identifies the report, its years. */
import { formatDate } from '../../lib/i18n/format';
import type { MessageKey } from '../../lib/i18n/message';
import type { ReportResult } from '../../lib/query';
import type { ReportRecord } from '../../lib/record';
import type { PageContext } from '../_request/page-context';
import { PlaceCrumbs } from '../_shell/place-crumbs';

type Props = { context: PageContext; answer: ReportResult };

/** The head of a report page. A title the source printed stands in Song, one of ours in sans. */
export function ReportHeader({ context, answer }: Props) {
  const { t } = context;
  const { record } = answer;
  return (
    <div className="wrap head report-head">
      <PlaceCrumbs
        context={context}
        list={{ path: '/reports', name: t('nav.reports') }}
        code={record.region.code}
        place={record.region}
      >
        <li>{record.year ?? t('value.year_unknown')}</li>
      </PlaceCrumbs>
      <h1 className={record.title === null ? undefined : 'printed'} lang="zh-CN">
        {record.title ?? reportName(answer)}
      </h1>
      <ReportFacts context={context} record={record} />
      <Years context={context} answer={answer} />
      {answer.covered_by && (
        <p className="subtitle">
          {t('report.covered')}
          <a href={context.to(`/reports/${encodeURIComponent(answer.covered_by.id)}`)} lang="zh-CN">
            {answer.covered_by.agency}
          </a>
        </p>
      )}
    </div>
  );
}

/** Who, for which period, when: what a report says of itself, as one line of facts. */
export function ReportFacts({ context, record }: { context: PageContext; record: ReportRecord }) {
  const { t, language } = context;
  const { agency, region } = record;
  const named = (prefix: 'level' | 'body', value: string | null) =>
    value === null ? t('value.unknown') : t(`${prefix}.${value}` as MessageKey);
  return (
    <ul className="facts">
      <li lang="zh-CN">{agency.name}</li>
      {agency.as_written !== agency.name && (
        <li className="muted">
          {t('report.as_written')}
          <span className="printed" lang="zh-CN">
            {agency.as_written}
          </span>
        </li>
      )}
      <li>
        {[named('level', region.level), named('body', agency.body), region.code ?? '']
          .filter(Boolean)
          .join(' · ')}
      </li>
      <li>{t(`scope.${agency.scope}`)}</li>
      {record.period && <li>{t('report.period', { from: record.period.start, to: record.period.end })}</li>}
      <li className={record.published ? undefined : 'muted'}>
        {record.published
          ? t('report.published', { date: formatDate(record.published, language) })
          : t('report.no_date')}
      </li>
      {record.title === null && <li className="muted">{t('report.no_title')}</li>}
    </ul>
  );
}

/** Name of a report whose source prints no title. */
export function reportName({ record }: Pick<ReportResult, 'record'>): string {
  return `${record.agency.name}${record.year === null ? '' : `${record.year}年`}政府信息公开工作年度报告`;
}

function Years({ context: { t, to }, answer }: Props) {
  const known = answer.years.filter((each) => each.year !== null);
  const first = Math.min(...known.map((each) => each.year ?? 0), (answer.record.year ?? 0) - 1);
  const last = Math.max(...known.map((each) => each.year ?? 0), (answer.record.year ?? 0) + 1);
  if (answer.record.year === null) return null;
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return (
    <div className="year-links">
      <span className="muted">{t('column.year')}</span>
      {years.map((year) => {
        const found = known.filter((each) => each.year === year);
        if (found.length === 0)
          return (
            <span className="no-number" key={year}>
              {t('report.year_missing', { year: String(year) })}
            </span>
          );
        return found.map((each) =>
          each.id === answer.record.id ? (
            <b key={each.id} aria-current="true">
              {year}
            </b>
          ) : (
            <a key={each.id} href={to(`/reports/${encodeURIComponent(each.id)}`)}>
              {year}
            </a>
          ),
        );
      })}
    </div>
  );
}
