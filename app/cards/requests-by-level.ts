import { byLevelCard } from '../_card/kinds/by-level';
import { REQUEST_MEASURES } from '../_card/measures';

/** Requests received, by year and level. */
export const requestsByLevel = byLevelCard({
  id: 'requests-by-level',
  path: '/requests',
  title: ({ t }) => t('cards.requests-by-level.title'),
  measures: REQUEST_MEASURES,
  source: 'source.table3',
  wide: true,
});
