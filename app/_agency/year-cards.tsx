/** The key metrics of one agency over its years, as the cards of the other pages. */
import { countLineChart, DISCLOSURE_COUNTS } from '../../lib/chart/count-lines';
import { OUTCOME_MIX, outcomeMixChart } from '../../lib/chart/outcome-mix';
import { CORRECTION_RATES, DISPUTE_RATES, rateLinesChart } from '../../lib/chart/rate-lines';
import { REQUESTS_BY_YEAR, requestsByYearChart } from '../../lib/chart/requests-by-year';
import { metricById } from '../../lib/metrics';
import type { MetricsAnswer } from '../../lib/query';
import { ChartCard } from '../_components/chart-card';
import { ChartFigure, StackKey } from '../_components/chart-figure';
import type { PageContext } from '../_shell/page-context';

/** Every metric that the cards show. */
export const YEAR_METRICS = [
  ...new Set([
    ...REQUESTS_BY_YEAR,
    ...OUTCOME_MIX,
    ...DISPUTE_RATES,
    ...CORRECTION_RATES,
    ...DISCLOSURE_COUNTS,
    'disclosure_rate',
    'carried_in',
    'carried_out',
  ]),
];

type Props = { context: PageContext; answer: MetricsAnswer; place: string };

/** Part of an answer: the same rows, some of its metrics. */
const only = (answer: MetricsAnswer, metrics: readonly string[]): MetricsAnswer => ({
  ...answer,
  metrics: [...metrics],
});

export function RequestsYears({ context, answer, place }: Props) {
  const { t } = context;
  const spec = requestsByYearChart(answer.rows, context);
  if (!spec) return null;
  return (
    <ChartCard
      context={context}
      id="received"
      title={t('chart.requests.title')}
      subtitle={t('chart.requests.subtitle', { place, unit: spec.unit })}
      summary={null}
      answer={only(answer, REQUESTS_BY_YEAR)}
      source={t('source.table3')}
    >
      <ChartFigure spec={spec} id="chart-requests" />
    </ChartCard>
  );
}

export function OutcomesYears({ context, answer, place }: Props) {
  const { t } = context;
  const spec = outcomeMixChart(answer.rows, context);
  if (!spec) return null;
  const keyYear = spec.rows.findLast((row) => row.shares !== null)?.name;
  return (
    <ChartCard
      context={context}
      id="outcomes"
      title={t('chart.outcomes.title')}
      subtitle={t(keyYear ? 'chart.outcomes.subtitle_key' : 'chart.outcomes.subtitle', {
        place,
        year: keyYear ?? '',
      })}
      summary={null}
      answer={only(answer, OUTCOME_MIX)}
      source={t('source.table3')}
    >
      <StackKey context={context} spec={spec} />
      <ChartFigure spec={spec} id="chart-outcomes" />
    </ChartCard>
  );
}

export function DisputesYears({ context, answer, place }: Props) {
  const { t } = context;
  const rates = rateLinesChart(
    answer.rows,
    { metrics: DISPUTE_RATES, unit: t('chart.disputes.of_handled'), interval: false },
    context,
  );
  const corrections = rateLinesChart(
    answer.rows,
    { metrics: CORRECTION_RATES, unit: t('chart.disputes.of_decided'), interval: true },
    context,
  );
  if (!rates || !corrections) return null;
  return (
    <ChartCard
      context={context}
      id="disputes"
      title={t('chart.disputes.title')}
      subtitle={t('chart.disputes.subtitle', { place })}
      summary={null}
      answer={only(answer, [...DISPUTE_RATES, ...CORRECTION_RATES])}
      source={t('source.tables34')}
    >
      <div className="panels stacked">
        <ChartFigure spec={rates} id="chart-disputes" />
        <ChartFigure spec={corrections} id="chart-corrections" />
      </div>
    </ChartCard>
  );
}

export function DisclosureYears({ context, answer, place }: Props) {
  const { t, label } = context;
  const panels = DISCLOSURE_COUNTS.flatMap((metric) => {
    const spec = countLineChart(answer.rows, metric, context);
    return spec ? [{ metric, spec }] : [];
  });
  if (panels.length === 0) return null;
  return (
    <ChartCard
      context={context}
      id="published"
      title={t('chart.disclosure.title')}
      subtitle={t('chart.disclosure.subtitle', { place })}
      summary={null}
      answer={only(answer, DISCLOSURE_COUNTS)}
      source={t('source.table2')}
    >
      <div className="panels">
        {panels.map(({ metric, spec }) => (
          <div key={metric}>
            <p className="panel-title">
              <b>{metricById(metric)?.[label]}</b>
            </p>
            <ChartFigure spec={spec} id={`chart-${metric}`} />
          </div>
        ))}
      </div>
    </ChartCard>
  );
}
