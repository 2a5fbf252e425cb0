/**
 * Reading a corpus: one read-only DuckDB instance a file, kept on globalThis so that it survives hot reloading, and
 * changed for a new one when the file is replaced. A query holds a connection of its own and is stopped when it takes
 * too long or its reader leaves; DuckDB has no time limit of its own.
 */
import { statSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import pLimit from 'p-limit';
import { z } from 'zod';
import { SCHEMA_VERSION } from '../record';
import { setting } from '../settings';
import { log } from '../telemetry/log';
import { beginQuery } from '../telemetry/query-time';
import { currentRequest, markFailed } from '../telemetry/request';
import { mapYielding } from '../event-loop';
import type { Corpus } from './corpora';
import { LAYOUT } from './schema/layout';

const manifestSchema = z.object({
  schema_version: z.literal(SCHEMA_VERSION),
  corpus: z.string(),
  synthetic: z.boolean(),
  corpus_version: z.string(),
  inputs: z.string(),
  reports: z.number(),
  agencies: z.number(),
  cells: z.number(),
  one_a_year: z.boolean(),
  evidence: z.string(),
  first_year: z.number().nullable(),
  last_year: z.number().nullable(),
  published_until: z.string().nullable(),
});
/** What a database says of itself. */
export type Manifest = z.infer<typeof manifestSchema>;

export type SqlValues = Record<string, DuckDBValue>;

/** One connection to one corpus. Queries on it run one after the other. */
export type Database = {
  manifest: Manifest;
  /** Rows checked by `schema`; sums and counts must be cast to DOUBLE or INTEGER in the SQL. */
  rows: <T>(schema: z.ZodType<T>, sql: string, values?: SqlValues) => Promise<T[]>;
};

/** A query that DuckDB refused or that was stopped. The message is for the log, never for a reader. */
export class QueryError extends Error {
  override name = 'QueryError';
  constructor(
    readonly sql: string,
    options: ErrorOptions,
  ) {
    super(options.cause instanceof Error ? options.cause.message : 'query failed', options);
  }
}

/** A corpus whose database is not there or not whole. */
export class CorpusError extends Error {
  override name = 'CorpusError';
}

type Opened = {
  stamp: string;
  instance: DuckDBInstance;
  manifest: Manifest;
  users: number;
  replaced: boolean;
};

/** Too many questions are waiting; ask again later. */
export class BusyError extends Error {
  override name = 'BusyError';
}

/** What one page or answer may put into the queue after its request was let in. */
const QUEUE_RESERVE = 4;

type Shared = { opened: Map<string, Promise<Opened>>; limit: ReturnType<typeof pLimit> };
const holder = globalThis as typeof globalThis & { ogiDatabases?: Shared };
const shared = (): Shared => {
  // More queries at once only make each other slower and hold up the event loop.
  holder.ogiDatabases ??= { opened: new Map(), limit: pLimit(setting('QUERIES_AT_ONCE')) };
  return holder.ogiDatabases;
};

/**
 * What `use` returns, given a connection to the corpus. `question` names it in the log and in measures. Stops when the
 * client of the current request leaves. Throws CorpusError when there is no whole database, QueryError when a query
 * fails or takes longer than QUERY_SECONDS in all, BusyError when too many wait.
 */
export async function withDatabase<T>(
  corpus: Corpus,
  question: string,
  use: (database: Database) => Promise<T>,
): Promise<T> {
  if (queriesWaiting() >= QUEUE_RESERVE * setting('QUERIES_WAITING')) {
    markFailed();
    throw new BusyError('too many questions at once');
  }
  const askedAt = performance.now();
  return shared().limit(async () => {
    const timing = beginQuery(corpus.name, question, askedAt);
    let lease: Lease | undefined;
    try {
      lease = await openConnection(corpus, stopSignal());
      const { manifest } = lease;
      const answer = await use({ manifest, rows: rowsOf(lease) });
      timing.end('answered');
      return answer;
    } catch (error) {
      timing.end(error);
      markFailed();
      throw error;
    } finally {
      lease?.close();
    }
  });
}

/** Questions that wait for their turn. */
export const queriesWaiting = (): number => shared().limit.pendingCount;

/** What the database being served says of itself; asks no query and waits for none. Throws CorpusError. */
export async function corpusManifest(corpus: Corpus): Promise<Manifest> {
  return (await openedCorpus(corpus.file)).manifest;
}

/** Aborts at the time limit, or when the client of the current request leaves. */
export function stopSignal(): AbortSignal {
  const limit = AbortSignal.timeout(setting('QUERY_SECONDS') * 1000);
  const request = currentRequest();
  return request ? AbortSignal.any([request.signal, limit]) : limit;
}

/** The hash of the inputs that a database was built from, or null when there is no whole database of this schema. */
export async function readInputs(file: string): Promise<string | null> {
  try {
    const instance = await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' });
    try {
      return (await prepare(instance, file)).inputs;
    } finally {
      instance.closeSync();
    }
  } catch {
    return null;
  }
}

export type Lease = {
  manifest: Manifest;
  /** Rows as plain values; throws what DuckDB says when the query fails, is interrupted, or the lease is closed. */
  read: (sql: string, values?: SqlValues) => Promise<unknown[]>;
  /** Interrupts what runs and gives the connection back as soon as that has ended; any number of times. */
  close: () => void;
};

/** A connection that the caller must close; `signal` interrupts what runs on it. For streams; else `withDatabase`. */
export async function openConnection(corpus: Corpus, signal: AbortSignal): Promise<Lease> {
  signal.throwIfAborted();
  let opened = await openedCorpus(corpus.file);
  while (opened.replaced) opened = await openedCorpus(corpus.file);
  opened.users += 1;
  const connection = await opened.instance.connect().catch((error: unknown) => {
    release(opened);
    throw error;
  });
  const stop = (): void => connection.interrupt();
  signal.addEventListener('abort', stop, { once: true });
  const running = new Set<Promise<unknown>>();
  let isOpen = true;
  const read = async (sql: string, values?: SqlValues): Promise<unknown[]> => {
    if (!isOpen) throw new Error('the connection is closed');
    const answer = readRows(connection, sql, values);
    running.add(answer);
    try {
      const rows = await answer;
      signal.throwIfAborted();
      return rows;
    } finally {
      running.delete(answer);
    }
  };
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    signal.removeEventListener('abort', stop);
    stop();
    // DuckDB ends the whole server with a segmentation fault when a connection is closed under a running query.
    void Promise.allSettled(running).then(() => {
      connection.closeSync();
      release(opened);
    });
  };
  return { manifest: opened.manifest, read, close };
}

