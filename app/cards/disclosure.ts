import { countLineChart, DISCLOSURE_COUNTS } from '../../lib/chart/kinds/lines/count-lines';
import { metricById } from '../../lib/metrics/registry';
import { resultCard } from '../_card/result-card';
import type { CardDefinition } from '../_card/model';
import { queryMetrics, hasValues } from '../_card/query';
import { placeText } from '../_card/place-text';

/** What is published proactively: decisions, which run through, and documents, which the change of form cuts. */
export const disclosure: CardDefinition = {
  id: 'disclosure',
  path: '/',
  title: ({ t }) => t('cards.disclosure.title'),
  async load(request) {
    const { t, label } = request;
    const result = await queryMetrics(request.filters, DISCLOSURE_COUNTS, ['year']);
    const panels = DISCLOSURE_COUNTS.flatMap((metric) => {
      const spec = countLineChart(result.rows, metric, request);
      return spec ? [{ id: metric, title: metricById(metric)?.[label] ?? metric, spec }] : [];
    });
    if (panels.length === 0 || !hasValues(result)) return null;
    return resultCard(request, result, {
      subtitle: t('cards.disclosure.subtitle', { place: placeText(request, result) }),
      summary: t('cards.disclosure.summary'),
      source: t('source.table2'),
      panels,
      layout: 'panels',
    });
  },
};
