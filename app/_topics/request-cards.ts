/** Cards of the page on requests: who asks how much, where. */
import { countLineChart, countLinesChart } from '../../lib/chart/kinds/lines/count-lines';
import { rankedChart, rankedRows } from '../../lib/chart/kinds/ranked';
import { rateLinesChart } from '../../lib/chart/kinds/lines/rate-lines';
import { yearRange } from '../../lib/chart/years';
import { metricById } from '../../lib/metrics/registry';
import type { CardDefinition } from '../_card/model';
import { groupName, groupTable } from '../_card/table';
import { queryMetrics, countedReports, hasValues } from '../_card/query';
import { placeText } from '../_card/place-text';
import { regionCard } from '../_card/by-region';
import { levelsOf, rowsOfLevel } from '../_card/levels';

const PATH = '/requests';
const METRIC = 'new_requests';

const byLevel: CardDefinition = {
  id: 'requests-by-level',
  path: PATH,
  title: ({ t }) => t('card.requests_level.title'),
  async load(request) {
    const { t } = request;
    const answer = await queryMetrics(request.filters, [METRIC], ['year', 'level']);
    if (!hasValues(answer)) return null;
    const range = yearRange(answer.rows);
    const panels = levelsOf(answer).flatMap((level) => {
      const name = t(`level.${level}`);
      const spec = countLineChart(rowsOfLevel(answer, level), METRIC, request, { range, name });
      return spec ? [{ id: level, title: name, spec }] : [];
    });
    return {
      subtitle: t('card.requests_level.subtitle', { place: placeText(request, answer) }),
      summary: t('card.levels_apart'),
      source: t('source.table3'),
      key: null,
      panels,
      layout: 'panels',
      wide: true,
      choices: null,
      table: groupTable(request, answer),
      metrics: answer.metrics,
      counted: countedReports(answer),
      meta: answer.meta,
    };
  },
};

const byApplicant: CardDefinition = {
  id: 'requests-by-applicant',
  path: PATH,
  title: ({ t }) => t('card.requests_applicant.title'),
  async load(request) {
    const { t } = request;
    const asked = await queryMetrics({ ...request.filters, applicant: [] }, [METRIC], ['applicant']);
    if (!hasValues(asked)) return null;
    const answer = {
      ...asked,
      rows: rankedRows(
        asked.rows.filter((row) => row.key.applicant !== 'total'),
        METRIC,
      ),
    };
    const spec = rankedChart(
      answer.rows.map((row) => ({
        name: groupName(row, 'applicant', request),
        value: row.values[METRIC] ?? null,
      })),
      METRIC,
      request,
      t('card.requests_applicant.title'),
    );
    if (!spec) return null;
    return {
      subtitle: t('card.requests_applicant.subtitle', {
        place: placeText({ ...request, filters: { ...request.filters, applicant: [] } }, answer),
        unit: spec.unit,
      }),
      summary: t('card.requests_applicant.note'),
      source: t('source.table3'),
      key: null,
      panels: [{ id: 'chart', title: null, spec }],
      layout: 'stacked',
      choices: null,
      table: groupTable(request, answer),
      metrics: answer.metrics,
      counted:
        asked.meta.reports - Math.max(0, ...answer.rows.map((row) => row.values[METRIC]?.missing ?? 0)),
      meta: answer.meta,
    };
  },
};

const CARRIED = ['carried_in', 'carried_out'] as const;

const carried: CardDefinition = {
  id: 'requests-carried',
  path: PATH,
  title: ({ t }) => t('card.carried.title'),
  async load(request) {
    const { t, label } = request;
    const answer = await queryMetrics(request.filters, [...CARRIED, 'carry_forward_rate'], ['year']);
    const counts = countLinesChart(answer.rows, CARRIED, request, { name: t('card.carried.title') });
    const rate = rateLinesChart(
      answer.rows,
      { metrics: ['carry_forward_rate'], unit: t('card.carried.of_in'), interval: true },
      request,
    );
    if (!counts || !rate || !hasValues(answer)) return null;
    return {
      subtitle: t('card.carried.subtitle', { place: placeText(request, answer) }),
      summary: t('card.carried.note'),
      source: t('source.table3'),
      key: null,
      panels: [
        { id: 'counts', title: t('card.carried.counts'), spec: counts },
        { id: 'rate', title: metricById('carry_forward_rate')?.[label] ?? '', spec: rate },
      ],
      layout: 'stacked',
      choices: null,
      table: groupTable(request, answer),
      metrics: answer.metrics,
      counted: countedReports(answer),
      meta: answer.meta,
    };
  },
};

export const REQUEST_CARDS: readonly CardDefinition[] = [
  byLevel,
  regionCard({ id: 'requests-by-region', path: PATH, source: 'source.table3', metric: () => METRIC }),
  byApplicant,
  carried,
];
