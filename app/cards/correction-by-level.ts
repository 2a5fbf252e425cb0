import { rankedChart } from '../../lib/chart/kinds/ranked';
import { resultCard } from '../_card/result-card';
import { DISPUTE_MEASURES } from '../_card/measures';
import type { CardDefinition } from '../_card/model';
import { placeText } from '../_card/place-text';
import { hasValues, queryMetrics } from '../_card/query';
import { groupName, groupTable } from '../_card/table';

/** One correction rate, by level. */
export const correctionByLevel: CardDefinition = {
  id: 'correction-by-level',
  path: '/disputes',
  own: DISPUTE_MEASURES.own,
  title: (request) => request.t('card.by_level.title', { measure: DISPUTE_MEASURES.name(request) }),
  async load(request) {
    const { t } = request;
    const measure = DISPUTE_MEASURES.chosen(request.parameters);
    const result = await queryMetrics(request.filters, [measure], ['level']);
    const spec = rankedChart(
      result.rows.map((row) => ({
        name: groupName(row, 'level', request),
        value: row.values[measure] ?? null,
      })),
      measure,
      request,
      DISPUTE_MEASURES.name(request),
    );
    if (!spec || !hasValues(result)) return null;
    return resultCard(request, result, {
      subtitle: t('card.by_region.subtitle_rate', { place: placeText(request, result), unit: '%' }),
      summary: t('card.levels_apart'),
      source: t('source.table4'),
      panels: [{ id: 'chart', title: null, spec }],
      choices: DISPUTE_MEASURES.choices(request),
      table: groupTable(request, result, (row) => ({ level: String(row.key.level) })),
    });
  },
};
