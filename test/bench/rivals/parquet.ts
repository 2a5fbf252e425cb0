/** DuckDB over the Parquet files as they stand: no tables of its own, no cubes. */
import { join } from 'node:path';
import { DUCKDB } from '../../../lib/store/engine/dialect';
import { openDuck, quoted } from '../duckdb';
import { type Rival, RIVAL_TABLES } from './rival';

/** Reads the folder `engine` of a Parquet set. */
export async function openParquetRival(set: string): Promise<Rival> {
  const duck = await openDuck();
  for (const table of RIVAL_TABLES) {
    const file = join(set, 'engine', `${table}.parquet`);
    await duck.run(`CREATE VIEW ${table} AS SELECT * FROM read_parquet(${quoted(file)})`);
  }
  return {
    name: 'DuckDB over Parquet',
    dialect: {
      ...DUCKDB,
      hasCubes: false,
      // Files have words where the store has a type.
      applicantRows: (words) => `SELECT unnest([${words.map(quoted).join(', ')}]) AS applicant`,
    },
    rows: (sql, values) => duck.rows(sql, values),
    close: duck.close,
  };
}
