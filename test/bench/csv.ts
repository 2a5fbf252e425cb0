/** Target 5: the whole corpus as CSV, streamed by the product and written by DuckDB's own COPY. */
import { rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openSource } from '../../lib/export/open';
import type { Corpus } from '../../lib/query/index';
import { reportSource } from '../../lib/query/files/report-source';
import { corpusManifest } from '../../lib/store/connect';
import { openDuck, quoted } from './duckdb';
import type { Line } from './lines';
import { demo } from './questions';

const LEAST_RATIO = 0.6;
const FIRST_BYTE_MS = 100;
const MOST_MEMORY_MB = 100;
const LINE_FEED = 10;

/** `folder` is one for the file that COPY writes. */
export async function measureCsv(corpus: Corpus, folder: string): Promise<Line> {
  const streamed = await stream(corpus);
  const copied = await copy(corpus, join(folder, 'copied.csv'));
  const { reports } = await corpusManifest(corpus);
  const [pace, copyPace] = [reports / streamed.seconds, reports / copied.seconds];
  const isExact = streamed.lines === reports + 1 && streamed.told === reports;
  const memory = streamed.memory / 2 ** 20;
  return {
    target: 5,
    what: `CSV of ${reports} reports`,
    measured: `${pace.toFixed(0)} rows/s, ${(pace / copyPace).toFixed(2)} × COPY TO (${copyPace.toFixed(0)} rows/s, ${(copied.bytes / 2 ** 20).toFixed(0)} MB); first byte ${streamed.firstByte.toFixed(0)} ms; ${streamed.lines - 1} rows; + ${memory.toFixed(0)} MB`,
    wanted: `≥ ${LEAST_RATIO} × COPY TO, ≤ ${FIRST_BYTE_MS} ms, exact, + ${MOST_MEMORY_MB} MB`,
    met:
      pace >= LEAST_RATIO * copyPace &&
      streamed.firstByte <= FIRST_BYTE_MS &&
      isExact &&
      memory <= MOST_MEMORY_MB,
  };
}

type Streamed = { seconds: number; firstByte: number; lines: number; told: number; memory: number };

async function stream(corpus: Corpus): Promise<Streamed> {
  const before = process.memoryUsage.rss();
  let most = before;
  let lines = 0;
  let firstByte = 0;
  const start = performance.now();
  const source = reportSource(demo({ basis: 'all' }));
  const options = { language: 'zh', bom: true } as const;
  const opened = await openSource(corpus, source, 'csv', options, new AbortController().signal);
  for await (const chunks of opened.chunks) {
    if (firstByte === 0) firstByte = performance.now() - start;
    most = Math.max(most, process.memoryUsage.rss());
    for (const chunk of chunks)
      for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) lines += 1;
  }
  const seconds = (performance.now() - start) / 1000;
  return { seconds, firstByte, lines, told: opened.rows, memory: most - before };
}

/** The same columns in the same order, by DuckDB alone with all its threads. */
async function copy(corpus: Corpus, file: string): Promise<{ seconds: number; bytes: number }> {
  const { evidence } = await corpusManifest(corpus);
  const source = reportSource(demo({ basis: 'all' }));
  const columns = source.columns.map(({ id, sql }) => `${sql} AS "${id}"`);
  const duck = await openDuck();
  try {
    await duck.run(`ATTACH ${quoted(corpus.file)} AS corpus (READ_ONLY)`);
    await duck.run(`ATTACH ${quoted(join(dirname(corpus.file), evidence))} AS evidence (READ_ONLY)`);
    await duck.run('USE corpus');
    const start = performance.now();
    await duck.run(
      `COPY (SELECT ${columns.join(', ')} FROM ${source.from('whole')} ORDER BY ${source.number})
       TO ${quoted(file)} (FORMAT csv)`,
    );
    return { seconds: (performance.now() - start) / 1000, bytes: (await stat(file)).size };
  } finally {
    duck.close();
    await rm(file, { force: true });
  }
}
