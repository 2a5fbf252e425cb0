import { countPanels } from '../_card/kinds/line-panels';

/** Administrative fees: items on the 2019 form, money on the 2021 form. */
export const disclosureFees = countPanels({
  id: 'disclosure-fees',
  path: '/disclosure',
  metrics: ['disclosure.administrative_fees.items_last_year', 'fees_10k_yuan'],
  source: 'source.table2',
});
