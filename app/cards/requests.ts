import { REQUESTS_BY_YEAR, requestsByYearChart } from '../../lib/chart/kinds/bars';
import { formatNumber } from '../../lib/i18n/format';
import type { MetricsResult, MetricsRow } from '../../lib/query/index';
import type { CardDefinition, CardRequest } from '../_card/model';
import { groupTable } from '../_card/table';
import { queryMetrics, countedReports, hasValues, latestTwo } from '../_card/query';
import { placeText } from '../_card/place-text';

/** Requests received by year. */
export const requestsCard: CardDefinition = {
  id: 'requests',
  path: '/',
  title: ({ t }) => t('chart.requests.title'),
  async load(request) {
    const { t } = request;
    const answer = await queryMetrics(request.filters, REQUESTS_BY_YEAR, ['year']);
    const spec = requestsByYearChart(answer.rows, request);
    if (!spec || !hasValues(answer)) return null;
    return {
      subtitle: t('chart.requests.subtitle', { place: placeText(request, answer), unit: spec.unit }),
      summary: summary(request, answer),
      source: t('source.table3'),
      key: null,
      panels: [{ id: 'chart', title: null, spec }],
      layout: 'stacked',
      choices: null,
      table: groupTable(request, answer),
      metrics: answer.metrics,
      counted: countedReports(answer),
      meta: answer.meta,
    };
  },
};

function summary({ t, language }: CardRequest, answer: MetricsResult): string | null {
  const [latest, before] = latestTwo(answer, 'new_requests');
  const said = (row: MetricsRow | null) => ({
    year: String(row?.key.year),
    value: formatNumber(row?.values.new_requests?.value ?? 0, language),
    reports: row?.values.new_requests?.reports ?? 0,
  });
  if (latest === null) return null;
  const now = t('summary.requests', said(latest));
  return before === null ? now : now + t('summary.requests_before', said(before));
}
