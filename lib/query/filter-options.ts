/** What the filter bar offers, each choice with the number of reports it would show. */
import { z } from 'zod';
import {
  DEFAULT_FILTERS,
  FILTER_NAMES,
  type FilterName,
  filterOf,
  type Filters,
  regionDepth,
} from '../filters';
import { type Database, withDatabase } from '../store/connect';
import type { Corpus } from '../store/corpora';
import { type Meta, selectMeta } from './meta';
import { conditionsOf } from './sql/slice-conditions';
import { countSource } from './sql/count-source';
import { cachedQuery } from './query-cache';

/** `value` as it stands in the URL; `name` is a region's name, null where the page translates the value. */
export type FilterOption = { value: string; name: string | null; reports: number };

/** Lists of years and regions, which the controls of several parameters share. */
type SharedLists = {
  years: FilterOption[];
  provinces: FilterOption[];
  /** Prefectures of the province chosen; empty unless the chosen regions lie in one province. */
  prefectures: FilterOption[];
  /** Counties of the prefecture chosen (a chosen county has its sisters here); empty unless it is one. */
  counties: FilterOption[];
  /** Townships of the county chosen, or of a prefecture without counties; else empty. */
  townships: FilterOption[];
};

export type FilterOptions = SharedLists & {
  /** Of every filter; empty where choices are not counted. */
  choices: Record<FilterName, FilterOption[]>;
  meta: Meta;
};

/** Choices with counts under all the other filters, in their own order; a value that is set stays in the list at 0. */
export function selectFilterOptions(corpus: Corpus, filters: Filters): Promise<FilterOptions> {
  return cachedQuery(corpus, 'filter-options', filters, () => runFilterOptions(corpus, filters));
}

async function runFilterOptions(corpus: Corpus, filters: Filters): Promise<FilterOptions> {
  return withDatabase(corpus, 'filter options', async (database) => {
    const count = (column: string, freed: Partial<Filters>, within = 'true'): Promise<FilterOption[]> =>
      countBy(database, column, { ...filters, ...freed }, within);
    const province = commonPrefix(filters.region, 2);
    const prefecture = commonPrefix(filters.region, 4);
    const county = countyOf(commonPrefix(filters.region, 6));
    const inside = (column: string, prefix: string): string => `reports.${column} = ${Number(prefix)}`;
    const counties = prefecture
      ? await count('county', { region: [] }, inside('prefecture', prefecture))
      : [];
    const townsOf = county
      ? inside('county', county)
      : prefecture && counties.length === 0
        ? inside('prefecture', prefecture)
        : null;
    const shared = {
      years: await count('year', { from: null, to: null }),
      provinces: await count('province', { region: [] }),
      prefectures: province ? await count('prefecture', { region: [] }, inside('province', province)) : [],
      counties,
      townships: townsOf ? await count('township', { region: [] }, townsOf) : [],
    };
    const choices: [FilterName, FilterOption[]][] = [];
    for (const name of FILTER_NAMES) choices.push([name, await countChoices(database, name, filters)]);
    const meta = await selectMeta(database, corpus, filters, conditionsOf(filters));
    const lists = withChosenYearsAndRegions(shared, filters);
    return {
      ...lists,
      ...(await named(database, lists)),
      choices: Object.fromEntries(choices) as FilterOptions['choices'],
      meta,
    };
  });
}

/** The choices of one filter with their counts under all the others. */
async function countChoices(database: Database, name: FilterName, filters: Filters): Promise<FilterOption[]> {
  const { choices } = filterOf(name);
  const changed = (value: unknown): Filters => ({ ...filters, [name]: value });
  if (choices?.counted === 'one by one') return countEach(database, choices.values, changed);
  if (choices?.counted !== 'by column') return [];
  const options = await countBy(database, choices.column, changed(DEFAULT_FILTERS[name]), 'true');
  return withChosen(options, [filters[name]].flat().map(String), choices.order);
}

/** The first `digits` of the regions chosen when they all share them, else null. */
function commonPrefix(regions: readonly string[], digits: number): string | null {
  const prefixes = new Set(regions.map((region) => region.slice(0, digits)));
  const [only] = prefixes;
  return prefixes.size === 1 && only?.length === digits ? only : null;
}

/** A prefix of six digits, or null where it is a prefecture without counties over again: 460400 of 460400100. */
const countyOf = (prefix: string | null): string | null =>
  prefix === null || prefix.endsWith('00') ? null : prefix;

/** Columns whose choice decides what the basis leaves out. */
const COUNTED = ['province', 'prefecture', 'county', 'township', 'level'] as const;

