import { describe, expect, test } from 'vitest';
import { servedCards } from '../../site/served-cards';
import { canBrowse, useSite } from '../../site/site';

describe.skipIf(!canBrowse)('comparison', () => {
  const site = useSite();

  test('agencies and regions are found by name and added by links, without JavaScript', async () => {
    const page = await site().open('/compare?corpus=demo', { javascript: false });
    expect(await page.locator('.empty').innerText()).toContain('还没有选');
    for (const name of ['四川省', '陕西省']) {
      await page.locator('input[name="find"]').fill(name);
      await page.getByRole('button', { name: '查找' }).click();
      await page.locator('.hits').getByRole('link', { name, exact: true }).first().click();
    }
    expect(new URL(page.url()).searchParams.get('with')).toBe('51,61');
    expect(await page.locator('.compare thead th').count()).toBe(3);
    expect(await page.locator('#panels svg.chart').count()).toBe(2);
    await page.goBack();
    await page.goBack();
    expect(new URL(page.url()).searchParams.get('with')).toBe('51');
  });

  test('the numbers are those of the API', async () => {
    const page = await site().open('/compare?corpus=demo&with=51&year=2023', { javascript: false });
    const answer = (await (
      await fetch(
        `${site().address}/api/v1/query?metrics=new_requests,disclosure_rate&by=year&region=51&from=2023&to=2023&corpus=demo`,
      )
    ).json()) as { rows: { new_requests: number; disclosure_rate: number }[] };
    const shown = await page.locator('.compare tbody tr').allInnerTexts();
    expect(shown[0]).toContain(answer.rows[0]?.new_requests.toLocaleString('en'));
    expect(shown.join()).toContain(`${((answer.rows[0]?.disclosure_rate ?? 0) * 100).toFixed(1)}%`);
  });

  test('the panels are a picture file and an embedded card', async () => {
    const path = '/compare?corpus=demo&with=51,61&metric=denial_rate&to=2023';
    const [card] = servedCards(await (await fetch(site().address + path)).text());
    if (!card) throw new Error('no card');
    const svg = await (await fetch(site().address + card.svg)).text();
    const newest = card.rows.filter((row) => row[1] === '2023').map((row) => row.at(-1) ?? '');
    for (const value of newest) expect(svg).toContain(value);
    for (const word of [card.title, '四川省', '陕西省', '来源：', '语料版本', '合成数据'])
      expect([word, svg.includes(word)]).toEqual([word, true]);
    const page = await site().open(path, { javascript: false });
    const embed = (await page.locator('#panels .share a[href^="/embed/"]').getAttribute('href')) ?? '';
    const alone = await site().open(embed, { javascript: false, width: 390 });
    expect(await alone.locator('.panel-title').allInnerTexts()).toEqual(['四川省', '陕西省']);
    const back = (await alone.locator('a[target="_top"]').getAttribute('href')) ?? '';
    expect(back).toBe('/compare?to=2023&corpus=demo&with=51,61&metric=denial_rate#panels');
  });

  test('what is not in the corpus is told, and the seventh is refused', async () => {
    const page = await site().open('/compare?corpus=demo&with=51,nobody', { javascript: false });
    expect(await page.locator('.notice').innerText()).toContain('with=nobody');
    expect(await page.locator('.compare thead th').count()).toBe(2);
    const many = await site().open('/compare?corpus=demo&with=11,12,13,14,15,21,22', { javascript: false });
    expect(await many.locator('.notice').count()).toBe(1);
  });
});
