import { countLineChart, DISCLOSURE_COUNTS } from '../../lib/chart/count-lines';
import { metricById } from '../../lib/metrics';
import type { FilterOptions } from '../../lib/query';
import { ChartCard } from '../_components/chart-card';
import { ChartFigure } from '../_components/chart-figure';
import { FailedCard } from '../_components/failed-card';
import type { PageContext } from '../_shell/page-context';
import { askByYear } from './ask';
import { placeText } from './place-text';

/** What is published proactively: decisions, which run through, and documents, which the change of form cuts. */
export async function DisclosureCard({ context, options }: { context: PageContext; options: FilterOptions }) {
  const { t, label } = context;
  const title = t('chart.disclosure.title');
  const answer = await askByYear(context, DISCLOSURE_COUNTS);
  const panels =
    answer?.rows &&
    DISCLOSURE_COUNTS.flatMap((metric) => {
      const spec = countLineChart(answer.rows, metric, context);
      return spec ? [{ metric, spec }] : [];
    });
  if (!answer || !panels || panels.length === 0) return <FailedCard context={context} title={title} />;
  return (
    <ChartCard
      context={context}
      id="disclosure"
      title={title}
      subtitle={t('chart.disclosure.subtitle', { place: placeText(context, options, answer) })}
      summary={t('summary.disclosure')}
      answer={answer}
      source={t('source.table2')}
    >
      <div className="panels">
        {panels.map(({ metric, spec }) => (
          <div key={metric}>
            <p className="panel-title">
              <b>{metricById(metric)?.[label]}</b>
            </p>
            <ChartFigure spec={spec} id={`chart-${metric}`} />
          </div>
        ))}
      </div>
    </ChartCard>
  );
}
