/** Target 7: a server whose database is replaced thirty times while it answers. */
import { link, mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Corpus, selectMetrics } from '../../lib/query/index';
import { clearQueryCache } from '../../lib/query/query-cache';
import { corpusManifest } from '../../lib/store/connect';
import type { Line } from './lines';
import { demo } from './questions';

const SWAPS = 30;
const READERS = 16;

/** `copies` are two whole databases with the same contents in one folder with their evidence. */
export async function measureSwaps(copies: readonly [string, string]): Promise<Line> {
  const folder = dirname(copies[0]);
  const corpus: Corpus = { name: 'demo', file: join(folder, 'swapped.duckdb') };
  const put = async (from: string): Promise<void> => {
    const fresh = `${corpus.file}.fresh`;
    await rm(fresh, { force: true });
    await link(from, fresh);
    await rename(fresh, corpus.file);
  };
  await mkdir(folder, { recursive: true });
  await put(copies[0]);
  const expected = await reports(corpus);
  let isOver = false;
  let answered = 0;
  const failed: string[] = [];
  const read = async (): Promise<void> => {
    while (!isOver) {
      clearQueryCache();
      const found = await reports(corpus).catch((error: unknown) => String(error).split('\n')[0] ?? '');
      answered += 1;
      if (found !== expected) failed.push(String(found));
    }
  };
  const readers = Array.from({ length: READERS }, read);
  for (let i = 1; i <= SWAPS; i++) {
    await put(copies[i % 2 === 0 ? 0 : 1]);
    await corpusManifest(corpus);
    await pause(100);
  }
  isOver = true;
  await Promise.all(readers);
  await rm(corpus.file, { force: true });
  return {
    target: 7,
    what: `swaps of ${basename(copies[0])} under ${READERS} readers`,
    measured: `${SWAPS} swaps, ${answered} questions, ${failed.length} failed${failed[0] ? ` (${failed[0]})` : ''}`,
    wanted: '≥ 30 swaps, 0 failed',
    met: failed.length === 0,
  };
}

async function reports(corpus: Corpus): Promise<number> {
  const { meta } = await selectMetrics(corpus, { metrics: ['granted'], by: ['year'], filters: demo() });
  return meta.reports;
}
