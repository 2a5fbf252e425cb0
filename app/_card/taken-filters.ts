/** The filters of a request that mean something to a card. */
import { DEFAULT_FILTERS, type Filters } from '../../lib/filters';
import type { CardDefinition, CardModel, CardRequest } from './model';

/** The filters with those that the card passes over at their defaults, so that nothing says they were set. */
export const takenFilters = ({ takes }: Pick<CardDefinition, 'takes'>, filters: Filters): Filters =>
  takes ? { ...DEFAULT_FILTERS, ...Object.fromEntries(takes.map((name) => [name, filters[name]])) } : filters;

/**
 * The filters that the figures of a card follow: those of its result, which may be over all applicants though some are asked
 * for; those of the request where the figures are from other slices than that.
 */
export const followedFilters = (
  model: Pick<CardModel, 'meta' | 'slices'> | null,
  { filters }: Pick<CardRequest, 'filters'>,
): Filters => (model?.slices ? filters : (model?.meta.filters ?? filters));
