/** Cards of the page on disputes: how often contested, how often corrected. */
import { CHANNELS, channelMetrics, channelResultsChart } from '../../lib/chart/kinds/stack/channel-results';
import { rankedChart } from '../../lib/chart/kinds/ranked';
import { CORRECTION_RATES, rateLinesChart } from '../../lib/chart/kinds/lines/rate-lines';
import { yearRange } from '../../lib/chart/years';
import { metricById } from '../../lib/metrics/registry';
import type { CardDefinition, CardRequest } from '../_card/model';
import { groupName, groupTable } from '../_card/table';
import { stackKey } from '../_card/stack-key';
import { queryMetrics, countedReports, hasValues } from '../_card/query';
import { chosenMeasure, measureChoices, measureParameter } from '../_card/measures';
import { placeText } from '../_card/place-text';
import { regionCard } from '../_card/by-region';

const PATH = '/disputes';

/** What the page on disputes lets choose: whose correction rate its lists show. */
export const DISPUTE_PARAMETERS = measureParameter(CORRECTION_RATES);

const linesCard = (
  id: string,
  words: 'dispute_rates' | 'correction_rates',
  metrics: readonly string[],
): CardDefinition => ({
  id,
  path: PATH,
  title: ({ t }) => t(`card.${words}.title`),
  async load(request) {
    const { t, label } = request;
    const answer = await queryMetrics(request.filters, metrics, ['year']);
    const panels = metrics.flatMap((metric) => {
      const spec = rateLinesChart(
        answer.rows,
        { metrics: [metric], unit: t(`card.${words}.unit`), interval: true },
        request,
      );
      return spec ? [{ id: metric, title: metricById(metric)?.[label] ?? metric, spec }] : [];
    });
    if (panels.length === 0 || !hasValues(answer)) return null;
    return {
      subtitle: t(`card.${words}.subtitle`, { place: placeText(request, answer) }),
      summary: t(`card.${words}.note`),
      source: t('source.tables34'),
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
});

const results: CardDefinition = {
  id: 'dispute-results',
  path: PATH,
  title: ({ t }) => t('card.results.title'),
  async load(request) {
    const { t } = request;
    const answer = await queryMetrics(request.filters, CHANNELS.flatMap(channelMetrics), ['year']);
    const range = yearRange(answer.rows);
    const panels = CHANNELS.flatMap((channel) => {
      const spec = channelResultsChart(answer.rows, channel, request, range);
      return spec ? [{ id: channel, title: t(`channel.${channel}`), spec }] : [];
    });
    const [first] = panels;
    if (!first || !hasValues(answer)) return null;
    return {
      subtitle: t('card.results.subtitle', { place: placeText(request, answer) }),
      summary: t('card.results.note'),
      source: t('source.table4'),
      key: stackKey(request, first.spec, false),
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

const measureOf = (parameters: CardRequest['parameters']): string =>
  chosenMeasure(CORRECTION_RATES, parameters);

const correctionByLevel: CardDefinition = {
  id: 'correction-by-level',
  path: PATH,
  own: DISPUTE_PARAMETERS,
  title: ({ t, label, parameters }) =>
    t('card.by_level.title', { measure: metricById(measureOf(parameters))?.[label] ?? '' }),
  async load(request) {
    const { t, label } = request;
    const measure = measureOf(request.parameters);
    const answer = await queryMetrics(request.filters, [measure], ['level']);
    const spec = rankedChart(
      answer.rows.map((row) => ({
        name: groupName(row, 'level', request),
        value: row.values[measure] ?? null,
      })),
      measure,
      request,
      metricById(measure)?.[label] ?? '',
    );
    if (!spec || !hasValues(answer)) return null;
    return {
      subtitle: t('card.by_region.subtitle_rate', { place: placeText(request, answer), unit: '%' }),
      summary: t('card.levels_apart'),
      source: t('source.table4'),
      key: null,
      panels: [{ id: 'chart', title: null, spec }],
      layout: 'stacked',
      choices: measureChoices(request, CORRECTION_RATES, measure),
      table: groupTable(request, answer, (row) => ({ level: String(row.key.level) })),
      metrics: answer.metrics,
      counted: countedReports(answer),
      meta: answer.meta,
    };
  },
};

export const DISPUTE_CARDS: readonly CardDefinition[] = [
  linesCard('dispute-rates', 'dispute_rates', ['review_rate', 'litigation_rate', 'dispute_rate']),
  linesCard('correction-rates', 'correction_rates', CORRECTION_RATES),
  results,
  correctionByLevel,
  regionCard({
    id: 'correction-by-region',
    path: PATH,
    source: 'source.table4',
    metric: measureOf,
    measures: CORRECTION_RATES,
    own: DISPUTE_PARAMETERS,
  }),
];
