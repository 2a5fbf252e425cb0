/** SQLite (better-sqlite3) with the same rows in tables of its own, and an index for what is looked up. */
import { join } from 'node:path';
import { z } from 'zod';
import type { Dialect } from '../../../lib/store/engine/dialect';
import { DUCKDB } from '../../../lib/store/engine/dialect';
import { findSqlite, type SqliteDatabase } from './engines';
import { type Duck, openDuck, quoted } from '../duckdb';
import type { Aggregate } from '../questions';
import { type Rival, RIVAL_TABLES } from './rival';

const INDEXES = [
  'reports (agency_no)',
  'reports (province, prefecture)',
  'requests_by_applicant (report_no, applicant)',
];

const SQLITE: Dialect = {
  ...DUCKDB,
  hasCubes: false,
  exactSum: (value, filter) => `sum(${value})${filter}`,
  containsWord: (text, word) => `instr(lower(${text}), lower(${word})) > 0`,
  applicantRows: (words) =>
    `SELECT column1 AS applicant FROM (VALUES ${words.map((word) => `(${quoted(word)})`).join(', ')})`,
};

/** Loads the folder `engine` of a Parquet set into a file; the reason when SQLite cannot be had. */
export async function openSqliteRival(set: string, file: string): Promise<Rival | string> {
  const Sqlite = await findSqlite();
  if (typeof Sqlite === 'string') return Sqlite;
  const database = new Sqlite(file);
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -256000');
  const duck = await openDuck();
  for (const table of RIVAL_TABLES)
    await fill(database, duck, table, join(set, 'engine', `${table}.parquet`));
  duck.close();
  for (const index of INDEXES) database.exec(`CREATE INDEX "${index}" ON ${index}`);
  database.exec('ANALYZE');
  return {
    name: 'SQLite (better-sqlite3)',
    dialect: SQLITE,
    rows: (sql, values, question) =>
      rowsSchema.parse(database.prepare(translated(sql, question)).all(values)),
    close: () => database.close(),
  };
}

const rowsSchema = z.array(z.record(z.string(), z.union([z.string(), z.number()]).nullable()));

/** SQLite's own words for a statement of the product: no casts of numbers, `max` of two values, groups by their position. */
function translated(sql: string, { by }: Aggregate): string {
  const keys = by.filter((dimension) => dimension !== 'applicant').length;
  const positions = (count: number): string => Array.from({ length: count }, (_, i) => i + 1).join(', ');
  const isGrouped = by.includes('applicant');
  return sql
    .replaceAll(/::(DOUBLE|BIGINT)/g, '')
    .replaceAll('greatest(', 'max(')
    .replace('GROUP BY ALL', `GROUP BY ${positions(keys + 1)}`)
    .replace('GROUP BY ALL', `GROUP BY ${positions(keys + (isGrouped ? 2 : 1))}`);
}

const columnsSchema = z.array(z.object({ column_name: z.string(), column_type: z.string() }));

async function fill(database: SqliteDatabase, duck: Duck, table: string, file: string): Promise<void> {
  const source = `read_parquet(${quoted(file)})`;
  const described = await duck.rows(
    `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${source})`,
  );
  const columns = columnsSchema.parse(described);
  const names = columns.map((column) => `"${column.column_name}"`);
  const values = columns.map(({ column_name, column_type }) =>
    column_type === 'BOOLEAN'
      ? `"${column_name}"::INTEGER`
      : column_type === 'DATE'
        ? `"${column_name}"::VARCHAR`
        : `"${column_name}"`,
  );
  database.exec(`CREATE TABLE ${table} (${names.join(', ')}); BEGIN`);
  const insert = database.prepare(`INSERT INTO ${table} VALUES (${names.map(() => '?').join(', ')})`);
  for await (const rows of duck.stream(`SELECT ${values.join(', ')} FROM ${source}`))
    for (const row of rows) insert.run(...row);
  database.exec('COMMIT');
}
