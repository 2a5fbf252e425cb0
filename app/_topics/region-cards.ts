/** Cards of the page on regions: how they compare, and how much of them is in the corpus. */
import { childDimension } from '../../lib/filters';
import { countLineChart, greatestOf } from '../../lib/chart/kinds/lines/count-lines';
import { coverageGridChart } from '../../lib/chart/kinds/tiles/coverage-grid';
import { rateLinesChart } from '../../lib/chart/kinds/lines/rate-lines';
import type { LinesSpec } from '../../lib/chart/kinds/lines/lines';
import { yearRange, type YearRange } from '../../lib/chart/years';
import { metricById } from '../../lib/metrics/registry';
import type { MetricsResult, MetricsRow } from '../../lib/query';
import type { CardDefinition, CardPanel, CardRequest } from '../_card/model';
import { groupName, groupTable } from '../_card/table';
import { queryMetrics, countedReports, hasValues } from '../_card/query';
import { chosenMeasure, measureChoices, measureParameter } from '../_card/measures';
import { placeText } from '../_card/place-text';
import { regionCard } from '../_card/by-region';

const PATH = '/regions';

/** Measures by which regions are compared; the first is the default. */
const MEASURES = [
  'disclosure_rate',
  'new_requests',
  'denial_rate',
  'unable_rate',
  'not_processed_rate',
  'carry_forward_rate',
  'review_rate',
  'litigation_rate',
  'review_correction_rate',
];

/** What the page on regions lets choose. */
export const REGION_PARAMETERS = measureParameter(MEASURES);

const measureOf = (parameters: CardRequest['parameters']): string => chosenMeasure(MEASURES, parameters);

const overYears: CardDefinition = {
  id: 'regions-over-years',
  path: PATH,
  own: REGION_PARAMETERS,
  title: ({ t, label, parameters }) =>
    t('card.region_years.title', { measure: metricById(measureOf(parameters))?.[label] ?? '' }),
  async load(request) {
    const { t } = request;
    const measure = measureOf(request.parameters);
    const dimension = childDimension(request.filters);
    if (dimension === null) return null;
    const answer = await queryMetrics(request.filters, [measure], [dimension, 'year']);
    if (!hasValues(answer)) return null;
    const shared = { range: yearRange(answer.rows), greatest: sharedGreatest(answer, measure) };
    const panels = groupsOf(answer, dimension).flatMap((rows): CardPanel[] => {
      const [row] = rows;
      if (!row) return [];
      const title = groupName(row, dimension, request);
      const spec = regionLine(rows, measure, request, { ...shared, name: title });
      return spec
        ? [{ id: `r${row.key[dimension] ?? 'none'}`, title, foreign: row.key[dimension] !== null, spec }]
        : [];
    });
    return {
      subtitle: t('card.region_years.subtitle', {
        place: placeText(request, answer),
        regions: panels.length,
      }),
      summary: null,
      source: t('source.tables34'),
      key: null,
      panels,
      layout: 'panels',
      wide: true,
      choices: measureChoices(request, MEASURES, measure),
      table: groupTable(request, answer),
      metrics: answer.metrics,
      counted: countedReports(answer),
      meta: answer.meta,
    };
  },
};

/** The rows of each region together, in the order of the answer. */
function groupsOf(answer: MetricsResult, dimension: 'province' | 'prefecture' | 'county'): MetricsRow[][] {
  const groups = new Map<unknown, MetricsRow[]>();
  for (const row of answer.rows) {
    const key = row.key[dimension];
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

/** Of rates, the end of the common axis in per cent, from groups of at least 30 cases; of counts, the greatest. */
function sharedGreatest(answer: MetricsResult, measure: string): number {
  if (metricById(measure)?.kind !== 'rate') return greatestOf(answer.rows, [measure]);
  return greatestOf(answer.rows, [measure]) * 100;
}

function regionLine(
  rows: readonly MetricsRow[],
  measure: string,
  request: CardRequest,
  shared: { range: YearRange | null; greatest: number; name: string },
): LinesSpec | null {
  return metricById(measure)?.kind === 'rate'
    ? rateLinesChart(rows, { metrics: [measure], unit: '%', interval: false, ...shared }, request)
    : countLineChart(rows, measure, request, shared);
}

const drillDown: CardDefinition = {
  id: 'regions-coverage',
  path: PATH,
  title: ({ t }) => t('card.region_coverage.title'),
  async load(request) {
    const { t } = request;
    const dimension = childDimension(request.filters);
    if (dimension === null) return null;
    const answer = await queryMetrics(request.filters, ['reports', 'agencies'], [dimension, 'year']);
    const range = yearRange(answer.rows);
    const groups = groupsOf(answer, dimension);
    const years = range
      ? Array.from({ length: range.to - range.from + 1 }, (_, index) => range.from + index)
      : [];
    const nameOf = (row: MetricsRow) => groupName(row, dimension, request);
    const spec = coverageGridChart(
      groups.flatMap(([row]) => (row ? [nameOf(row)] : [])),
      years,
      answer.rows.flatMap((row) =>
        typeof row.key.year === 'number'
          ? [{ name: nameOf(row), year: row.key.year, reports: row.reports }]
          : [],
      ),
      request,
      t('card.region_coverage.title'),
    );
    if (!spec) return null;
    return {
      subtitle: t('card.region_coverage.subtitle', { place: placeText(request, answer) }),
      summary: t('card.region_coverage.note'),
      source: t('source.corpus'),
      key: null,
      panels: [{ id: 'chart', title: null, spec }],
      layout: 'stacked',
      wide: true,
      choices: null,
      table: groupTable(request, answer, (row) => ({ region: String(row.key[dimension]) })),
      metrics: answer.metrics,
      counted: answer.meta.reports,
      meta: answer.meta,
    };
  },
};

export const REGION_CARDS: readonly CardDefinition[] = [
  regionCard({
    id: 'regions-measure',
    path: PATH,
    source: 'source.tables34',
    metric: measureOf,
    measures: MEASURES,
    own: REGION_PARAMETERS,
  }),
  overYears,
  drillDown,
];
