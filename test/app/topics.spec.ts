import { describe, expect, test } from 'vitest';
import { axeViolations } from '../../scripts/axe';
import { textFaults } from '../../scripts/acceptance/chart-texts';
import { canBrowse, useSite } from './site';

const TOPICS = ['/requests', '/outcomes', '/disputes', '/disclosure', '/regions'];

describe.skipIf(!canBrowse)('a page of one question', () => {
  const site = useSite();

  test.each(TOPICS)('%s stands complete without JavaScript', async (path) => {
    const page = await site().open(`${path}?corpus=demo`, { javascript: false });
    expect(await page.locator('h1').count()).toBe(1);
    const lead = await page.locator('h1 + p').innerText();
    for (const word of ['全国', '2019–2025 年', '去重', '12,000']) expect(lead).toContain(word);
    const cards = await page.locator('section.card').evaluateAll((all) =>
      all.map((card) => ({
        id: card.id,
        marks: [...card.querySelectorAll('svg.chart')].map(
          (svg) => svg.querySelectorAll('rect, path, circle').length,
        ),
        rows: card.querySelectorAll('.view-table tbody tr').length,
        files: card.querySelectorAll('.view-download a[href*="/api/v1/chart/"]').length,
      })),
    );
    expect(cards.length).toBeGreaterThanOrEqual(3);
    for (const { id, marks, rows, files } of cards) {
      expect([id, marks.length > 0, rows > 0, files]).toEqual([id, true, true, 2]);
      expect(Math.min(...marks)).toBeGreaterThan(1);
    }
  });

  test.each([390, 768, 1280])('no chart text is cut, covered or small at %d px', async (width) => {
    for (const path of TOPICS) {
      const language = width === 768 ? 'en' : 'zh-CN';
      const query = width === 390 ? 'corpus=demo&region=32' : 'corpus=demo';
      const page = await site().open(`${path}?${query}`, { width, language });
      expect([path, await textFaults(page)]).toEqual([path, []]);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([path, over]).toEqual([path, Math.min(over, 0)]);
    }
  });

  // Each page in one of two windows: they are made of the same cards. All windows of all pages: npm run acceptance.
  test.each(
    TOPICS.map(
      (path, i) => [path, ...(i % 2 === 0 ? (['light', 1280] as const) : (['dark', 390] as const))] as const,
    ),
  )('axe finds nothing on %s, %s, %i px', async (path, theme, width) => {
    const page = await site().open(`${path}?corpus=demo&region=32`, { theme, width });
    expect(await axeViolations(page)).toEqual([]);
  });

  test('a choice applies at once, a wider region drops what lies outside it, Back leads through all', async () => {
    const page = await site().open('/regions?corpus=demo');
    const region = () => new URL(page.url()).searchParams.get('region');
    // From a page that listens to one that does: a step back before that would undo the choice before.
    const choose = async (name: string, value: string) => {
      await page.locator('form[data-live]').waitFor();
      await Promise.all([page.waitForEvent('load'), page.locator(`#f-${name}`).selectOption(value)]);
      await page.locator('form[data-live]').waitFor();
    };
    await choose('province', '32');
    expect(region()).toBe('32');
    const prefecture = await page.locator('#f-prefecture option').nth(1).getAttribute('value');
    await choose('prefecture', prefecture ?? '');
    expect(region()).toBe(prefecture);
    await choose('province', '61');
    expect(region()).toBe('61');
    expect(await page.locator('[data-dropped]').innerText()).toContain('不在所选地区内');
    await choose('level', 'county');
    expect(await page.locator('#f-level').inputValue()).toBe('county');
    for (const before of ['61', prefecture, '32', null]) {
      await page.goBack();
      await expect.poll(region).toBe(before);
      await expect.poll(() => page.locator('#f-province').inputValue()).toBe((before ?? '').slice(0, 2));
    }
  });

  test('a measure is chosen by a link and stays through a filter', async () => {
    const page = await site().open('/regions?corpus=demo', { javascript: false });
    await page.locator('#regions-measure .choices a', { hasText: '复议率' }).first().click();
    expect(new URL(page.url()).searchParams.get('measure')).toBe('review_rate');
    await page.locator('#f-province').selectOption('32');
    await page.getByRole('button', { name: '应用筛选' }).click();
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      corpus: 'demo',
      region: '32',
      measure: 'review_rate',
    });
    expect(await page.locator('#regions-measure h2').innerText()).toContain('复议率');
    await page.locator('#regions-measure input[value="table"]').check({ force: true });
    await page.locator('#regions-measure tbody a').first().click();
    expect(new URL(page.url()).searchParams.get('region')).toMatch(/^32\d\d$/);
  });
});
