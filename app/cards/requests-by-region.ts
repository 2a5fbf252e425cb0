import { regionCard } from '../_card/kinds/by-region';
import { REQUEST_MEASURES } from '../_card/measures';

/** Requests received, by region. */
export const requestsByRegion = regionCard({
  id: 'requests-by-region',
  path: '/requests',
  measures: REQUEST_MEASURES,
  source: 'source.table3',
});
