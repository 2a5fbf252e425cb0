/** The rows of a chart as a table: the same answer, so the same values in the same order as picture and CSV. */
import { ScrollRegion } from './scroll-region';
import { formatNumber, formatPercent } from '../../lib/i18n/format';
import type { LabelKey } from '../../lib/i18n/language';
import { type Metric, metricById } from '../../lib/metrics';
import type { MetricsAnswer, MetricsRow } from '../../lib/query';
import { LAST_YEAR_OF_2019_FORM } from '../../lib/chart/count-lines';
import type { PageContext } from '../_shell/page-context';
import { Absent } from './absent';

type Props = { context: PageContext; answer: MetricsAnswer; caption: string };

/** One row a year; a double rule where the 2021 form begins, when a measure is not comparable across it. */
export function MetricsTable({ context, answer, caption }: Props) {
  const { t, label } = context;
  const metrics = answer.metrics.flatMap((id) => metricById(id) ?? []);
  const cut = metrics.some((metric) => !metric.comparable);
  return (
    <ScrollRegion name={t('card.table_of', { title: caption })}>
      <table className="dt">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.year')}</th>
            <th scope="col" className="num">
              {t('column.reports')}
            </th>
            {metrics.map((metric) => (
              <th scope="col" className="num" key={metric.id}>
                {columnHead(metric, label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.rows.map((row) => (
            <tr
              key={String(row.key.year)}
              className={cut && startsAfterCut(row, answer.rows) ? 'after-cut' : undefined}
            >
              <th scope="row">{row.key.year ?? t('value.year_unknown')}</th>
              <td className="num">{formatNumber(row.reports, context.language)}</td>
              {metrics.map((metric) => (
                <td className="num" key={metric.id}>
                  <MetricCell context={context} metric={metric} row={row} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function MetricCell({ context, metric, row }: { context: PageContext; metric: Metric; row: MetricsRow }) {
  const { t, language } = context;
  const found = row.values[metric.id];
  if (!found || (found.value === null && found.reports === 0)) return <Absent word={t('state.absent')} />;
  if (found.value === null) return <Absent word={t('value.no_rate')} />;
  const rests =
    found.missing > 0
      ? t('table.rests_on', { counted: found.reports, all: found.reports + found.missing })
      : '';
  if (metric.kind !== 'rate')
    return (
      <>
        {formatNumber(found.value, language)}
        {rests && <small>{rests}</small>}
      </>
    );
  return (
    <>
      {formatPercent(found.value, language)}
      <small>
        {t('table.ratio', {
          numerator: formatNumber(found.numerator ?? 0, language),
          denominator: formatNumber(found.denominator ?? 0, language),
        })}
        {rests && ` · ${rests}`}
      </small>
    </>
  );
}

const columnHead = (metric: Metric, label: LabelKey): string =>
  metric.kind === 'rate'
    ? metric[label]
    : `${metric[label]}${label === 'zh' ? '，' : ', '}${metric.unit[label]}`;

function startsAfterCut(row: MetricsRow, rows: readonly MetricsRow[]): boolean {
  const years = rows.map((each) => each.key.year).filter((year) => typeof year === 'number');
  const first = Math.min(...years.filter((year) => year > LAST_YEAR_OF_2019_FORM));
  return row.key.year === first && years.some((year) => year <= LAST_YEAR_OF_2019_FORM);
}
