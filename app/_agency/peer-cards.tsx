/** Asks for the peers and their spread as the address says, and puts both on the page. */
import { DEFAULT_FILTERS, type Filters } from '../../lib/filters/values';
import {
  type AgencyHistory,
  corpusOf,
  type PeersQuestion,
  selectDistribution,
  selectPeers,
} from '../../lib/query';
import { BODIES, LEVELS } from '../../lib/record';
import type { PageContext } from '../_shell/page-context';
import { PEER_RATES } from './agency-parameters';
import { PeerCard, peerWords } from './peer-card';
import { PeerForm, peerRegions } from './peer-form';
import { SpreadCard } from './spread-card';

/** Both cards; nothing for an agency none of whose reports has a year. */
export async function PeerCards({ context, history }: { context: PageContext; history: AgencyHistory }) {
  const { filters, parameters } = context;
  const years = history.reports.flatMap((report) => report.year ?? []);
  const asked = Number(parameters.peer_year);
  const year = years.includes(asked) ? asked : years.at(-1);
  if (year === undefined) return null;
  const region = peerRegions(history).find((each) => each.value === parameters.peer_region);
  const level = LEVELS.find((each) => each === parameters.peer_level);
  const body = BODIES.find((each) => each === parameters.peer_body);
  const among: PeersQuestion['among'] = {
    ...(level ? { level } : {}),
    ...(body ? { body } : {}),
    ...(region ? { region: region.value } : {}),
  };
  const corpus = corpusOf(filters.corpus);
  const peers = await selectPeers(corpus, { agency: history.agency.id, year, metrics: PEER_RATES, among });
  if (!peers) return null;
  const metric = parameters.metric ?? PEER_RATES[0] ?? '';
  const slice: Filters = {
    ...DEFAULT_FILTERS,
    corpus: filters.corpus,
    from: year,
    to: year,
    region: region ? [region.value] : [],
    level: peers.level ? [peers.level] : [],
    body: peers.body ? [peers.body] : [],
    basis: 'all',
  };
  const spread = await selectDistribution(corpus, { metric, filters: slice });
  return (
    <div className="grid">
      <PeerCard
        context={context}
        peers={peers}
        region={region?.text ?? null}
        form={<PeerForm context={context} history={history} peers={peers} />}
        filters={slice}
      />
      <SpreadCard
        context={context}
        answer={spread}
        own={peers.standings[metric]?.own.value ?? null}
        who={peerWords(context, peers, region?.text ?? null)}
        year={year}
        filters={slice}
      />
    </div>
  );
}
