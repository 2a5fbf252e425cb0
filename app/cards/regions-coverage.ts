import { coverageGridChart } from '../../lib/chart/kinds/tiles/coverage-grid';
import { everyYear } from '../../lib/chart/years';
import { childDimension } from '../../lib/filters';
import type { MetricsRow } from '../../lib/query';
import { resultCard } from '../_card/result-card';
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
    const result = await queryMetrics(request.filters, ['reports', 'agencies'], [dimension, 'year']);
    const nameOf = (row: MetricsRow) => groupName(row, dimension, request);
    const spec = coverageGridChart(
      rowsByGroup(result, dimension).flatMap(([row]) => (row ? [nameOf(row)] : [])),
      everyYear(result.rows).map(({ year }) => year),
      result.rows.flatMap((row) =>
        typeof row.key.year === 'number'
          ? [{ name: nameOf(row), year: row.key.year, reports: row.reports }]
          : [],
      ),
      request,
      t('cards.regions-coverage.title'),
    );
    if (!spec) return null;
    return resultCard(request, result, {
      subtitle: t('cards.regions-coverage.subtitle', { place: placeText(request, result) }),
      summary: t('cards.regions-coverage.summary'),
      source: t('source.corpus'),
      panels: [{ id: 'chart', title: null, spec }],
      wide: true,
      table: groupTable(request, result, (row) => ({ region: String(row.key[dimension]) })),
      counted: result.meta.reports,
    });
  },
};
