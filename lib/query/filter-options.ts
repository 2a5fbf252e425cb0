/** What the filter bar offers, each choice with the number of reports it would show. */
import type { Filters } from '../filters/values';
import type { Corpus } from '../store/corpora';
import type { Meta } from './answer';

/** `value` as it stands in the URL; `name` is a region's or an agency's name, null where the page translates the value. */
export type FilterOption = { value: string; name: string | null; reports: number };

export type FilterOptions = {
  years: FilterOption[];
  provinces: FilterOption[];
  /** Prefectures of the chosen province; empty until one province is chosen. */
  prefectures: FilterOption[];
  /** Counties of the chosen prefecture (a chosen county has its sisters here). */
  counties: FilterOption[];
  levels: FilterOption[];
  bodies: FilterOption[];
  forms: FilterOption[];
  bases: FilterOption[];
  findings: FilterOption[];
  meta: Meta;
};

/** Choices with counts under all the other filters; a choice that is set stays in the list even at 0. */
export async function selectFilterOptions(corpus: Corpus, filters: Filters): Promise<FilterOptions> {
  throw new Error(`not built yet: ${corpus.name} ${filters.corpus}`);
}
