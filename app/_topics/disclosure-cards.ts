/** Cards of the page on proactive disclosure, with the break between the two forms. */
import { countLineChart } from '../../lib/chart/kinds/lines/count-lines';
import { yearRange } from '../../lib/chart/years';
import type { MessageKey } from '../../lib/i18n/message';
import { metricById } from '../../lib/metrics/registry';
import type { CardDefinition, CardRequest } from '../_card/model';
import { groupTable } from '../_card/table';
import { queryMetrics, countedReports, hasValues } from '../_card/query';
import { levelsOf, rowsOfLevel } from '../_card/levels';
import { chosenMeasure, measureChoices, measureParameter } from '../_card/measures';
import { placeText } from '../_card/place-text';
import { regionCard } from '../_card/by-region';

const PATH = '/disclosure';

const DOCUMENTS = ['rules_issued', 'normative_documents_issued', 'documents_in_force'];
const DECISIONS = ['licensing_decisions', 'penalty_decisions', 'compulsory_decisions'];
const FEES = ['disclosure.administrative_fees.items_last_year', 'fees_10k_yuan'];

/** Measures of the lists by level and region; the first is the default. */
const MEASURES = [...DECISIONS, 'normative_documents_issued', 'rules_issued', 'fees_10k_yuan'];

/** What the page on disclosure lets choose. */
export const DISCLOSURE_PARAMETERS = measureParameter(MEASURES);

const measureOf = (parameters: CardRequest['parameters']): string => chosenMeasure(MEASURES, parameters);

const byYear = (
  id: string,
  words: 'documents' | 'decisions' | 'fees',
  metrics: readonly string[],
): CardDefinition => ({
  id,
  path: PATH,
  title: ({ t }) => t(`card.${words}.title`),
  async load(request) {
    const { t, label } = request;
    const answer = await queryMetrics(request.filters, metrics, ['year']);
    const range = yearRange(answer.rows);
    const panels = metrics.flatMap((metric) => {
      const known = answer.rows.some((row) => (row.values[metric]?.value ?? null) !== null);
      const spec = known ? countLineChart(answer.rows, metric, request, { range }) : null;
      return spec
        ? [{ id: metric.replaceAll('.', '-'), title: metricById(metric)?.[label] ?? metric, spec }]
        : [];
    });
    if (panels.length === 0) return null;
    return {
      subtitle: t(`card.${words}.subtitle`, { place: placeText(request, answer) }),
      summary: t(`card.${words}.note`),
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
});

const byLevel: CardDefinition = {
  id: 'disclosure-by-level',
  path: PATH,
  own: DISCLOSURE_PARAMETERS,
  title: ({ t, label, parameters }) =>
    t('card.by_level.title', { measure: metricById(measureOf(parameters))?.[label] ?? '' }),
  async load(request) {
    const { t } = request;
    const measure = measureOf(request.parameters);
    const answer = await queryMetrics(request.filters, [measure], ['year', 'level']);
    if (!hasValues(answer)) return null;
    const range = yearRange(answer.rows);
    const panels = levelsOf(answer).flatMap((level) => {
      const name = t(`level.${level}`);
      const spec = countLineChart(rowsOfLevel(answer, level), measure, request, { range, name });
      return spec ? [{ id: level, title: name, spec }] : [];
    });
    return {
      subtitle: t('card.disclosure_level.subtitle', { place: placeText(request, answer) }),
      summary: t('card.levels_apart'),
      source: t('source.table2'),
      key: null,
      panels,
      layout: 'panels',
      choices: measureChoices(request, MEASURES, measure),
      table: groupTable(request, answer),
      metrics: answer.metrics,
      counted: countedReports(answer),
      meta: answer.meta,
    };
  },
};

const SOURCE: MessageKey = 'source.table2';

export const DISCLOSURE_CARDS: readonly CardDefinition[] = [
  byYear('disclosure-documents', 'documents', DOCUMENTS),
  byYear('disclosure-decisions', 'decisions', DECISIONS),
  byYear('disclosure-fees', 'fees', FEES),
  byLevel,
  regionCard({
    id: 'disclosure-by-region',
    path: PATH,
    source: SOURCE,
    metric: measureOf,
    measures: MEASURES,
    own: DISCLOSURE_PARAMETERS,
  }),
];
