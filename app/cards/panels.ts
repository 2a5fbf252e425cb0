/** One measure by year, a panel a subject, all on the same axes. */
import { countLineChart } from '../../lib/chart/kinds/lines/count-lines';
import { rateLinesChart } from '../../lib/chart/kinds/lines/rate-lines';
import type { LinesSpec } from '../../lib/chart/kinds/lines/lines';
import { metricById } from '../../lib/metrics/registry';
import type { MetricsRow } from '../../lib/query/index';
import type { CardDefinition, CardRequest, CardTable } from '../_card/model';
import { groupTable } from '../_card/table';
import { type Compared, comparedYears, queryCompared } from '../_compare/compared';
import { chosenMeasure, PANELS_PARAMETERS } from '../_compare/compare-parameters';

export const panels: CardDefinition = {
  id: 'panels',
  path: '/compare',
  own: PANELS_PARAMETERS,
  title: ({ t, label, parameters }) =>
    t('cards.panels.title', { name: metricById(chosenMeasure(parameters))?.[label] ?? '' }),
  /** Null without a subject that has a report with a year. */
  async load(request) {
    const { t, label, parameters } = request;
    const metric = chosenMeasure(parameters);
    const measure = metricById(metric);
    const compared = await queryCompared(request);
    const years = comparedYears(compared);
    const [first] = compared;
    if (!measure || !first || years.length === 0) return null;
    const panels = compared.flatMap(({ subject, result }) => {
      const spec = specOf(sharedYears(result.rows, years), metric, request);
      return spec ? [{ id: subject.id, title: subject.name, foreign: true, spec }] : [];
    });
    const end = Math.max(...panels.map(({ spec }) => spec.axis.end));
    const axis = panels.find(({ spec }) => spec.axis.end === end)?.spec.axis;
    const rows = compared.flatMap(({ result }) => result.rows);
    const all = rows.reduce((sum, row) => sum + row.reports, 0);
    const counted = rows.reduce((sum, row) => sum + (row.values[metric]?.reports ?? 0), 0);
    return {
      subtitle: t('cards.panels.subtitle', {
        unit: measure.kind === 'rate' ? '%' : measure.unit[label],
        years: [...new Set([years.at(0), years.at(-1)])].join('–'),
      }),
      summary: null,
      source: measure.source[label],
      key: null,
      panels: panels.map(({ spec, ...panel }) => ({ ...panel, spec: { ...spec, axis: axis ?? spec.axis } })),
      layout: 'panels',
      choices: null,
      table: subjectTable(request, compared, metric),
      metrics: [metric],
      counted,
      coverage: t('cards.panels.coverage', { subjects: compared.length, counted, all }),
      meta: { corpus_version: first.result.meta.corpus_version, reports: all },
      slices: compared.map(({ subject, filters }) => ({ name: subject.name, filters, by: 'year' })),
    };
  },
};

/** The years of each subject below each other, its name before them. */
function subjectTable(request: CardRequest, compared: readonly Compared[], metric: string): CardTable {
  const tables = compared.map(({ result }) => groupTable(request, { ...result, metrics: [metric] }));
  return {
    columns: [
      { id: 'id', label: request.t('column.item_id'), unit: null, numeric: false, fileOnly: true },
      { id: 'name', label: request.t('cards.panels.subject'), unit: null, numeric: false },
      ...(tables[0]?.columns ?? []),
    ],
    rows: compared.flatMap(({ subject }, index) =>
      (tables[index]?.rows ?? []).map((row) => ({
        ...row,
        id: `${subject.id} ${row.id}`,
        cells: [
          { value: subject.id, text: subject.id },
          { value: subject.name, text: subject.name, foreign: true },
          ...row.cells,
        ],
      })),
    ),
  };
}

/** The panel's title names the subject, the card's title the measure: the line bears its newest value only. */
function specOf(rows: readonly MetricsRow[], metric: string, context: CardRequest): LinesSpec | null {
  if (metricById(metric)?.kind !== 'rate') return countLineChart(rows, metric, context);
  return rateLinesChart(rows, { metrics: [metric], unit: '%', interval: false }, context);
}

/** The rows with every year that any subject has, so that the panels share their axis of years. */
function sharedYears(rows: readonly MetricsRow[], years: readonly number[]): MetricsRow[] {
  const own = new Set(rows.map((row) => row.key.year));
  const lacking = [...years.slice(0, 1), ...years.slice(-1)].filter((year) => !own.has(year));
  const empty = [...new Set(lacking)].map(
    (year): MetricsRow => ({ key: { year }, names: {}, reports: 0, values: {} }),
  );
  return [...rows, ...empty];
}