const optionSchema = z.object({ value: z.string(), name: z.string().nullable(), reports: z.number() });

/**
 * Reports by the values of a column. Each value is counted as if it alone were chosen: the basis of a region or level
 * depends on that choice.
 */
async function countBy(
  database: Database,
  column: string,
  filters: Filters,
  within: string,
): Promise<FilterOption[]> {
  const dimension = COUNTED.find((each) => each === column);
  const conditions = conditionsOf(filters, dimension ? [dimension] : []);
  const source = countSource(filters, dimension ? [dimension === 'township' ? 'county' : dimension] : []);
  const isRegion = dimension !== undefined && dimension !== 'level';
  return database.rows(
    optionSchema,
    `SELECT groups.value::VARCHAR AS value, ${isRegion ? 'regions.name' : 'NULL::VARCHAR'} AS name, groups.reports
     FROM (
       SELECT reports.${column} AS value, ${source.count()} AS reports
       FROM ${source.from}
       WHERE (${conditions.slice}) AND (${conditions.basis}) AND ${within} AND reports.${column} IS NOT NULL
       GROUP BY reports.${column}
     ) AS groups
     ${isRegion ? 'LEFT JOIN regions ON regions.code = groups.value' : ''}
     ORDER BY groups.value`,
    conditions.values,
  );
}

async function countEach(
  database: Database,
  values: readonly string[],
  filtersOf: (value: string) => Filters,
): Promise<FilterOption[]> {
  const options: FilterOption[] = [];
  for (const value of values) {
    const conditions = conditionsOf(filtersOf(value));
    const source = countSource(filtersOf(value));
    const [row] = await database.rows(
      z.object({ reports: z.number() }),
      `SELECT ${source.count()} AS reports FROM ${source.from} WHERE (${conditions.slice}) AND (${conditions.basis})`,
      conditions.values,
    );
    options.push({ value, name: null, reports: row?.reports ?? 0 });
  }
  return options;
}

const REGION_LISTS = ['provinces', 'prefectures', 'counties', 'townships'] as const;

/** The lists of regions with the names of those that are chosen but have no report. */
async function named(
  database: Database,
  lists: SharedLists,
): Promise<Pick<SharedLists, (typeof REGION_LISTS)[number]> | null> {
  const unnamed = REGION_LISTS.flatMap((list) => lists[list]).filter((option) => option.name === null);
  if (unnamed.length === 0) return null;
  const known = await database.rows(
    z.object({ code: z.string(), name: z.string().nullable() }),
    `SELECT code::VARCHAR AS code, name FROM regions
     WHERE code IN (${unnamed.map((_, index) => `$p${index}`).join(', ')})`,
    Object.fromEntries(unnamed.map(({ value }, index) => [`p${index}`, Number(value)])),
  );
  const withName = (option: FilterOption): FilterOption => ({
    ...option,
    name: option.name ?? known.find(({ code }) => code === option.value)?.name ?? null,
  });
  const [provinces, prefectures, counties, townships] = REGION_LISTS.map((list) => lists[list].map(withName));
  return {
    provinces: provinces ?? [],
    prefectures: prefectures ?? [],
    counties: counties ?? [],
    townships: townships ?? [],
  };
}

/** Adds what is chosen but has no report under the other filters, so that a form can still show it as chosen. */
function withChosen(
  options: FilterOption[],
  chosen: readonly string[],
  order?: readonly string[],
): FilterOption[] {
  const absent = chosen.filter((value) => !options.some((option) => option.value === value));
  const all = [...options, ...absent.map((value) => ({ value, name: null, reports: 0 }))];
  const rank = (option: FilterOption): number => order?.indexOf(option.value) ?? 0;
  return order
    ? all.sort((a, b) => rank(a) - rank(b))
    : all.sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
}

function withChosenYearsAndRegions(lists: SharedLists, { from, to, region }: Filters): SharedLists {
  const ofDepth = (depth: number): string[] => [
    ...new Set(region.filter((each) => regionDepth(each) >= depth).map((each) => each.slice(0, depth * 2))),
  ];
  const years = [from, to].filter((year) => year !== null).map(String);
  const counties = ofDepth(3).filter((each) => countyOf(each) !== null);
  const townships = region.filter((each) => regionDepth(each) === 4);
  return {
    years: withChosen(lists.years, years),
    provinces: withChosen(lists.provinces, ofDepth(1)),
    prefectures: withChosen(lists.prefectures, ofDepth(2)),
    counties: withChosen(lists.counties, counties),
    townships: withChosen(lists.townships, townships),
  };
}
