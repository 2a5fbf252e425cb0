import { CORRECTION_RATES, DISPUTE_RATES, rateLinesChart } from '../../lib/chart/kinds/lines/rate-lines';
import { formatPercent } from '../../lib/i18n/format';
import type { MetricsResult } from '../../lib/query/index';
import type { CardDefinition, CardRequest } from '../_card/model';
import { groupTable } from '../_card/table';
import { queryMetrics, countedReports, hasValues, latestTwo } from '../_card/query';
import { placeText } from '../_card/place-text';

/** How often handled requests are contested, and how often the contested decision is corrected. */
export const disputesCard: CardDefinition = {
  id: 'disputes',
  path: '/',
  title: ({ t }) => t('chart.disputes.title'),
  async load(request) {
    const { t } = request;
    const answer = await queryMetrics(request.filters, [...DISPUTE_RATES, ...CORRECTION_RATES], ['year']);
    const rates = rateLinesChart(
      answer.rows,
      { metrics: DISPUTE_RATES, unit: t('chart.disputes.of_handled'), interval: false },
      request,
    );
    const corrections = rateLinesChart(
      answer.rows,
      { metrics: CORRECTION_RATES, unit: t('chart.disputes.of_decided'), interval: true },
      request,
    );
    if (!rates || !corrections || !hasValues(answer)) return null;
    return {
      subtitle: t('chart.disputes.subtitle', { place: placeText(request, answer) }),
      summary: summary(request, answer),
      source: t('source.tables34'),
      key: null,
      panels: [
        { id: 'rates', title: null, spec: rates },
        { id: 'corrections', title: null, spec: corrections },
      ],
      layout: 'stacked',
      choices: null,
      table: groupTable(request, answer),
      metrics: answer.metrics,
      counted: countedReports(answer),
      meta: answer.meta,
    };
  },
};

function summary({ t, language }: CardRequest, answer: MetricsResult): string | null {
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
