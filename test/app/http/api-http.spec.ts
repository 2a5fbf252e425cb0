/** What carries the answers of the API: other sites, compression, tags, HEAD. On the real server, without a browser. */
import { get, type IncomingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { isBuilt } from '../../site/server';
import { sharedAddress } from '../../site/site';

const QUERY = '/api/v1/query?corpus=demo&metrics=new_requests,disclosure_rate&by=year';
const FILE = '/api/v1/cells.csv?corpus=demo&basis=all&region=61&from=2023&to=2023&bom=0';

/** A body as it came over the wire. */
const raw = (url: string, headers: Record<string, string>) =>
  new Promise<{ headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    get(url, { headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () => resolve({ headers: answer.headers, body: Buffer.concat(pieces) }));
      answer.on('error', reject);
    }).on('error', reject);
  });

describe.skipIf(!isBuilt)('the API over HTTP', () => {
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(sharedAddress() + path, init);

  test.each([QUERY, FILE, '/api/v1/openapi.json'])(
    'a script of another site may ask %s with a tag',
    async (path) => {
      const asked = await ask(path, {
        method: 'OPTIONS',
        headers: {
          Origin: 'https://elsewhere.example',
          'Access-Control-Request-Method': 'GET',
          'Access-Control-Request-Headers': 'if-none-match',
        },
      });
      expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
      expect(asked.headers.get('access-control-allow-methods')).toContain('GET');
      expect(asked.headers.get('access-control-allow-headers')).toBe('*');
    },
  );

  test('every kind of answer can be read by other sites, and so can its tag and its count', async () => {
    const tag = (await ask(QUERY)).headers.get('etag') ?? '';
    const statuses: number[] = [];
    const answers = [
      await ask(QUERY),
      await ask(QUERY, { headers: { 'If-None-Match': tag } }),
      await ask('/api/v1/query?metrics=nothing'),
      await ask('/api/v1/reports/none'),
      await ask('/api/v1/reports/%ff'),
      await ask(FILE, { method: 'HEAD' }),
    ];
    const crowd = await Promise.all(
      Array.from({ length: 3 }, () =>
        ask('/api/v1/metrics', { headers: { 'x-forwarded-for': '203.0.113.6' } }),
      ),
    );
    for (const answer of [...answers, ...crowd.filter((each) => each.status === 429)]) {
      statuses.push(answer.status);
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([
        answer.status,
        '*',
      ]);
      expect(answer.headers.get('access-control-expose-headers')).toMatch(/ETag.*Retry-After.*X-Row-Count/);
    }
    expect(statuses.slice(0, 7)).toEqual([200, 304, 400, 404, 400, 200, 429]);
  });

  test.each([QUERY, '/api/v1/metrics', '/api/v1/openapi.json', FILE])(
    '%s compresses whole, and has a tag that gives 304',
    async (path) => {
      const plain = await ask(path, { headers: { 'Accept-Encoding': 'identity' } });
      const packed = await raw(sharedAddress() + path, { 'Accept-Encoding': 'gzip' });
      expect(packed.headers['content-encoding']).toBe('gzip');
      expect(packed.headers.vary?.toLowerCase()).toContain('accept-encoding');
      const text = gunzipSync(packed.body).toString();
      expect(text === (await plain.text())).toBe(true);
      expect(packed.body.length).toBeLessThan(text.length / 2);
      const tag = String(packed.headers.etag);
      const again = await ask(path, { headers: { 'If-None-Match': tag } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    },
  );

  test('a file has as many lines as its header says, compressed or not', async () => {
    const packed = await raw(sharedAddress() + FILE, { 'Accept-Encoding': 'gzip' });
    const lines = gunzipSync(packed.body).toString().trimEnd().split('\r\n');
    expect(lines.length - 1).toBeGreaterThan(1000);
    expect(packed.headers['x-row-count']).toBe(String(lines.length - 1));
  });

  test('HEAD gives the headers of GET and no body', async () => {
    for (const path of [QUERY, FILE]) {
      const head = await ask(path, { method: 'HEAD' });
      const whole = await ask(path);
      await whole.text();
      expect(await head.text()).toBe('');
      for (const name of ['content-type', 'content-disposition', 'x-row-count', 'etag'])
        expect(head.headers.get(name)).toBe(whole.headers.get(name));
    }
  });

  test('every example of the page about the API answers', async () => {
    const html = await (await ask('/data/api?corpus=demo')).text();
    const links = [...html.matchAll(/href="(\/(?:api\/|healthz|readyz)[^"]*)"/g)].map(([, link = '']) =>
      link.replaceAll('&amp;', '&'),
    );
    expect(links.length).toBeGreaterThan(20);
    for (const link of new Set(links)) {
      const answer = await ask(link);
      await answer.arrayBuffer();
      expect([link, answer.status]).toEqual([link, link.includes('half') ? 400 : 200]);
    }
  });
});
