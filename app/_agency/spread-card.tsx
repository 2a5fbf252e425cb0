/** How one rate is spread over the peers, the agency's own value marked. */
import { drawSpread } from '../../lib/chart/draw-spread';
import { spreadChart } from '../../lib/chart/spread';
import type { Filters } from '../../lib/filters/values';
import { formatNumber } from '../../lib/i18n/format';
import { metricById } from '../../lib/metrics';
import type { DistributionAnswer } from '../../lib/query';
import { CardNotes } from '../_components/card-notes';
import { ScrollRegion } from '../_components/scroll-region';
import type { PageContext } from '../_shell/page-context';
import { PEER_RATES } from './agency-parameters';
import { Picture, ViewCard } from './view-card';

type Props = {
  context: PageContext;
  answer: DistributionAnswer;
  own: number | null;
  /** Whose values these are, in words. */
  who: string;
  year: number;
  /** The reports of the peers. */
  filters: Filters;
};

/** The distribution with links to the other rates. */
export function SpreadCard({ context, answer, own, who, year, filters }: Props) {
  const { t, label, here, language } = context;
  const metric = metricById(answer.metric);
  if (!metric) return null;
  const spec = spreadChart(answer, metric, own, context);
  const title = t('spread.title', { name: metric[label] });
  return (
    <ViewCard
      context={context}
      id="spread"
      title={title}
      subtitle={t('spread.subtitle', { who, year: String(year) })}
      summary={spec?.own ? t('spread.summary', { own: spec.own.text }) : null}
      source={metric.source[label]}
      coverage={t('spread.coverage', {
        counted: answer.agencies,
        all: answer.agencies + answer.few + answer.missing,
        few: answer.few,
        missing: answer.missing,
      })}
      taken={{
        corpusVersion: answer.meta.corpus_version,
        metrics: [answer.metric],
        by: 'agency',
        slices: [{ filters }],
      }}
      views={{
        chart: (
          <>
            <nav className="picks" aria-label={t('peers.rate')}>
              {PEER_RATES.map((rate) =>
                rate === answer.metric ? (
                  <b key={rate} aria-current="true">
                    {metricById(rate)?.[label]}
                  </b>
                ) : (
                  <a key={rate} href={`${here({ metric: rate === PEER_RATES[0] ? null : rate })}#spread`}>
                    {metricById(rate)?.[label]}
                  </a>
                ),
              )}
            </nav>
            {spec ? (
              <Picture svg={drawSpread(spec, 'chart-spread')} />
            ) : (
              <p className="say">{t('peers.none')}</p>
            )}
          </>
        ),
        table: spec && (
          <ScrollRegion name={t('card.table_of', { title })}>
            <table className="dt">
              <caption className="vh">{title}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('spread.range')}</th>
                  <th scope="col" className="num">
                    {t('spread.agencies')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {spec.bins.map((bin) => (
                  <tr key={bin.index}>
                    <th scope="row">{bin.range}</th>
                    <td className="num">{formatNumber(bin.agencies, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        ),
        notes: <CardNotes context={context} metrics={[answer.metric]} />,
      }}
    />
  );
}
