/** The list of reports behind a slice, a page of it at a time. */
import { z } from 'zod';
import type { Sort } from '../../filters/columns';
import type { Filters } from '../../filters';
import { FORM_VERSIONS } from '../../form/index';
import { BODIES, LEVELS, SCOPES } from '../../record';
import { withDatabase } from '../../store/connect';
import type { Corpus } from '../../store/corpora';
import type { Meta } from '../meta';
import type { PageMeta, PageQuery } from '../sql/page';
import { selectRegionNames } from '../sql/region-names';
import { amongSql, inOrder, selectPageOfReports } from './page-of-reports';
import { REPORT_ID_SQL } from '../../store/sql/report-id';

const count = z.number().nullable();

/**
 * One report in a list. Counts are those of column `total`, null where the report has no value; `province` to
 * `township` are names; `form` is the version of table 3; `disclosure_rate` a ratio 0–1; `published` an ISO date.
 */
export const reportRowSchema = z.object({
  id: z.string(),
  agency_id: z.string(),
  agency: z.string(),
  year: z.number().nullable(),
  region_code: z.string().nullable(),
  province: z.string().nullable(),
  prefecture: z.string().nullable(),
  county: z.string().nullable(),
  township: z.string().nullable(),
  level: z.enum(LEVELS).nullable(),
  body: z.enum(BODIES).nullable(),
  scope: z.enum(SCOPES),
  form: z.enum(FORM_VERSIONS).nullable(),
  published: z.string().nullable(),
  new_requests: count,
  carried_in: count,
  granted: count,
  partial: count,
  outcomes_total: count,
  carried_out: count,
  disclosure_rate: count,
  reconsiderations: count,
  litigations: count,
  issues: z.number(),
  findings: z.number(),
  source_url: z.string().nullable(),
});
export type ReportRow = z.infer<typeof reportRowSchema>;

/** Orders that a list offers. `region` is the order of the corpus: region, agency, year. */
export const REPORT_SORTS = [
  'region',
  'agency',
  'year',
  'level',
  'body',
  'published',
  'new_requests',
  'outcomes_total',
  'granted',
  'disclosure_rate',
  'reconsiderations',
  'litigations',
  'issues',
  'findings',
] as const;
export type ReportSort = (typeof REPORT_SORTS)[number];

export type ReportsQuery = PageQuery & {
  sort?: ReportSort;
  order?: 'asc' | 'desc';
  /** Several keys; in place of `sort` and `order`. */
  sorts?: readonly Sort[];
};

/** `row_count` is `reports`: the list is of the reports that the totals under the same filters rest on. */
export type ReportsResult = { rows: ReportRow[]; meta: Meta & PageMeta };

/** A page of the reports in the filters, by default in order of region, agency and year; nulls come last either way. */
export async function selectReports(
  corpus: Corpus,
  filters: Filters,
  question: ReportsQuery = {},
): Promise<ReportsResult> {
  const { sort = 'region', order = 'asc' } = question;
  const sorts = question.sorts ?? [{ by: sort, descending: order === 'desc' }];
  return withDatabase(corpus, 'reports', async (database) => {
    const { numbers, meta } = await selectPageOfReports(database, corpus, filters, { ...question, sorts });
    const nameOf = await selectRegionNames(database);
    const rows = await database.rows(
      codedRow,
      `${REPORT_ROW_SQL} WHERE ${amongSql('reports', numbers)} AND ${amongSql('sources', numbers)}`,
    );
    const listed = inOrder(rows, numbers).map((row) => {
      const { report_no: _, ...rest } = row;
      return {
        ...rest,
        province: nameOf(row.province),
        prefecture: nameOf(row.prefecture),
        county: nameOf(row.county),
        township: nameOf(row.township),
      };
    });
    return { rows: listed, meta };
  });
}

/** A row with codes in place of names of regions. */
const codedRow = reportRowSchema.extend({
  report_no: z.number(),
  province: count,
  prefecture: count,
  county: count,
  township: count,
});

/** Rows of `codedRow` from reports and what names it. */
const REPORT_ROW_SQL = `
  SELECT
    reports.report_no,
    ${REPORT_ID_SQL} AS id,
    agencies.agency_id,
    sources.agency_name AS agency,
    reports.year,
    sources.region_code,
    reports.province,
    reports.prefecture,
    reports.county,
    reports.township,
    reports.level,
    reports.body,
    reports.scope,
    reports.form,
    reports.published::VARCHAR AS published,
    requests_new_requests_total AS new_requests,
    requests_carried_in_total AS carried_in,
    requests_granted_total AS "granted",
    requests_partial_total AS "partial",
    requests_outcomes_total_total AS outcomes_total,
    requests_carried_out_total AS carried_out,
    CASE WHEN requests_outcomes_total_total > 0
      THEN (requests_granted_total::DOUBLE + requests_partial_total) / requests_outcomes_total_total END AS disclosure_rate,
    proceedings_reconsideration_total AS reconsiderations,
    proceedings_litigation_direct_total::DOUBLE
      + proceedings_litigation_after_reconsideration_total AS litigations,
    issues,
    findings,
    sources.url AS source_url
  FROM reports
  JOIN sources USING (report_no)
  JOIN agencies USING (agency_no)`;
