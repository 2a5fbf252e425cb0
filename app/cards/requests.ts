import { requestsByYearChart } from '../../lib/chart/kinds/bars';
import { formatNumber } from '../../lib/i18n/format';
import type { MetricsAnswer, MetricsRow } from '../../lib/query/index';
import { answerCard } from '../_card/answer-card';
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
    const answer = await queryMetrics(request.filters, ['new_requests'], ['year']);
    const spec = requestsByYearChart(answer.rows, request, t('cards.requests.title'));
    if (!spec || !hasValues(answer)) return null;
    return answerCard(request, answer, {
      subtitle: t('cards.requests.subtitle', { place: placeText(request, answer), unit: spec.unit }),
      summary: summary(request, answer),
      source: t('source.table3'),
      panels: [{ id: 'chart', title: null, spec }],
    });
  },
};

function summary({ t, language }: CardRequest, answer: MetricsAnswer): string | null {
  const [latest, before] = latestTwo(answer, 'new_requests');
  const said = (row: MetricsRow | null) => ({
    year: String(row?.key.year),
    value: formatNumber(row?.values.new_requests?.value ?? 0, language),
    reports: row?.values.new_requests?.reports ?? 0,
  });
  if (latest === null) return null;
  const now = t('cards.requests.summary', said(latest));
  return before === null ? now : now + t('cards.requests.summary_before', said(before));
}
