/**
 * Seeded random draws for everything synthetic: the same seed gives the same draws on every machine.
 * A stream is a function that yields numbers in [0, 1); each agency and each document gets a stream of its own.
 */
export type Random = () => number;

/** A 32-bit seed made of any parts: equal parts give equal seeds. FNV-1a with a final mix. */
export function seedOf(...parts: (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const part of parts) {
    const text = typeof part === 'string' ? part : String(part);
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 31, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A stream of numbers in [0, 1) (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** True with this probability. */
export const chance = (random: Random, probability: number): boolean => random() < probability;

/** A whole number from low to high, both included. */
export const integer = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

/** One of the items; throws on an empty list. */
export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('found an empty list, expected something to pick from');
  return item;
}

/** The items in a random order; the list itself stays as it is. */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = result[i] as T;
    result[i] = result[j] as T;
    result[j] = kept;
  }
  return result;
}

/** A draw from the standard normal distribution. */
export function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}

/** A draw with this median whose logarithm has this standard deviation: the long tail of counts. */
export const lognormal = (random: Random, median: number, sigma: number): number =>
  median * Math.exp(sigma * normal(random));

/** How many events happen when `mean` are expected. */
export function poisson(random: Random, mean: number): number {
  if (mean <= 0) return 0;
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}

/** How many of `trials` succeed, each with this probability; never more than `trials`. */
export function binomial(random: Random, trials: number, probability: number): number {
  if (trials <= 0 || probability <= 0) return 0;
  if (probability >= 1) return trials;
  if (trials <= 24) {
    let successes = 0;
    for (let i = 0; i < trials; i++) if (random() < probability) successes++;
    return successes;
  }
  const mean = trials * probability;
  const draw =
    mean < 12
      ? poisson(random, mean)
      : Math.round(mean + Math.sqrt(mean * (1 - probability)) * normal(random));
  return Math.min(trials, Math.max(0, draw));
}

/** `total` things shared out by weight; the parts add up to `total`. */
export function shareOut(random: Random, total: number, weights: readonly number[]): number[] {
  const parts = weights.map(() => 0);
  let left = total;
  let weightLeft = weights.reduce((sum, weight) => sum + weight, 0);
  for (let i = 0; i < weights.length && left > 0; i++) {
    const weight = weights[i] ?? 0;
    const part = i === weights.length - 1 ? left : binomial(random, left, weight / weightLeft);
    parts[i] = part;
    left -= part;
    weightLeft -= weight;
  }
  return parts;
}
