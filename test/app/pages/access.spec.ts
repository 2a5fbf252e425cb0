import { describe, expect, test } from 'vitest';
import { canBrowse, FLAWED, firstReport, useSite } from '../../site/site';

describe.skipIf(!canBrowse)('access', () => {
  const site = useSite();

  test('views and cells are reached by keyboard', async () => {
    const home = await site().open('/?corpus=demo');
    await home.locator('#requests input[value="chart"]').focus();
    await home.keyboard.press('ArrowRight');
    expect(await home.locator('#requests .view-table').isVisible()).toBe(true);
    const report = await site().open(await firstReport(site(), FLAWED));
    await report.locator('td.number button').first().focus();
    await report.keyboard.press('Enter');
    expect(await report.locator('[popover]:popover-open').count()).toBe(1);
    await report.keyboard.press('Escape');
    expect(await report.locator('[popover]:popover-open').count()).toBe(0);
  });
});
