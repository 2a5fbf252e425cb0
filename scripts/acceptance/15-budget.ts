/** What a page weighs and how soon it stands: bytes, largest paint, shifts, first byte. */
import { type Criterion, quantile, type Sheet } from './criterion';
import type { Ground } from '../../test/site/ground';
import { BUDGET, weighPage } from '../../test/site/page-weight';
import { type Route, routesOf } from '../../test/site/routes';

const MOST = { paintMs: 600, shift: 0.05, firstByteMs: 150 };
const LOADS = 3;

export const budget: Criterion = {
  number: 15,
  name: 'Budget',
  async check(ground, sheet) {
    const demo = await routesOf(ground, 'demo');
    // Times are those of a machine that does nothing else.
    if (ground.extent === 'sample') return checkWeights(ground, sheet, demo);
    const routes = [...demo, ...(await routesOf(ground, 'reports'))];
    await checkWeights(ground, sheet, routes);
    await checkPaint(ground, sheet, routes);
    await checkFirstByte(ground, sheet, routes);
  },
};

async function checkWeights(ground: Ground, sheet: Sheet, routes: readonly Route[]): Promise<void> {
  const known = new Map<string, number>();
  let [html, scripts] = [0, 0];
  for (const { path } of routes) {
    ground.progress(`weight of ${path}`);
    const weight = await weighPage(ground.address, path, known);
    html = Math.max(html, weight.html);
    scripts = Math.max(scripts, weight.scripts);
    for (const what of ['html', 'scripts'] as const)
      sheet.expect(
        weight[what] <= BUDGET[what],
        `${path} ${what}`,
        `${weight[what]} bytes gzip`,
        `at most ${BUDGET[what]}`,
      );
  }
  sheet.measured(
    `heaviest page ${(html / 1000).toFixed(1)} KB, most scripts ${(scripts / 1000).toFixed(1)} KB, both gzip`,
  );
}

/** Largest paint and shifts of a page in a fresh window, after it was asked for once; the median of some loads. */
async function checkPaint(ground: Ground, sheet: Sheet, routes: readonly Route[]): Promise<void> {
  const paints: { path: string; paint: number }[] = [];
  let most = 0;
  for (const { path } of routes) {
    ground.progress(`paint of ${path}`);
    await ground.text(path);
    const loads: { paint: number; shift: number }[] = [];
    for (let load = 0; load < LOADS; load++)
      loads.push(
        await ground.withPage(path, {}, async (page) => {
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
    sheet.expect(
      paint > 0 && paint <= MOST.paintMs,
      `${path} largest paint`,
      `${paint.toFixed(0)} ms`,
      `at most ${MOST.paintMs} ms`,
    );
    sheet.expect(shift <= MOST.shift, `${path} shift`, shift.toFixed(3), `at most ${MOST.shift}`);
  }
  const worst = paints.toSorted((a, b) => b.paint - a.paint)[0];
  const half = quantile(
    paints.map((each) => each.paint),
    0.5,
  );
  sheet.measured(
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

async function checkFirstByte(ground: Ground, sheet: Sheet, routes: readonly Route[]): Promise<void> {
  const times: { path: string; ms: number }[] = [];
  for (let run = 0; run < 5; run++)
    for (const { path } of routes) {
      ground.progress(`first byte of ${path}`);
      const start = performance.now();
      const answer = await ground.ask(path);
      times.push({ path, ms: performance.now() - start });
      await answer.arrayBuffer();
    }
  const most = quantile(
    times.map(({ ms }) => ms),
    0.95,
  );
  const worst = times.toSorted((a, b) => b.ms - a.ms)[0];
  sheet.expect(
    most <= MOST.firstByteMs,
    'first byte',
    `p95 ${most.toFixed(0)} ms, worst ${worst?.path}`,
    `p95 at most ${MOST.firstByteMs} ms`,
  );
  sheet.measured(
    `first byte p50 ${quantile(
      times.map(({ ms }) => ms),
      0.5,
    ).toFixed(0)} ms, p95 ${most.toFixed(0)} ms over ${times.length} loads`,
  );
}
