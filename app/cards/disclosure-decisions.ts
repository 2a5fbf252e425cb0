import { countPanels } from '../_card/kinds/line-panels';

/** Licensing, penalty and compulsory decisions. */
export const disclosureDecisions = countPanels({
  id: 'disclosure-decisions',
  path: '/disclosure',
  metrics: ['licensing_decisions', 'penalty_decisions', 'compulsory_decisions'],
  source: 'source.table2',
});
