/** A DuckDB of the benchmark's own: for what the product never does, such as reading Parquet or COPY TO. */
import { DuckDBInstance } from '@duckdb/node-api';
import { z } from 'zod';
import type { Row, SqlValues } from './rivals/rival';

export type Duck = {
  run: (sql: string) => Promise<void>;
  rows: (sql: string, values?: SqlValues) => Promise<Row[]>;
  /** Rows as lists of plain values, some thousand at a time. */
  stream: (sql: string) => AsyncIterable<unknown[][]>;
  close: () => void;
};

const rowsSchema = z.array(z.record(z.string(), z.union([z.string(), z.number()]).nullable()));

/** In memory, with as many threads and as much memory as the product gives itself. */
export async function openDuck(): Promise<Duck> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '1GB' });
  const connection = await instance.connect();
  return {
    run: async (sql) => {
      await connection.run(sql);
    },
    rows: async (sql, values = {}) =>
      rowsSchema.parse((await connection.runAndReadAll(sql, values)).getRowObjectsJS()),
    stream: async function* (sql) {
      yield* (await connection.stream(sql)).yieldRowsJs();
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A text as it stands in SQL. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
