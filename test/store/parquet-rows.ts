/** Parquet files as any other reader sees them. */
import { DuckDBInstance } from '@duckdb/node-api';

/** Rows of a file or of a glob of files, in the order of the file; numbers as JavaScript numbers. */
export async function parquetRows(
  path: string,
  sql = 'SELECT * FROM read_parquet($path)',
): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql, { path })).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
