import { beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../../scripts/axe';
import { canBrowse, type Site, useSite } from './site';

/** The page of the agency that the list sorted by mismatches puts first. */
async function mostFlawed(site: Site): Promise<string> {
  const html = await (
    await fetch(
      `${site.address}/agencies?corpus=demo&body=government&level=prefecture&sort=findings&order=desc`,
    )
  ).text();
  const link = /href="(\/agencies\/[^"]+)"/.exec(html)?.[1];
  if (!link) throw new Error('no agency in the list');
  return link.replaceAll('&amp;', '&');
}

describe.skipIf(!canBrowse)('agencies', () => {
  const site = useSite();
  let agency = '';
  beforeAll(async () => {
    agency = await mostFlawed(site());
  });

  test('the list is searched by name and sorted without JavaScript', async () => {
    const page = await site().open('/agencies?corpus=demo', { javascript: false });
    await page.locator('input[name="q"]').fill('气象');
    await page.locator('.filters button').click();
    const names = await page.locator('tbody th').allInnerTexts();
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) expect(name).toContain('气象');
    await page.locator('thead').getByRole('link', { name: '报告' }).click();
    expect(page.url()).toContain('q=');
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
  });

  test('an agency shows every year and every cell of the three tables, as printed', async () => {
    const page = await site().open(agency, { javascript: false });
    expect(await page.locator('h1').count()).toBe(1);
    const id = decodeURIComponent(new URL(page.url()).pathname.split('/')[2] ?? '');
    const answer = (await (
      await fetch(`${site().address}/api/v1/reports?corpus=demo&basis=all&agency=${encodeURIComponent(id)}`)
    ).json()) as { rows: { id: string; new_requests: number | null; carried_out: number | null }[] };
    expect(answer.rows.length).toBeGreaterThan(2);
    for (const report of answer.rows)
      for (const row of ['new_requests', 'carried_out'] as const) {
        const cell = page.locator(
          `a[href*="${encodeURIComponent(report.id)}"][href$="#requests.${row}.total"]`,
        );
        const printed = report[row];
        if (printed === null) continue;
        expect((await cell.first().innerText()).trim()).toBe(String(printed));
      }
    for (const name of ['requests', 'proceedings', 'disclosure'])
      expect(await page.locator(`#${name} tbody td`).count()).toBeGreaterThan(50);
  });

  test('another column of table 3 and other peers are chosen by links and a form, and stand in the address', async () => {
    const page = await site().open(agency, { javascript: false });
    await Promise.all([
      page.waitForEvent('load'),
      page.locator('#requests').getByRole('link', { name: '自然人' }).click(),
    ]);
    expect(page.url()).toContain('column=natural_person');
    expect(
      await page.locator('#requests a[href$="#requests.granted.natural_person"]').count(),
    ).toBeGreaterThan(1);
    const before = await page.locator('#peers > .sub').innerText();
    await page.locator('select[name="peer_level"]').selectOption('county');
    await page.locator('.peer-form button').click();
    expect(page.url()).toContain('column=natural_person');
    expect(await page.locator('#peers > .sub').innerText()).not.toBe(before);
    expect(await page.locator('select[name="peer_level"]').inputValue()).toBe('county');
    await page.goBack();
    expect(await page.locator('#peers > .sub').innerText()).toBe(before);
  });

  test('each joint of the carry-over says whether it is equal, and the picture says the same', async () => {
    const page = await site().open(agency, { javascript: false });
    const label = (await page.locator('#carry svg.chart').getAttribute('aria-label')) ?? '';
    const joints = label.split('；');
    expect(joints.length).toBeGreaterThan(1);
    for (const joint of joints) {
      const [, out, into, difference] =
        /结转 ([\d,]+) 件.*承接 ([\d,]+) 件，(?:相等|差 ([\d,]+) 件)/.exec(joint) ?? [];
      if (out === undefined) continue;
      const number = (text: string | undefined) => Number((text ?? '0').replaceAll(',', ''));
      expect([joint, Math.abs(number(out) - number(into))]).toEqual([joint, number(difference)]);
    }
  });

  test('every finding leads to a cell that is there', async () => {
    const page = await site().open(agency, { javascript: false });
    const links = await page
      .locator('#findings .notes a[href*="/reports/"]')
      .evaluateAll((all) => all.slice(0, 4).map((each) => (each as HTMLAnchorElement).href));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      const html = await (await fetch(link)).text();
      expect(html).toContain(`id="${decodeURIComponent(new URL(link).hash.slice(1))}"`);
    }
  });

  test('values that do not fit are told, and an agency that is not there answers 404 with ways on', async () => {
    const page = await site().open(`${agency}&peer_year=1990&metric=luck`, { javascript: false });
    const notice = await page.locator('.notice').innerText();
    for (const word of ['peer_year=1990', 'metric=luck']) expect(notice).toContain(word);
    const answer = await fetch(`${site().address}/agencies/000000-nobody?corpus=demo`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('看机关列表');
  });

  test.each([
    ['the list', 'light', 1280],
    ['an agency', 'light', 390],
    ['an agency', 'dark', 1280],
  ] as const)('axe finds nothing on %s, %s, %i px', async (what, theme, width) => {
    const page = await site().open(what === 'the list' ? '/agencies?corpus=demo' : agency, { theme, width });
    expect(await axeViolations(page)).toEqual([]);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  });
});
