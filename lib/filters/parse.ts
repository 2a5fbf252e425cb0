/**
 * URL → Filters, one zod schema a parameter; the OpenAPI document is made of the same schemas. A bad value never
 * stops the others: it is left out and reported, so the API can answer 400 and a page can show a notice.
 */
import { z } from 'zod';
import { FORM_VERSIONS, REQUEST_COLUMNS, type RequestColumn } from '../form';
import { BODIES, LEVELS } from '../record';
import { MOST_CONDITIONS, parseConditions, serializeConditions } from './conditions';
import { BASES, CORPORA, DEFAULT_FILTERS, FINDINGS_FILTERS, type Filters, regionPrefix } from './values';

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

const APPLICANTS = REQUEST_COLUMNS.map((column) => column.id) as [RequestColumn, ...RequestColumn[]];

/** Control characters never belong to a name; 200 characters hold every agency name. */
const text = z
  .string()
  .max(200)
  // oxlint-disable-next-line no-control-regex -- \p{Cc} spelled out: the pattern stands in the OpenAPI document, and Python knows no \p
  .regex(/^[^\u0000-\u001f\u007f-\u009f]*$/);
const year = z
  .string()
  .regex(/^(19|20)\d\d$/)
  .transform(Number)
  .pipe(z.int().min(1900).max(2099));

/** One parameter: whether it takes several values, the schema of one value, what a person may write. */
type Parameter = { list: boolean; schema: z.ZodType; expected: string; description: string };

export const FILTER_PARAMETERS = {
  from: { list: false, schema: year, expected: 'a year of four digits', description: 'First report year' },
  to: { list: false, schema: year, expected: 'a year of four digits', description: 'Last report year' },
  region: {
    list: true,
    schema: z.string().regex(/^[1-9]\d(\d\d(\d\d(\d{3}(000)?)?)?)?$/),
    expected: 'a GB/T 2260 code of 2, 4, 6 or 9 digits',
    description: 'GB/T 2260 region codes or prefixes: 61, 6101, 610111',
  },
  level: {
    list: true,
    schema: z.enum(LEVELS),
    expected: `one of ${LEVELS.join(', ')}`,
    description: 'Administrative levels',
  },
  body: {
    list: true,
    schema: z.enum(BODIES),
    expected: `one of ${BODIES.join(', ')}`,
    description: 'Kinds of body',
  },
  form: {
    list: true,
    schema: z.enum(FORM_VERSIONS),
    expected: FORM_VERSIONS.join(' or '),
    description: 'Form version of the request table',
  },
  agency: {
    list: true,
    schema: text,
    expected: 'agency ids of at most 200 characters',
    description: 'Agency ids, as /api/v1/agencies gives them',
  },
  q: {
    list: false,
    schema: text.transform((value) => value.trim()),
    expected: 'at most 200 characters, none of them a control character',
    description: 'Words that the agency name contains, all of them',
  },
  where: {
    list: true,
    schema: z.string(),
    expected: 'conditions such as requests.granted.total>=1 or requests.granted.total:blank',
    description:
      'Conditions on what a report prints: groups separated by commas must all hold, of alternatives separated by | one must. ' +
      'An alternative is a field or metric id with = != < <= > >= and a number, or with : or :! and a cell state',
  },
  applicant: {
    list: true,
    schema: z.enum(APPLICANTS),
    expected: `one of ${APPLICANTS.join(', ')}`,
    description: 'Columns of the request table; several are added up',
  },
  basis: {
    list: false,
    schema: z.enum(BASES),
    expected: `one of ${BASES.join(', ')}`,
    description: 'Which reports may be added up',
  },
  findings: {
    list: false,
    schema: z.enum(FINDINGS_FILTERS),
    expected: `one of ${FINDINGS_FILTERS.join(', ')}`,
    description: '`clean` keeps the reports without any finding',
  },
  corpus: {
    list: false,
    schema: z.enum(CORPORA),
    expected: `one of ${CORPORA.join(', ')}`,
    description: 'The real reports or the synthetic demonstration',
  },
} as const satisfies Record<keyof Filters, Parameter>;

