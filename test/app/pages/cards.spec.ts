import { describe, expect, test } from 'vitest';
import { canBrowse, useSite } from '../../site/site';

describe.skipIf(!canBrowse)('a card', () => {
  const site = useSite();

  test('is a picture file with title, source, filters and version inside', async () => {
    const query = 'corpus=demo&region=32&from=2021';
    for (const id of ['requests-by-region', 'outcomes-flow', 'dispute-results', 'regions-over-years']) {
      const answer = await fetch(`${site().address}/api/v1/chart/${id}.svg?${query}`);
      expect([id, answer.status, answer.headers.get('content-type')]).toEqual([
        id,
        200,
        'image/svg+xml; charset=utf-8',
      ]);
      const svg = await answer.text();
      for (const word of ['来源：年报表', '江苏省', '2021 年以来', '语料版本', '合成数据'])
        expect(svg).toContain(word);
      expect(svg).not.toContain('var(--');
      expect(svg).not.toMatch(/style=/);
    }
    for (const bad of ['requests.svg?level=middle', 'regions-measure.csv?measure=nonsense']) {
      const answer = await fetch(`${site().address}/api/v1/chart/${bad}`);
      expect([bad, answer.status, answer.headers.get('content-type')]).toEqual([
        bad,
        400,
        'application/problem+json; charset=utf-8',
      ]);
    }
    expect((await fetch(`${site().address}/api/v1/chart/nothing.svg`)).status).toBe(404);
  });

  test('stands alone at the same state, may be framed, and leads back', async () => {
    const query = 'corpus=demo&region=32&measure=review_rate';
    const answer = await fetch(`${site().address}/embed/regions-measure?${query}`);
    expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(answer.headers.get('x-frame-options')).toBeNull();
    const whole = await site().open(`/regions?${query}`, { javascript: false });
    const inPage = await whole.locator('#regions-measure svg.chart').first().getAttribute('aria-label');
    const alone = await site().open(`/embed/regions-measure?${query}`, { javascript: false, width: 390 });
    expect(await alone.locator('svg.chart').first().getAttribute('aria-label')).toBe(inPage);
    expect(await alone.locator('header, nav.nav, form').count()).toBe(0);
    expect(await alone.locator('.embed-demo').count()).toBe(1);
    const back = new URL(
      (await alone.locator('a[target="_top"]').getAttribute('href')) ?? '',
      site().address,
    );
    expect([back.pathname, back.hash]).toEqual(['/regions', '#regions-measure']);
    expect(Object.fromEntries(back.searchParams)).toMatchObject({ region: '32', measure: 'review_rate' });
  });

  test('carries permalink, embed code and a citation with version and day', async () => {
    const page = await site().open('/disputes?corpus=demo&region=32', { javascript: false });
    const share = await page.locator('#dispute-rates .share').innerHTML();
    expect(share).toContain(`${site().address}/disputes?`);
    expect(share).toContain('/embed/dispute-rates?');
    expect(await page.locator('#dispute-rates .cite').textContent()).toMatch(
      /版本 [0-9a-f]{12}.*年\d+月\d+日访问/,
    );
  });
});
