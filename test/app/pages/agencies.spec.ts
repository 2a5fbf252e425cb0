import { beforeAll, describe, expect, test } from 'vitest';
import { servedCards } from '../../site/served-cards';
import { canBrowse, type Site, useSite } from '../../site/site';

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

  test('a body of the whole country lies in the country, and a group of counties is no part of a name', async () => {
    const page = await site().open('/agencies?corpus=demo', { javascript: false });
    const places = await page.locator('tbody td:nth-of-type(1)').allInnerTexts();
    expect(places[0]).toBe('全国');
    expect(places).toContain('北京市石景山区');
    expect(places.join()).not.toMatch(/不明|市辖区/);
  });

  test('an agency shows every year and every cell of the three tables, as printed', async () => {
    const page = await site().open(agency, { javascript: false });
    expect(await page.locator('h1').count()).toBe(1);
    const id = decodeURIComponent(new URL(page.url()).pathname.split('/')[2] ?? '');
    const answer = (await (
      await fetch(`${site().address}/api/v1/reports?corpus=demo&basis=all&agency=${encodeURIComponent(id)}`)
    ).json()) as { rows: { id: string; new_requests: number | null; carried_out: number | null }[] };
    expect(answer.rows.length).toBeGreaterThan(2);
    const printed = answer.rows.flatMap((report) =>
      (['new_requests', 'carried_out'] as const).map((row) => ({ id: report.id, row, value: report[row] })),
    );
    const cells = await page
      .locator('a[href*="/reports/"][href*="#requests."]')
      .evaluateAll((all) =>
        all.map((each) => ({ link: each.getAttribute('href') ?? '', text: (each.textContent ?? '').trim() })),
      );
    for (const { id: report, row, value } of printed.filter((each) => each.value !== null)) {
      const cell = cells.find(
        ({ link }) => link.includes(encodeURIComponent(report)) && link.endsWith(`#requests.${row}.total`),
      );
      expect([report, row, cell?.text]).toEqual([report, row, String(value)]);
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
    const before = await page.locator('#peers > .subtitle').innerText();
    await page.locator('select[name="peer_level"]').selectOption('county');
    await page.locator('.peer-form button').click();
    expect(page.url()).toContain('column=natural_person');
    expect(await page.locator('#peers > .subtitle').innerText()).not.toBe(before);
    expect(await page.locator('select[name="peer_level"]').inputValue()).toBe('county');
    await page.goBack();
    expect(await page.locator('#peers > .subtitle').innerText()).toBe(before);
  });

  test('each joint of the carry-over says whether it is equal, and the picture says the same', async () => {
    const page = await site().open(agency, { javascript: false });
    const label = (await page.locator('#carry svg.chart').getAttribute('aria-label')) ?? '';
    const joints = label.split('；');
    expect(joints.length).toBeGreaterThan(1);
    const number = (text: string | undefined) => Number((text ?? '0').replaceAll(',', ''));
    const told = joints.flatMap((joint) => [
      ...joint.matchAll(/结转 ([\d,]+) 件.*承接 ([\d,]+) 件，(?:相等|差 ([\d,]+) 件)/g),
    ]);
    expect(told.length).toBeGreaterThan(0);
    for (const [joint, out, into, difference] of told)
      expect([joint, Math.abs(number(out) - number(into))]).toEqual([joint, number(difference)]);
  });

  test.each(['peers', 'spread', 'carry'])(
    'the card %s is a picture file and an embedded card at its state',
    async (id) => {
      const state = id === 'carry' ? '' : '&peer_level=county&metric=review_rate';
      const served = servedCards(await (await fetch(`${site().address}${agency}${state}`)).text());
      const card = served.find((each) => each.id === id);
      if (!card) throw new Error(`no card ${id}`);
      const { pathname } = new URL(agency, site().address);
      const own = decodeURIComponent(pathname.split('/')[2] ?? '');
      const answer = await fetch(site().address + card.svg);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        200,
        'image/svg+xml; charset=utf-8',
      ]);
      const svg = await answer.text();
      const name = own.replace(/^\d+-/, '');
      for (const word of [card.title, name, '来源：', '筛选：', '语料版本', '合成数据'])
        expect([word, svg.includes(word)]).toEqual([word, true]);
      expect(svg).not.toMatch(/var\(--|style=/);

      const page = await site().open(agency + state, { javascript: false });
      const share = page.locator(`#${id} .share`);
      expect(await share.locator('.cite').textContent()).toMatch(/版本 [0-9a-f]{12}.*年\d+月\d+日访问/);
      const embed = (await share.locator('a[href^="/embed/"]').getAttribute('href')) ?? '';
      const words = (from: typeof page): Promise<(string | null)[]> =>
        from
          .locator(`#${id} svg.chart, .embed svg.chart`)
          .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
      const inPage = await words(page);
      const alone = await site().open(embed, { javascript: false, width: 390 });
      expect(await words(alone)).toEqual(inPage);
      const over = await alone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over).toBeLessThanOrEqual(0);
      const link = (await alone.locator('a[target="_top"]').getAttribute('href')) ?? '';
      const back = new URL(link, site().address);
      expect([back.pathname, back.hash]).toEqual([pathname, `#${id}`]);
      expect(back.searchParams.get('peer_level')).toBe(id === 'carry' ? null : 'county');
    },
  );

  test('cards of an agency have nothing to show without one, or for a year it did not report', async () => {
    const id = decodeURIComponent(new URL(agency, site().address).pathname.split('/')[2] ?? '');
    for (const [query, status] of [
      ['', 404],
      [`agency=${encodeURIComponent(id)}&peer_year=1990`, 404],
      [`agency=${encodeURIComponent(id)}&peer_year=soon`, 400],
    ] as const) {
      const answer = await fetch(`${site().address}/api/v1/chart/peers.svg?corpus=demo&${query}`);
      expect([query, answer.status]).toEqual([query, status]);
    }
    const alone = await site().open('/embed/peers?corpus=demo', { javascript: false });
    expect(await alone.locator('.statement').innerText()).toBe('所选报告里没有这一项的数字。');
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
});
