import { describe, expect, test } from 'vitest';
import { canBrowse, useSite } from '../../site/site';

describe.skipIf(!canBrowse)('every page', () => {
  const site = useSite();

  test('no link of the furniture is dead', async () => {
    const page = await site().open('/?corpus=demo', { javascript: false });
    const links = await page
      .locator('header a, footer a, .count a, .downloads a, .notes-list a')
      .evaluateAll((all) => [
        ...new Set(all.map((each) => (each as HTMLAnchorElement).href.replace(/#.*/, ''))),
      ]);
    expect(links.length).toBeGreaterThan(8);
    for (const link of links) {
      const answer = await fetch(link);
      await answer.body?.cancel();
      expect([link, answer.status]).toEqual([link, 200]);
    }
  });

  test('the language chosen stays in links, and the browser decides where none was chosen', async () => {
    const page = await site().open('/?corpus=demo', { language: 'en' });
    expect(await page.locator('h1').innerText()).toContain('printed cell');
    await page.getByRole('link', { name: '中文' }).click();
    expect(await page.locator('h1').innerText()).toContain('一格一格');
    await page.getByRole('link', { name: '报告', exact: true }).click();
    expect(await page.locator('h1').innerText()).toBe('报告');
    expect(new URL(page.url()).searchParams.get('corpus')).toBe('demo');
  });

  test('the theme is chosen without JavaScript and kept', async () => {
    const page = await site().open('/methods?corpus=demo', { javascript: false });
    await page.getByRole('button', { name: '深浅' }).click();
    expect(page.url()).toContain('/methods?corpus=demo');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
    await page.getByRole('button', { name: '深浅' }).click();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.goto(site().address);
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  });

  test('the theme form goes back to this site only', async () => {
    for (const back of ['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example']) {
      const answer = await fetch(`${site().address}/theme`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ theme: 'dark', back }),
      });
      expect(answer.headers.get('location')).toBe('/');
    }
  });
});
