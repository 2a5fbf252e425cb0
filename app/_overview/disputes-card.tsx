import { CORRECTION_RATES, DISPUTE_RATES, rateLinesChart } from '../../lib/chart/rate-lines';
import { formatPercent } from '../../lib/i18n/format';
import type { FilterOptions, MetricsAnswer } from '../../lib/query';
import { ChartCard } from '../_components/chart-card';
import { ChartFigure } from '../_components/chart-figure';
import { FailedCard } from '../_components/failed-card';
import type { PageContext } from '../_shell/page-context';
import { askByYear, latestTwo } from './ask';
import { placeText } from './place-text';

/** How often handled requests are contested, and how often the contested decision is corrected. */
export async function DisputesCard({ context, options }: { context: PageContext; options: FilterOptions }) {
  const { t } = context;
  const title = t('chart.disputes.title');
  const answer = await askByYear(context, [...DISPUTE_RATES, ...CORRECTION_RATES]);
  const rates =
    answer &&
    rateLinesChart(
      answer.rows,
      { metrics: DISPUTE_RATES, unit: t('chart.disputes.of_handled'), interval: false },
      context,
    );
  const corrections =
    answer &&
    rateLinesChart(
      answer.rows,
      { metrics: CORRECTION_RATES, unit: t('chart.disputes.of_decided'), interval: true },
      context,
    );
  if (!answer || !rates || !corrections) return <FailedCard context={context} title={title} />;
  return (
    <ChartCard
      context={context}
      id="disputes"
      title={title}
      subtitle={t('chart.disputes.subtitle', { place: placeText(context, options, answer) })}
      summary={summary(context, answer)}
      answer={answer}
      source={t('source.tables34')}
    >
      <div className="panels stacked">
        <ChartFigure spec={rates} id="chart-disputes" />
        <ChartFigure spec={corrections} id="chart-corrections" />
      </div>
    </ChartCard>
  );
}

function summary({ t, language }: PageContext, answer: MetricsAnswer): string | null {
  const [latest] = latestTwo(answer, 'review_rate');
  const review = latest?.values.review_rate?.value ?? null;
  const litigation = latest?.values.litigation_rate?.value ?? null;
  if (!latest || review === null || litigation === null) return null;
  return t('summary.disputes', {
    year: String(latest.key.year),
    review: formatPercent(review, language),
    litigation: formatPercent(litigation, language),
  });
}
