/** Everything the page of one report shows: its record put together again from the tables. */
import { z } from 'zod';
import { ALL_FIELDS, APPLICANT_COLUMNS, CELL_STATES, REQUEST_ROWS } from '../../form/index';
import { findingSchema } from '../../audit/rules';
import { issueSchema } from '../../issue';
import { placeSchema } from '../../place';
import type { TableValues } from '../../figures';
import { type ReportRecord, recordSchema, type Scope, SCHEMA_VERSION, SCOPES } from '../../record';
import { columnOf, REPORT_FIELDS } from '../../store/sql/columns';
import { type Database, withDatabase } from '../../store/connect';
import type { Corpus } from '../../store/corpora';
import { jsonSchema } from '../sql/json-column';
import { idParameters, REPORT_ID_SQL, REPORT_NO_SQL } from '../../store/sql/report-id';

export type ReportNeighbour = { id: string; year: number | null; scope: Scope };

export type ReportResult = {
  /**
   * The record as it was stored, cells in form order. `requests` has the rows of both forms: those that the report's
   * own form does not print are null.
   */
  record: ReportRecord;
  agency_id: string;
  /** The same agency's reports in order of year, this one among them. */
  years: ReportNeighbour[];
  /** The consolidated report that covers this one (contract §4), nearest region first; null when none does. */
  covered_by: { id: string; agency: string } | null;
  corpus_version: string;
  synthetic: boolean;
};

/** The report with this id, or null when the corpus has none. */
export async function selectReport(corpus: Corpus, id: string): Promise<ReportResult | null> {
  return withDatabase(corpus, 'report', async (database) => {
    const [place] = await database.rows(
      z.object({ report_no: z.number(), covered_by: z.number().nullable() }),
      `SELECT report_no, covered_by FROM reports WHERE report_no = ${REPORT_NO_SQL}`,
      idParameters(id),
    );
    if (!place) return null;
    // Told the number, every question below reads one stretch of its table; left to find it, they join whole tables.
    const key = { report_no: place.report_no };
    const [identity] = await database.rows(identitySchema, IDENTITY_SQL, key);
    if (!identity) throw new Error(`report ${id}: found no row of its source, expected one`);
    const { corpus_version, synthetic } = database.manifest;
    return {
      record: await rebuildRecord(database, key, identity, synthetic),
      agency_id: identity.agency_id,
      years: await database.rows(
        z.object({ id: z.string(), year: z.number().nullable(), scope: z.enum(SCOPES) }),
        `SELECT ${REPORT_ID_SQL} AS id, year, scope FROM reports JOIN agencies USING (agency_no)
         WHERE agency_no = (SELECT agency_no FROM reports WHERE report_no = $report_no) ORDER BY report_no`,
        key,
      ),
      covered_by: place.covered_by === null ? null : await selectCoverer(database, place.covered_by),
      corpus_version,
      synthetic,
    };
  });
}

/** Whether the corpus has a report with this id; far cheaper than reading it. */
export async function hasReport(corpus: Corpus, id: string): Promise<boolean> {
  return withDatabase(corpus, 'has report', async (database) => {
    const sql = `SELECT (${REPORT_NO_SQL} IS NOT NULL) AS found`;
    const [row] = await database.rows(z.object({ found: z.boolean() }), sql, idParameters(id));
    return row?.found === true;
  });
}

const json = jsonSchema(z.unknown());

/** The report with this number, as the one that covers another. */
async function selectCoverer(database: Database, report_no: number): Promise<ReportResult['covered_by']> {
  const [coverer] = await database.rows(
    z.object({ id: z.string(), agency: z.string() }),
    `SELECT ${REPORT_ID_SQL} AS id, agencies.name AS agency FROM reports JOIN agencies USING (agency_no)
     WHERE report_no = $report_no`,
    { report_no },
  );
  return coverer ?? null;
}

const identitySchema = z.object({
  agency_id: z.string(),
  id: z.string(),
  source: z.record(z.string(), z.unknown()),
  also_at: json.nullable(),
  title: z.string().nullable(),
  year: z.number().nullable(),
  period_start: z.string().nullable(),
  period_end: z.string().nullable(),
  published: z.string().nullable(),
  year_evidence: json,
  agency: z.record(z.string(), z.unknown()),
  scope_evidence: json,
  region: z.record(z.string(), z.unknown()),
  region_evidence: json,
  form: z.string().nullable(),
  disclosure_forms: json,
});
type Identity = z.infer<typeof identitySchema>;
type Key = { report_no: number };

const IDENTITY_SQL = `
  SELECT
    agencies.agency_id,
    ${REPORT_ID_SQL} AS id,
    {path: sources.path, url: sources.url, sha256: sources.sha256, bytes: sources.bytes::DOUBLE,
     format: sources.format, encoding: sources.encoding} AS source,
    sources.also_at,
    sources.title,
    reports.year,
    sources.period_start::VARCHAR AS period_start,
    sources.period_end::VARCHAR AS period_end,
    reports.published::VARCHAR AS published,
    sources.year_evidence,
    {name: sources.agency_name, as_written: sources.agency_as_written, body: reports.body, scope: reports.scope} AS agency,
    sources.scope_evidence,
    {code: sources.region_code, level: reports.level, province: sources.province_name,
     prefecture: sources.prefecture_name, county: sources.county_name, township: sources.township_name} AS region,
    sources.region_evidence,
    reports.form,
    sources.disclosure_forms
  FROM reports
  JOIN sources USING (report_no)
  JOIN agencies USING (agency_no)
  WHERE reports.report_no = $report_no AND sources.report_no = $report_no`;

