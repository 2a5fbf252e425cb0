import { describe, expect, test } from 'vitest';
import { canBrowse, useSite } from '../../site/site';

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
    const numbers = answer.rows.map((row) => row['requests.new_requests.total'] ?? null);
    expect(numbers.filter((each) => each !== null).length).toBeGreaterThan(50);
    const read = shown.map((cells) => (/^\d+$/.test(cells[1] ?? '') ? Number(cells[1]) : null));
    expect(read).toEqual(numbers);
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

  test('with a script every row is reached by scrollbar and keys, while few are drawn', async () => {
    const page = await site().open(`${SLICE}&page=3`);
    const frame = page.locator('.slice.live');
    await frame.waitFor();
    const drawn = () => page.locator('.slice tbody tr[aria-rowindex]');
    const rows = Number((await page.locator('.count b').first().innerText()).replaceAll(',', ''));
    const table = page.locator('.slice table');
    expect(await table.getAttribute('aria-rowcount')).toBe(String(rows + 1));
    expect(await page.locator('.slice thead th').nth(1).getAttribute('aria-sort')).toBe('descending');
    expect(await page.locator('tr').count()).toBeLessThanOrEqual(200);
    // The address asks for the third page: its first row is in view, and was never fetched again.
    await expect.poll(() => page.locator('.slice tr[aria-rowindex="202"]').count()).toBe(1);
    await frame.focus();
    await page.keyboard.press('End');
    const last = page.locator(`.slice tr[aria-rowindex="${rows + 1}"]`);
    const { rows: end } = (await (
      await fetch(`${site().address}/api/v1/reports${SLICE.slice('/data'.length)}&page_size=1&page=${rows}`)
    ).json()) as { rows: { report_id: string }[] };
    await expect
      .poll(
        () =>
          last
            .locator('a')
            .getAttribute('href')
            .catch(() => null),
        { timeout: 15_000 },
      )
      .toContain(encodeURIComponent(end[0]?.report_id ?? 'none'));
    expect(await page.locator('tr').count()).toBeLessThanOrEqual(200);
    const ranks = await drawn().evaluateAll((all) => all.map((row) => Number(row.ariaRowIndex)));
    expect(ranks.length).toBeGreaterThan(1);
    expect(ranks).toEqual([...new Set(ranks)].sort((a, b) => a - b));
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => drawn().first().getAttribute('aria-rowindex')).toBe('2');
    expect(await frame.evaluate((element) => Math.round(element.scrollTop))).toBe(32);
    await expect.poll(() => drawn().first().locator('a').count()).toBe(1);
    const heights = await drawn().evaluateAll((all) => [
      ...new Set(all.map((row) => Math.round(row.getBoundingClientRect().height))),
    ]);
    expect(heights).toEqual([32]);
  });

  test('files hold exactly the slice: its columns, conditions, order and number of rows', async () => {
    const page = await site().open(`${SLICE}&where=requests.new_requests.total>2000`, { javascript: false });
    const links = await page
      .locator('.slice-files a[href*="/api/v1/"]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? ''));
    expect(links.map((link) => /v1\/([\w.]+)/.exec(link)?.[1])).toEqual([
      'reports.csv',
      'reports.xlsx',
      'reports.parquet',
      'reports.jsonl',
      'bundle.zip',
      'reports',
    ]);
    const rows = (await page.locator('.count b').first().innerText()).replaceAll(',', '');
    expect((await page.locator('.slice-files').innerText()).replaceAll(',', '')).toContain(`${rows} 行`);
    for (const link of links.slice(0, 5)) {
      const answer = await fetch(site().address + link, { method: 'HEAD' });
      expect([link, answer.status, answer.headers.get('x-row-count')]).toEqual([link, 200, rows]);
    }
    const [head = ''] = (await (await fetch(site().address + links[0])).text()).split('\r\n');
    expect(head).toContain('disclosure_rate');
    expect(head).not.toMatch(/denial_rate|carried_in/);
    const lines = (await (await fetch(site().address + links[3])).text()).trim().split('\n');
    const shown = await page
      .locator('.slice tbody th a')
      .evaluateAll((all) =>
        all.map((each) =>
          decodeURIComponent(each.getAttribute('href') ?? '').replace(/^.*reports\/|\?.*$/g, ''),
        ),
      );
    const ids = lines.map((line) => (JSON.parse(line) as { report_id: string }).report_id);
    expect(ids.slice(0, 100)).toEqual(shown);
    expect(await page.locator('a[href^="/data/api"]').count()).toBeGreaterThan(0);
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
});
