import { OUTCOME_MIX, outcomeMixChart } from '../../lib/chart/outcome-mix';
import { formatPercent } from '../../lib/i18n/format';
import type { FilterOptions, MetricsAnswer } from '../../lib/query';
import { ChartCard } from '../_components/chart-card';
import { ChartFigure, StackKey } from '../_components/chart-figure';
import { FailedCard } from '../_components/failed-card';
import type { PageContext } from '../_shell/page-context';
import { askByYear, latestTwo } from './ask';
import { placeText } from './place-text';

/** What became of the requests handled, 100 % by year. */
export async function OutcomesCard({ context, options }: { context: PageContext; options: FilterOptions }) {
  const { t } = context;
  const title = t('chart.outcomes.title');
  const answer = await askByYear(context, OUTCOME_MIX);
  const spec = answer && outcomeMixChart(answer.rows, context);
  if (!answer || !spec) return <FailedCard context={context} title={title} />;
  const keyYear = spec.rows.findLast((row) => row.shares !== null)?.name;
  return (
    <ChartCard
      context={context}
      id="outcomes"
      title={title}
      subtitle={t(keyYear ? 'chart.outcomes.subtitle_key' : 'chart.outcomes.subtitle', {
        place: placeText(context, options, answer),
        year: keyYear ?? '',
      })}
      summary={summary(context, answer)}
      answer={answer}
      source={t('source.table3')}
    >
      <StackKey context={context} spec={spec} />
      <ChartFigure spec={spec} id="chart-outcomes" />
    </ChartCard>
  );
}

function summary({ t, language }: PageContext, answer: MetricsAnswer): string | null {
  const [latest] = latestTwo(answer, 'outcomes_total');
  const total = latest?.values.outcomes_total?.value ?? 0;
  const granted = latest?.values.granted?.value ?? null;
  const partial = latest?.values.partial?.value ?? null;
  if (!latest || total <= 0 || granted === null || partial === null) return null;
  return t('summary.outcomes', {
    year: String(latest.key.year),
    granted: formatPercent(granted / total, language),
    partial: formatPercent(partial / total, language),
  });
}
