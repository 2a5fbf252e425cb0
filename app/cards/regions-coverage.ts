import { coverageGridChart } from '../../lib/chart/kinds/tiles/coverage-grid';
import { everyYear } from '../../lib/chart/years';
import { childDimension } from '../../lib/filters';
import type { MetricsRow } from '../../lib/query';
import { answerCard } from '../_card/answer-card';
import type { CardDefinition } from '../_card/model';
import { placeText } from '../_card/place-text';
import { queryMetrics, rowsByGroup } from '../_card/query';
import { groupName, groupTable } from '../_card/table';

/** How many reports there are of each region in each year. */
export const regionsCoverage: CardDefinition = {
  id: 'regions-coverage',
  path: '/regions',
  title: ({ t }) => t('cards.regions-coverage.title'),
  async load(request) {
    const { t } = request;
    const dimension = childDimension(request.filters);
    if (dimension === null) return null;
    const answer = await queryMetrics(request.filters, ['reports', 'agencies'], [dimension, 'year']);
    const nameOf = (row: MetricsRow) => groupName(row, dimension, request);
    const spec = coverageGridChart(
      rowsByGroup(answer, dimension).flatMap(([row]) => (row ? [nameOf(row)] : [])),
      everyYear(answer.rows).map(({ year }) => year),
      answer.rows.flatMap((row) =>
        typeof row.key.year === 'number'
          ? [{ name: nameOf(row), year: row.key.year, reports: row.reports }]
          : [],
      ),
      request,
      t('cards.regions-coverage.title'),
    );
    if (!spec) return null;
    return answerCard(request, answer, {
      subtitle: t('cards.regions-coverage.subtitle', { place: placeText(request, answer) }),
      summary: t('cards.regions-coverage.summary'),
      source: t('source.corpus'),
      panels: [{ id: 'chart', title: null, spec }],
      wide: true,
      table: groupTable(request, answer, (row) => ({ region: String(row.key[dimension]) })),
      counted: answer.meta.reports,
    });
  },
};
