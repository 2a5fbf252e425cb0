import { countLineChart, greatestOf } from '../../lib/chart/kinds/lines/count-lines';
import { rateLinesChart } from '../../lib/chart/kinds/lines/rate-lines';
import { yearRange } from '../../lib/chart/years';
import { childDimension } from '../../lib/filters';
import { metricById } from '../../lib/metrics/registry';
import { resultCard } from '../_card/result-card';
import { REGION_MEASURES } from '../_card/measures';
import type { CardDefinition, CardPanel } from '../_card/model';
import { placeText } from '../_card/place-text';
import { hasValues, queryMetrics, rowsByGroup } from '../_card/query';
import { groupName } from '../_card/table';

/** One measure by year with a panel a region, all on the same axes. */
export const regionsOverYears: CardDefinition = {
  id: 'regions-over-years',
  path: '/regions',
  own: REGION_MEASURES.own,
  title: (request) => request.t('cards.regions-over-years.title', { measure: REGION_MEASURES.name(request) }),
  async load(request) {
    const { t } = request;
    const measure = REGION_MEASURES.chosen(request.parameters);
    const isRate = metricById(measure)?.kind === 'rate';
    const dimension = childDimension(request.filters);
    if (dimension === null) return null;
    const result = await queryMetrics(request.filters, [measure], [dimension, 'year']);
    if (!hasValues(result)) return null;
    const range = yearRange(result.rows);
    // Of rates the end of the common axis is in per cent.
    const greatest = greatestOf(result.rows, [measure]) * (isRate ? 100 : 1);
    const panels = rowsByGroup(result, dimension).flatMap((rows): CardPanel[] => {
      const [row] = rows;
      if (!row) return [];
      const name = groupName(row, dimension, request);
      const shared = { range, greatest, name };
      const spec = isRate
        ? rateLinesChart(rows, { metrics: [measure], unit: '%', interval: false, ...shared }, request)
        : countLineChart(rows, measure, request, shared);
      const key = row.key[dimension] ?? null;
      return spec ? [{ id: `r${key ?? 'none'}`, title: name, foreign: key !== null, spec }] : [];
    });
    return resultCard(request, result, {
      subtitle: t('cards.regions-over-years.subtitle', {
        place: placeText(request, result),
        regions: panels.length,
      }),
      source: t('source.tables34'),
      panels,
      layout: 'panels',
      wide: true,
      choices: REGION_MEASURES.choices(request),
    });
  },
};
