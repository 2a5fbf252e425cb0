/** Cards of the page on outcomes: what happens to requests. */
import { completeConditions, FLOW, flowChart } from '../../lib/chart/kinds/flow';
import { namedMixChart, OUTCOME_MIX } from '../../lib/chart/kinds/stack/outcome-mix';
import { rankedChart } from '../../lib/chart/kinds/ranked';
import { childDimension } from '../../lib/filters';
import { REQUEST_ROWS } from '../../lib/form';
import { formatNumber } from '../../lib/i18n/format';
import type { Dimension, MetricValue } from '../../lib/query';
import type { CardDefinition, CardRequest } from '../_card/model';
import { groupName, groupTable, itemTable, type TableItem } from '../_card/table';
import { stackKey } from '../_card/stack-key';
import { loadOutcomes } from '../cards/outcomes';
import { queryMetrics, countedReports, hasValues } from '../_card/query';
import { placeText } from '../_card/place-text';

const PATH = '/outcomes';

const byYear: CardDefinition = {
  id: 'outcomes-by-year',
  path: PATH,
  title: ({ t }) => t('card.outcomes_year.title'),
  load: loadOutcomes,
};

const mixBy = (
  id: string,
  title: CardDefinition['title'],
  dimensionOf: (request: CardRequest) => Dimension | null,
): CardDefinition => ({
  id,
  path: PATH,
  title,
  async load(request) {
    const { t } = request;
    const dimension = dimensionOf(request);
    if (dimension === null) return null;
    const answer = await queryMetrics(request.filters, OUTCOME_MIX, [dimension]);
    const spec = namedMixChart(
      answer.rows.map((row) => ({ name: groupName(row, dimension, request), row })),
      request,
    );
    if (!spec || !hasValues(answer)) return null;
    return {
      subtitle: t('card.outcomes_group.subtitle', { place: placeText(request, answer) }),
      summary: dimension === 'level' ? t('card.levels_apart') : null,
      source: t('source.table3'),
      key: stackKey(request, spec, false),
      panels: [{ id: 'chart', title: null, spec }],
      layout: 'stacked',
      choices: null,
      table: groupTable(request, answer, (row) =>
        dimension === 'level' ? { level: String(row.key.level) } : { region: String(row.key[dimension]) },
      ),
      metrics: answer.metrics,
      counted: countedReports(answer),
      meta: answer.meta,
    };
  },
});

/** Rows three (3) to (6): why a request was not granted, in the order of the form. */
const REASONS = REQUEST_ROWS.filter(
  ({ group }) => group !== null && group !== 'granted' && group !== 'partial',
);

const reasons: CardDefinition = {
  id: 'outcomes-reasons',
  path: PATH,
  title: ({ t }) => t('card.reasons.title'),
  async load(request) {
    const { t, label, language } = request;
    const metrics = REASONS.flatMap((row) => [`requests.${row.id}`, `requests.${row.id}.rate`]);
    const answer = await queryMetrics(request.filters, [...metrics, 'outcomes_total'], []);
    const [row] = answer.rows;
    const total = row?.values.outcomes_total?.value ?? null;
    if (!row || !hasValues(answer)) return null;
    const items = REASONS.map(
      (reason): TableItem => ({
        id: `requests.${reason.id}`,
        name: reason.id === 'other_total' ? t('card.reasons.other_2019') : reason[label],
        value: row.values[`requests.${reason.id}`] ?? null,
        share: row.values[`requests.${reason.id}.rate`] ?? null,
      }),
    ).sort((a, b) => (b.value?.value ?? -1) - (a.value?.value ?? -1));
    const spec = rankedChart(items, 'outcomes_total', request, t('card.reasons.title'));
    if (!spec) return null;
    return {
      subtitle: t('card.reasons.subtitle', {
        place: placeText(request, answer),
        unit: spec.unit,
        total: total === null ? t('state.absent') : formatNumber(total, language),
      }),
      summary: t('card.reasons.note'),
      source: t('source.table3'),
      key: null,
      panels: [{ id: 'chart', title: null, spec }],
      layout: 'stacked',
      choices: null,
      table: itemTable(
        request,
        { item: t('column.reason'), share: t('column.of_handled'), unit: t('unit.requests') },
        items,
      ),
      metrics: ['outcomes_total', 'denied', 'unable', 'not_processed', 'other'],
      counted: row.values.outcomes_total?.reports ?? 0,
      meta: answer.meta,
    };
  },
};

const flow: CardDefinition = {
  id: 'outcomes-flow',
  path: PATH,
  title: ({ t }) => t('card.flow.title'),
  async load(request) {
    const { t } = request;
    // Requests can be followed only through reports that print every part of their way.
    const complete = completeConditions(request.filters.applicant);
    const [answer, whole] = await Promise.all([
      queryMetrics({ ...request.filters, where: [...request.filters.where, ...complete] }, FLOW, []),
      queryMetrics(request.filters, ['outcomes_total'], []),
    ]);
    const row = answer.rows[0] ?? null;
    const spec = flowChart(row, request, t('card.flow.title'));
    if (!spec || !row) return null;
    const total = (row.values.new_requests?.value ?? 0) + (row.values.carried_in?.value ?? 0);
    const parts = spec.stages.flatMap(({ name, parts: inside }) => inside.map((part) => ({ name, part })));
    const counted = countedReports(answer);
    const known = (value: number): MetricValue => ({
      value,
      numerator: null,
      denominator: null,
      reports: counted,
      missing: 0,
    });
    return {
      subtitle: t('card.flow.subtitle', { place: placeText(request, whole) }),
      summary: t('card.flow.note', { missing: whole.meta.reports - counted }),
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
      layout: 'stacked',
      wide: true,
      choices: null,
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
      metrics: answer.metrics,
      counted,
      meta: whole.meta,
    };
  },
};

export const OUTCOME_CARDS: readonly CardDefinition[] = [
  byYear,
  mixBy(
    'outcomes-by-level',
    ({ t }) => t('card.outcomes_level.title'),
    () => 'level',
  ),
  flow,
  reasons,
  mixBy(
    'outcomes-by-region',
    ({ t }) => t('card.outcomes_region.title'),
    ({ filters }) => childDimension(filters),
  ),
];
