/** Where the agency stands among its peers in each rate: a strip a rate, and the same as a table. */
import type { PanelWords } from '../../lib/chart/svg/card-picture';
import { peerStrip } from '../../lib/chart/kinds/strip';
import { SMALL_N } from '../../lib/metrics/wilson';
import { fieldUnit, type Metric, metricById } from '../../lib/metrics/registry';
import { formatNumber, formatPercent } from '../../lib/i18n/format';
import type { PeerStanding } from '../../lib/query/index';
import type { CardCell, CardColumn, CardDefinition, CardRequest, CardTable } from '../_card/model';
import {
  AGENCY_FILTERS,
  AGENCY_PATH,
  metricChoice,
  PEER_PARAMETERS,
  PEER_RATES,
} from '../_agency/agency-parameters';
import { queryPeers } from '../_agency/peers';

/** A rate with what stands in it. */
type Standing = PeerStanding & { metric: Metric };

export const peers: CardDefinition = {
  id: 'peers',
  path: AGENCY_PATH,
  takes: AGENCY_FILTERS,
  own: PEER_PARAMETERS,
  title: ({ t }) => t('cards.peers.title'),
  async load(request) {
    const { t, label, parameters } = request;
    const asked = await queryPeers(request);
    if (!asked) return null;
    const { agency, peers, who, filters } = asked;
    const standings = PEER_RATES.flatMap((id): Standing[] => {
      const metric = metricById(id);
      const standing = peers.standings[id];
      return metric && standing ? [{ ...standing, metric }] : [];
    });
    const [first] = standings;
    if (!first) return null;
    return {
      subtitle: t('cards.peers.subtitle', {
        agency: agency.name,
        who,
        count: peers.agencies,
        year: String(peers.year),
      }),
      summary: t('cards.peers.summary'),
      source: t('source.tables34'),
      key: null,
      panels: standings.map((standing) => ({
        id: standing.metric.id,
        title: standing.metric[label],
        words: panelWords(request, standing),
        link: {
          card: 'spread',
          change: metricChoice(standing.metric.id),
          current: parameters.metric === standing.metric.id,
        },
        spec: peerStrip(standing, standing.metric[label], isSmall(standing), request),
      })),
      layout: 'strips',
      choices: null,
      table: standingTable(request, standings),
      metrics: standings.map(({ metric }) => metric.id),
      notes: { text: t('cards.peers.notes') },
      counted: first.peers,
      coverage: t('cards.peers.coverage', {
        compared: first.peers,
        count: peers.agencies,
        rate: first.metric[label],
      }),
      meta: { corpus_version: peers.corpus_version, reports: peers.agencies },
      slices: [{ filters, by: 'agency' }],
    };
  },
};

/** A rate on fewer than 30 cases takes no rank. */
const isSmall = ({ own }: PeerStanding): boolean => own.denominator !== null && own.denominator < SMALL_N;

function panelWords(request: CardRequest, standing: Standing): PanelWords {
  const { t } = request;
  const { percentile } = standing;
  const own = ownCell(request, standing);
  const small = isSmall(standing);
  const rank =
    percentile === null
      ? t('cards.peers.no_rank')
      : t('cards.peers.rank', { rank: String(Math.round(percentile)) });
  return {
    value: own.text,
    absent: own.absent ?? false,
    rests: own.note ?? '',
    end: small ? t('cards.peers.small', { fewest: SMALL_N }) : rank,
    small,
  };
}

function ownCell({ t, language }: CardRequest, { own }: PeerStanding): CardCell {
  if (own.value === null) return absent(own.reports === 0 ? t('state.absent') : t('value.no_rate'));
  const note = t('table.ratio', {
    numerator: formatNumber(own.numerator ?? 0, language),
    denominator: formatNumber(own.denominator ?? 0, language),
  });
  return { value: own.value, text: formatPercent(own.value, language), note };
}

const absent = (word: string): CardCell => ({ value: word, text: word, absent: true });

/** One row a rate: the own value, its rank, the peers' quartiles, and how many peers they rest on. */
function standingTable(request: CardRequest, standings: readonly Standing[]): CardTable {
  const { t, label, language } = request;
  const column = (
    id: 'own' | 'percentile' | 'q1' | 'median' | 'q3' | 'compared' | 'few' | 'missing',
    unit: string | null,
  ): CardColumn => ({ id, label: t(`cards.peers.column_${id}`), unit, numeric: true });
  const term = (id: 'numerator' | 'denominator'): CardColumn => ({
    id: `own_${id}`,
    label: `${t('cards.peers.column_own')} · ${t(`column.${id}`)}`,
    unit: fieldUnit(standings[0]?.metric.numerator[0]?.plus[0] ?? '')[label],
    numeric: true,
    fileOnly: true,
  });
  const ratio = metricById('disclosure_rate')?.unit[label] ?? null;
  const agencies = metricById('agencies')?.unit[label] ?? null;
  const number = (value: number): CardCell => ({ value, text: formatNumber(value, language) });
  const share = (value: number | undefined): CardCell =>
    value === undefined ? absent(t('value.no_rate')) : { value, text: formatPercent(value, language) };
  return {
    columns: [
      { id: 'rate', label: t('column.item_id'), unit: null, numeric: false, fileOnly: true },
      { id: 'name', label: t('cards.peers.rate'), unit: null, numeric: false },
      column('own', ratio),
      term('numerator'),
      term('denominator'),
      column('percentile', null),
      ...(['q1', 'median', 'q3'] as const).map((id) => column(id, ratio)),
      ...(['compared', 'few', 'missing'] as const).map((id) => column(id, agencies)),
    ],
    rows: standings.map(({ metric, ...standing }) => ({
      id: metric.id,
      cells: [
        { value: metric.id, text: metric.id },
        { value: metric[label], text: metric[label] },
        ownCell(request, standing),
        { value: standing.own.numerator, text: '' },
        { value: standing.own.denominator, text: '' },
        standing.percentile === null
          ? absent(t('cards.peers.no_rank'))
          : number(Math.round(standing.percentile)),
        share(standing.quartiles?.q1),
        share(standing.quartiles?.median),
        share(standing.quartiles?.q3),
        number(standing.peers),
        number(standing.few),
        number(standing.missing),
      ],
    })),
  };
}
