import { CORRECTION_RATES } from '../../lib/chart/kinds/lines/rate-lines';
import { ratePanels } from '../_card/kinds/line-panels';

/** How often a contested decision is corrected. */
export const correctionRates = ratePanels({
  id: 'correction-rates',
  path: '/disputes',
  metrics: CORRECTION_RATES,
  source: 'source.tables34',
});
