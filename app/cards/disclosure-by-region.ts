import { regionCard } from '../_card/kinds/by-region';
import { DISCLOSURE_MEASURES } from '../_card/measures';

/** One count of proactive disclosure, by region. */
export const disclosureByRegion = regionCard({
  id: 'disclosure-by-region',
  path: '/disclosure',
  measures: DISCLOSURE_MEASURES,
  source: 'source.table2',
});
