/** What the page of an agency understands in its address, beside language and corpus. */
import { REQUEST_COLUMNS } from '../../lib/form';
import { METRICS } from '../../lib/metrics/registry';
import { BODIES, LEVELS } from '../../lib/record';
import type { OwnParameters } from '../_request/page-context';
import type { Parameters } from '../_request/parameters';

/** Rates that an agency is compared in. */
export const PEER_RATES = METRICS.filter((metric) => metric.kind === 'rate').map((metric) => metric.id);

/** The page of the agency that the filters name. */
export const AGENCY_PATH = '/agencies/[agency]';

/** The filters of its cards: whose page it is, all else is told by the page's own parameters. */
export const AGENCY_FILTERS = ['agency', 'corpus'] as const;

/** What chooses the peers. */
export const PEER_PARAMETERS: OwnParameters = {
  peer_year: /^(19|20)\d\d$/,
  peer_level: new RegExp(`^(${LEVELS.join('|')})$`),
  peer_body: new RegExp(`^(${BODIES.join('|')})$`),
  peer_region: /^[1-9]\d(\d\d(\d\d)?)?$/,
};

/** What chooses the peers and the rate whose spread is shown. */
export const SPREAD_PARAMETERS: OwnParameters = {
  ...PEER_PARAMETERS,
  metric: new RegExp(`^(${PEER_RATES.join('|')})$`),
};

export const AGENCY_PARAMETERS: OwnParameters = {
  ...SPREAD_PARAMETERS,
  column: new RegExp(`^(${REQUEST_COLUMNS.map((column) => column.id).join('|')})$`),
};

/** The rate whose spread is shown; the first when none is chosen. */
export const chosenRate = ({ metric }: Parameters): string => metric ?? PEER_RATES[0] ?? '';

/** The change of address that chooses a rate; the first stays out of it. */
export const metricChoice = (id: string) => ({ metric: id === PEER_RATES[0] ? null : id });
