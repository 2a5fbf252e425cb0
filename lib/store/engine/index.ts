/**
 * Who answers questions about metrics: DuckDB, or the ClickHouse of the settings. Reports, agencies, cells and files
 * always come from DuckDB, whose manifest says which version of the corpus is being served.
 */
import { z } from 'zod';
import { setting } from '../../settings';
import { type ClickHouseValues, clickhouseClient, clickhouseRows } from './clickhouse/connect';
import { type Database, QueryError, type SqlValues, stopSignal, withDatabase } from '../connect';
import type { Corpus } from '../corpora';
import { CLICKHOUSE, type Dialect, DUCKDB } from './dialect';

/**
 * What `use` returns, given the engine's rows and its dialect. Throws as withDatabase does; and QueryError when
 * ClickHouse does not hold the version of the corpus that is being served, so that no page mixes two versions.
 */
export function withEngine<T>(
  corpus: Corpus,
  question: string,
  use: (database: Database, dialect: Dialect) => Promise<T>,
): Promise<T> {
  if (setting('ENGINE') === 'duckdb')
    return withDatabase(corpus, question, (database) => use(database, DUCKDB));
  return withDatabase(corpus, question, async ({ manifest }) => {
    const client = clickhouseClient(corpus.name, setting('QUERY_SECONDS'));
    const signal = stopSignal();
    const rows = async <R>(schema: z.ZodType<R>, sql: string, values: SqlValues = {}): Promise<R[]> => {
      try {
        return await clickhouseRows(client, schema, sql, plainValues(values), signal);
      } catch (error) {
        throw new QueryError(sql, { cause: error });
      }
    };
    try {
      await checkVersion(rows, manifest.corpus_version);
      return await use({ manifest, rows }, CLICKHOUSE);
    } finally {
      await client.close();
    }
  });
}

const VERSION_SQL = 'SELECT corpus_version FROM manifest';
const versionSchema = z.object({ corpus_version: z.string() });

async function checkVersion(rows: Database['rows'], expected: string): Promise<void> {
  const found = await rows(versionSchema, VERSION_SQL);
  const versions = found.map((row) => row.corpus_version).join(', ') || 'no whole corpus';
  if (versions === expected) return;
  const cause = new Error(`ClickHouse holds ${versions}, expected ${expected}: npm run load-clickhouse`);
  throw new QueryError(VERSION_SQL, { cause });
}

const plainSchema = z.record(z.string(), z.union([z.string(), z.number()]));
const plainValues = (values: SqlValues): ClickHouseValues => plainSchema.parse(values);
