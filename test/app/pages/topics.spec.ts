import { describe, expect, test } from 'vitest';
import { servedCards } from '../../site/served-cards';
import { canBrowse, useSite } from '../../site/site';

const TOPICS = ['/requests', '/outcomes', '/disputes', '/disclosure', '/regions'];

describe.skipIf(!canBrowse)('a page of one question', () => {
  const site = useSite();

  test.each(TOPICS)(
    '%s says what it rests on, and has cards with a picture, a table and files',
    async (path) => {
      const html = await (await fetch(`${site().address}${path}?corpus=demo`)).text();
      const lead = /<\/h1>\s*<p[^>]*>([\s\S]*?)<\/p>/.exec(html)?.[1]?.replaceAll(/<[^>]+>/g, '');
      for (const word of ['全国', '2019–2025 年', '去重', '12,000']) expect(lead).toContain(word);
      const cards = servedCards(html);
      expect(cards.length).toBeGreaterThanOrEqual(3);
      for (const { id, panels, csv, svg } of cards)
        expect([id, panels.length > 0, csv !== '', svg !== '']).toEqual([id, true, true, true]);
    },
  );

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
