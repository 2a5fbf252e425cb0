/**
 * Parquet files, written by DuckDB into a folder of their own by an instance that can reach nothing else: the corpus is
 * attached read-only, then all other files are out of reach for good.
 */
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, DuckDBInstance, VARCHAR } from '@duckdb/node-api';
import { z } from 'zod';
import type { SqlValues } from './connect';
import type { Corpus } from './corpora';
import { beginExport } from './stream';

/** What is written: rows of a SELECT over the corpus, or rows in memory whose columns are numbers or texts. */
export type ParquetTable =
  | { select: string; countSql: string; values: SqlValues }
  | { columns: { id: string; isNumber: boolean }[]; rows: readonly (readonly (string | number | null)[])[] };

export type ParquetFile = { file: string; rows: number; remove: () => Promise<void> };

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * The file, its rows and how to remove it. `about` goes into the file's own key-value metadata. Throws when fewer rows
 * were written than counted, BusyError when too many downloads run.
 */
export async function writeParquet(
  corpus: Corpus,
  table: ParquetTable,
  about: Record<string, string>,
  signal: AbortSignal,
): Promise<ParquetFile> {
  const leave = beginExport();
  try {
    await removeAbandoned();
    return await writeInFolder(await mkdtemp(join(tmpdir(), FOLDER)), corpus, table, about, signal);
  } finally {
    leave();
  }
}

