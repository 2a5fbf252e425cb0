import { regionCard } from '../_card/kinds/by-region';
import { DISPUTE_MEASURES } from '../_card/measures';

/** One correction rate, by region. */
export const correctionByRegion = regionCard({
  id: 'correction-by-region',
  path: '/disputes',
  measures: DISPUTE_MEASURES,
  source: 'source.table4',
});
