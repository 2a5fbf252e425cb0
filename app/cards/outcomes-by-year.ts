import { yearMixCard } from '../_card/kinds/outcome-mix';

/** What became of the requests handled, 100 % by year. */
export const outcomesByYear = yearMixCard({ id: 'outcomes-by-year', path: '/outcomes' });
