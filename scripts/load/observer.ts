/** What `npm run load` sees of a server while readers ask: a process of its own, so that its times are the server's alone. */

/** Milliseconds of each health check, infinite for one that failed; megabytes of memory once a second. */
export type Observed = { health: number[]; memory: number[] };

const HEALTH_PAUSE_MS = 250;
const MEMORY_PAUSE_MS = 1000;

const address = process.argv[2] ?? '';
const seen: Observed = { health: [], memory: [] };
let isOver = false;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function watchHealth(): Promise<void> {
  while (!isOver) {
    const start = performance.now();
    const answer = await fetch(`${address}/healthz`).catch(() => null);
    await answer?.arrayBuffer();
    seen.health.push(answer?.ok ? performance.now() - start : Number.POSITIVE_INFINITY);
    await pause(HEALTH_PAUSE_MS);
  }
}

async function watchMemory(): Promise<void> {
  while (!isOver) {
    const text = await (await fetch(`${address}/metrics`)).text();
    const bytes = /^process_resident_memory_bytes (\S+)/m.exec(text)?.[1];
    seen.memory.push(Number(bytes) / 2 ** 20);
    await pause(MEMORY_PAUSE_MS);
  }
}

const running = Promise.all([watchHealth(), watchMemory()]);
process.once('message', () => {
  isOver = true;
  void running.then(() => process.send?.(seen));
});
