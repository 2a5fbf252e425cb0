/** The filters of a request that mean something to a card. */
import { DEFAULT_FILTERS, type Filters } from '../../lib/filters/values';
import type { CardDefinition } from './card-model';

/** The filters with those that the card passes over at their defaults, so that nothing says they were set. */
export const takenFilters = ({ takes }: Pick<CardDefinition, 'takes'>, filters: Filters): Filters =>
  takes ? { ...DEFAULT_FILTERS, ...Object.fromEntries(takes.map((name) => [name, filters[name]])) } : filters;
