/** What answers carry for browsers and clients, on the real server. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { canBrowse, FLAWED, firstReport, useSite } from '../../site/site';

const PAGES = [
  '/',
  '/?corpus=demo&lang=en',
  '/reports?corpus=demo',
  '/methods',
  '/data/api',
  '/no/such/page',
];
const OTHERS = [
  '/api/v1/metrics',
  '/api/v1/query?metrics=nothing',
  '/api/v1/reports/none',
  '/healthz',
  '/icon.svg',
];

describe.skipIf(!canBrowse)('headers', () => {
  const site = useSite();
  const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(site().address + path, { headers, redirect: 'manual' });

  test.each(PAGES)('%s runs the scripts that are in it by their hashes, and no other', async (path) => {
    const answer = await ask(path);
    const policy = answer.headers.get('content-security-policy') ?? '';
    const allowed = /script-src ([^;]+);/.exec(policy)?.[1]?.split(' ') ?? [];
    const html = await answer.text();
    const inline = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
      .filter(([, attributes = '']) => !attributes.includes(' src='))
      .map(([, , code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`);
    expect(inline.length).toBeGreaterThan(1);
    expect(new Set(allowed)).toEqual(new Set(["'self'", ...inline]));
    expect(html).not.toContain('nonce="');
    for (const script of html.match(/<script\b[^>]* src="[^"]*"/g) ?? [])
      expect(script).toContain('src="/_next/static/');
  });

  test.each(PAGES.filter((path) => path !== '/no/such/page'))(
    '%s is the same to the last byte each time, and is not sent again to who has it',
    async (path) => {
      const [first, second] = [await ask(path), await ask(path)];
      expect(await second.text()).toBe(await first.text());
      const etag = first.headers.get('etag') ?? '';
      expect(etag).toMatch(/^"[0-9a-f]{32}-\w+"$/);
      expect(first.headers.get('cache-control')).toContain('s-maxage=');
      expect((await ask(path, { 'if-none-match': etag })).status).toBe(304);
    },
  );

  test.each([
    ...PAGES.filter((path) => path !== '/'),
    '/outcomes?corpus=demo',
    '/data?corpus=demo',
    'a report',
  ])('%s asks nothing of another site, breaks no rule of its policy and makes no error', async (path) => {
    const address = path === 'a report' ? await firstReport(site(), FLAWED) : path;
    const page = await site().open('/healthz');
    const elsewhere: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol !== 'data:' && protocol !== 'blob:' && origin !== site().address)
        elsewhere.push(request.url());
    });
    page.on('console', (message) => {
      // The browser calls it an error that a page is none.
      if (message.type() === 'error' && !message.text().includes('status of 404'))
        errors.push(message.text());
      else if (/content security policy/i.test(message.text())) errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(site().address + address, { waitUntil: 'networkidle' });
    expect(elsewhere).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('a script that got into a page does not run', async () => {
    const page = await site().open('/methods');
    await page.setContent(
      (await page.content()).replace(
        '</main>',
        '<script>document.title = "taken over"</script><img src="x" onerror="document.title = 1"></main>',
      ),
    );
    expect(await page.title()).not.toMatch(/taken over|^1$/);
  });

  test.each([...PAGES, ...OTHERS])('%s says how browsers are to treat it', async (path) => {
    const { headers } = await ask(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('only /embed may stand in a frame of another site', async () => {
    const framed = await ask('/embed/requests?corpus=demo');
    expect(framed.headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(framed.headers.get('x-frame-options')).toBeNull();
    for (const path of [
      '/',
      '/requests?corpus=demo',
      '/data',
      '/embedded',
      '/reports?x=/embed/',
      '/api/v1/metrics',
      '/healthz',
    ])
      expect((await ask(path)).headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  test('a page of another site shows a card in its frame, and nothing else of ours', async () => {
    const other = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://other').searchParams.get('path') ?? '/';
      response.setHeader('content-type', 'text/html');
      response.end(`<iframe src="${site().address}${path}"></iframe>`);
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const page = await site().open('/healthz');
    const framed = async (path: string): Promise<number> => {
      await page.goto(`http://localhost:${port}/?path=${encodeURIComponent(path)}`, { waitUntil: 'load' });
      return (await page.frames()[1]?.locator('#main').count()) ?? -1;
    };
    try {
      expect(await framed('/embed/requests?corpus=demo')).toBe(1);
      // The header that says so is seen on the others by the test before.
      for (const path of ['/', '/data/upload', '/theme'])
        expect([path, await framed(path)]).toEqual([path, 0]);
    } finally {
      other.close();
    }
  });

  test('a path that is not percent-encoded text is answered with 400', async () => {
    for (const path of ['/%E0%A4%A', '/reports/%ff', '/api/v1/reports/%ff', '/api/v1/%c0%ae%c0%ae/x'])
      expect([path, (await ask(path)).status]).toEqual([path, 400]);
  });

  test('no answer tells of the inside', async () => {
    const paths = [
      '/reports/%ff',
      '/reports/..%2f..%2fetc%2fpasswd',
      '/api/v1/reports/..%2f..%2fetc%2fpasswd',
      '/api/v1/reports/%00',
      '/api/v1/query?metrics=%00&by=%27',
      '/api/v1/query',
      "/?region=61'--&from=x&q=%00",
      '/_next/static/%ff',
      '/_next/image?url=http://localhost/',
    ];
    for (const path of paths) {
      const answer = await ask(path);
      expect(answer.status, path).not.toBe(500);
      const text = JSON.stringify([...answer.headers]) + (await answer.text());
      expect(text, path).not.toContain(process.cwd());
      expect(text, path).not.toMatch(/node_modules|\.duckdb|\n\s+at .+:\d+:\d+/);
    }
  });

  test('an address that asks the API too often is told to wait, others are not', async () => {
    const from = (address: string, path = '/api/v1/metrics'): Promise<Response> =>
      ask(path, { 'x-forwarded-for': address });
    const answers = await Promise.all(Array.from({ length: 4 }, () => from('203.0.113.9')));
    expect(answers.map((each) => each.status).filter((status) => status === 200)).toHaveLength(2);
    const refused = answers.find((each) => each.status === 429);
    expect(refused?.headers.get('content-type')).toContain('application/problem+json');
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused?.headers.get('ratelimit')).toMatch(/^"api";r=0;t=\d+$/);
    expect(await refused?.json()).toMatchObject({ status: 429, title: 'Too Many Requests' });
    // What a client writes before the proxy's own entry changes nothing.
    expect((await from('198.51.100.1, 203.0.113.9')).status).toBe(429);
    expect((await from('198.51.100.7')).status).toBe(200);
  });

  test('downloads have a limit of their own', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 3; i++) {
      const answer = await ask('/api/v1/query.csv?metrics=reports', { 'x-forwarded-for': '203.0.113.44' });
      await answer.body?.cancel();
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([200, 200, 429]);
  });

  test('what a client writes into the headers of the inside does not count', async () => {
    const forged = {
      'x-client-address': '127.0.0.1',
      'x-request-id': 'mine',
      'x-forwarded-for': '203.0.113.77',
    };
    const answer = await ask('/api/v1/metrics', forged);
    expect(answer.headers.get('ratelimit')).not.toBeNull();
    expect(answer.headers.get('x-request-id')).not.toBe('mine');
  });
});
