import { completeConditions, FLOW, flowChart } from '../../lib/chart/kinds/flow';
import type { MetricValue } from '../../lib/query';
import { resultCard } from '../_card/result-card';
import type { CardDefinition } from '../_card/model';
import { placeText } from '../_card/place-text';
import { countedReports, queryMetrics } from '../_card/query';
import { itemTable } from '../_card/table';

/** Requests on their way from receipt to outcome. */
export const outcomesFlow: CardDefinition = {
  id: 'outcomes-flow',
  path: '/outcomes',
  title: ({ t }) => t('cards.outcomes-flow.title'),
  async load(request) {
    const { t } = request;
    // Requests can be followed only through reports that print every part of their way.
    const complete = completeConditions(request.filters.applicant);
    const [result, whole] = await Promise.all([
      queryMetrics({ ...request.filters, where: [...request.filters.where, ...complete] }, FLOW, []),
      queryMetrics(request.filters, ['outcomes_total'], []),
    ]);
    const row = result.rows[0] ?? null;
    const spec = flowChart(row, request, t('cards.outcomes-flow.title'));
    if (!spec || !row) return null;
    const total = (row.values.new_requests?.value ?? 0) + (row.values.carried_in?.value ?? 0);
    const parts = spec.stages.flatMap(({ name, parts: inside }) => inside.map((part) => ({ name, part })));
    const counted = countedReports(result);
    const known = (value: number): MetricValue => ({
      value,
      numerator: null,
      denominator: null,
      reports: counted,
      missing: 0,
    });
    return resultCard(request, result, {
      subtitle: t('cards.outcomes-flow.subtitle', { place: placeText(request, whole) }),
      summary: t('cards.outcomes-flow.summary', { missing: whole.meta.reports - counted }),
      source: t('source.table3'),
      key: {
        name: t('chart.key_plain'),
        items: (spec.stages.at(-1)?.parts ?? []).map((part) => ({
          name: part.name,
          colour: part.hatched ? 'var(--c-unexplained)' : part.colour,
          ...(part.hatched ? { hatched: true } : {}),
        })),
      },
      panels: [{ id: 'chart', title: null, spec }],
      wide: true,
      table: itemTable(
        request,
        { item: t('column.part'), share: t('column.of_in'), unit: t('unit.requests') },
        parts.map(({ name, part }, index) => ({
          id: part.metric ?? `unexplained_${index}`,
          name: `${name} · ${part.name}`,
          value: (part.metric ? row.values[part.metric] : undefined) ?? known(part.value),
          share:
            total > 0 ? { ...known(part.value / total), numerator: part.value, denominator: total } : null,
        })),
      ),
      meta: whole.meta,
    });
  },
};
