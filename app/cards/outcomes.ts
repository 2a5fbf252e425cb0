import { yearMixCard } from '../_card/kinds/outcome-mix';

/** What became of the requests handled, 100 % by year: on the overview. */
export const outcomes = yearMixCard({ id: 'outcomes', path: '/' });
