/**
 * Times over a machine that does nothing else, so only `npm run acceptance` looks at them: a million rows as a file, orders
 * and filters of the big table, first byte and largest paint of every page.
 */
import type { Page } from 'playwright-core';
import { randomOf, shuffled } from '../../../lib/synth/random';
import { quantile } from '../../bench/timing';
import { openContext } from '../../site/browser';
import { check, measured, SEED } from '../../site/checks';
import { type Route, routesOf } from '../../site/routes';
import { type PageSite, sharedBrowser, testTimes } from '../../site/site';

const FILE = '/api/v1/cells.csv?corpus=demo&basis=all';
const MOST = {
  firstByteMs: 100,
  memoryMb: 500,
  leaveMs: 1000,
  pageMs: 150,
  tableMs: 300,
  paintMs: 600,
  shift: 0.05,
  pageFirstByteMs: 150,
};
const LEAST_MB_S = 20;
const ROWS = 1_000_000;
const LOADS = 3;
const SORTS = [
  '-requests.new_requests.total',
  'disclosure_rate',
  '-year,agency',
  '-outcomes_total',
  'published',
  '-reconsiderations,year',
  '-findings',
  'agency',
];
const CONDITIONS = [
  '',
  'where=requests.new_requests.total>=500',
  'level=county',
  'region=32',
  'where=findings>=1',
  'from=2021&to=2023',
  'where=disclosure_rate<0.5',
  'body=department',
];
const COLUMNS = 'columns=agency,year,level,requests.new_requests.total,disclosure_rate';

// The first one: the memory that a download takes is seen before a thousand pages were made.
testTimes(
  'a million rows come at once, fast and in little memory; who leaves costs nothing',
  async (site) => {
    await site.text('/?corpus=demo');
    const quiet = await measure(site, 'process_resident_memory_bytes');
    await checkFile(site);
    await checkPages(site);
    await checkLeaving(site);
    measured(`memory before: ${(quiet / 2 ** 20).toFixed(0)} MB`);
  },
);

testTimes('the table of slices is quick over all reports', checkTimes);

testTimes('soon there', async (site) => {
  const routes = [...(await routesOf(site, 'demo')), ...(await routesOf(site, 'reports'))];
  await checkPaint(site, routes);
  await checkFirstByte(site, routes);
});

/** Runs with a page in a window that nothing was shown in before. */
async function inFreshWindow<T>(url: string, run: (page: Page) => Promise<T>): Promise<T> {
  const context = await openContext(await sharedBrowser());
  try {
    await context.addInitScript({ content: 'globalThis.__name ??= (each) => each;' });
    const page = await context.newPage();
    await page.goto(url);
    return await run(page);
  } finally {
    await context.close();
  }
}

async function measure(site: PageSite, name: string): Promise<number> {
  const text = await site.text('/metrics');
  return Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1] ?? Number.NaN);
}

/** Reads up to `most` rows and gives times and sizes; lines are counted, nothing is kept. */
async function read(
  site: PageSite,
  most: number,
): Promise<{ firstMs: number; mbPerSecond: number; rows: number }> {
  const gone = new AbortController();
  const start = performance.now();
  const answer = await site.ask(FILE, { signal: gone.signal });
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

async function checkFile(site: PageSite): Promise<void> {
  const firsts: number[] = [];
  for (let run = 0; run < 5; run++) firsts.push((await read(site, 1)).firstMs);
  const first = quantile(firsts, 0.5);
  let peak = 0;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      peak = Math.max(peak, await measure(site, 'process_resident_memory_bytes'));
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  })();
  const { rows, mbPerSecond } = await read(site, ROWS);
  isOver = true;
  await watching;
  const memory = peak / 2 ** 20;
  check(rows >= ROWS, FILE, `${rows} rows`, `at least ${ROWS}`);
  check(first <= MOST.firstByteMs, 'first byte', `${first.toFixed(0)} ms`, `at most ${MOST.firstByteMs} ms`);
  check(mbPerSecond >= LEAST_MB_S, 'rate', `${mbPerSecond.toFixed(1)} MB/s`, `at least ${LEAST_MB_S} MB/s`);
  check(
    memory <= MOST.memoryMb,
    'memory of the server',
    `${memory.toFixed(0)} MB`,
    `at most ${MOST.memoryMb} MB`,
  );
  measured(
    `${rows} rows at ${mbPerSecond.toFixed(1)} MB/s, first byte after ${first.toFixed(0)} ms (median of 5), memory at most ${memory.toFixed(0)} MB`,
  );
}

async function checkPages(site: PageSite): Promise<void> {
  const gone = new AbortController();
  const loads = [1, 2].map(async () => {
    const answer = await site.ask(FILE, { signal: gone.signal });
    for await (const piece of answer.body ?? []) if (piece.length === 0) break;
  });
  const ended = Promise.allSettled(loads);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const times: number[] = [];
  for (let run = 0; run < 5; run++)
    for (const path of ['/?corpus=demo', '/requests?corpus=demo', '/reports?corpus=demo', '/healthz']) {
      const start = performance.now();
      const answer = await site.ask(path);
      times.push(performance.now() - start);
      await answer.body?.cancel();
    }
  gone.abort();
  await ended;
  const [half, most] = [quantile(times, 0.5), quantile(times, 0.95)];
  check(
    half <= MOST.pageMs,
    'pages during two downloads',
    `p50 ${half.toFixed(0)} ms`,
    `p50 at most ${MOST.pageMs} ms`,
  );
  measured(`first byte of pages during two downloads: p50 ${half.toFixed(0)} ms, p95 ${most.toFixed(0)} ms`);
}

