import { describe, expect, test } from 'vitest';
import { canBrowse, FLAWED, firstReport, useSite } from '../../site/site';

describe.skipIf(!canBrowse)('the list of reports', () => {
  const site = useSite();

  test('sorts by its heads without JavaScript', async () => {
    const page = await site().open('/reports?corpus=demo&basis=all', { javascript: false });
    await page.getByRole('link', { name: '新收' }).click();
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
    const column = await page
      .locator('thead th')
      .evaluateAll((heads) => heads.findIndex((head) => head.hasAttribute('aria-sort')));
    const read = () =>
      page
        .locator('tbody tr')
        .evaluateAll((rows, index) => rows.map((row) => Number(row.children[index]?.textContent)), column);
    const down = await read();
    expect(down.length).toBe(50);
    expect(down).toEqual([...down].sort((a, b) => b - a));
    await page.getByRole('link', { name: '新收' }).click();
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
  });

  test('pages through all rows', async () => {
    const page = await site().open('/reports?corpus=demo&basis=all&level=province&from=2023&to=2023', {
      javascript: false,
    });
    const names: string[] = [];
    for (;;) {
      names.push(
        ...(await page
          .locator('tbody th a')
          .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname))),
      );
      const current = Number(
        (await page
          .locator('.pages [aria-current]')
          .textContent()
          .catch(() => null)) ?? 0,
      );
      const next = page.getByRole('link', { name: `第 ${current + 1} 页`, exact: true });
      if ((await next.count()) === 0) break;
      await Promise.all([page.waitForEvent('load'), next.click()]);
    }
    const said = await page.locator('.pages').innerText();
    expect(names.length).toBeGreaterThan(150);
    expect(said).toContain(`共 ${names.length.toLocaleString('en')} 行`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe.skipIf(!canBrowse)('one report', () => {
  const site = useSite();

  test.each([true, false])('a number opens its raw cell (JavaScript: %s)', async (javascript) => {
    const page = await site().open(await firstReport(site(), FLAWED), { javascript });
    const button = page.locator('td[id="requests.new_requests.total"] button');
    const shown = await button.innerText();
    const popover = page.locator('[id="cell-requests.new_requests.total"]');
    expect(await popover.isVisible()).toBe(false);
    await button.click();
    expect(await popover.isVisible()).toBe(true);
    const text = await popover.innerText();
    for (const word of ['原文', '状态', '位置', 'requests.new_requests.total', shown])
      expect(text).toContain(word);
    await page.keyboard.press('Escape');
    expect(await popover.isVisible()).toBe(false);
  });

  test('every number of the three tables has its popover', async () => {
    const page = await site().open(await firstReport(site(), FLAWED), { javascript: false });
    const lost = await page
      .locator('td.number button')
      .evaluateAll((buttons) =>
        buttons
          .map((button) => button.getAttribute('popovertarget') ?? '')
          .filter((id) => !document.getElementById(id)),
      );
    expect(lost).toEqual([]);
    expect(await page.locator('td.number button').count()).toBeGreaterThan(180);
  });

  test('findings are marked on their cells and told with both sums', async () => {
    const page = await site().open(await firstReport(site(), FLAWED), { javascript: false });
    expect(await page.locator('td.whole-mark').count()).toBeGreaterThan(0);
    expect(await page.locator('td.part-mark').count()).toBeGreaterThan(0);
    const notes = await page.locator('ol.notes li').allInnerTexts();
    expect(notes.length).toBeGreaterThan(0);
    for (const note of notes) expect(note).toMatch(/≠.*\d[\s\S]*相差/);
    expect(await page.locator('.check-list li').count()).toBeGreaterThanOrEqual(4);
  });

  test('the printed numbers are those of the record', async () => {
    const path = await firstReport(site(), FLAWED);
    const { record } = (await (await fetch(`${site().address}/api/v1${path}`)).json()) as {
      record: { requests: Record<string, Record<string, number | null>> };
    };
    const page = await site().open(path, { javascript: false });
    const printed = new Map(
      await page
        .locator('td[id^="requests."] button:not([popover] button)')
        .evaluateAll((all) =>
          all.map((each) => [each.closest('td')?.id ?? '', (each as HTMLElement).innerText] as const),
        ),
    );
    const numbers = Object.entries(record.requests).flatMap(([row, columns]) =>
      Object.entries(columns).map(([column, value]) => [`requests.${row}.${column}`, value] as const),
    );
    const shown = numbers.filter(([id, value]) => value !== null && printed.has(id));
    expect(shown.length).toBeGreaterThan(100);
    expect(shown.map(([id]) => [id, printed.get(id)])).toEqual(
      shown.map(([id, value]) => [id, String(value)]),
    );
  });
});
