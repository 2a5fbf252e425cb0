/** Long work on the one thread that serves everybody, cut into turns so that others come in between. */
import { setImmediate } from 'node:timers/promises';

/** How long a turn lasts, and after how many items the clock is looked at. */
const TURN_MS = 3;
const LOOK_EVERY = 16;

let last: Promise<void> = Promise.resolve();

/**
 * Resolves when everything else that was due has had its turn; of several who wait, one in each round, in the order in which they
 * came, so that together they take no more of a round than one alone.
 */
export function yieldToEventLoop(): Promise<void> {
  last = last.then(() => setImmediate());
  return last;
}

/** What `items.map(map)` gives; short lists take one turn. What `map` throws is thrown. */
export async function mapYielding<T, R>(items: readonly T[], map: (item: T) => R): Promise<R[]> {
  const mapped: R[] = [];
  let since = performance.now();
  for (const item of items) {
    mapped.push(map(item));
    if (mapped.length % LOOK_EVERY !== 0 || performance.now() - since < TURN_MS) continue;
    await yieldToEventLoop();
    since = performance.now();
  }
  return mapped;
}
