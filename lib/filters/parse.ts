/**
 * URL → Filters, by the schema of each filter; the OpenAPI document is made of the same schemas. A bad value never
 * stops the others: it is left out and reported, so the API can answer 400 and a page can show a notice.
 */
import { DEFAULT_FILTERS, FILTER_NAMES, filterOf, type FilterName, type Filters } from './registry';

/** What stands in a URL: Next's `searchParams` or the platform's. */
export type SearchParams = Record<string, string | string[] | undefined> | URLSearchParams;

/**
 * A value that was not understood: which parameter, what it said, what it may say; of a condition also the character
 * (from 1) where it stops making sense and what stands there.
 */
export type FilterProblem = {
  parameter: string;
  value: string;
  expected: string;
  at?: number;
  found?: string;
};

/**
 * The filters a URL asks for, and every value that was not understood (left out of the filters). Unknown parameters
 * are ignored; an empty value is no value; a repeated list parameter adds up, a single one that says two things is bad.
 */
export function parseFilters(params: SearchParams): { filters: Filters; problems: FilterProblem[] } {
  const problems: FilterProblem[] = [];
  const read = (name: FilterName): unknown => {
    const { list } = filterOf(name);
    const written = valuesOf(params, name).filter((each) => each.trim() !== '');
    const repeated = list ? null : repeatedProblem(name, written);
    if (repeated) problems.push(repeated);
    const single = repeated ? [] : written.slice(0, 1);
    const values = list ? written.flatMap((each) => each.split(',')) : single;
    const good: unknown[] = [];
    for (const value of values.map((each) => each.trim()).filter((each) => each !== '')) {
      const parsed = readValue(name, value);
      if ('expected' in parsed) problems.push(parsed);
      else if (!good.includes(parsed.data)) good.push(parsed.data);
    }
    return list ? good : (good[0] ?? DEFAULT_FILTERS[name]);
  };
  const filters = Object.fromEntries(FILTER_NAMES.map((name) => [name, read(name)])) as Filters;
  for (const name of FILTER_NAMES) {
    const settled = filterOf(name).settle?.(filters[name], filters);
    if (settled?.problem) problems.push({ parameter: name, ...settled.problem });
    Object.assign(filters, settled?.changes);
  }
  return { filters, problems };
}

/** What is expected of a parameter that takes one value. */
export const ONCE = 'one value';

/** The problem of a parameter that takes one value and is given different ones; null when it is not. */
export function repeatedProblem(parameter: string, written: readonly string[]): FilterProblem | null {
  const different = new Set(written.map((each) => each.trim()));
  if (different.size < 2) return null;
  return { parameter, value: [...different].join(', '), expected: ONCE };
}

function readValue(parameter: FilterName, value: string): { data: unknown } | FilterProblem {
  const { read, schema, expected } = filterOf(parameter);
  if (read) {
    const found = read(value);
    return 'data' in found ? found : { parameter, value, ...found };
  }
  const parsed = schema.safeParse(value);
  return parsed.success ? { data: parsed.data } : { parameter, value, expected };
}

/** Every value a parameter was given, in order. */
export function valuesOf(params: SearchParams, name: string): string[] {
  if (params instanceof URLSearchParams) return params.getAll(name);
  const value = Object.hasOwn(params, name) ? params[name] : undefined;
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
