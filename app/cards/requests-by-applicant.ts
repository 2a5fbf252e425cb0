import { rankedChart, rankedRows } from '../../lib/chart/kinds/ranked';
import { resultCard } from '../_card/result-card';
import type { CardDefinition } from '../_card/model';
import { placeText } from '../_card/place-text';
import { hasValues, queryMetrics } from '../_card/query';
import { groupName } from '../_card/table';

const METRIC = 'new_requests';

/** Requests received, by kind of applicant: always over all of them, whichever the filters name. */
export const requestsByApplicant: CardDefinition = {
  id: 'requests-by-applicant',
  path: '/requests',
  title: ({ t }) => t('cards.requests-by-applicant.title'),
  async load(request) {
    const { t } = request;
    const filters = { ...request.filters, applicant: [] };
    const asked = await queryMetrics(filters, [METRIC], ['applicant']);
    if (!hasValues(asked)) return null;
    const parts = asked.rows.filter((row) => row.key.applicant !== 'total');
    const result = { ...asked, rows: rankedRows(parts, METRIC) };
    const spec = rankedChart(
      result.rows.map((row) => ({
        name: groupName(row, 'applicant', request),
        value: row.values[METRIC] ?? null,
      })),
      METRIC,
      request,
      t('cards.requests-by-applicant.title'),
    );
    if (!spec) return null;
    return resultCard(request, result, {
      subtitle: t('cards.requests-by-applicant.subtitle', {
        place: placeText({ ...request, filters }, result),
        unit: spec.unit,
      }),
      summary: t('cards.requests-by-applicant.summary'),
      source: t('source.table3'),
      panels: [{ id: 'chart', title: null, spec }],
      counted:
        asked.meta.reports - Math.max(0, ...result.rows.map((row) => row.values[METRIC]?.missing ?? 0)),
    });
  },
};
