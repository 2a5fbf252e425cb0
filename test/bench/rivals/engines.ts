/** The engines that DuckDB is compared with, as far as comparisons use them. */
import { isPlaced, loadOnDemand } from '../../../scripts/on-demand/packages';

/** One ClickHouse in this process. `queryBind` fills in values that the SQL names as `{name:Type}`. */
export type ChdbSession = {
  query: (sql: string, format?: string) => string;
  queryBind: (sql: string, values: Record<string, string>, format?: string) => string;
  cleanup: () => void;
};
export type Chdb = { Session: new (folder?: string) => ChdbSession };

const CHDB = { name: 'chdb', version: '3.4.0', cost: '180 MB to download, 550 MB on disk', compiles: false };

/** Whether an earlier use has installed it. */
export const isChdbThere = (): Promise<boolean> => isPlaced(CHDB);

/** ClickHouse's own engine as a library, or the reason why it cannot be had. */
export async function findChdb(): Promise<Chdb | string> {
  const found = await loadOnDemand(CHDB);
  return 'loaded' in found ? (found.loaded as Chdb) : found.missing;
}

export type SqliteDatabase = {
  exec: (sql: string) => void;
  prepare: (sql: string) => {
    run: (...values: unknown[]) => void;
    all: (values: Record<string, unknown>) => unknown[];
  };
  close: () => void;
};
export type Sqlite = new (file: string) => SqliteDatabase;

/** SQLite as a library, or the reason why it cannot be had. */
export async function findSqlite(): Promise<Sqlite | string> {
  const found = await loadOnDemand({
    name: 'better-sqlite3',
    version: '12.11.1',
    cost: 'minutes where it has to be compiled',
    compiles: true,
  });
  return 'loaded' in found ? (found.loaded as Sqlite) : found.missing;
}
