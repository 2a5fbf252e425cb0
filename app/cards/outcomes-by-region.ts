import { childDimension } from '../../lib/filters';
import { groupMixCard } from '../_card/kinds/outcome-mix';

/** What became of the requests handled, 100 % by region. */
export const outcomesByRegion = groupMixCard({
  id: 'outcomes-by-region',
  path: '/outcomes',
  dimension: childDimension,
});
