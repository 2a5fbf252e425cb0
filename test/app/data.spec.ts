import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { canBrowse, useSite } from './site';

const SLICE =
  '/data?corpus=demo&basis=all&columns=agency,year,requests.new_requests.total,disclosure_rate&sort=-year,-requests.new_requests.total';

describe.skipIf(!canBrowse)('slices', () => {
  const site = useSite();

  test('the first rows stand in the HTML, in the order asked, as the API gives them', async () => {
    const page = await site().open(SLICE, { javascript: false });
    const shown = await page
      .locator('.slice tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.children].slice(1, 3).map((cell) => cell.textContent ?? '')),
      );
    const answer = (await (
      await fetch(`${site().address}/api/v1/reports${SLICE.slice('/data'.length)}&page_size=100`)
    ).json()) as { rows: Record<string, number | null>[] };
    expect(shown.length).toBe(100);
    expect(shown.map((cells) => cells[0])).toEqual(answer.rows.map((row) => String(row.year)));
    for (const [index, row] of answer.rows.entries())
      if (row['requests.new_requests.total'] !== null)
        expect(shown[index]?.[1]).toBe(String(row['requests.new_requests.total']));
  });

  test('columns, conditions and order are chosen by forms and links, and stand in the address', async () => {
    const page = await site().open('/data?corpus=demo&basis=all', { javascript: false });
    await page.locator('.slice-forms summary').nth(1).click();
    await page.locator('select[name="add"]').selectOption('requests.new_requests.total');
    await page.locator('input[name="value"]').fill('1000');
    await page.getByRole('button', { name: '加上' }).click();
    expect(new URL(page.url()).searchParams.get('where')).toBe('requests.new_requests.total>=1000');
    const some = Number((await page.locator('.count b').first().innerText()).replaceAll(',', ''));
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(12_000);
    await page.locator('.slice-forms summary').first().click();
    await page.locator('input[name="columns"][value="level"]').uncheck();
    await page.locator('.slice-forms form').first().getByRole('button').click();
    expect(new URL(page.url()).searchParams.get('columns')).not.toContain('level');
    await page.locator('.slice thead a').first().click();
    expect(new URL(page.url()).searchParams.get('sort')).toBe('agency');
    expect(new URL(page.url()).searchParams.get('where')).toBe('requests.new_requests.total>=1000');
  });

  test('a name that is no column and a condition that makes no sense are told', async () => {
    const page = await site().open(
      '/data?corpus=demo&columns=agency,luck&sort=-chance&add=year&sign=%3E%3D&value=many',
      {
        javascript: false,
      },
    );
    const notice = await page.locator('.notice').innerText();
    for (const word of ['luck', '-chance', 'many']) expect(notice).toContain(word);
    expect(await page.locator('.slice thead th').count()).toBe(1);
  });

  test('own files are not read unless the server is told to', async () => {
    const page = await site().open('/data/upload', { javascript: false });
    expect(await page.locator('main').innerText()).toContain('UPLOADS=1');
    expect(await page.locator('input[type="file"]').count()).toBe(0);
    const form = new FormData();
    form.append('files', new Blob(['x']), 'x.txt');
    const answer = await fetch(`${site().address}/data/upload`, { method: 'POST', body: form });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('文件没有读');
  });

  test.each([
    ['light', 390],
    ['dark', 1280],
  ] as const)('axe finds nothing, %s, %i px', async (theme, width) => {
    const page = await site().open(SLICE, { theme, width });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}`)),
    ).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  });
});
