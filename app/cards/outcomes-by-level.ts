import { groupMixCard } from '../_card/kinds/outcome-mix';

/** What became of the requests handled, 100 % by level. */
export const outcomesByLevel = groupMixCard({
  id: 'outcomes-by-level',
  path: '/outcomes',
  dimension: () => 'level',
});
