import { describe, expect, test } from 'vitest';
import { canBrowse, useSite } from '../../site/site';

describe.skipIf(!canBrowse)('a chart', () => {
  const site = useSite();

  test('is one Tab stop; arrows step, the live region speaks, Escape leaves', async () => {
    const page = await site().open('/requests?corpus=demo');
    const plots = page.locator('figure.plot[tabindex="0"]');
    await expect.poll(() => plots.count()).toBeGreaterThan(5);
    expect(await page.locator('figure.plot [tabindex]').count()).toBe(0);
    const lines = page.locator('#requests-carried figure.plot').first();
    await lines.focus();
    await page.keyboard.press('ArrowRight');
    const tip = page.locator('.tip');
    const live = page.locator('[aria-live="polite"]');
    const first = await tip.innerText();
    expect(first).toMatch(/上年结转申请 2019：[\d,]+（\d+ 份报告）/);
    expect(await live.textContent()).toBe(first);
    await page.keyboard.press('ArrowRight');
    expect(await tip.innerText()).toContain('2020');
    await page.keyboard.press('ArrowDown');
    expect(await tip.innerText()).toMatch(/结转下年度 2020/);
    await page.keyboard.press('End');
    expect(await tip.innerText()).toContain('2025');
    await page.keyboard.press('Escape');
    expect(await tip.isVisible()).toBe(false);
    expect(await lines.evaluate((each) => document.activeElement === each)).toBe(true);
    await page.keyboard.press('Tab');
    expect(await lines.evaluate((each) => document.activeElement === each)).toBe(false);
  });

  test('its words never leave the screen of a phone', async () => {
    const page = await site().open('/disputes?corpus=demo', { width: 390 });
    for (const id of ['correction-by-region', 'dispute-results']) {
      await page.locator(`#${id} figure.plot[tabindex="0"]`).first().focus();
      for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown', 'End']) {
        await page.keyboard.press(key);
        const isInside = async () => {
          const box = await page.locator('.tip').boundingBox();
          return [id, key, box && box.x >= 0 && box.x + box.width <= 390];
        };
        await expect.poll(isInside).toEqual([id, key, true]);
      }
    }
  });

  test('a pointer finds the mark under it, and the browser shows no second tooltip', async () => {
    const page = await site().open('/outcomes?corpus=demo');
    await expect.poll(() => page.locator('figure.plot[tabindex="0"]').count()).toBeGreaterThan(3);
    const mark = page.locator('#outcomes-by-year [data-series="0"]').first();
    await mark.hover({ position: { x: 6, y: 4 } });
    expect(await page.locator('.tip').innerText()).toBe(await mark.getAttribute('data-text'));
    expect(await page.locator('svg.chart [data-series] title').count()).toBe(0);
    await page.mouse.move(2, 2);
    await expect.poll(() => page.locator('.tip').isVisible()).toBe(false);
  });
});