/** Chunk by chunk: to make all rows of a long answer at once would hold up every other request. */
async function readRows(connection: DuckDBConnection, sql: string, values?: SqlValues): Promise<unknown[]> {
  const result = await connection.run(sql, values);
  const rows: unknown[] = [];
  for await (const chunk of result.yieldRowObjectJs()) rows.push(...chunk);
  return rows;
}

function release(opened: Opened): void {
  opened.users -= 1;
  if (opened.replaced && opened.users === 0) opened.instance.closeSync();
}

const rowsOf =
  (lease: Lease): Database['rows'] =>
  async (schema, sql, values) => {
    try {
      return await mapYielding(await lease.read(sql, values), (row) => schema.parse(row));
    } catch (error) {
      throw new QueryError(sql, { cause: error });
    }
  };

/** The instance for the file as it is now: a file that was replaced is opened anew, the old one closed after its last user. */
async function openedCorpus(file: string): Promise<Opened> {
  const { opened } = shared();
  const stamp = stampOf(file);
  const known = opened.get(file);
  const current = await known?.catch(() => undefined);
  if (current?.stamp === stamp) return current;
  if (opened.get(file) !== known) return openedCorpus(file);
  const opening = openInstance(file, stamp, current);
  opened.set(file, opening);
  try {
    return await opening;
  } catch (error) {
    if (opened.get(file) === opening) opened.delete(file);
    throw error;
  }
}

