import { ratePanels } from '../_card/kinds/line-panels';

/** How often handled requests are contested. */
export const disputeRates = ratePanels({
  id: 'dispute-rates',
  path: '/disputes',
  metrics: ['review_rate', 'litigation_rate', 'dispute_rate'],
  source: 'source.tables34',
});
