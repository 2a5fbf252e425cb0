/**
 * Questions to a ClickHouse server over HTTP, in the same SQL as DuckDB gets but for the words of dialect.ts. Each
 * corpus has a database of its own, CLICKHOUSE_DATABASE and the corpus's name (schema.sql).
 */
import {
  type ClickHouseClient,
  ClickHouseLogLevel,
  type ClickHouseSettings,
  createClient,
} from '@clickhouse/client';
import { z } from 'zod';
import type { CorpusName } from '../../../filters';
import { setting } from '../../../settings';

/** Null as in standard SQL: kept by casts, given by empty sums and by joins that find nothing. */
export const STANDARD: ClickHouseSettings = {
  aggregate_functions_null_for_empty: 1,
  cast_keep_nullable: 1,
  join_use_nulls: 1,
  prefer_column_name_to_alias: 1,
  // A subquery over sharded tables sees the rows of all shards, not only those of the shard it is sent to.
  distributed_product_mode: 'global',
  prefer_global_in_and_join: 1,
  output_format_json_quote_64bit_integers: 0,
};

/** A client for one corpus; the caller closes it. `timeout` in seconds. */
export function clickhouseClient(corpus: CorpusName, timeout: number): ClickHouseClient {
  return createClient({
    url: setting('CLICKHOUSE_URL'),
    username: setting('CLICKHOUSE_USER'),
    password: setting('CLICKHOUSE_PASSWORD'),
    database: clickhouseDatabase(corpus),
    request_timeout: timeout * 1000,
    clickhouse_settings: STANDARD,
    // What fails is thrown and logged with the question that it belongs to.
    log: { level: ClickHouseLogLevel.OFF },
  });
}

/** The name of a corpus's database. */
export const clickhouseDatabase = (corpus: CorpusName): string =>
  `${setting('CLICKHOUSE_DATABASE')}_${corpus}`;

export type ClickHouseValues = Record<string, string | number>;

/** Rows checked by `schema`. `$name` in the SQL stands for a value. Stopped after QUERY_SECONDS or by the signal. */
export async function clickhouseRows<T>(
  client: ClickHouseClient,
  schema: z.ZodType<T>,
  sql: string,
  values: ClickHouseValues,
  signal: AbortSignal,
): Promise<T[]> {
  const answer = await client.query({
    query: boundSql(sql, values),
    query_params: values,
    format: 'JSONEachRow',
    abort_signal: signal,
    clickhouse_settings: {
      max_execution_time: setting('QUERY_SECONDS'),
      cancel_http_readonly_queries_on_client_close: 1,
    },
  });
  return z.array(schema).parse(await answer.json());
}

/** `$v0` → `{v0:Int64}`, by the kind of the value. Throws when a name has no value. */
export function boundSql(sql: string, values: ClickHouseValues): string {
  return sql.replaceAll(/\$(\w+)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value is bound to ${name}`);
    const type = typeof value === 'string' ? 'String' : Number.isSafeInteger(value) ? 'Int64' : 'Float64';
    return `{${name}:${type}}`;
  });
}
