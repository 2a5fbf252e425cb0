/** Rows into the staging tables, a chunk of 2048 at a time: far quicker than INSERT (docs/performance). */
import {
  DOUBLE,
  DuckDBDataChunk,
  INTEGER,
  VARCHAR,
  type DuckDBAppender,
  type DuckDBConnection,
  type DuckDBType,
} from '@duckdb/node-api';
import type { StagedValue } from './staging';
import { STAGING } from '../schema/staging-tables';

const CHUNK_ROWS = 2048;
const TYPES = { INTEGER, DOUBLE, VARCHAR };

export type Staging = {
  append: (table: string, rows: StagedValue[][]) => void;
  /** Writes what is still held back. Nothing can be appended afterwards. */
  close: () => void;
};

type Writer = { appender: DuckDBAppender; types: DuckDBType[]; columns: StagedValue[][] };

/** Appenders to every staging table of the attached database `staged`. */
export async function openStaging(connection: DuckDBConnection): Promise<Staging> {
  const writers = new Map<string, Writer>();
  for (const [table, columns] of Object.entries(STAGING)) {
    const types = Object.values(columns).map((type) => TYPES[type]);
    const appender = await connection.createAppender(table, 'main', 'staged');
    writers.set(table, { appender, types, columns: types.map(() => []) });
  }
  return {
    append(table, rows) {
      const writer = writers.get(table);
      if (!writer) throw new Error(`no staging table ${table}`);
      for (const row of rows) {
        for (let i = 0; i < row.length; i++) writer.columns[i]?.push(row[i] ?? null);
        if (writer.columns[0]?.length === CHUNK_ROWS) flush(writer);
      }
    },
    close() {
      for (const writer of writers.values()) {
        flush(writer);
        writer.appender.closeSync();
      }
    },
  };
}

function flush(writer: Writer): void {
  if (writer.columns[0]?.length === 0) return;
  const chunk = DuckDBDataChunk.create(writer.types);
  chunk.setColumns(writer.columns);
  writer.appender.appendDataChunk(chunk);
  writer.columns = writer.types.map(() => []);
}
