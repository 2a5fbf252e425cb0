/** Target 4: how much room a report takes, in the database and as Parquet. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Corpus } from '../../lib/query/index';
import { corpusManifest } from '../../lib/store/connect';
import type { Line } from './lines';

const DATABASE_BYTES = 85;
const PARQUET_BYTES = 25;

/** `set` is the corpus as a Parquet set. */
export async function measureFiles(corpus: Corpus, set: string): Promise<Line[]> {
  const { reports } = await corpusManifest(corpus);
  const line = (what: string, bytes: number, limit: number | null): Line => ({
    target: limit === null ? null : 4,
    what,
    measured: `${(bytes / reports).toFixed(1)} bytes a report, ${(bytes / 2 ** 20).toFixed(0)} MB`,
    wanted: limit === null ? '' : `≤ ${limit}`,
    met: limit === null ? null : bytes / reports <= limit,
  });
  const engine = (name: string): Promise<number> => bytesUnder(join(set, 'engine', `${name}.parquet`));
  const hybrid = (await engine('reports')) + (await engine('requests_by_applicant'));
  return [
    line('database file without the evidence', await bytesUnder(corpus.file), DATABASE_BYTES),
    line('Parquet: reports and requests by applicant, as the database holds them', hybrid, PARQUET_BYTES),
    line(
      'Parquet: one wide row a report by province, with names and every cell',
      await bytesUnder(join(set, 'reports')),
      null,
    ),
  ];
}

async function bytesUnder(path: string): Promise<number> {
  const found = await stat(path);
  if (!found.isDirectory()) return found.size;
  const names = await readdir(path);
  const sizes = await Promise.all(names.map((name) => bytesUnder(join(path, name))));
  return sizes.reduce((sum, size) => sum + size, 0);
}
