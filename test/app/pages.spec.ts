import { describe, expect, test } from 'vitest';
import { canBrowse, FLAWED, firstReport, useSite } from './site';

const ROUTES = ['/', '/?corpus=demo', '/reports', '/reports?corpus=demo&basis=all', '/methods', '/data/api'];

describe.skipIf(!canBrowse)('every page', () => {
  const site = useSite();

  test.each(ROUTES)('%s has one h1, a title, a language, and its text in the HTML', async (path) => {
    const page = await site().open(path, { javascript: false });
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.title()).not.toBe('');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(200);
  });

  test.each(ROUTES)('%s makes no error in the console', async (path) => {
    const page = await site().open('/healthz');
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(site().address + path, { waitUntil: 'networkidle' });
    expect(errors).toEqual([]);
  });

  test.each([...ROUTES, 'a report'])(
    '%s never scrolls sideways on a phone, in either language',
    async (path) => {
      const address = path === 'a report' ? await firstReport(site(), FLAWED) : path;
      for (const language of ['zh-CN', 'en'] as const) {
        const page = await site().open(address, { width: 390, language });
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(over).toBeLessThanOrEqual(0);
      }
    },
  );

  test('the synthetic corpus is named on every page, the real one never', async () => {
    for (const path of ['/', '/reports', '/methods']) {
      const demo = await site().open(`${path}?corpus=demo`, { javascript: false });
      expect(await demo.locator('aside.demo').innerText()).toContain('合成数据');
      const real = await site().open(path, { javascript: false });
      expect(await real.locator('aside.demo').count()).toBe(0);
    }
  });

  test('an address that is no page answers 404 with its text in the HTML', async () => {
    for (const path of ['/no/such/page', '/reports/000000-nobody-1999?corpus=demo']) {
      const answer = await fetch(site().address + path);
      expect(answer.status).toBe(404);
      const page = await site().open(path, { javascript: false });
      expect(await page.locator('h1').innerText()).toBe('没有这一页');
      expect(await page.locator('.ways a').count()).toBeGreaterThan(1);
    }
  });

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
