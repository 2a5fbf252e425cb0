/** The peers that an address asks for: of which year, where, of which level and kind. */
import { DEFAULT_FILTERS, type Filters } from '../../lib/filters';
import type { MessageKey } from '../../lib/i18n/message';
import { type AgencyRow, corpusOf, type PeersResult, selectAgency, selectPeers } from '../../lib/query';
import { BODIES, LEVELS } from '../../lib/record';
import type { CardRequest } from '../_card/model';
import { PEER_RATES } from './agency-parameters';

export type AskedPeers = {
  agency: AgencyRow;
  peers: PeersResult;
  /** `全国、区县级、部门`. */
  who: string;
  /** The reports of the peers. */
  filters: Filters;
};

/**
 * The one agency of the filters among its peers in every rate; null when it is not there, has no report of that year or
 * does not lie in that region. The newest year, the whole country, its own level and kind unless the address says others.
 */
export async function queryPeers(request: CardRequest): Promise<AskedPeers | null> {
  const { filters, parameters } = request;
  const corpus = corpusOf(filters.corpus);
  const [id, ...others] = filters.agency;
  const agency = id !== undefined && others.length === 0 ? await selectAgency(corpus, id) : null;
  if (!agency) return null;
  const region = peerRegions(agency).find((each) => each.value === parameters.peer_region);
  if (parameters.peer_region && !region) return null;
  const level = LEVELS.find((each) => each === parameters.peer_level);
  const body = BODIES.find((each) => each === parameters.peer_body);
  const peers = await selectPeers(corpus, {
    agency: agency.id,
    year: Number(parameters.peer_year ?? agency.last_year),
    metrics: PEER_RATES,
    among: {
      ...(level ? { level } : {}),
      ...(body ? { body } : {}),
      ...(region ? { region: region.value } : {}),
    },
  });
  if (!peers) return null;
  return {
    agency,
    peers,
    who: whoText(request, peers, region?.text ?? null),
    filters: {
      ...DEFAULT_FILTERS,
      corpus: filters.corpus,
      from: peers.year,
      to: peers.year,
      region: region ? [region.value] : [],
      level: peers.level ? [peers.level] : [],
      body: peers.body ? [peers.body] : [],
      basis: 'all',
    },
  };
}

function whoText({ t }: CardRequest, { level, body }: PeersResult, region: string | null): string {
  return [
    region ?? t('region.country'),
    level === null ? t('value.unknown') : t(`level.${level}` as MessageKey),
    body === null ? t('value.unknown') : t(`body.${body}` as MessageKey),
  ].join(t('list.words'));
}

/** The province and the prefecture that the agency lies in. */
export function peerRegions(agency: AgencyRow): { value: string; text: string }[] {
  const code = agency.region_code ?? '';
  return [
    { value: code.slice(0, 2), name: agency.province, length: 2 },
    { value: code.slice(0, 4), name: agency.prefecture, length: 4 },
  ].flatMap(({ value, name, length }) =>
    name !== null && value.length === length ? [{ value, text: name }] : [],
  );
}
