/** Agencies: the search list and one agency's identity. */
import type { Filters } from '../filters/values';
import type { Body, Level } from '../record';
import type { Corpus } from '../store/corpora';
import type { Meta } from './answer';

export type AgencyRow = {
  id: string;
  name: string;
  region_code: string | null;
  province: string | null;
  prefecture: string | null;
  county: string | null;
  township: string | null;
  level: Level | null;
  body: Body | null;
  reports: number;
  first_year: number | null;
  last_year: number | null;
};

export type AgenciesQuestion = { page?: number; pageSize?: number };

export type AgenciesAnswer = {
  rows: AgencyRow[];
  meta: Meta & { row_count: number; page: number; page_size: number; pages: number };
};

/** Agencies that have a report in the filters (`filters.q` searches names), in order of region and name. */
export async function selectAgencies(
  corpus: Corpus,
  filters: Filters,
  question: AgenciesQuestion = {},
): Promise<AgenciesAnswer> {
  throw new Error(`not built yet: ${corpus.name} ${filters.corpus} ${question.page}`);
}

/** One agency by id over all its reports, or null. */
export async function selectAgency(corpus: Corpus, id: string): Promise<AgencyRow | null> {
  throw new Error(`not built yet: ${corpus.name} ${id}`);
}
