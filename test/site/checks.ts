/** Checks over many pages: soft ones, so that one run tells all that is wrong, and what was measured on the way. */
import { expect } from 'vitest';

/** Whether every page, slice and window is looked at (`npm run acceptance`), or the sample that `npm test` has time for. */
export const isWhole = process.env.EXTENT === 'whole';

/** Chance of the samples: always the same, unless the environment names another. */
export const SEED = Number(process.env.SEED ?? 1);

/** Characters of a found value that are told. */
const LONGEST = 300;

/** Something seen at a place: a fault of the running test when it does not hold, which goes on. */
export function check(holds: boolean, at: string, found: unknown, expected: string): void {
  const text = typeof found === 'string' ? found : JSON.stringify(found);
  expect
    .soft(holds, `${at}: found ${(text ?? 'nothing').slice(0, LONGEST)}, expected ${expected}`)
    .toBe(true);
}

/** Tells a figure in words, where somebody asked for all of them. */
export function measured(figure: string): void {
  if (isWhole) process.stderr.write(`        ${figure}\n`);
}
