import { describe, expect, test } from 'vitest';
import { canBrowse, useSite } from '../../site/site';

const LIST = '/quality?corpus=demo&region=51&rule=requests.flow';

describe.skipIf(!canBrowse)('quality', () => {
  const site = useSite();

  test('a number of the table leads to the reports that break the rule', async () => {
    const page = await site().open('/quality?corpus=demo&region=51', { javascript: false });
    const link = page.locator('#rules table').first().locator('tbody tr').first().locator('td a').first();
    const [found] = (await link.innerText()).split('／').map((text) => Number(text.replaceAll(',', '')));
    await link.click();
    expect(page.url()).toContain('rule=requests.flow');
    const reports = await page
      .locator('.found li p:first-child a:nth-of-type(2)')
      .evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href));
    expect(new Set(reports).size).toBe(found);
  });

  test('reports of no province stand in a row of their own that leads to no list of all provinces', async () => {
    const page = await site().open('/quality?corpus=demo', { javascript: false });
    const rows = page.locator('#rules table').last().locator('tbody tr');
    expect(await rows.first().locator('a').first().getAttribute('href')).toMatch(/region=11&.*rule=/);
    expect(await rows.last().locator('th').innerText()).toContain('本级或未归入');
    expect(await rows.last().locator('a').count()).toBe(0);
  });

  test('every finding in the list has both sides, with different sums, and leads to its cell', async () => {
    const page = await site().open(LIST, { javascript: false });
    const lines = await page.locator('.found li p:nth-child(2)').allInnerTexts();
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line).toMatch(/＝ \d+ ≠ .*＝ \d+，相差 [\d,]+/);
    const link = (await page.locator('.found li p:nth-child(2) a').first().getAttribute('href')) ?? '';
    const html = await (await fetch(site().address + link)).text();
    expect(html).toContain(`id="${link.split('#')[1]}"`);
  });

  test('the board says for each year whether a report came in time, late or not at all', async () => {
    const page = await site().open('/quality?corpus=demo&region=51&level=province&board=1', {
      javascript: false,
    });
    const years = await page.locator('.board thead th').count();
    for (const row of await page.locator('.board tbody tr').all())
      expect(await row.locator('td').count()).toBe(years - 1);
    const sums = await page
      .locator('.board .sums tr')
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent?.replaceAll(',', ''))),
        ),
      );
    const total = sums.map((row) => row[0] ?? 0).reduce((sum, each) => sum + each, 0);
    expect(await page.locator('.count b').nth(1).innerText()).toBe(String(total));
  });

  test('an unknown rule is told, and filters that leave nothing offer a way out', async () => {
    const page = await site().open('/quality?corpus=demo&rule=luck', { javascript: false });
    expect(await page.locator('.notice').innerText()).toContain('rule=luck');
    const empty = await site().open('/quality?corpus=demo&q=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%AA', {
      javascript: false,
    });
    expect(await empty.locator('.empty a').count()).toBeGreaterThan(0);
  });
});
