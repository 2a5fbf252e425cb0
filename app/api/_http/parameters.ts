/** Parameters of the API beside the filters, as zod schemas; the OpenAPI document is made of the same ones. */
import { LANGUAGES, labelKey, parseLanguage } from '../../../lib/i18n/language';
import { z } from 'zod';
import { type FilterProblem, type Filters, parseFilters, repeatedProblem } from '../../../lib/filters';
import { MOST_SORTS, parseColumns, parseSorts, type Sort } from '../../../lib/filters/columns';
import { metricById } from '../../../lib/metrics/registry';
import { DEFAULT_PAGE_SIZE, DIMENSIONS, LARGEST_PAGE_SIZE } from '../../../lib/query';
import { ParameterProblems } from './problem';

/** No list has so many pages; nine digits are what the pattern takes. */
const LAST_PAGE = 999_999_999;

/** Digits that make a whole number of at least 1. */
const positive = (largest: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(largest));

export const PARAMETERS = {
  page: {
    schema: positive(LAST_PAGE).default(1),
    expected: `a whole number from 1 to ${LAST_PAGE}`,
    description: 'Page, from 1',
  },
  after: {
    schema: z
      .string()
      .regex(/^[\w-]{8,2000}$/)
      .optional(),
    expected: 'the cursor that the page before gave in its address of the next page',
    description: 'Cursor of the page before; in place of page, and as fast on the last page as on the first',
  },
  columns: {
    schema: z
      .string()
      .refine((text) => parseColumns(text).bad.length === 0)
      .default('')
      .transform((text) => parseColumns(text).good),
    expected: 'ids of columns, fields or metrics, comma-separated',
    description:
      'Columns in their order, comma-separated: agency, year, province …, any field id, any metric id (a rate brings its ' +
      'numerator and denominator along). Without it: the columns that a list commonly shows, in a file every field',
  },
  page_size: {
    schema: positive(LARGEST_PAGE_SIZE).default(DEFAULT_PAGE_SIZE),
    expected: `a whole number from 1 to ${LARGEST_PAGE_SIZE}`,
    description: `Rows a page, at most ${LARGEST_PAGE_SIZE}`,
  },
  sort: {
    schema: z
      .string()
      .refine((text) => parseSorts(text).bad.length === 0)
      .default('region')
      .transform((text) => parseSorts(text).good),
    expected: `at most ${MOST_SORTS} of region, agency, year and other column, field or metric ids, - before one for descending`,
    description:
      'Keys by which the list is sorted, comma-separated, each the id of a column, field or metric, with - before it ' +
      'for descending; rows without a value come last. `region` is the order of region, agency and year',
  },
  order: {
    schema: z.enum(['asc', 'desc']).default('asc'),
    expected: 'asc or desc',
    description: 'Direction of a sort by one key without -; refused beside several keys or a key with -',
  },
  lang: {
    schema: z
      .enum([...new Set(LANGUAGES.flatMap((language) => [labelKey(language), language]))])
      .default(labelKey(LANGUAGES[0]))
      .transform((tag) => labelKey(parseLanguage(tag) ?? LANGUAGES[0])),
    expected: LANGUAGES.join(' or '),
    description: 'Language of labels and units',
  },
  bom: {
    schema: z
      .enum(['0', '1'])
      .default('1')
      .transform((flag) => flag === '1'),
    expected: '0 or 1',
    description: '0 leaves the byte-order mark out',
  },
  metrics: {
    schema: z
      .string()
      .min(1)
      .transform((text) => text.split(',')),
    expected: 'ids of /api/v1/metrics or field ids, comma-separated',
    description: 'Metric ids or field ids, comma-separated',
  },
  table: {
    schema: z.enum(['query', 'reports', 'cells']).default('reports'),
    expected: 'query, reports or cells',
    description: 'Table of the package: metrics by dimensions, one row a report, or one row a cell',
  },
  by: {
    schema: z
      .string()
      .default('')
      .transform((text) => text.split(',').filter((name) => name !== '')),
    expected: `any of ${DIMENSIONS.join(', ')}, comma-separated`,
    description: `Dimensions to group by, comma-separated: ${DIMENSIONS.join(', ')}`,
  },
} as const satisfies Record<string, { schema: z.ZodType; expected: string; description: string }>;

export type ParameterName = keyof typeof PARAMETERS;
type Read<Name extends ParameterName> = { [Each in Name]: z.output<(typeof PARAMETERS)[Each]['schema']> };

/** Parameters that take several values, and which of those written are none. */
const UNKNOWN: Partial<Record<ParameterName, (text: string) => string[]>> = {
  columns: (text) => parseColumns(text).bad,
  sort: (text) => parseSorts(text).bad,
  metrics: (text) => text.split(',').filter((id) => !metricById(id)),
  by: (text) => text.split(',').filter((name) => name !== '' && !isDimension(name)),
};

const isDimension = (name: string): boolean => DIMENSIONS.some((each) => each === name);

/** The filters and the other parameters named; throws ParameterProblems with all that was not understood. */
export function readParameters<Name extends ParameterName>(
  params: URLSearchParams,
  names: readonly Name[],
): { filters: Filters } & Read<Name> {
  const { filters, problems } = parseFilters(params);
  const all: FilterProblem[] = [...problems];
  const read: Partial<Record<ParameterName, unknown>> = {};
  for (const name of names) {
    const { schema, expected } = PARAMETERS[name];
    const values = params.getAll(name).filter((value) => value !== '');
    const unknown = UNKNOWN[name];
    const repeated = unknown ? null : repeatedProblem(name, values);
    const written = unknown ? values.join(',') : values[0];
    const parsed = schema.safeParse(written === '' ? undefined : written);
    const bad = unknown && written ? unknown(written) : [];
    if (bad.length > 0) all.push(...bad.map((value) => ({ parameter: name, value, expected })));
    else if (!parsed.success) all.push({ parameter: name, value: written ?? '', expected });
    else read[name] = parsed.data;
    if (repeated) all.push(repeated);
  }
  const turned = orderProblem(params.get('order'), read.sort as Sort[] | undefined);
  if (turned) all.push(turned);
  if (all.length > 0) throw new ParameterProblems(all);
  return { filters, ...(read as Read<Name>) };
}

/** `order` turns one key without `-`; beside anything else it would say something that is not done. */
function orderProblem(order: string | null, sorts: readonly Sort[] | undefined): FilterProblem | null {
  if (sorts === undefined || (order !== 'asc' && order !== 'desc')) return null;
  const isTurned = sorts.some((sort) => sort.descending);
  const isAsked = sorts.length === 1 ? order === 'desc' || !isTurned : order === 'asc' && !isTurned;
  if (isAsked) return null;
  return {
    parameter: 'order',
    value: order,
    expected: 'no order beside several keys or a key with -: in sort, - before a key makes it descending',
  };
}

/** The order asked: `order` turns a sort by one key round, as lists without `-` write it. */
export const inDirection = (sorts: readonly Sort[], order: 'asc' | 'desc'): readonly Sort[] =>
  sorts.length === 1 && order === 'desc' ? sorts.map((sort) => ({ ...sort, descending: true })) : sorts;
