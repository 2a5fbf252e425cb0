/** The criteria of `npm run acceptance`, over a sample: the same checks, on fewer pages, slices and windows. */
import { beforeAll, describe, expect, test } from 'vitest';
import { CRITERIA } from '../../scripts/acceptance/criteria';
import { openSheet } from '../../scripts/acceptance/criterion';
import type { Ground } from '../site/ground';
import { canBrowse, openGround } from '../site/site';

/** Seconds on an idle machine; a busy one may take its time. */
const PATIENCE_MS = 900_000;

/** Declares a test for each of the criteria with these numbers. */
export function holdCriteria(numbers: readonly number[]): void {
  const held = CRITERIA.filter((each) => numbers.includes(each.number));
  describe.skipIf(!canBrowse)('criterion', () => {
    let ground: Ground;
    beforeAll(async () => {
      ground = await openGround();
    });

    test.each(held.map((each) => [each.number, each.name, each] as const))(
      '%i: %s',
      async (_, __, { check }) => {
        const sheet = openSheet();
        await check(ground, sheet);
        expect(sheet.faults).toEqual([]);
        expect(sheet.checks()).toBeGreaterThan(0);
      },
      PATIENCE_MS,
    );
  });
}
