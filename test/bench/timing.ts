/** How long a question takes. */

/** Runs of a question that is quick; slow ones are asked as often as fits into the seconds, but three times. */
const RUNS = 15;
const LONGEST_MS = 6000;

export type Cost = {
  /** Median of the runs, in ms. */
  time: number;
  /** Processor time of one run in ms: the same on a busy machine as on an idle one. */
  cpu: number;
};

/** The cost of what `ask` does; `before` is done ahead of each run and not counted. The first run is not counted. */
export async function cost(ask: () => unknown, before: () => void = () => undefined): Promise<Cost> {
  before();
  await ask();
  const times: number[] = [];
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  while (times.length < RUNS && (times.length < 3 || performance.now() - started < LONGEST_MS)) {
    before();
    const start = performance.now();
    await ask();
    times.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  return { time: quantile(times, 0.5), cpu: (user + system) / 1000 / times.length };
}

/** The value below which this share of the numbers lies; 0 for none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
