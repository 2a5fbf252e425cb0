/** What the page of an agency understands in its address, beside language and corpus. */
import { REQUEST_COLUMNS } from '../../lib/form';
import { METRICS } from '../../lib/metrics';
import { BODIES, LEVELS } from '../../lib/record';
import type { OwnParameters } from '../_shell/page-context';

/** Rates that an agency is compared in. */
export const PEER_RATES = METRICS.filter((metric) => metric.kind === 'rate').map((metric) => metric.id);

export const AGENCY_PARAMETERS: OwnParameters = {
  column: new RegExp(`^(${REQUEST_COLUMNS.map((column) => column.id).join('|')})$`),
  peer_year: /^(19|20)\d\d$/,
  peer_level: new RegExp(`^(${LEVELS.join('|')})$`),
  peer_body: new RegExp(`^(${BODIES.join('|')})$`),
  peer_region: /^[1-9]\d(\d\d(\d\d)?)?$/,
  metric: new RegExp(`^(${PEER_RATES.join('|')})$`),
};
