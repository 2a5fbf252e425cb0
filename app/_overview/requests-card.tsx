import { REQUESTS_BY_YEAR, requestsByYearChart } from '../../lib/chart/requests-by-year';
import { formatNumber } from '../../lib/i18n/format';
import type { FilterOptions, MetricsAnswer, MetricsRow } from '../../lib/query';
import { ChartCard } from '../_components/chart-card';
import { ChartFigure } from '../_components/chart-figure';
import { FailedCard } from '../_components/failed-card';
import type { PageContext } from '../_shell/page-context';
import { askByYear, latestTwo } from './ask';
import { placeText } from './place-text';

/** Requests received by year. */
export async function RequestsCard({ context, options }: { context: PageContext; options: FilterOptions }) {
  const { t } = context;
  const title = t('chart.requests.title');
  const answer = await askByYear(context, REQUESTS_BY_YEAR);
  const spec = answer && requestsByYearChart(answer.rows, context);
  if (!answer || !spec) return <FailedCard context={context} title={title} />;
  return (
    <ChartCard
      context={context}
      id="requests"
      title={title}
      subtitle={t('chart.requests.subtitle', {
        place: placeText(context, options, answer),
        unit: spec.unit,
      })}
      summary={summary(context, answer)}
      answer={answer}
      source={t('source.table3')}
    >
      <ChartFigure spec={spec} id="chart-requests" />
    </ChartCard>
  );
}

function summary({ t, language }: PageContext, answer: MetricsAnswer): string | null {
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
