/** One agency over its years: its reports, every printed cell, what was doubtful and what does not add up. */
import { z } from 'zod';
import { CELL_STATES, type CellState, FORM_VERSIONS } from '../../form/index';
import { type Finding, findingSchema } from '../../audit/rules';
import { type Issue, issueSchema } from '../../issue';
import { placeSchema } from '../../place';
import { BODIES, LEVELS, SCOPES } from '../../record';
import { type Database, withDatabase } from '../../store/connect';
import type { Corpus } from '../../store/corpora';
import { type AgencyRow, selectAgency } from './agencies';
import { jsonSchema } from '../sql/json-column';
import { REPORT_ID_SQL } from '../../store/sql/report-id';

const formVersion = z.enum(FORM_VERSIONS);

const yearReportSchema = z.object({
  report_no: z.number(),
  id: z.string(),
  year: z.number().nullable(),
  name: z.string(),
  published: z.string().nullable(),
  scope: z.enum(SCOPES),
  level: z.enum(LEVELS).nullable(),
  body: z.enum(BODIES).nullable(),
  form: formVersion.nullable(),
  disclosure_forms: jsonSchema(z.record(z.string(), formVersion)),
  issues: z.number(),
  doubts: z.number(),
  findings: z.number(),
});

/** A cell as printed: its value, null unless `state` is `number`, and the printed text. */
export type YearCell = { value: number | null; state: CellState; raw: string };

/** One report of the agency. A field that is not in `cells` is not asked by its form, or its table is absent. */
export type YearReport = Omit<z.infer<typeof yearReportSchema>, 'report_no'> & {
  cells: ReadonlyMap<string, YearCell>;
  found: Finding[];
  noted: Issue[];
};

export type AgencyNeighbour = { id: string; name: string };

export type AgencyHistory = {
  agency: AgencyRow;
  /** In order of year, those without a year last. */
  reports: YearReport[];
  /** The agencies before and after it in the order of regions. */
  previous: AgencyNeighbour | null;
  next: AgencyNeighbour | null;
  corpus_version: string;
  synthetic: boolean;
};

/** The agency with this id with all its reports, or null when the corpus has none. */
export async function selectAgencyHistory(corpus: Corpus, id: string): Promise<AgencyHistory | null> {
  const agency = await selectAgency(corpus, id);
  if (!agency) return null;
  return withDatabase(corpus, 'agency history', async (database) => {
    const listed = await database.rows(yearReportSchema, REPORTS_SQL, { id });
    const numbers = listed.map((report) => report.report_no);
    const own = { first: Math.min(...numbers), last: Math.max(...numbers) };
    const cells = await selectCellsByReport(database, own);
    const found = await selectFindingsByReport(database, own);
    const noted = await selectIssuesByReport(database, own);
    const reports = listed.map(({ report_no, ...report }) => ({
      ...report,
      cells: cells.get(report_no) ?? new Map(),
      found: found.get(report_no) ?? [],
      noted: noted.get(report_no) ?? [],
    }));
    const { corpus_version, synthetic } = database.manifest;
    return { agency, reports, ...(await selectNeighbours(database, id)), corpus_version, synthetic };
  });
}

/** Reports of one agency follow one another in the file, so that only their part of a table is read. */
type Range = { first: number; last: number };
const OWN = 'report_no BETWEEN $first AND $last';

const REPORTS_SQL = `
  SELECT reports.report_no, ${REPORT_ID_SQL} AS id, year, sources.agency_name AS name,
    published::VARCHAR AS published, scope, reports.level, reports.body, form, disclosure_forms, issues, doubts, findings
  FROM reports JOIN sources USING (report_no) JOIN agencies USING (agency_no)
  WHERE reports.agency_no = (SELECT agency_no FROM agencies WHERE agency_id = $id)
  ORDER BY year NULLS LAST, reports.report_no`;

async function selectCellsByReport(
  database: Database,
  own: Range,
): Promise<Map<number, Map<string, YearCell>>> {
  const rows = await database.rows(
    z.object({
      report_no: z.number(),
      field: z.string(),
      value: z.number().nullable(),
      state: z.enum(CELL_STATES),
      raw: z.string(),
    }),
    `SELECT report_no, field, value, state, raw FROM cells WHERE ${OWN} ORDER BY report_no, field`,
    own,
  );
  const byReport = new Map<number, Map<string, YearCell>>();
  for (const { report_no, field, ...cell } of rows) {
    const cells = byReport.get(report_no) ?? new Map<string, YearCell>();
    byReport.set(report_no, cells.set(field, cell));
  }
  return byReport;
}

/** Columns of the table findings as `readFinding` takes them. */
export const FINDING_COLUMNS =
  'rule, findings.severity, fields, left_fields, left_number, left_text, right_number, right_text, difference';

export const findingRowSchema = findingSchema.omit({ left: true, right: true, other: true }).extend({
  left_number: z.number().nullable(),
  left_text: z.string().nullable(),
  right_number: z.number().nullable(),
  right_text: z.string().nullable(),
});

/** A finding from its columns: of each side the number or the text. */
export function readFinding(row: z.infer<typeof findingRowSchema>): Finding {
  const { left_number, left_text, right_number, right_text, ...finding } = row;
  return { ...finding, left: left_number ?? left_text ?? '', right: right_number ?? right_text ?? '' };
}

async function selectFindingsByReport(database: Database, own: Range): Promise<Map<number, Finding[]>> {
  const rows = await database.rows(
    findingRowSchema.extend({ report_no: z.number() }),
    `SELECT report_no, ${FINDING_COLUMNS} FROM findings WHERE ${OWN} ORDER BY report_no, position`,
    own,
  );
  return grouped(rows.map(({ report_no, ...row }) => ({ report_no, item: readFinding(row) })));
}

async function selectIssuesByReport(database: Database, own: Range): Promise<Map<number, Issue[]>> {
  const rows = await database.rows(
    issueSchema.extend({ at: jsonSchema(placeSchema).nullable(), report_no: z.number() }),
    `SELECT report_no, code, severity, place AS "at", actual, expected, fields FROM issues
     WHERE ${OWN} ORDER BY report_no, position`,
    own,
  );
  return grouped(rows.map(({ report_no, ...item }) => ({ report_no, item })));
}

function grouped<T>(rows: { report_no: number; item: T }[]): Map<number, T[]> {
  const byReport = new Map<number, T[]>();
  for (const { report_no, item } of rows) byReport.set(report_no, [...(byReport.get(report_no) ?? []), item]);
  return byReport;
}

async function selectNeighbours(
  database: Database,
  id: string,
): Promise<Record<'previous' | 'next', AgencyNeighbour | null>> {
  const rows = await database.rows(
    z.object({ id: z.string(), name: z.string(), step: z.number() }),
    `SELECT near.agency_id AS id, near.name, near.agency_no - own.agency_no AS step
     FROM agencies AS own JOIN agencies AS near ON abs(near.agency_no - own.agency_no) = 1
     WHERE own.agency_id = $id`,
    { id },
  );
  const at = (step: number): AgencyNeighbour | null => {
    const found = rows.find((row) => row.step === step);
    return found ? { id: found.id, name: found.name } : null;
  };
  return { previous: at(-1), next: at(1) };
}
