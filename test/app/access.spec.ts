import { describe, expect, test } from 'vitest';
import { axeViolations } from '../../scripts/axe';
import { canBrowse, FLAWED, firstReport, useSite } from './site';

describe.skipIf(!canBrowse)('access', () => {
  const site = useSite();

  // Colours go by theme and layout by width, so two windows see both of each. All four: npm run acceptance.
  const BOTH = [
    ['light', 1280],
    ['dark', 390],
  ] as const;
  const [LIGHT, DARK] = BOTH;
  const pages = [
    ['/', BOTH],
    ['/?corpus=demo&level=middle', [DARK]],
    ['/reports?corpus=demo', BOTH],
    ['/methods', [LIGHT]],
    ['/data/api', [DARK]],
    ['/nowhere', [LIGHT]],
    ['/?corpus=demo&q=没有', [DARK]],
    ['a report', BOTH],
  ] as const;
  test.each(pages)('axe finds nothing on %s', async (path, windows) => {
    const address = path === 'a report' ? await firstReport(site(), FLAWED) : path;
    for (const [theme, width] of windows) {
      const page = await site().open(address, { theme, width });
      expect([theme, width, await axeViolations(page)]).toEqual([theme, width, []]);
    }
  });

  test('axe finds nothing with a cell open, or with every view of a card', async () => {
    const report = await site().open(await firstReport(site(), FLAWED));
    await report.locator('td.fr button').first().click();
    expect(await axeViolations(report)).toEqual([]);
    const home = await site().open('/?corpus=demo');
    for (const view of ['table', 'download', 'notes']) {
      for (const radio of await home.locator(`input[value="${view}"]`).all())
        await radio.check({ force: true });
      expect([view, await axeViolations(home)]).toEqual([view, []]);
    }
  });

  test('views and cells are reached by keyboard', async () => {
    const home = await site().open('/?corpus=demo');
    await home.locator('#requests input[value="chart"]').focus();
    await home.keyboard.press('ArrowRight');
    expect(await home.locator('#requests .view-table').isVisible()).toBe(true);
    const report = await site().open(await firstReport(site(), FLAWED));
    await report.locator('td.n button').first().focus();
    await report.keyboard.press('Enter');
    expect(await report.locator('[popover]:popover-open').count()).toBe(1);
    await report.keyboard.press('Escape');
    expect(await report.locator('[popover]:popover-open').count()).toBe(0);
  });
});
