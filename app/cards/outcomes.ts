import { OUTCOME_MIX, OUTCOME_RATES, outcomeMixChart } from '../../lib/chart/kinds/stack/outcome-mix';
import { formatPercent } from '../../lib/i18n/format';
import type { MetricsResult } from '../../lib/query/index';
import type { CardDefinition, CardRequest } from '../_card/model';
import { groupTable } from '../_card/table';
import { stackKey } from '../_card/stack-key';
import { queryMetrics, countedReports, hasValues, latestTwo } from '../_card/query';
import { placeText } from '../_card/place-text';

/** What became of the requests handled, 100 % by year. */
export const outcomesCard: CardDefinition = {
  id: 'outcomes',
  path: '/',
  title: ({ t }) => t('chart.outcomes.title'),
  load: loadOutcomes,
};

/** The mix by year, for the overview and the page on outcomes. */
export async function loadOutcomes(request: CardRequest) {
  const { t } = request;
  const answer = await queryMetrics(request.filters, OUTCOME_MIX, ['year']);
  const spec = outcomeMixChart(answer.rows, request);
  if (!spec || !hasValues(answer)) return null;
  const keyYear = spec.rows.findLast((row) => row.shares !== null)?.name;
  return {
    subtitle: t(keyYear ? 'chart.outcomes.subtitle_key' : 'chart.outcomes.subtitle', {
      place: placeText(request, answer),
      year: keyYear ?? '',
    }),
    summary: summary(request, answer),
    source: t('source.table3'),
    key: stackKey(request, spec),
    panels: [{ id: 'chart', title: null, spec }],
    layout: 'stacked' as const,
    choices: null,
    table: groupTable(request, answer),
    metrics: answer.metrics,
    counted: countedReports(answer),
    meta: answer.meta,
  };
}

function summary({ t, language }: CardRequest, answer: MetricsResult): string | null {
  const [latest] = latestTwo(answer, 'outcomes_total');
  const granted = latest?.values[OUTCOME_RATES.granted]?.value ?? null;
  const partial = latest?.values[OUTCOME_RATES.partial]?.value ?? null;
  if (!latest || granted === null || partial === null) return null;
  return t('summary.outcomes', {
    year: String(latest.key.year),
    granted: formatPercent(granted, language),
    partial: formatPercent(partial, language),
  });
}
