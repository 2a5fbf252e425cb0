/**
 * Records → a database file and the file of its evidence. Both are built beside their destination under names of their
 * own and renamed into place after CHECKPOINT and close, the database last: a reader sees the old pair or the new one,
 * and a killed build is never current.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { z } from 'zod';
import type { CorpusName } from '../../filters';
import { ALL_FIELDS } from '../../form/index';
import { type ReportRecord, SCHEMA_VERSION } from '../../record';
import { type GazetteerRow, readGazetteer } from './gazetteer';
import { openStaging, type Staging } from './append';
import { cubesSql } from '../sql/cubes';
import { fillSchema } from '../sql/form-sql';
import { LAYOUT } from '../schema/layout';
import { RecordError } from './record-error';
import { FIELD_ROWS, stageReport, type ValuedReport } from './staging';
import { STAGING } from '../schema/staging-tables';

type Storable = ReportRecord | ValuedReport;

export type BuildRequest = {
  /** Whole records, or reports whose cells are not kept. */
  records: AsyncIterable<Storable> | Iterable<Storable>;
  /** Where the database is put. */
  file: string;
  corpus: CorpusName;
  synthetic: boolean;
  /**
   * Hash of what the records come from; kept in the manifest so that a later run can see that nothing changed. Without it
   * no later run builds the database anew.
   */
  inputs?: string;
  /** The gazetteer (data/regions.csv) that names regions; without it they have the names of the records. */
  regionsFile?: string;
  /** Called with the number of records read so far. */
  onProgress?: (records: number) => void;
  /** Called with one line for each record that could not be stored. */
  onRefused?: (line: string) => void;
};

/** The newest layout of DuckDB's files, a sixteenth smaller: only the engine that wrote them reads them. */
const COMPACT = "STORAGE_VERSION 'latest'";

export type BuildResult = { reports: number; refused: number; seconds: number };

/**
 * The number of reports stored, of records refused (each told to `onRefused`) and the seconds it took. Throws what
 * the reading of records throws; the file at `file` is then the one it was before.
 */
export async function buildDatabase(request: BuildRequest): Promise<BuildResult> {
  const started = performance.now();
  const building = `${request.file}.building-${process.pid}`;
  const [staged, evidence, spill] = [`${building}.staged`, `${building}.evidence`, `${building}.spill`];
  await mkdir(dirname(request.file), { recursive: true });
  await removeAbandoned(request.file);
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: '2GB',
    threads: '2',
    temp_directory: spill,
  });
  try {
    const connection = await instance.connect();
    await connection.run(
      `ATTACH ${quote(staged)} AS staged;
       ATTACH ${quote(evidence)} AS evidence (${COMPACT}); ATTACH ${quote(building)} AS built (${COMPACT})`,
    );
    await createTables(connection);
    const refused = await stage(connection, request);
    await connection.run(await sqlFile('../schema/load.sql'));
    await connection.run(cubesSql());
    const { reports, evidence: evidenceName } = await writeManifest(connection, request);
    await connection.run(
      `CHECKPOINT evidence; CHECKPOINT built; USE memory; DETACH built; DETACH evidence; DETACH staged`,
    );
    connection.closeSync();
    instance.closeSync();
    await rename(evidence, join(dirname(request.file), evidenceName));
    await rename(building, request.file);
    await removeOldEvidence(request.file, evidenceName);
    return { reports, refused, seconds: (performance.now() - started) / 1000 };
  } finally {
    instance.closeSync();
    await removeDatabases([building, staged, evidence]);
    await rm(spill, { recursive: true, force: true });
  }
}

/** Hash of everything but the records that decides what a database looks like: form, schema and loading. */
export async function buildVersion(): Promise<string> {
  const hash = createHash('sha256').update(String(SCHEMA_VERSION)).update(JSON.stringify(STAGING));
  hash.update(await schemaSql());
  for (const name of ['../schema/schema-evidence.sql', '../schema/load.sql'])
    hash.update(await sqlFile(name));
  hash.update(cubesSql());
  return hash.digest('hex').slice(0, 16);
}

