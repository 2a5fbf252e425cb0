/** The answers of the API as zod schemas: the OpenAPI document is made of them and tests hold every answer to them. */
import { z } from 'zod';
import { CORPORA, FILTER_NAMES, filterOf } from '../../../lib/filters';
import { CELL_STATES, FORM_VERSIONS } from '../../../lib/form';
import { agencyRowSchema, cellRowSchema, DIMENSIONS, reportRowSchema } from '../../../lib/query';
import { recordSchema, SCOPES } from '../../../lib/record';

const bilingual = z.object({ zh: z.string(), en: z.string() });
const count = z.int().nonnegative();

const sum = z
  .object({ plus: z.array(z.string()), minus: z.array(z.string()).optional() })
  .describe('Fields added and taken away; null as soon as one of them is missing');

const expression = z.array(sum).describe('The first of these sums of which a report has every cell');

const metricSchema = bilingual.extend({
  id: z.string(),
  kind: z.enum(['sum', 'rate', 'count']),
  unit: bilingual,
  numerator: expression,
  denominator: expression.nullable(),
  byApplicant: z.boolean().describe('Whether it can be grouped or filtered by applicant'),
  fixed: z.boolean(),
  source: bilingual.describe('Where on the form its cells stand'),
  comparable: z
    .boolean()
    .describe(`Whether the ${FORM_VERSIONS.join(' and the ')} form may stand in one series`),
  caveat: bilingual.nullable(),
});

const filtersSchema = z.object(
  Object.fromEntries(FILTER_NAMES.map((name) => [name, filterOf(name).answered])),
);

const versionSchema = z.object({
  corpus: z.enum(CORPORA),
  corpus_version: z.string().describe('Changes with every change of the corpus'),
  synthetic: z.boolean().describe('True for invented figures'),
});

const metaSchema = versionSchema.extend({
  filters: filtersSchema,
  reports: count.describe('Reports the answer rests on'),
  left_out: count.describe('Reports that fit the filters but are left out by the basis'),
  row_count: count,
  next: z.string().nullable().describe('Address of the next page, null on the last one'),
});

const listMeta = metaSchema.extend({
  page: count,
  page_size: count,
  pages: count,
  first_row: count.describe('Number of the first row in the whole list, from 1'),
});

const columnSchema = z.object({ id: z.string(), label: z.string(), unit: z.string().nullable() });
const scalar = z.union([z.number(), z.string()]).nullable();

export const ANSWERS = {
  Metrics: z.object({
    metrics: z.array(metricSchema),
    dimensions: z.array(bilingual.extend({ id: z.enum(DIMENSIONS) })),
  }),
  Query: z.object({
    columns: z.array(columnSchema),
    rows: z
      .array(z.record(z.string(), scalar))
      .describe(
        'One row a group; beside a metric its numerator, denominator, reports with and without a value',
      ),
    meta: metaSchema.extend({ missing: z.record(z.string(), count) }),
  }),
  Reports: z
    .object({
      columns: z.array(columnSchema).optional(),
      rows: z.union([
        z.array(reportRowSchema),
        z.array(z.record(z.string(), z.union([scalar, z.record(z.string(), z.enum(CELL_STATES))]))),
      ]),
      meta: listMeta,
    })
    .describe(
      'With `columns` chosen: their heads, and rows of them; `states` says of a cell without a number why',
    ),
  Report: z.object({
    record: recordSchema,
    agency_id: z.string(),
    years: z.array(z.object({ id: z.string(), year: z.int().nullable(), scope: z.enum(SCOPES) })),
    covered_by: z.object({ id: z.string(), agency: z.string() }).nullable(),
    meta: versionSchema,
  }),
  Cells: z.object({ rows: z.array(cellRowSchema), meta: listMeta }),
  Agencies: z.object({ rows: z.array(agencyRowSchema), meta: listMeta }),
  Health: z.object({
    status: z.enum(['ok', 'unavailable']),
    corpora: z.array(
      z.object({
        corpus: z.enum(CORPORA),
        ready: z.boolean(),
        version: z.string().nullable(),
        reports: count.nullable(),
      }),
    ),
  }),
  Problem: z
    .object({
      type: z.string(),
      title: z.string(),
      status: z.int(),
      detail: z.string(),
      errors: z
        .array(
          z.object({
            parameter: z.string(),
            value: z.string(),
            expected: z.string(),
            at: z.int().optional().describe('Character of the value, from 1, where it stops making sense'),
            found: z.string().optional().describe('What stands there'),
          }),
        )
        .optional()
        .describe('Every parameter that was not understood'),
    })
    .describe('RFC 9457'),
} as const;
