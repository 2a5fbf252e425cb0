import { byLevelCard } from '../_card/kinds/by-level';
import { DISCLOSURE_MEASURES } from '../_card/measures';

/** One count of proactive disclosure, by year and level. */
export const disclosureByLevel = byLevelCard({
  id: 'disclosure-by-level',
  path: '/disclosure',
  title: (request) => request.t('card.by_level.title', { measure: DISCLOSURE_MEASURES.name(request) }),
  measures: DISCLOSURE_MEASURES,
  source: 'source.table2',
});
