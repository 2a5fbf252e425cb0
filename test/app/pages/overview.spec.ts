import { describe, expect, test } from 'vitest';
import { canBrowse, useSite } from '../../site/site';

describe.skipIf(!canBrowse)('the overview', () => {
  const site = useSite();

  test('the four views of a card change without JavaScript', async () => {
    const page = await site().open('/?corpus=demo', { javascript: false });
    const card = page.locator('#requests');
    await expect.poll(() => card.locator('.view-chart').isVisible()).toBe(true);
    for (const [name, view] of [
      ['表', 'table'],
      ['下载', 'download'],
      ['说明', 'notes'],
      ['图', 'chart'],
    ] as const) {
      await card.getByRole('radio', { name }).check({ force: true });
      for (const other of ['chart', 'table', 'download', 'notes'])
        expect(await card.locator(`.view-${other}`).isVisible()).toBe(other === view);
    }
  });

  test('the filter form works without JavaScript and leaves no empty parameter', async () => {
    const page = await site().open('/?corpus=demo', { javascript: false });
    await page.locator('#f-level').selectOption('county');
    await page.locator('#f-from').selectOption('2021');
    await page.getByRole('button', { name: '应用筛选' }).click();
    const url = new URL(page.url());
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      corpus: 'demo',
      level: 'county',
      from: '2021',
    });
    expect([...url.searchParams.values()]).not.toContain('');
    expect(await page.locator('#f-level').inputValue()).toBe('county');
    expect(await page.locator('.chip').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('2021'), expect.stringContaining('区县级')]),
    );
    await page.getByRole('link', { name: /移除：\s*区县级/ }).click();
    expect(new URL(page.url()).searchParams.get('level')).toBeNull();
    expect(new URL(page.url()).searchParams.get('from')).toBe('2021');
  });

  test('regions open step by step: province, then its prefectures', async () => {
    const page = await site().open('/?corpus=demo&region=32', { javascript: false });
    expect(await page.locator('#f-province').inputValue()).toBe('32');
    const values = await page
      .locator('#f-province option, #f-prefecture option')
      .evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value));
    expect(values).toContain('61');
    expect(values.some((value) => /^32\d\d$/.test(value))).toBe(true);
    expect(values.some((value) => /^61\d\d$/.test(value))).toBe(false);
  });

  test('a bad value is a visible notice and the rest applies', async () => {
    const page = await site().open('/?corpus=demo&level=county,middle&region=abc&lang=xx', {
      javascript: false,
    });
    const notice = await page.locator('.notice').innerText();
    for (const word of ['level=middle', 'region=abc', 'lang=xx']) expect(notice).toContain(word);
    expect(await page.locator('#f-level').inputValue()).toBe('county');
  });
});
