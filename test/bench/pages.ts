/** Target 2: how long a page takes to its first byte, from the real server over the corpus. */
import { SECTIONS } from '../site/routes';
import type { Line } from './lines';
import { quantile } from './timing';

/** Provinces that are asked about before anything is measured, and those measured. */
const WARM = ['11'];
const ASKED = ['13', '32', '33', '44', '51', '61'];
const FIRST_MS = 150;
const KEPT_MS = 20;

/** The server at `address` serves the corpus `demo`. Every page once as it was never asked for, then again. */
export async function measurePages(address: string): Promise<Line[]> {
  const paths = (codes: string[]): string[] =>
    SECTIONS.flatMap((path) => codes.map((code) => `${path}?corpus=demo&region=${code}`));
  await firstBytes(address, paths(WARM));
  const first = await firstBytes(address, paths(ASKED));
  const again = await firstBytes(address, paths(ASKED));
  const line = (what: string, times: Timed[], limit: number): Line => {
    const p95 = quantile(
      times.map((each) => each.time),
      0.95,
    );
    const slowest = times.toSorted((a, b) => b.time - a.time)[0];
    return {
      target: 2,
      what,
      measured: `p50 ${quantile(
        times.map((each) => each.time),
        0.5,
      ).toFixed(
        0,
      )} ms, p95 ${p95.toFixed(0)} ms, slowest ${slowest?.time.toFixed(0)} ms (${slowest?.path.split('?')[0]}), ${times.length} pages`,
      wanted: `p95 ≤ ${limit} ms`,
      met: p95 <= limit,
    };
  };
  return [
    line('first byte of a page never asked for, warm server', first, FIRST_MS),
    line('first byte of a page asked for before', again, KEPT_MS),
  ];
}

type Timed = { path: string; time: number };

/** One after the other, each read to its end. Throws when a page does not answer with status 200. */
async function firstBytes(address: string, paths: string[]): Promise<Timed[]> {
  const times: Timed[] = [];
  for (const path of paths) {
    const start = performance.now();
    const answer = await fetch(address + path);
    times.push({ path, time: performance.now() - start });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path}: found status ${answer.status}, expected 200`);
  }
  return times;
}
