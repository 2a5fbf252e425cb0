import { rankedChart } from '../../lib/chart/kinds/ranked';
import { REQUEST_ROWS } from '../../lib/form';
import { formatNumber } from '../../lib/i18n/format';
import { resultCard } from '../_card/result-card';
import type { CardDefinition } from '../_card/model';
import { placeText } from '../_card/place-text';
import { hasValues, queryMetrics } from '../_card/query';
import { itemTable, type TableItem } from '../_card/table';

/** Rows three (3) to (6): why a request was not granted, in the order of the form. */
const REASONS = REQUEST_ROWS.filter(
  ({ group }) => group !== null && group !== 'granted' && group !== 'partial',
);

/** Why requests were not granted, over all years. */
export const outcomesReasons: CardDefinition = {
  id: 'outcomes-reasons',
  path: '/outcomes',
  title: ({ t }) => t('cards.outcomes-reasons.title'),
  async load(request) {
    const { t, label, language } = request;
    const metrics = REASONS.flatMap((row) => [`requests.${row.id}`, `requests.${row.id}.rate`]);
    const result = await queryMetrics(request.filters, [...metrics, 'outcomes_total'], []);
    const [row] = result.rows;
    const total = row?.values.outcomes_total?.value ?? null;
    if (!row || !hasValues(result)) return null;
    const items = REASONS.map(
      (reason): TableItem => ({
        id: `requests.${reason.id}`,
        name: reason.id === 'other_total' ? t('cards.outcomes-reasons.other_2019') : reason[label],
        value: row.values[`requests.${reason.id}`] ?? null,
        share: row.values[`requests.${reason.id}.rate`] ?? null,
      }),
    ).sort((a, b) => (b.value?.value ?? -1) - (a.value?.value ?? -1));
    const spec = rankedChart(items, 'outcomes_total', request, t('cards.outcomes-reasons.title'));
    if (!spec) return null;
    return resultCard(request, result, {
      subtitle: t('cards.outcomes-reasons.subtitle', {
        place: placeText(request, result),
        unit: spec.unit,
        total: total === null ? t('state.absent') : formatNumber(total, language),
      }),
      summary: t('cards.outcomes-reasons.summary'),
      source: t('source.table3'),
      panels: [{ id: 'chart', title: null, spec }],
      table: itemTable(
        request,
        { item: t('column.reason'), share: t('column.of_handled'), unit: t('unit.requests') },
        items,
      ),
      metrics: ['outcomes_total', 'denied', 'unable', 'not_processed', 'other'],
      counted: row.values.outcomes_total?.reports ?? 0,
    });
  },
};
