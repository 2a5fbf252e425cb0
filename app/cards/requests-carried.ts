import { countLinesChart } from '../../lib/chart/kinds/lines/count-lines';
import { rateLinesChart } from '../../lib/chart/kinds/lines/rate-lines';
import { metricById } from '../../lib/metrics/registry';
import { resultCard } from '../_card/result-card';
import type { CardDefinition } from '../_card/model';
import { placeText } from '../_card/place-text';
import { hasValues, queryMetrics } from '../_card/query';

const COUNTS = ['carried_in', 'carried_out'];
const RATE = 'carry_forward_rate';

/** Requests carried in and out, and the share that is carried forward. */
export const requestsCarried: CardDefinition = {
  id: 'requests-carried',
  path: '/requests',
  title: ({ t }) => t('cards.requests-carried.title'),
  async load(request) {
    const { t, label } = request;
    const result = await queryMetrics(request.filters, [...COUNTS, RATE], ['year']);
    const counts = countLinesChart(result.rows, COUNTS, request, { name: t('cards.requests-carried.title') });
    const rate = rateLinesChart(
      result.rows,
      { metrics: [RATE], unit: t('cards.requests-carried.of_in'), interval: true },
      request,
    );
    if (!counts || !rate || !hasValues(result)) return null;
    return resultCard(request, result, {
      subtitle: t('cards.requests-carried.subtitle', { place: placeText(request, result) }),
      summary: t('cards.requests-carried.summary'),
      source: t('source.table3'),
      panels: [
        { id: 'counts', title: t('cards.requests-carried.counts'), spec: counts },
        { id: 'rate', title: metricById(RATE)?.[label] ?? '', spec: rate },
      ],
    });
  },
};
