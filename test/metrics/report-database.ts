/** A DuckDB in memory with the two tables that metrics are worked out over, filled with printed figures. */
import { DuckDBInstance } from '@duckdb/node-api';
import { APPLICANT_COLUMNS, REQUEST_ROWS, requestRows } from '../../lib/form';
import { columnOf, REPORT_FIELDS } from '../../lib/store/sql/columns';
import type { PrintedReport } from './reports';

export type ReportDatabase = {
  /** Rows of a query; a number for every number. */
  rows: (sql: string) => Promise<Record<string, unknown>[]>;
  close: () => void;
};

/** The reports in their order, numbered from 1, each of an agency of its own; types and missing rows as in schema.sql. */
export async function reportDatabase(reports: readonly PrintedReport[]): Promise<ReportDatabase> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const columns = REPORT_FIELDS.map(
    ({ id, kind }) => `${columnOf(id)} ${kind.startsWith('amount') ? 'DOUBLE' : 'INTEGER'}`,
  );
  await connection.run(
    `CREATE TABLE reports (report_no INTEGER, agency_no INTEGER, form VARCHAR, ${columns.join(', ')})`,
  );
  const rows = REQUEST_ROWS.map(({ id }) => `"${id}" INTEGER`);
  await connection.run(
    `CREATE TABLE requests_by_applicant (report_no INTEGER, applicant VARCHAR, ${rows.join(', ')})`,
  );
  const lines = reports.map(({ form, cells }, i) => {
    const values = REPORT_FIELDS.map(({ id }) => sqlOf(cells[id]));
    return `(${[i + 1, i + 1, `'${form}'`, ...values].join(', ')})`;
  });
  if (lines.length > 0) await connection.run(`INSERT INTO reports VALUES ${lines.join(', ')}`);
  const stored = reports.flatMap((report, i) => applicantLines(report, i + 1));
  if (stored.length > 0)
    await connection.run(`INSERT INTO requests_by_applicant VALUES ${stored.join(', ')}`);
  return {
    rows: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Only applicant columns in which something other than 0 stands are stored. */
function applicantLines({ form, cells }: PrintedReport, reportNo: number): string[] {
  const printed = requestRows(form);
  return APPLICANT_COLUMNS.flatMap((applicant) => {
    if (printed.every((row) => cells[`requests.${row}.${applicant}`] === 0)) return [];
    const values = REQUEST_ROWS.map(({ id }) => sqlOf(cells[`requests.${id}.${applicant}`]));
    return [`(${[reportNo, `'${applicant}'`, ...values].join(', ')})`];
  });
}

const sqlOf = (value: number | null | undefined): string => String(value ?? 'NULL');