/** Waits until the downloads of the check before have ended, as long as a reader who left may hold one. */
async function calm(site: PageSite): Promise<void> {
  const start = performance.now();
  while ((await measure(site, 'ogi_exports_running')) > 0 && performance.now() - start < MOST.leaveMs)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

async function checkLeaving(site: PageSite): Promise<void> {
  await calm(site);
  const before = await measure(site, 'ogi_exports_running');
  const gone = new AbortController();
  const answer = await site.ask(FILE, { signal: gone.signal });
  const reader = answer.body?.getReader();
  await reader?.read();
  const during = await measure(site, 'ogi_exports_running');
  gone.abort();
  const start = performance.now();
  let after = during;
  while (after > before && performance.now() - start < 5000)
    after = await measure(site, 'ogi_exports_running');
  const took = performance.now() - start;
  check(during > before, 'exports running', during, `more than ${before} while a reader reads`);
  check(
    after <= before && took <= MOST.leaveMs,
    'a reader who left',
    `${took.toFixed(0)} ms`,
    `free within ${MOST.leaveMs} ms`,
  );
  measured(`free ${took.toFixed(0)} ms after the reader left`);
}

/** Every order with some filter, none asked before: the time until the rows are there. */
async function checkTimes(site: PageSite): Promise<void> {
  const random = randomOf(SEED);
  const asked = shuffled(
    random,
    SORTS.flatMap((sort) =>
      shuffled(random, CONDITIONS)
        .slice(0, 3)
        .map((where) => `sort=${sort}&${where}`),
    ),
  );
  const times: { ms: number; query: string }[] = [];
  for (const query of asked) {
    const start = performance.now();
    const answer = await site.ask(`/api/v1/reports?corpus=demo&basis=all&${COLUMNS}&page_size=100&${query}`);
    await answer.arrayBuffer();
    times.push({ ms: performance.now() - start, query });
    check(answer.status === 200, query, answer.status, '200');
  }
  const all = times.map(({ ms }) => ms);
  const worst = times.toSorted((a, b) => b.ms - a.ms)[0];
  const most = quantile(all, 0.95);
  check(
    most <= MOST.tableMs,
    'sort and filter',
    `p95 ${most.toFixed(0)} ms, worst ${worst?.query}`,
    `p95 at most ${MOST.tableMs} ms`,
  );
  measured(
    `${times.length} orders and filters over the demo: p50 ${quantile(all, 0.5).toFixed(0)} ms, p95 ${most.toFixed(0)} ms`,
  );
}

/** Largest paint and shifts of a page in a fresh window, after it was asked for once; the median of some loads. */
async function checkPaint(site: PageSite, routes: readonly Route[]): Promise<void> {
  const paints: { path: string; paint: number }[] = [];
  let most = 0;
  for (const { path } of routes) {
    await site.text(path);
    const loads: { paint: number; shift: number }[] = [];
    for (let load = 0; load < LOADS; load++)
      loads.push(
        await inFreshWindow(site.address + path, async (page) => {
          await page.waitForLoadState('networkidle');
          return page.evaluate(observed);
        }),
      );
    const paint = quantile(
      loads.map((each) => each.paint),
      0.5,
    );
    const shift = Math.max(...loads.map((each) => each.shift));
    most = Math.max(most, shift);
    paints.push({ path, paint });
    check(
      paint > 0 && paint <= MOST.paintMs,
      `${path} largest paint`,
      `${paint.toFixed(0)} ms`,
      `at most ${MOST.paintMs} ms`,
    );
    check(shift <= MOST.shift, `${path} shift`, shift.toFixed(3), `at most ${MOST.shift}`);
  }
  const worst = paints.toSorted((a, b) => b.paint - a.paint)[0];
  const half = quantile(
    paints.map((each) => each.paint),
    0.5,
  );
  measured(
    `largest paint p50 ${half.toFixed(0)} ms, worst ${worst?.paint.toFixed(0)} ms (${worst?.path}), shift at most ${most.toFixed(3)}`,
  );
}

/** Runs in the page: what the browser noted since the load. */
const observed = async (): Promise<{ paint: number; shift: number }> => {
  const note = <T>(type: string, read: (entries: PerformanceEntry[]) => T): Promise<T> =>
    new Promise((resolve) => {
      const seen: PerformanceEntry[] = [];
      const observer = new PerformanceObserver((list) => seen.push(...list.getEntries()));
      observer.observe({ type, buffered: true });
      setTimeout(() => {
        observer.disconnect();
        resolve(read(seen));
      }, 100);
    });
  const [paint, shift] = await Promise.all([
    note('largest-contentful-paint', (all) => all.at(-1)?.startTime ?? 0),
    note('layout-shift', (all) =>
      all.reduce((sum, each) => sum + (each as PerformanceEntry & { value: number }).value, 0),
    ),
  ]);
  return { paint, shift };
};

async function checkFirstByte(site: PageSite, routes: readonly Route[]): Promise<void> {
  const times: { path: string; ms: number }[] = [];
  for (let run = 0; run < 5; run++)
    for (const { path } of routes) {
      const start = performance.now();
      const answer = await site.ask(path);
      times.push({ path, ms: performance.now() - start });
      await answer.arrayBuffer();
    }
  const most = quantile(
    times.map(({ ms }) => ms),
    0.95,
  );
  const worst = times.toSorted((a, b) => b.ms - a.ms)[0];
  check(
    most <= MOST.pageFirstByteMs,
    'first byte',
    `p95 ${most.toFixed(0)} ms, worst ${worst?.path}`,
    `p95 at most ${MOST.pageFirstByteMs} ms`,
  );
  measured(
    `first byte p50 ${quantile(
      times.map(({ ms }) => ms),
      0.5,
    ).toFixed(0)} ms, p95 ${most.toFixed(0)} ms over ${times.length} loads`,
  );
}