/**
 * The filters a URL asks for, and every value that was not understood (left out of the filters). Unknown parameters
 * are ignored; an empty value is no value; a repeated list parameter adds up, a single one that says two things is bad.
 */
export function parseFilters(params: SearchParams): { filters: Filters; problems: FilterProblem[] } {
  const problems: FilterProblem[] = [];
  const read = (name: keyof Filters): unknown => {
    const { list } = FILTER_PARAMETERS[name] as Parameter;
    const written = valuesOf(params, name).filter((each) => each.trim() !== '');
    const repeated = list ? null : repeatedProblem(name, written);
    if (repeated) problems.push(repeated);
    const single = repeated ? [] : written.slice(0, 1);
    const values = list ? written.flatMap((each) => each.split(',')) : single;
    const good: unknown[] = [];
    for (const value of values.map((each) => each.trim()).filter((each) => each !== '')) {
      const parsed = name === 'where' ? readGroup(value) : readValue(name, value);
      if ('expected' in parsed) problems.push(parsed);
      else if (!good.includes(parsed.data)) good.push(parsed.data);
    }
    return list ? good : (good[0] ?? DEFAULT_FILTERS[name]);
  };
  const filters = Object.fromEntries(
    (Object.keys(FILTER_PARAMETERS) as (keyof Filters)[]).map((name) => [name, read(name)]),
  ) as Filters;
  filters.region = [...new Set(filters.region.map(regionPrefix))];
  if (filters.region.includes('')) filters.region = [];
  return { filters: settleConflicts(filters, problems), problems };
}

/** What is expected of a parameter that takes one value. */
export const ONCE = 'one value';

/** The problem of a parameter that takes one value and is given different ones; null when it is not. */
export function repeatedProblem(parameter: string, written: readonly string[]): FilterProblem | null {
  const different = new Set(written.map((each) => each.trim()));
  if (different.size < 2) return null;
  return { parameter, value: [...different].join(', '), expected: ONCE };
}

function readValue(name: keyof Filters, value: string): { data: unknown } | FilterProblem {
  const { schema, expected } = FILTER_PARAMETERS[name] as Parameter;
  const parsed = schema.safeParse(value);
  return parsed.success ? { data: parsed.data } : { parameter: name, value, expected };
}

/** A group of conditions in its one spelling, so that the same choice is the same address. */
function readGroup(value: string): { data: string } | FilterProblem {
  const parsed = parseConditions(value);
  if (!parsed.ok) return { parameter: 'where', value, ...parsed.problem };
  return { data: serializeConditions(parsed.value) };
}

/** Values that are good alone but not together: reported and taken out. */
function settleConflicts(filters: Filters, problems: FilterProblem[]): Filters {
  const settled = { ...filters };
  if (filters.from !== null && filters.to !== null && filters.from > filters.to) {
    problems.push({
      parameter: 'from',
      value: String(filters.from),
      expected: `a year not after to=${filters.to}`,
    });
    settled.from = null;
    settled.to = null;
  }
  if (filters.where.join('|').split('|').length > MOST_CONDITIONS) {
    problems.push({
      parameter: 'where',
      value: `${filters.where.join(',').slice(0, 100)}…`,
      expected: `at most ${MOST_CONDITIONS} conditions`,
    });
    settled.where = [];
  }
  if (filters.applicant.includes('total')) {
    if (filters.applicant.length > 1)
      problems.push({
        parameter: 'applicant',
        value: filters.applicant.join(','),
        expected: 'total alone, or columns other than total (it already holds them)',
      });
    settled.applicant = [];
  }
  return settled;
}

/** Every value a parameter was given, in order. */
export function valuesOf(params: SearchParams, name: string): string[] {
  if (params instanceof URLSearchParams) return params.getAll(name);
  const value = Object.hasOwn(params, name) ? params[name] : undefined;
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
