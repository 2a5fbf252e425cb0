/** Every measure of one year, a column a subject; each cell with what it rests on. */
import { Absent } from '../_components/absent';
import { ScrollRegion } from '../_components/scroll-region';
import { SMALL_N } from '../../lib/metrics/wilson';
import { formatNumber, formatPercent } from '../../lib/i18n/format';
import { type Metric, metricById } from '../../lib/metrics/registry';
import type { MetricsResult, MetricValue, Subject } from '../../lib/query';
import type { PageContext } from '../_request/page-context';
import { COMPARED } from './compare-parameters';
import type { Compared } from './compared';

type Props = { context: PageContext; compared: Compared[]; year: number };

/** The table; a rate on fewer than 30 cases is grey and says so. */
export function CompareTable({ context, compared, year }: Props) {
  const { t, label } = context;
  const title = t('compare.table', { year: String(year) });
  return (
    <ScrollRegion name={title} className="list-frame">
      <table className="data-table compare">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('compare.measure')}</th>
            {compared.map(({ subject, result }) => (
              <th scope="col" className="num" key={subject.id}>
                <SubjectLink context={context} subject={subject} />
                <small>{reportsText(context, result, year)}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {COMPARED.flatMap((id) => {
            const metric = metricById(id);
            if (!metric) return [];
            return (
              <tr key={id}>
                <th scope="row">
                  <a href={`${context.here({ metric: id })}#panels`}>{metric[label]}</a>
                  {metric.kind !== 'rate' && <small className="muted"> {metric.unit[label]}</small>}
                </th>
                {compared.map(({ subject, result }) => (
                  <td className="num" key={subject.id}>
                    <Value context={context} metric={metric} value={valueOf(result, year, id)} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** How many reports of the year the column rests on. */
function reportsText({ t, language }: PageContext, result: MetricsResult, year: number): string {
  const reports = result.rows.find((row) => row.key.year === year)?.reports ?? 0;
  return t('compare.reports', { reports: formatNumber(reports, language) });
}

const valueOf = (result: MetricsResult, year: number, metric: string): MetricValue | null =>
  result.rows.find((row) => row.key.year === year)?.values[metric] ?? null;

/** The name of a subject, leading to its own page. */
export function SubjectLink({
  context: { to, filters },
  subject,
}: {
  context: PageContext;
  subject: Subject;
}) {
  const basis = filters.basis === 'deduplicated' ? null : filters.basis;
  const href =
    subject.kind === 'agency'
      ? to(`/agencies/${encodeURIComponent(subject.id)}`)
      : to('/', { changes: { region: subject.id, basis } });
  return (
    <a href={href} lang="zh-CN">
      {subject.name}
    </a>
  );
}

function Value({
  context,
  metric,
  value,
}: {
  context: PageContext;
  metric: Metric;
  value: MetricValue | null;
}) {
  const { t, language } = context;
  if (!value || (value.value === null && value.reports === 0)) return <Absent word={t('state.absent')} />;
  const rests =
    value.missing > 0
      ? t('table.rests_on', { counted: value.reports, all: value.reports + value.missing })
      : '';
  if (value.value === null)
    return (
      <>
        <Absent word={t('value.no_rate')} />
        {rests && <small>{rests}</small>}
      </>
    );
  if (metric.kind !== 'rate')
    return (
      <>
        {formatNumber(value.value, language)}
        {rests && <small>{rests}</small>}
      </>
    );
  const small = (value.denominator ?? 0) < SMALL_N;
  return (
    <span className={small ? 'few' : undefined}>
      {formatPercent(value.value, language)}
      <small>
        {t('table.ratio', {
          numerator: formatNumber(value.numerator ?? 0, language),
          denominator: formatNumber(value.denominator ?? 0, language),
        })}
        {small && ` · ${t('compare.few')}`}
      </small>
      {rests && <small>{rests}</small>}
    </span>
  );
}