async function writeInFolder(
  folder: string,
  corpus: Corpus,
  table: ParquetTable,
  about: Record<string, string>,
  signal: AbortSignal,
): Promise<ParquetFile> {
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const file = join(folder, 'table.parquet');
    const rows = await inClosedInstance(corpus, folder, signal, (connection) =>
      copyTable(connection, table, file, about),
    );
    return { file, rows, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** How the folders of downloads begin, and the age in ms at which nobody can be reading one. */
const FOLDER = 'ogi-parquet-';
const ABANDONED = 24 * 60 * 60 * 1000;

/** Removes what a server that was killed left: its temporary folder may lie on a disk that outlives it. */
async function removeAbandoned(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(FOLDER))) {
    const folder = join(tmpdir(), name);
    const found = await stat(folder).catch(() => null);
    // Another user's stays: it is not ours to remove.
    if (found && Date.now() - found.mtimeMs > ABANDONED)
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** A table of a Parquet set: one file, or files in a folder for each value of a column. */
export type SetTable =
  | { name: string; select: string; partitionBy: null }
  | {
      name: string;
      /** Of the reports from $first to before $next: what is joined for all at once does not fit into memory. */
      pieceSelect: string;
      /** One row a row of the table, over the whole corpus. */
      rowsSql: string;
      partitionBy: string;
    };

const REPORTS_A_PIECE = 32_768;

/**
 * Writes the tables under an empty folder: `<name>.parquet`, or `<name>/<column>=<value>/*.parquet` (no folder for a table
 * without rows). Rows written, by table. Throws when a table read back has another number of rows than the corpus.
 */
export async function writeParquetSet(
  corpus: Corpus,
  folder: string,
  tables: readonly SetTable[],
  about: Record<string, string>,
): Promise<Record<string, number>> {
  const metadata = Object.entries(about).map(([key, text]) => `${key}: ${quoted(text)}`);
  const options = `FORMAT parquet, COMPRESSION zstd, KV_METADATA {${metadata.join(', ')}}`;
  return inClosedInstance(corpus, folder, new AbortController().signal, async (connection) => {
    const written: Record<string, number> = {};
    const reports = await countRows(connection, 'reports');
    for (const table of tables) {
      const { name } = table;
      const rows = await countRows(connection, `(${'select' in table ? table.select : table.rowsSql})`);
      written[name] = rows;
      // No row lies in any folder.
      if (rows === 0 && table.partitionBy) continue;
      const path = join(folder, table.partitionBy ? name : `${name}.parquet`);
      await mkdir(dirname(path), { recursive: true });
      if ('pieceSelect' in table)
        for (let first = 0; first < reports; first += REPORTS_A_PIECE) {
          const parts = `PARTITION_BY (${table.partitionBy}), FILENAME_PATTERN 'from-${first}-{i}', OVERWRITE_OR_IGNORE`;
          await connection.run(`COPY (${table.pieceSelect}) TO ${quoted(path)} (${options}, ${parts})`, {
            first,
            next: first + REPORTS_A_PIECE,
          });
        }
      else await connection.run(`COPY (${table.select}) TO ${quoted(path)} (${options})`);
      const files = table.partitionBy ? join(path, '**', '*.parquet') : path;
      const found = await countRows(connection, `read_parquet(${quoted(files)})`);
      if (found !== rows) throw new Error(`${name}: wrote ${found} rows, expected ${rows}`);
    }
    return written;
  });
}

async function countRows(connection: DuckDBConnection, from: string): Promise<number> {
  const counted = await connection.runAndReadAll(`SELECT count(*)::DOUBLE AS rows FROM ${from}`);
  const [{ rows }] = countSchema.parse(counted.getRowObjectsJS());
  return rows;
}

async function inClosedInstance<T>(
  corpus: Corpus,
  folder: string,
  signal: AbortSignal,
  use: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: '768MB',
    temp_directory: folder,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  const stop = (): void => connection.interrupt();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await connection.run(`ATTACH ${quoted(corpus.file)} AS corpus (READ_ONLY)`);
    await connection.run('USE corpus');
    const found = await connection.runAndReadAll('SELECT evidence FROM manifest');
    const [named] = evidenceSchema.parse(found.getRowObjectsJS());
    const evidence = join(/* turbopackIgnore: true */ dirname(corpus.file), named.evidence);
    await connection.run(`ATTACH ${quoted(evidence)} AS evidence (READ_ONLY)`);
    await connection.run(`SET allowed_directories = [${quoted(folder)}]`);
    await connection.run('SET enable_external_access = false');
    await connection.run('SET lock_configuration = true');
    signal.throwIfAborted();
    return await use(connection);
  } finally {
    signal.removeEventListener('abort', stop);
    connection.closeSync();
    instance.closeSync();
  }
}

const evidenceSchema = z.tuple([z.object({ evidence: z.string() })]);
const countSchema = z.tuple([z.object({ rows: z.number() })]);

async function copyTable(
  connection: DuckDBConnection,
  table: ParquetTable,
  file: string,
  about: Record<string, string>,
): Promise<number> {
  const select = 'select' in table ? table.select : await keepRows(connection, table);
  const values = 'select' in table ? table.values : {};
  const metadata = Object.entries(about).map(([key, text]) => `${key}: ${quoted(text)}`);
  const copied = await connection.runAndReadAll(
    `COPY (${select}) TO ${quoted(file)}
     (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 32768, KV_METADATA {${metadata.join(', ')}})`,
    values,
  );
  const written = Number(copied.getRows()[0]?.[0]);
  if (!('select' in table)) return written;
  const counted = await connection.runAndReadAll(
    `SELECT count(*)::DOUBLE AS rows FROM (${table.countSql})`,
    values,
  );
  const [{ rows }] = countSchema.parse(counted.getRowObjectsJS());
  if (rows !== written) throw new Error(`Parquet: wrote ${written} rows, expected ${rows}`);
  return written;
}

const CHUNK_ROWS = 2048;

/** Rows in memory as a table of the instance's own; SQL that reads them. */
async function keepRows(
  connection: DuckDBConnection,
  { columns, rows }: Extract<ParquetTable, { rows: unknown }>,
): Promise<string> {
  const types = columns.map(({ isNumber }) => (isNumber ? DOUBLE : VARCHAR));
  const heads = columns.map(({ id, isNumber }) => `"${id}" ${isNumber ? 'DOUBLE' : 'VARCHAR'}`);
  await connection.run(`CREATE TEMP TABLE answer (${heads.join(', ')})`);
  const appender = await connection.createAppender('answer', 'main', 'temp');
  for (let from = 0; from < rows.length; from += CHUNK_ROWS) {
    const chunk = DuckDBDataChunk.create(types);
    chunk.setRows(rows.slice(from, from + CHUNK_ROWS).map((row) => [...row]));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  return 'SELECT * FROM temp.main.answer';
}
