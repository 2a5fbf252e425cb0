/** What answers carry for browsers and clients, on the real server. */
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

  test.each(PAGES)('%s runs scripts by a nonce of its own only', async (path) => {
    const policies = new Set<string>();
    for (let i = 0; i < 2; i++) {
      const answer = await ask(path);
      const policy = answer.headers.get('content-security-policy') ?? '';
      policies.add(policy);
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
      expect(policy).toContain(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic';`);
      const scripts = (await answer.text()).match(/<script\b[^>]*>/g) ?? [];
      expect(scripts.length).toBeGreaterThan(2);
      for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
    }
    expect(policies.size).toBe(2);
  });

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
