import { requestsByYearChart } from '../../lib/chart/kinds/bars';
import { formatNumber } from '../../lib/i18n/format';
import type { MetricsResult, MetricsRow } from '../../lib/query/index';
import { resultCard } from '../_card/result-card';
import type { CardDefinition, CardRequest } from '../_card/model';
import { queryMetrics, hasValues, latestTwo } from '../_card/query';
import { placeText } from '../_card/place-text';

/** Requests received by year. */
export const requests: CardDefinition = {
  id: 'requests',
  path: '/',
  title: ({ t }) => t('cards.requests.title'),
  async load(request) {
    const { t } = request;
    const result = await queryMetrics(request.filters, ['new_requests'], ['year']);
    const spec = requestsByYearChart(result.rows, request, t('cards.requests.title'));
    if (!spec || !hasValues(result)) return null;
    return resultCard(request, result, {
      subtitle: t('cards.requests.subtitle', { place: placeText(request, result), unit: spec.unit }),
      summary: summary(request, result),
      source: t('source.table3'),
      panels: [{ id: 'chart', title: null, spec }],
    });
  },
};

function summary({ t, language }: CardRequest, result: MetricsResult): string | null {
  const [latest, before] = latestTwo(result, 'new_requests');
  const said = (row: MetricsRow | null) => ({
    year: String(row?.key.year),
    value: formatNumber(row?.values.new_requests?.value ?? 0, language),
    reports: row?.values.new_requests?.reports ?? 0,
  });
  if (latest === null) return null;
  const now = t('cards.requests.summary', said(latest));
  return before === null ? now : now + t('cards.requests.summary_before', said(before));
}