async function createTables(connection: DuckDBConnection): Promise<void> {
  for (const [table, columns] of Object.entries(STAGING)) {
    const list = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`);
    await connection.run(`CREATE TABLE staged.${table} (${list.join(', ')})`);
  }
  const ids = ALL_FIELDS.map((field) => quote(field.id));
  await connection.run(`USE evidence; CREATE TYPE field AS ENUM (${ids.join(', ')})`);
  await connection.run(await sqlFile('../schema/schema-evidence.sql'));
  await connection.run('USE built');
  await connection.run(await schemaSql());
}

/** Appends every record that can be stored; returns how many could not. */
async function stage(connection: DuckDBConnection, request: BuildRequest): Promise<number> {
  const staging = await openStaging(connection);
  staging.append('fields', FIELD_ROWS);
  let seq = 0;
  let refused = 0;
  for await (const record of request.records) {
    refused += appendRecord(staging, record, seq, request.onRefused) ? 0 : 1;
    seq += 1;
    if (seq % 1000 === 0) request.onProgress?.(seq);
  }
  if (request.regionsFile) appendGazetteer(staging, await readGazetteer(request.regionsFile));
  staging.close();
  request.onProgress?.(seq);
  return refused + (await reportRepeated(connection, request.onRefused));
}

function appendRecord(
  staging: Staging,
  report: Storable,
  seq: number,
  onRefused?: (line: string) => void,
): boolean {
  try {
    for (const [table, rows] of Object.entries(stageReport(report, seq))) staging.append(table, rows);
    return true;
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    onRefused?.(`${'head' in report ? report.head.id : report.id}: ${error.message}`);
    return false;
  }
}

function appendGazetteer(staging: Staging, rows: GazetteerRow[]): void {
  staging.append(
    'gazetteer',
    rows.map((row) => [row.code, row.name, row.pinyin]),
  );
}

/** Records whose id another record had before: load.sql leaves them out. */
async function reportRepeated(
  connection: DuckDBConnection,
  onRefused?: (line: string) => void,
): Promise<number> {
  const reader = await connection.runAndReadAll(
    `SELECT report_id, path FROM staged.reports
     QUALIFY row_number() OVER (PARTITION BY report_id ORDER BY seq) > 1 ORDER BY seq`,
  );
  const repeated = z.array(z.tuple([z.string(), z.string()])).parse(reader.getRowsJS());
  for (const [id, path] of repeated)
    onRefused?.(`${path}: found the id ${id} a second time, expected it once`);
  return repeated.length;
}

/** The last thing written: what the database holds, under a version that is a hash of its contents. */
async function writeManifest(connection: DuckDBConnection, request: BuildRequest): Promise<Written> {
  const tables = ['reports', 'sources', 'requests_by_applicant', 'cells', 'issues', 'findings'];
  const hashes = tables.map((table) => `(SELECT coalesce(bit_xor(hash(t)), 0)::VARCHAR FROM ${table} t)`);
  await connection.run(
    `INSERT INTO manifest
     SELECT $schema, $layout, $corpus, $synthetic, version, $inputs,
       (SELECT count(*) FROM reports), (SELECT count(*) FROM agencies), (SELECT count(*) FROM cells),
       NOT EXISTS (SELECT 1 FROM reports GROUP BY agency_no, year HAVING count(*) > 1),
       $evidence || version || '.duckdb',
       (SELECT min(year) FROM reports), (SELECT max(year) FROM reports), (SELECT max(published) FROM reports)
     FROM (SELECT left(md5($build || ${hashes.join(" || '-' || ")}), 16) AS version)`,
    {
      schema: SCHEMA_VERSION,
      layout: LAYOUT,
      corpus: request.corpus,
      synthetic: request.synthetic,
      build: await buildVersion(),
      inputs: request.inputs ?? '',
      evidence: evidencePrefix(request.file),
    },
  );
  await connection.run('INSERT INTO evidence.manifest SELECT corpus_version FROM manifest');
  const reader = await connection.runAndReadAll('SELECT reports, evidence FROM manifest');
  return writtenSchema.parse(reader.getRowObjectsJS()[0]);
}

const writtenSchema = z.object({ reports: z.number(), evidence: z.string() });
type Written = z.infer<typeof writtenSchema>;

/** How the files of evidence that belong to a database begin. */
const evidencePrefix = (file: string): string => `${basename(file, '.duckdb')}-evidence-`;

/** Keeps the evidence of the database before, which a server may be about to open, and removes what is older. */
async function removeOldEvidence(file: string, current: string): Promise<void> {
  const names = (await readdir(dirname(file))).filter(
    (name) => name.startsWith(evidencePrefix(file)) && name !== current,
  );
  const aged = await Promise.all(
    names.map(async (name) => ({
      path: join(dirname(file), name),
      at: (await stat(join(dirname(file), name))).mtimeMs,
    })),
  );
  for (const { path } of aged.sort((a, b) => b.at - a.at).slice(1)) await rm(path, { force: true });
}

const sqlFile = (name: string): Promise<string> => readFile(new URL(name, import.meta.url), 'utf8');

const schemaSql = async (): Promise<string> => fillSchema(await sqlFile('../schema/schema.sql'), quote);

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Removes what builds of this file left that were killed; a build that still runs keeps its own. */
async function removeAbandoned(file: string): Promise<void> {
  const start = `${basename(file)}.building-`;
  for (const name of (await readdir(dirname(file))).filter((each) => each.startsWith(start))) {
    const pid = Number.parseInt(name.slice(start.length), 10);
    if (pid === process.pid || !isRunning(pid))
      await rm(join(dirname(file), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function removeDatabases(files: string[]): Promise<void> {
  for (const file of files.flatMap((each) => [each, `${each}.wal`])) await rm(file, { force: true });
}
