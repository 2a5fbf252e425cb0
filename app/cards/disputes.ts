import { CORRECTION_RATES, DISPUTE_RATES, rateLinesChart } from '../../lib/chart/kinds/lines/rate-lines';
import { formatPercent } from '../../lib/i18n/format';
import type { MetricsResult } from '../../lib/query/index';
import { resultCard } from '../_card/result-card';
import type { CardDefinition, CardRequest } from '../_card/model';
import { queryMetrics, hasValues, latestTwo } from '../_card/query';
import { placeText } from '../_card/place-text';

/** How often handled requests are contested, and how often the contested decision is corrected. */
export const disputes: CardDefinition = {
  id: 'disputes',
  path: '/',
  title: ({ t }) => t('cards.disputes.title'),
  async load(request) {
    const { t } = request;
    const result = await queryMetrics(request.filters, [...DISPUTE_RATES, ...CORRECTION_RATES], ['year']);
    const rates = rateLinesChart(
      result.rows,
      { metrics: DISPUTE_RATES, unit: t('cards.disputes.of_handled'), interval: false },
      request,
    );
    const corrections = rateLinesChart(
      result.rows,
      { metrics: CORRECTION_RATES, unit: t('cards.disputes.of_decided'), interval: true },
      request,
    );
    if (!rates || !corrections || !hasValues(result)) return null;
    return resultCard(request, result, {
      subtitle: t('cards.disputes.subtitle', { place: placeText(request, result) }),
      summary: summary(request, result),
      source: t('source.tables34'),
      panels: [
        { id: 'rates', title: null, spec: rates },
        { id: 'corrections', title: null, spec: corrections },
      ],
    });
  },
};

function summary({ t, language }: CardRequest, result: MetricsResult): string | null {
  const [latest] = latestTwo(result, 'review_rate');
  const review = latest?.values.review_rate?.value ?? null;
  const litigation = latest?.values.litigation_rate?.value ?? null;
  if (!latest || review === null || litigation === null) return null;
  return t('cards.disputes.summary', {
    year: String(latest.key.year),
    review: formatPercent(review, language),
    litigation: formatPercent(litigation, language),
  });
}
