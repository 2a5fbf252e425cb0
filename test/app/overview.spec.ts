import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { textFaults } from '../../scripts/acceptance/chart-texts';
import { canBrowse, useSite } from './site';

const CARDS = ['requests', 'outcomes', 'disputes', 'disclosure'];

describe.skipIf(!canBrowse)('the overview', () => {
  const site = useSite();

  test('its charts stand in the HTML with marks, without JavaScript', async () => {
    const page = await site().open('/?corpus=demo', { javascript: false });
    const charts = await page.locator('svg.chart').evaluateAll((all) =>
      all.map((chart) => ({
        role: chart.getAttribute('role'),
        marks: chart.querySelectorAll('rect, path, circle').length,
      })),
    );
    expect(charts.length).toBeGreaterThanOrEqual(8);
    for (const chart of charts) expect(chart.role).toBe('img');
    for (const chart of charts) expect(chart.marks).toBeGreaterThan(4);
  });

  test.each(CARDS)('table and CSV of the card %s have the same values in the same order', async (card) => {
    const page = await site().open('/?corpus=demo&region=32', { javascript: false });
    const section = page.locator(`#${card}`);
    const shown = await section
      .locator('.view-table tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...row.children].map((cell) => (cell.firstChild?.textContent ?? '').replaceAll(',', '').trim()),
        ),
      );
    const link = await section.locator('.view-download a').first().getAttribute('href');
    const text = await (await fetch(site().address + link)).text();
    const rows: string[][] = parse(text, { bom: true, relax_column_count: true });
    const head = rows[0] ?? [];
    const years = rows.slice(1).filter((row) => /^(19|20)\d\d$/.test(row[0] ?? ''));
    expect(shown.map((row) => row[0])).toEqual(years.map((row) => row[0]));
    expect(shown.length).toBeGreaterThan(3);
    const numbers = new Set(years.flatMap((row, index) => row.map((value) => `${index} ${value}`)));
    for (const [index, row] of shown.entries())
      for (const value of row.slice(1))
        if (/^\d+$/.test(value)) expect(numbers).toContain(`${index} ${value}`);
    expect(head.length).toBeGreaterThan(2);
  });

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

  test('an empty result says which filters are set and leads out', async () => {
    const page = await site().open('/?corpus=demo&q=没有这个名称&level=county', { javascript: false });
    expect(await page.locator('.empty').innerText()).toContain('没有符合全部条件的报告');
    await page.locator('.empty a').first().click();
    expect(await page.locator('.empty').count()).toBe(
      0 + (new URL(page.url()).searchParams.has('q') ? 1 : 0),
    );
  });
});

describe.skipIf(!canBrowse)('chart texts', () => {
  const site = useSite();

  test.each([390, 768, 1280])(
    'stay inside their picture and apart at %d px, in both languages',
    async (width) => {
      for (const query of ['corpus=demo', 'corpus=reports', 'corpus=demo&region=3205&level=township'])
        for (const language of ['zh-CN', 'en'] as const) {
          const page = await site().open(`/?${query}`, { width, language });
          const faults = await textFaults(page);
          expect([query, language, faults]).toEqual([query, language, []]);
        }
    },
  );
});
