/** Where the agency stands among its peers in each rate: strips, the same as a table, and who the peers are. */
import { drawStrip } from '../../lib/chart/draw-strip';
import { peerStrip } from '../../lib/chart/peer-strip';
import { SMALL_N } from '../../lib/chart/wilson';
import type { Filters } from '../../lib/filters/values';
import { formatNumber, formatPercent } from '../../lib/i18n/format';
import type { MessageKey } from '../../lib/i18n/message';
import { metricById } from '../../lib/metrics';
import type { PeersAnswer, PeerStanding } from '../../lib/query';
import { Absent } from '../_components/absent';
import { CardNotes } from '../_components/card-notes';
import { ScrollRegion } from '../_components/scroll-region';
import type { PageContext } from '../_shell/page-context';
import { PEER_RATES } from './agency-parameters';
import { Picture, ViewCard } from './view-card';

type Props = {
  context: PageContext;
  peers: PeersAnswer;
  /** Name of the region that the peers are taken from; null for the whole country. */
  region: string | null;
  form: React.ReactNode;
  /** The reports of the peers. */
  filters: Filters;
};

/** The strips with the choice of peers above them. */
export function PeerCard({ context, peers, region, form, filters }: Props) {
  const { t } = context;
  return (
    <ViewCard
      context={context}
      id="peers"
      title={t('peers.title')}
      subtitle={t('peers.subtitle', {
        who: peerWords(context, peers, region),
        count: peers.agencies,
        year: String(peers.year),
      })}
      source={t('source.tables34')}
      coverage={coverageText(context, peers)}
      taken={{
        corpusVersion: peers.corpus_version,
        metrics: PEER_RATES,
        by: 'agency',
        slices: [{ filters }],
      }}
      views={{
        chart: (
          <>
            {form}
            <ol className="strips">
              {PEER_RATES.map((rate) => (
                <Strip key={rate} context={context} rate={rate} standing={peers.standings[rate]} />
              ))}
            </ol>
          </>
        ),
        table: <PeerTable context={context} peers={peers} />,
        notes: (
          <>
            <p className="sub">{t('peers.method')}</p>
            <CardNotes context={context} metrics={PEER_RATES} />
          </>
        ),
      }}
    />
  );
}

/** How many of the peers are compared in the first of the rates. */
function coverageText({ t, label }: PageContext, peers: PeersAnswer): string {
  const [first = ''] = PEER_RATES;
  const standing = peers.standings[first];
  if (!standing) return t('peers.none');
  const rate = metricById(first)?.[label] ?? first;
  return t('peers.coverage', { compared: standing.peers, count: peers.agencies, rate });
}

/** `全国、区县级、部门`. */
export function peerWords(
  { t }: PageContext,
  { level, body }: Pick<PeersAnswer, 'level' | 'body'>,
  region: string | null,
): string {
  return [
    region ?? t('region.country'),
    level === null ? t('value.unknown') : t(`level.${level}` as MessageKey),
    body === null ? t('value.unknown') : t(`body.${body}` as MessageKey),
  ].join(t('list.words'));
}

type StripProps = { context: PageContext; rate: string; standing: PeerStanding | undefined };

function Strip({ context, rate, standing }: StripProps) {
  const { t, label, here, parameters } = context;
  const metric = metricById(rate);
  if (!standing || !metric) return null;
  const small = isSmall(standing);
  const spec = peerStrip(standing, metric[label], small, context);
  return (
    <li className={small ? 'small' : undefined}>
      <div className="sn">
        <a
          href={`${here({ metric: rate })}#spread`}
          aria-current={parameters.metric === rate ? 'true' : undefined}
        >
          {metric[label]}
        </a>
        <span className="sv">
          <OwnValue context={context} standing={standing} />
        </span>
        <span className="muted">{ratioText(context, standing)}</span>
      </div>
      <div className="sp">{rankText(context, standing)}</div>
      {spec ? <Picture svg={drawStrip(spec, `strip-${rate}`)} /> : <p className="muted">{t('peers.none')}</p>}
      {small && <p className="muted sm">{t('peers.small', { fewest: SMALL_N })}</p>}
    </li>
  );
}

/** A rate on fewer than 30 cases takes no rank. */
const isSmall = ({ own }: PeerStanding): boolean => own.denominator !== null && own.denominator < SMALL_N;

function OwnValue({
  context: { t, language },
  standing: { own },
}: {
  context: PageContext;
  standing: PeerStanding;
}) {
  if (own.value !== null) return formatPercent(own.value, language);
  return <Absent word={own.reports === 0 ? t('state.absent') : t('value.no_rate')} />;
}

function ratioText({ t, language }: PageContext, { own }: PeerStanding): string {
  if (own.numerator === null || own.denominator === null) return '';
  return t('table.ratio', {
    numerator: formatNumber(own.numerator, language),
    denominator: formatNumber(own.denominator, language),
  });
}

const rankText = ({ t }: PageContext, { percentile }: PeerStanding): string =>
  percentile === null ? t('peers.no_rank') : t('peers.rank', { rank: Math.round(percentile) });

function PeerTable({ context, peers }: { context: PageContext; peers: PeersAnswer }) {
  const { t, label, language } = context;
  const share = (value: number | undefined) =>
    value === undefined ? <Absent word={t('value.no_rate')} /> : formatPercent(value, language);
  return (
    <ScrollRegion name={t('card.table_of', { title: t('peers.title') })}>
      <table className="dt">
        <caption className="vh">{t('peers.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('peers.rate')}</th>
            {(['own', 'percentile', 'q1', 'median', 'q3', 'compared', 'few', 'missing'] as const).map(
              (name) => (
                <th scope="col" className="num" key={name}>
                  {t(`peers.column_${name}`)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {PEER_RATES.flatMap((rate) => {
            const standing = peers.standings[rate];
            if (!standing) return [];
            const { quartiles } = standing;
            return (
              <tr key={rate}>
                <th scope="row">{metricById(rate)?.[label]}</th>
                <td className="num">
                  <OwnValue context={context} standing={standing} />
                  <small>{ratioText(context, standing)}</small>
                </td>
                <td className="num">{rankText(context, standing)}</td>
                <td className="num">{share(quartiles?.q1)}</td>
                <td className="num">{share(quartiles?.median)}</td>
                <td className="num">{share(quartiles?.q3)}</td>
                <td className="num">{formatNumber(standing.peers, language)}</td>
                <td className="num">{formatNumber(standing.few, language)}</td>
                <td className="num">{formatNumber(standing.missing, language)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