async function rebuildRecord(
  database: Database,
  key: Key,
  identity: Identity,
  synthetic: boolean,
): Promise<ReportRecord> {
  const cells = await selectCellsOf(database, key);
  const tables = await selectTables(database, key, cells);
  return recordSchema.parse({
    schema_version: SCHEMA_VERSION,
    id: identity.id,
    ...(synthetic ? { synthetic } : {}),
    source: identity.source,
    ...(identity.also_at ? { also_at: identity.also_at } : {}),
    title: identity.title,
    year: identity.year,
    period: identity.period_start ? { start: identity.period_start, end: identity.period_end } : null,
    published: identity.published,
    year_evidence: identity.year_evidence,
    agency: { ...identity.agency, scope_evidence: identity.scope_evidence },
    region: { ...identity.region, evidence: identity.region_evidence },
    forms: { disclosure: identity.disclosure_forms, requests: identity.form },
    ...tables,
    extra_rows: await selectExtraRows(database, key),
    narrative: await selectNarrative(database, key),
    cells,
    issues: await selectIssues(database, key),
    findings: await selectFindings(database, key),
  });
}

async function selectCellsOf(database: Database, key: Key): Promise<ReportRecord['cells']> {
  const rows = await database.rows(
    z.object({
      field: z.string(),
      raw: z.string(),
      state: z.enum(CELL_STATES),
      at: jsonSchema(placeSchema).nullable(),
      note: z.string().nullable(),
    }),
    `SELECT field, raw, state, place AS "at", note FROM cells WHERE report_no = $report_no ORDER BY field`,
    key,
  );
  return Object.fromEntries(
    rows.map(({ field, note, ...cell }) => [field, { ...cell, ...(note === null ? {} : { note }) }]),
  );
}

type Tables = Pick<ReportRecord, 'requests' | 'proceedings' | 'disclosure'>;

/** The three tables: every row of table 3, of the others what the report has a cell or a number for. */
async function selectTables(database: Database, key: Key, cells: ReportRecord['cells']): Promise<Tables> {
  const columns = REPORT_FIELDS.map((field) => columnOf(field.id));
  const [wide] = await database.rows(
    z.record(z.string(), z.number().nullable()),
    `SELECT ${columns.join(', ')} FROM reports WHERE report_no = $report_no`,
    key,
  );
  const rows = REQUEST_ROWS.map((row) => `"${row.id}"`).join(', ');
  const split = await database.rows(
    z
      .object({ applicant: z.enum(APPLICANT_COLUMNS as [string, ...string[]]) })
      .catchall(z.number().nullable()),
    `SELECT applicant, ${rows} FROM requests WHERE report_no = $report_no AND applicant <> 'total'`,
    key,
  );
  const byApplicant = new Map(split.map((row) => [row.applicant, row]));
  const tables: Tables = { requests: {}, proceedings: {}, disclosure: {} };
  for (const { id, table, row, column } of ALL_FIELDS) {
    const value = wide?.[columnOf(id)] ?? byApplicant.get(column)?.[row] ?? null;
    if (table !== 'requests' && value === null && !cells[id]) continue;
    const values: TableValues[string] = tables[table][row] ?? {};
    tables[table][row] = values;
    values[column] = typeof value === 'number' ? value : null;
  }
  return tables;
}

function selectIssues(database: Database, key: Key): Promise<ReportRecord['issues']> {
  return database.rows(
    issueSchema.extend({ at: jsonSchema(placeSchema).nullable() }),
    `SELECT code, severity, place AS "at", actual, expected, fields FROM issues
     WHERE report_no = $report_no ORDER BY position`,
    key,
  );
}

async function selectFindings(database: Database, key: Key): Promise<ReportRecord['findings']> {
  const rows = await database.rows(
    findingSchema.omit({ left: true, right: true }).extend({
      left_number: z.number().nullable(),
      left_text: z.string().nullable(),
      right_number: z.number().nullable(),
      right_text: z.string().nullable(),
    }),
    `SELECT * EXCLUDE (report_no, position) FROM findings WHERE report_no = $report_no ORDER BY position`,
    key,
  );
  return rows.map(({ left_number, left_text, right_number, right_text, ...finding }) => ({
    ...finding,
    left: left_number ?? left_text ?? '',
    right: right_number ?? right_text ?? '',
  }));
}

async function selectNarrative(database: Database, key: Key): Promise<ReportRecord['narrative']> {
  const rows = await database.rows(
    z.object({
      field: z.string(),
      value: z.number(),
      at: jsonSchema(placeSchema),
      quote: z.string().nullable(),
    }),
    `SELECT field, value, place AS "at", quote FROM narrative WHERE report_no = $report_no ORDER BY position`,
    key,
  );
  return rows.map(({ quote, ...count }) => ({ ...count, ...(quote === null ? {} : { quote }) }));
}

function selectExtraRows(database: Database, key: Key): Promise<unknown[]> {
  return database.rows(
    z.object({ block: z.string(), label: z.string(), values: json, cells: json }),
    `SELECT block, label, "values", cells FROM extra_rows WHERE report_no = $report_no ORDER BY position`,
    key,
  );
}
