/** A million rows: the first byte at once, fast, in little memory; pages stay quick; who leaves costs nothing. */
import { type Criterion, quantile, type Sheet } from './criterion';
import type { Ground } from '../../test/site/ground';

const FILE = '/api/v1/cells.csv?corpus=demo&basis=all';
const MOST = { firstByteMs: 100, memoryMb: 500, leaveMs: 1000, pageMs: 150 };
const LEAST_MB_S = 20;
const ROWS = 1_000_000;

export const streaming: Criterion = {
  number: 6,
  name: 'Streaming',
  async check(ground, sheet) {
    await ground.text('/?corpus=demo');
    const quiet = await measure(ground, 'process_resident_memory_bytes');
    ground.progress('one file');
    await checkFile(ground, sheet);
    ground.progress('pages during two files');
    await checkPages(ground, sheet);
    ground.progress('a reader who leaves');
    await checkLeaving(ground, sheet);
    sheet.measured(`memory before: ${(quiet / 2 ** 20).toFixed(0)} MB`);
  },
};

async function measure(ground: Ground, name: string): Promise<number> {
  const text = await ground.text('/metrics');
  return Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1] ?? Number.NaN);
}

/** Reads up to `most` rows and gives times and sizes; lines are counted, nothing is kept. */
async function read(
  ground: Ground,
  most: number,
): Promise<{ firstMs: number; mbPerSecond: number; rows: number }> {
  const gone = new AbortController();
  const start = performance.now();
  const answer = await ground.ask(FILE, { signal: gone.signal });
  let firstMs = 0;
  let bytes = 0;
  let rows = -1;
  for await (const piece of answer.body ?? []) {
    firstMs ||= performance.now() - start;
    bytes += piece.length;
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) rows++;
    if (rows >= most) break;
  }
  gone.abort();
  return { firstMs, rows, mbPerSecond: bytes / 1e6 / ((performance.now() - start) / 1000) };
}

async function checkFile(ground: Ground, sheet: Sheet): Promise<void> {
  const firsts: number[] = [];
  for (let run = 0; run < 5; run++) firsts.push((await read(ground, 1)).firstMs);
  const first = quantile(firsts, 0.5);
  let peak = 0;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      peak = Math.max(peak, await measure(ground, 'process_resident_memory_bytes'));
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  })();
  const { rows, mbPerSecond } = await read(ground, ROWS);
  isOver = true;
  await watching;
  const memory = peak / 2 ** 20;
  sheet.expect(rows >= ROWS, FILE, `${rows} rows`, `at least ${ROWS}`);
  sheet.expect(
    first <= MOST.firstByteMs,
    'first byte',
    `${first.toFixed(0)} ms`,
    `at most ${MOST.firstByteMs} ms`,
  );
  sheet.expect(
    mbPerSecond >= LEAST_MB_S,
    'rate',
    `${mbPerSecond.toFixed(1)} MB/s`,
    `at least ${LEAST_MB_S} MB/s`,
  );
  sheet.expect(
    memory <= MOST.memoryMb,
    'memory of the server',
    `${memory.toFixed(0)} MB`,
    `at most ${MOST.memoryMb} MB`,
  );
  sheet.measured(
    `${rows} rows at ${mbPerSecond.toFixed(1)} MB/s, first byte after ${first.toFixed(0)} ms (median of 5), memory at most ${memory.toFixed(0)} MB`,
  );
}

async function checkPages(ground: Ground, sheet: Sheet): Promise<void> {
  const gone = new AbortController();
  const loads = [1, 2].map(async () => {
    const answer = await ground.ask(FILE, { signal: gone.signal });
    for await (const piece of answer.body ?? []) if (piece.length === 0) break;
  });
  const ended = Promise.allSettled(loads);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const times: number[] = [];
  for (let run = 0; run < 5; run++)
    for (const path of ['/?corpus=demo', '/requests?corpus=demo', '/reports?corpus=demo', '/healthz']) {
      const start = performance.now();
      const answer = await ground.ask(path);
      times.push(performance.now() - start);
      await answer.body?.cancel();
    }
  gone.abort();
  await ended;
  const [half, most] = [quantile(times, 0.5), quantile(times, 0.95)];
  sheet.expect(
    half <= MOST.pageMs,
    'pages during two downloads',
    `p50 ${half.toFixed(0)} ms`,
    `p50 at most ${MOST.pageMs} ms`,
  );
  sheet.measured(
    `first byte of pages during two downloads: p50 ${half.toFixed(0)} ms, p95 ${most.toFixed(0)} ms`,
  );
}

/** Waits until the downloads of the check before have ended, as long as a reader who left may hold one. */
async function calm(ground: Ground): Promise<void> {
  const start = performance.now();
  while ((await measure(ground, 'ogi_exports_running')) > 0 && performance.now() - start < MOST.leaveMs)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

async function checkLeaving(ground: Ground, sheet: Sheet): Promise<void> {
  await calm(ground);
  const before = await measure(ground, 'ogi_exports_running');
  const gone = new AbortController();
  const answer = await ground.ask(FILE, { signal: gone.signal });
  const reader = answer.body?.getReader();
  await reader?.read();
  const during = await measure(ground, 'ogi_exports_running');
  gone.abort();
  const start = performance.now();
  let after = during;
  while (after > before && performance.now() - start < 5000)
    after = await measure(ground, 'ogi_exports_running');
  const took = performance.now() - start;
  sheet.expect(during > before, 'exports running', during, `more than ${before} while a reader reads`);
  sheet.expect(
    after <= before && took <= MOST.leaveMs,
    'a reader who left',
    `${took.toFixed(0)} ms`,
    `free within ${MOST.leaveMs} ms`,
  );
  sheet.measured(`free ${took.toFixed(0)} ms after the reader left`);
}