/**
 * What tells one file at a path from the next. Every request asks, so on the spot: the threads that could ask the system instead are
 * those on which long questions run, and an answer that is kept would wait for one of them.
 */
function stampOf(file: string): string {
  try {
    const { ino, mtimeMs, size } = statSync(file);
    return `${ino}-${mtimeMs}-${size}`;
  } catch (error) {
    throw new CorpusError(`found no database at ${file}, expected one from npm run build-db`, {
      cause: error,
    });
  }
}

/** Opens a file; when it is not whole but an older one is open, the older one stays and the log says so once. */
async function openInstance(file: string, stamp: string, current: Opened | undefined): Promise<Opened> {
  try {
    const instance = await DuckDBInstance.create(file, {
      access_mode: 'READ_ONLY',
      threads: '2',
      memory_limit: '1GB',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const manifest = await prepare(instance, file).catch((error: unknown) => {
      instance.closeSync();
      throw error;
    });
    if (current) retire(current);
    return { stamp, instance, manifest, users: 0, replaced: false };
  } catch (error) {
    const now = stampOf(file);
    if (now !== stamp) return openInstance(file, now, current);
    const message = `${file}: found no whole database (${firstLine(error)}), expected one from npm run build-db`;
    if (!current) throw new CorpusError(message, { cause: error });
    log().error(`${message}; the one from before stays in use`);
    current.stamp = stamp;
    return current;
  }
}

/** Checks that the database and its evidence are whole, attaches the evidence and shuts every other file out. */
async function prepare(instance: DuckDBInstance, file: string): Promise<Manifest> {
  const connection = await instance.connect();
  try {
    const manifest = await readManifest(connection);
    const evidence = join(/* turbopackIgnore: true */ dirname(file), manifest.evidence);
    await connection.run(`ATTACH '${evidence.replaceAll("'", "''")}' AS evidence (READ_ONLY)`);
    await connection.run('SET enable_external_access = false');
    const reader = await connection.runAndReadAll('SELECT corpus_version FROM evidence.manifest');
    const version = reader.getRowsJS()[0]?.[0];
    if (version !== manifest.corpus_version)
      throw new Error(`the evidence is of ${JSON.stringify(version)}, expected ${manifest.corpus_version}`);
    await checkSizes(connection);
    await connection.run('SELECT sum(reports) FROM cube');
    return manifest;
  } finally {
    connection.closeSync();
  }
}

const HEADER_BYTES = 3 * 4096;
const sizesSchema = z.array(z.object({ path: z.string(), bytes: z.number() }));

/** A file that was cut off opens all the same and fails at the first query that reaches the cut. */
async function checkSizes(connection: DuckDBConnection): Promise<void> {
  const reader = await connection.runAndReadAll(
    `SELECT path, (block_size * total_blocks)::DOUBLE AS bytes
     FROM pragma_database_size() JOIN duckdb_databases() USING (database_name) WHERE path IS NOT NULL`,
  );
  const files = sizesSchema.parse(reader.getRowObjectsJS());
  if (files.length < 2)
    throw new Error(`found ${files.length} open files, expected a database and its evidence`);
  for (const { path, bytes } of files) {
    const { size } = await stat(path);
    if (size < bytes + HEADER_BYTES)
      throw new Error(`${basename(path)} has ${size} bytes, expected ${bytes + HEADER_BYTES}`);
  }
}

function retire(opened: Opened): void {
  opened.replaced = true;
  if (opened.users === 0) opened.instance.closeSync();
}

async function readManifest(connection: DuckDBConnection): Promise<Manifest> {
  const reader = await connection.runAndReadAll(
    'SELECT * REPLACE (cells::DOUBLE AS cells, published_until::VARCHAR AS published_until) FROM manifest',
  );
  const [row] = reader.getRowObjectsJS();
  if (row && row.layout !== LAYOUT)
    throw new Error(
      `the layout of its tables is ${typeof row.layout === 'number' ? row.layout : 'older than 2'}, expected ${LAYOUT}`,
    );
  return manifestSchema.parse(row);
}

const firstLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error).split('\n')[0] ?? '';
