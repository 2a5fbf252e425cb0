import type { Chip, FilterWords } from './filter';
import { filterOf, type FilterName, type Filters, isDefault, SHOWN_FILTERS } from './registry';

/** A chip for each choice that is set, in the order of the filter bar, with the change of address that takes it away. */
export const filterChips = (filters: Filters, words: FilterWords): Chip[] =>
  SHOWN_FILTERS.flatMap((name) => chipsOf(name, filters, words));

function chipsOf(name: FilterName, filters: Filters, words: FilterWords): Chip[] {
  const filter = filterOf(name);
  const value = filters[name];
  if (filter.chips) return filter.chips(value, words, filters);
  if (!filter.valueText || isDefault(filters, name)) return [];
  const values: readonly string[] = Array.isArray(value) ? value : [String(value)];
  return values.map((each) => ({
    name,
    text: filter.valueText?.(each, words) ?? each,
    foreign: filter.foreign ?? false,
    without: { [name]: values.filter((other) => other !== each).join(',') || null },
  }));
}
