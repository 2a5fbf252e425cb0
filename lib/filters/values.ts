/**
 * The one set of filters that pages, API and CSV share (contract §4), as plain data. No zod here: client code may
 * import this module. Reading a URL is `parse.ts`.
 */
import type { FormVersion, RequestColumn } from '../form';
import type { Body, Level } from '../record';

export const BASES = ['deduplicated', 'consolidated', 'own', 'all'] as const;
export type Basis = (typeof BASES)[number];

export const CORPORA = ['reports', 'demo'] as const;
export type CorpusName = (typeof CORPORA)[number];

export const FINDINGS_FILTERS = ['any', 'clean'] as const;
export type FindingsFilter = (typeof FINDINGS_FILTERS)[number];

/** What of a corpus is looked at. An empty list or null puts no condition. */
export type Filters = {
  /** First and last report year, both included. */
  from: number | null;
  to: number | null;
  /** Prefixes of GB/T 2260 codes without trailing zeros: 61, 6101, 610111, 610111001. */
  region: string[];
  level: Level[];
  body: Body[];
  /** Version of the request table (table 3). */
  form: FormVersion[];
  /** Agency ids. */
  agency: string[];
  /** Words that the agency's name must contain, all of them; blanks separate them. */
  q: string;
  /** Groups of conditions on what a report prints, all of which must hold, as text: see `conditions.ts`. */
  where: string[];
  /** Columns of table 3; empty means `total`. Several are added up, so `total` stands alone. */
  applicant: RequestColumn[];
  basis: Basis;
  findings: FindingsFilter;
  corpus: CorpusName;
};

export const DEFAULT_FILTERS: Filters = {
  from: null,
  to: null,
  region: [],
  level: [],
  body: [],
  form: [],
  agency: [],
  q: '',
  where: [],
  applicant: [],
  basis: 'deduplicated',
  findings: 'any',
  corpus: 'reports',
};

/** Names of the parameters in the order in which URLs carry them. */
export const FILTER_NAMES = Object.keys(DEFAULT_FILTERS) as (keyof Filters)[];

/**
 * The filters as a query string without `?`: defaults left out, order fixed, nothing lost;
 * `parseFilters(new URLSearchParams(serializeFilters(f)))` gives f again. Empty when all are default.
 */
export function serializeFilters(filters: Filters): string {
  const params = new URLSearchParams();
  for (const name of FILTER_NAMES) {
    const value = filters[name];
    const text = Array.isArray(value) ? value.join(',') : value === null ? '' : String(value);
    if (text !== '' && text !== DEFAULT_FILTERS[name]) params.set(name, text);
  }
  // Commas, colons and equal signs mean nothing more inside a value, and conditions read better with them.
  return params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%3D', '=');
}

/**
 * The code without the zero pairs that fill it up: 610000 → 61, 610100 → 6101, 610111 stays, 610111001000 → 610111001.
 * The country (100000, 000000) gives '', which every code begins with.
 */
export function regionPrefix(code: string): string {
  if (/^(10|0)0*$/.test(code)) return '';
  let prefix = code;
  if (prefix.length === 12) prefix = prefix.replace(/000$/, '');
  if (prefix.length === 9) prefix = prefix.replace(/000$/, '');
  if (prefix.length === 6) prefix = prefix.replace(/00$/, '');
  if (prefix.length === 4) prefix = prefix.replace(/00$/, '');
  return prefix;
}

/** How deep a region prefix lies: 0 the country, 1 province, 2 prefecture, 3 county, 4 township and below. */
export function regionDepth(prefix: string): 0 | 1 | 2 | 3 | 4 {
  if (prefix.length === 0) return 0;
  if (prefix.length <= 2) return 1;
  if (prefix.length <= 4) return 2;
  return prefix.length <= 6 ? 3 : 4;
}
