import { countLineChart, DISCLOSURE_COUNTS } from '../../lib/chart/kinds/lines/count-lines';
import { metricById } from '../../lib/metrics/registry';
import type { CardDefinition } from '../_card/model';
import { groupTable } from '../_card/table';
import { queryMetrics, countedReports, hasValues } from '../_card/query';
import { placeText } from '../_card/place-text';

/** What is published proactively: decisions, which run through, and documents, which the change of form cuts. */
export const disclosureCard: CardDefinition = {
  id: 'disclosure',
  path: '/',
  title: ({ t }) => t('chart.disclosure.title'),
  async load(request) {
    const { t, label } = request;
    const answer = await queryMetrics(request.filters, DISCLOSURE_COUNTS, ['year']);
    const panels = DISCLOSURE_COUNTS.flatMap((metric) => {
      const spec = countLineChart(answer.rows, metric, request);
      return spec ? [{ id: metric, title: metricById(metric)?.[label] ?? metric, spec }] : [];
    });
    if (panels.length === 0 || !hasValues(answer)) return null;
    return {
      subtitle: t('chart.disclosure.subtitle', { place: placeText(request, answer) }),
      summary: t('summary.disclosure'),
      source: t('source.table2'),
      key: null,
      panels,
      layout: 'panels',
      choices: null,
      table: groupTable(request, answer),
      metrics: answer.metrics,
      counted: countedReports(answer),
      meta: answer.meta,
    };
  },
};
