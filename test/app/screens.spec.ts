import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { KEY_VIEWS, takeView } from '../../scripts/screens/key-views';
import { difference, TOLERANCE } from '../../scripts/screens/likeness';
import { canBrowse, sharedAddress, sharedBrowser } from '../site/site';

describe.skipIf(!canBrowse)('a key view', () => {
  test.each(KEY_VIEWS)('$name looks as approved (npm run screens -- --approve)', async (view) => {
    const file = `test/app/approved/${view.name}.png`;
    expect(existsSync(file)).toBe(true);
    const apart = await difference(
      await readFile(file),
      await takeView(await sharedBrowser(), sharedAddress(), view),
    );
    for (const what of ['mean', 'plain', 'height'] as const)
      expect([what, apart[what] <= TOLERANCE[what], apart[what]]).toEqual([what, true, apart[what]]);
  });
});
