/** Whether what one report carries out the next carries in. */
import { type CarryPair, carryOverChart } from '../../lib/chart/carry-over';
import { drawCarry } from '../../lib/chart/draw-carry';
import type { Filters } from '../../lib/filters/values';
import type { MetricsAnswer } from '../../lib/query';
import { CardDataTable } from '../_components/card-data-table';
import { groupTable } from '../_components/card-table';
import type { PageContext } from '../_shell/page-context';
import { Picture, ViewCard } from './view-card';

type Props = { context: PageContext; pairs: CarryPair[]; answer: MetricsAnswer; filters: Filters };

const CARRIED = ['carried_out', 'carried_in'];

/** The pairs of years; nothing for an agency with a single year. */
export function CarryCard({ context, pairs, answer, filters }: Props) {
  const { t } = context;
  const spec = carryOverChart(pairs, context);
  if (!spec) return null;
  const told = spec.points.filter((point) => point.state !== 'untold');
  const broken = told.filter((point) => point.state === 'differs');
  const title = t('carry.title');
  return (
    <ViewCard
      context={context}
      id="carry"
      title={title}
      subtitle={t('carry.subtitle')}
      summary={[
        t('carry.summary', { told: told.length, equal: told.length - broken.length }),
        ...broken.map((point) => point.title),
      ].join(t('list.separator'))}
      source={t('source.table3')}
      coverage={t('carry.coverage', { told: told.length, all: spec.points.length })}
      taken={{
        corpusVersion: answer.meta.corpus_version,
        metrics: ['reports', ...CARRIED],
        by: 'year',
        slices: [{ filters }],
      }}
      views={{
        chart: <Picture svg={drawCarry(spec, 'chart-carry')} />,
        table: (
          <CardDataTable
            context={context}
            table={groupTable(context, { ...answer, metrics: CARRIED })}
            caption={title}
          />
        ),
        notes: (
          <p className="sub">
            {t('carry.notes')}{' '}
            <a href={`${context.to('/methods')}#requests.carry_over`}>requests.carry_over</a>
          </p>
        ),
      }}
    />
  );
}
