import { regionCard } from '../_card/kinds/by-region';
import { REGION_MEASURES } from '../_card/measures';

/** One measure, by region. */
export const regionsMeasure = regionCard({
  id: 'regions-measure',
  path: '/regions',
  measures: REGION_MEASURES,
  source: 'source.tables34',
});
