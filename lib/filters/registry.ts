/**
 * All filters (contract §4), in the order in which addresses carry them. What reads, writes, asks or shows filters loops
 * over this list: a new filter is its file in `parameters/`, its line here and its words.
 */
import type { Filter } from './filter';
import { agency } from './parameters/agency';
import { applicant } from './parameters/applicant';
import { basis } from './parameters/basis';
import { body } from './parameters/body';
import { corpus } from './parameters/corpus';
import { findings } from './parameters/findings';
import { form } from './parameters/form';
import { level } from './parameters/level';
import { q } from './parameters/q';
import { region } from './parameters/region';
import { where } from './parameters/where';
import { from, to } from './parameters/years';

const FILTERS = {
  from,
  to,
  region,
  level,
  body,
  form,
  agency,
  q,
  where,
  applicant,
  basis,
  findings,
  corpus,
};

export type FilterName = keyof typeof FILTERS;

/** What of a corpus is looked at. An empty list or null puts no condition. */
export type Filters = { [Name in FilterName]: (typeof FILTERS)[Name]['initial'] };

/** Any of the filters, as a loop sees it. */
export type AnyFilter = Filter<unknown, Filters>;

/** Names of the parameters in the order in which URLs carry them. */
export const FILTER_NAMES = Object.keys(FILTERS) as FilterName[];

/** The filter of this name. */
export const filterOf = (name: FilterName): AnyFilter => FILTERS[name];

/** Names in the order in which pages show the filters. */
export const SHOWN_FILTERS: readonly FilterName[] = FILTER_NAMES.toSorted(
  (a, b) => filterOf(a).order - filterOf(b).order,
);

export const DEFAULT_FILTERS = Object.fromEntries(
  FILTER_NAMES.map((name) => [name, filterOf(name).initial]),
) as Filters;

/** Whether the filter of this name is at its default. */
export const isDefault = (filters: Filters, name: FilterName): boolean =>
  JSON.stringify(filters[name]) === JSON.stringify(DEFAULT_FILTERS[name]);
