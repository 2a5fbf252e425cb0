/** The findings of a slice one by one, each with the printed values of both its sides. */
import { z } from 'zod';
import type { Filters } from '../../filters';
import type { Finding, RuleId } from '../../audit/rules';
import { type Database, withDatabase } from '../../store/connect';
import type { Corpus } from '../../store/corpora';
import { FINDING_COLUMNS, findingRowSchema, readFinding } from '../agencies/agency-history';
import { conditionsOf } from '../sql/slice-conditions';
import { DEFAULT_PAGE_SIZE } from '../sql/page';
import { REPORT_ID_SQL } from '../../store/sql/report-id';

const listedSchema = findingRowSchema.extend({
  report_no: z.number(),
  report_id: z.string(),
  agency_id: z.string(),
  agency: z.string(),
  year: z.number().nullable(),
});

/** A finding with its report. `values`: the printed number of each field of the finding, null where there is none. */
export type ListedFinding = {
  report_id: string;
  agency_id: string;
  agency: string;
  year: number | null;
  finding: Finding;
  values: ReadonlyMap<string, number | null>;
};

export type FindingsResult = {
  rows: ListedFinding[];
  findings: number;
  page: number;
  pages: number;
  page_size: number;
};

/**
 * A page of the findings in the filters, of one rule or of all, in order of region, agency and year: never by size, as
 * a list of findings ranks nobody. The basis plays no part.
 */
export async function selectFindings(
  corpus: Corpus,
  filters: Filters,
  { rule, page }: { rule: RuleId | null; page: number },
): Promise<FindingsResult> {
  const conditions = conditionsOf({ ...filters, basis: 'all', findings: 'any' });
  const ruled = rule === null ? 'true' : 'rule = $rule';
  const values = { ...conditions.values, ...(rule === null ? {} : { rule }) };
  const inSlice = `report_no IN (SELECT report_no FROM reports WHERE ${conditions.slice}) AND ${ruled}`;
  const size = DEFAULT_PAGE_SIZE;
  return withDatabase(corpus, 'findings', async (database) => {
    const [total] = await database.rows(
      z.object({ findings: z.number() }),
      `SELECT count(*)::DOUBLE AS findings FROM findings WHERE ${inSlice}`,
      values,
    );
    const listed = await database.rows(
      listedSchema,
      `SELECT findings.report_no, ${REPORT_ID_SQL} AS report_id, agencies.agency_id, agencies.name AS agency, year, ${FINDING_COLUMNS}
       FROM (SELECT * FROM findings WHERE ${inSlice} ORDER BY report_no, position LIMIT $limit OFFSET $offset) AS findings
       JOIN reports USING (report_no)
       JOIN agencies USING (agency_no)
       ORDER BY findings.report_no, position`,
      { ...values, limit: size, offset: (page - 1) * size },
    );
    const cells = await selectValues(database, listed);
    const findings = total?.findings ?? 0;
    return {
      rows: listed.map(({ report_no, report_id, agency_id, agency, year, ...row }) => ({
        report_id,
        agency_id,
        agency,
        year,
        finding: readFinding(row),
        values: cells.get(report_no) ?? new Map(),
      })),
      findings,
      page,
      pages: Math.max(Math.ceil(findings / size), 1),
      page_size: size,
    };
  });
}

/** Printed values by report and field. The reports of a page lie close together, so only that part of cells is read. */
async function selectValues(
  database: Database,
  listed: readonly z.infer<typeof listedSchema>[],
): Promise<Map<number, Map<string, number | null>>> {
  const numbers = [...new Set(listed.map((row) => row.report_no))];
  const byReport = new Map<number, Map<string, number | null>>();
  if (numbers.length === 0) return byReport;
  const rows = await database.rows(
    z.object({ report_no: z.number(), field: z.string(), value: z.number().nullable() }),
    `SELECT report_no, field, value FROM cells
     WHERE report_no BETWEEN $first AND $last AND report_no IN (${numbers.map((_, i) => `$n${i}`).join(', ')})`,
    {
      first: Math.min(...numbers),
      last: Math.max(...numbers),
      ...Object.fromEntries(numbers.map((number, i) => [`n${i}`, number])),
    },
  );
  for (const { report_no, field, value } of rows) {
    const values = byReport.get(report_no) ?? new Map<string, number | null>();
    byReport.set(report_no, values.set(field, value));
  }
  return byReport;
}
