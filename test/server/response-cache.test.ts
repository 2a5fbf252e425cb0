import { createHash } from 'node:crypto';
import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { requestListener, type Site } from '../../lib/server/listener';
import { serverState } from '../../lib/server/state';
import { markFailed } from '../../lib/telemetry/request';

type Make = (request: IncomingMessage, response: ServerResponse) => void;

let version = 'one';
let made: string[] = [];
let make: Make;
const site: Site = {
  cacheKey: ({ url, headers }) =>
    Promise.resolve(
      headers['x-unkept']
        ? null
        : { text: `${url} ${headers.cookie} ${version}`, isOwn: headers.cookie !== undefined },
    ),
  live: () => Promise.resolve(Response.json({ version })),
};
let server: Server;
let address: string;

beforeAll(async () => {
  vi.stubEnv('PAGES_AT_ONCE', '1');
  vi.stubEnv('REQUESTS_WAITING', '3');
  server = createServer(
    requestListener((request, response) => {
      made.push(request.url ?? '');
      // As Next does.
      request.url = '/changed';
      request.headers.cookie = 'changed';
      make(request, response);
    }, site),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});
beforeEach(() => {
  made = [];
  make = sendHtml;
});

const CODE = 'self.push("政府")';
const FOREIGN = 'alert("from a report")';
const hashOf = (code: string): string => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;

/** As Next sends a page: with the mark that it was told on its scripts, in its data and in its headers. */
function sendHtml(request: IncomingMessage, response: ServerResponse): void {
  const nonce = /'nonce-([^']+)'/.exec(String(request.headers['content-security-policy']))?.[1] ?? 'none';
  response.setHeader('Link', [`</a.css>; rel=preload; nonce="${nonce}"`, `</b.css>; nonce="${nonce}"`]);
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.setHeader('Vary', 'rsc');
  response.write(`<p>政府${version}</p><script src="/a.js" async="" nonce="${nonce}"></script>`);
  response.write(Buffer.from(`<script nonce="${nonce}" id="a">${CODE}</script><script>${FOREIGN}</script>`));
  response.end(`<script nonce="${nonce}">self.push("${nonce}!")</script>`);
}
const page = (): string =>
  `<p>政府${version}</p><script src="/a.js" async=""></script><script id="a">${CODE}</script>` +
  `<script>${FOREIGN}</script><script>self.push("!")</script>`;

/** Asks until the answer comes without being made. */
async function untilKept(path: string): Promise<{ answer: Response; text: string }> {
  for (let tries = 0; tries < 50; tries++) {
    const before = made.length;
    const answer = await fetch(address + path);
    const text = await answer.text();
    if (made.length === before) return { answer, text };
  }
  throw new Error('the page was made anew every time');
}

test('a page is made once and sent again, the same to the last byte', async () => {
  const first = await fetch(`${address}/a`);
  expect(await first.text()).toBe(page());
  const { answer, text } = await untilKept('/a');
  expect(text).toBe(page());
  for (const name of ['content-security-policy', 'etag', 'cache-control', 'content-type', 'link', 'vary'])
    expect([name, answer.headers.get(name)]).toEqual([name, first.headers.get(name)]);
  expect(answer.headers.get('link')).toBe('</a.css>; rel=preload,</b.css>');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
});

test('only scripts that Next wrote may run in a page, told by their hashes', async () => {
  const policy = (await fetch(`${address}/policy`)).headers.get('content-security-policy') ?? '';
  const scripts = /script-src ([^;]+);/.exec(policy)?.[1];
  expect(scripts).toBe(`'self' ${hashOf(CODE)} ${hashOf('self.push("!")')}`);
  expect(policy).not.toContain(hashOf(FOREIGN));
});

test('a page has a strong tag for each encoding, and who has it is sent 304', async () => {
  await untilKept('/tagged');
  const tags = new Set<string>();
  for (const encoding of ['br', 'gzip', 'identity']) {
    const ask = (condition?: string): Promise<Response> =>
      fetch(`${address}/tagged`, {
        headers: { 'accept-encoding': encoding, ...(condition ? { 'if-none-match': condition } : {}) },
      });
    const whole = await ask();
    const tag = whole.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[0-9a-f]{32}-\w+"$/);
    tags.add(tag);
    const again = await ask(`"other", W/${tag}`);
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    expect(again.headers.get('content-security-policy')).toBe(whole.headers.get('content-security-policy'));
    expect((await ask('"other"')).status).toBe(200);
  }
  expect(tags.size).toBe(3);
  expect(made).toHaveLength(1);
});

test('caches in front may have a page for a while, but not in a theme of its reader, and nothing that is not whole', async () => {
  const { headers } = await fetch(`${address}/shared`);
  expect(headers.get('cache-control')).toBe('public, max-age=0, s-maxage=60, stale-while-revalidate=300');
  expect(headers.get('vary')).toBe('rsc, Accept-Encoding, Accept-Language, Cookie');
  const own = await fetch(`${address}/shared`, { headers: { cookie: 'theme=dark' } });
  expect(own.headers.get('cache-control')).toBe('private, no-cache');
  make = (request, response) => {
    markFailed();
    sendHtml(request, response);
  };
  expect((await fetch(`${address}/not-whole`)).headers.get('cache-control')).toBeNull();
});

test('HEAD is GET without the body', async () => {
  const head = await fetch(`${address}/head`, { method: 'HEAD' });
  const get = await fetch(`${address}/head`);
  expect([head.status, await head.text()]).toEqual([200, '']);
  expect(head.headers.get('etag')).toBe(get.headers.get('etag'));
  expect(made).toHaveLength(1);
});

/** The bytes that are sent to a client that accepts this encoding. */
const raw = (path: string, encoding: string): Promise<{ encoding: string | undefined; body: Buffer }> =>
  new Promise((resolve) => {
    get(`${address}${path}`, { headers: { 'accept-encoding': encoding } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ encoding: response.headers['content-encoding'], body: Buffer.concat(chunks) }),
      );
    });
  });

test('a page is compressed for those who take it only', async () => {
  await untilKept('/zip');
  const [brotli, zipped, plain] = await Promise.all(
    ['br, gzip', 'gzip', 'gzip;q=0, identity'].map((each) => raw('/zip', each)),
  );
  expect([brotli?.encoding, zipped?.encoding, plain?.encoding]).toEqual(['br', 'gzip', undefined]);
  expect(brotliDecompressSync(brotli?.body ?? '').toString()).toBe(page());
  expect(gunzipSync(zipped?.body ?? '').toString()).toBe(page());
  expect(plain?.body.toString()).toBe(page());
  expect(made).toHaveLength(1);
});

/** As Next sends an answer of the API, with what belongs to one answer only. */
function sendTagged(_: IncomingMessage, response: ServerResponse): void {
  response.setHeader('ETag', 'W/"tag-1"');
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('RateLimit', '"api";r=1;t=0');
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify({ name: '政府', rows: Array.from({ length: 99 }, (_each, i) => i) }));
}

test('an answer of the API is made once, sent again as it was, and as 304 to who has it', async () => {
  make = sendTagged;
  const first = await fetch(`${address}/api/v1/a`);
  const original = await first.text();
  const { answer, text } = await untilKept('/api/v1/a');
  expect(text).toBe(original);
  const [brotli, zipped, refused] = await Promise.all(
    ['gzip, deflate, br', 'gzip', 'gzip, br;q=0'].map((each) => raw('/api/v1/a', each)),
  );
  expect([brotli?.encoding, zipped?.encoding, refused?.encoding]).toEqual(['br', 'gzip', 'gzip']);
  expect(brotliDecompressSync(brotli?.body ?? '').toString()).toBe(original);
  expect(gunzipSync(zipped?.body ?? '').toString()).toBe(original);
  for (const name of ['etag', 'cache-control', 'content-type'])
    expect(answer.headers.get(name)).toBe(first.headers.get(name));
  expect(answer.headers.get('ratelimit')).toBeNull();
  const again = await fetch(`${address}/api/v1/a`, { headers: { 'if-none-match': '"other", "tag-1"' } });
  expect([again.status, await again.text(), again.headers.get('content-type')]).toEqual([304, '', null]);
  expect((await fetch(`${address}/api/v1/a`, { headers: { 'if-none-match': '*' } })).status).toBe(304);
  const other = await fetch(`${address}/api/v1/a`, { headers: { 'if-none-match': '"tag-2"' } });
  expect([other.status, await other.text()]).toEqual([200, original]);
  expect(made).toHaveLength(1);
});

test('a kept answer counts for the limit of its client', async () => {
  make = sendTagged;
  await untilKept('/api/v1/limited');
  vi.stubEnv('RATE_LIMIT_API', '2');
  vi.stubEnv('TRUST_PROXY', '1');
  try {
    const asked: Response[] = [];
    for (let i = 0; i < 3; i++)
      asked.push(
        await fetch(`${address}/api/v1/limited`, { headers: { 'x-forwarded-for': '203.0.113.77' } }),
      );
    expect(asked.map((each) => each.status)).toEqual([200, 200, 429]);
    expect(asked[0]?.headers.get('ratelimit')).toMatch(/^"api";r=1;/);
    expect(asked[2]?.headers.get('retry-after')).not.toBeNull();
  } finally {
    for (const name of ['RATE_LIMIT_API', 'TRUST_PROXY']) vi.stubEnv(name, undefined);
  }
});

test('an answer of the API without a tag is not kept', async () => {
  make = (_, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end('{}');
  };
  for (let i = 0; i < 3; i++) await (await fetch(`${address}/api/v1/untagged`)).text();
  expect(made).toHaveLength(3);
});

test('another key is another page: a new corpus, another cookie', async () => {
  await untilKept('/b');
  version = 'two';
  expect(await (await fetch(`${address}/b`)).text()).toContain('政府two');
  const before = made.length;
  await (await fetch(`${address}/b`, { headers: { cookie: 'theme=dark' } })).text();
  expect(made.length).toBe(before + 1);
});

test.each<[string, Make]>([
  [
    'with a status other than 200',
    (request, response) => {
      response.statusCode = 404;
      sendHtml(request, response);
    },
  ],
  [
    'that sets a cookie',
    (request, response) => {
      response.setHeader('Set-Cookie', 'a=b');
      sendHtml(request, response);
    },
  ],
  [
    'that lacks something',
    (request, response) => {
      markFailed();
      sendHtml(request, response);
    },
  ],
  [
    'that is no page',
    (_, response) => {
      response.setHeader('Content-Type', 'text/plain');
      response.end('x');
    },
  ],
  [
    'over whose making the corpus changed',
    (request, response) => {
      version += '!';
      sendHtml(request, response);
    },
  ],
])('an answer %s is not kept', async (_, making) => {
  make = making;
  const path = `/never-${Math.random()}`;
  for (let i = 0; i < 3; i++) await (await fetch(address + path)).text();
  expect(made).toHaveLength(3);
});

test('many who ask for the same page at once wait for one', async () => {
  make = (request, response) => setTimeout(() => sendHtml(request, response), 50);
  const answers = await Promise.all(
    Array.from({ length: 6 }, async () => (await fetch(`${address}/same`)).text()),
  );
  expect(new Set(answers)).toEqual(new Set([page()]));
  expect(made).toHaveLength(1);
});

test('pages are made one after the other, the queue is bounded, and probes and files do not wait', async () => {
  const held: (() => void)[] = [];
  make = (request, response) => {
    if (made.at(-1) === '/readyz') response.end('ok');
    else held.push(() => sendHtml(request, response));
  };
  const asked = Array.from({ length: 6 }, (_, i) => fetch(`${address}/queue-${i}`));
  const refused = await Promise.race(
    asked.map(async (each) => ((await each).status === 503 ? each : new Promise<Response>(() => undefined))),
  );
  expect(refused.headers.get('retry-after')).not.toBeNull();
  expect(refused.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await (await fetch(`${address}/readyz`)).text()).toBe('ok');
  expect(await (await fetch(`${address}/healthz`)).json()).toEqual({ version });
  expect(held).toHaveLength(1);
  const release = setInterval(() => held.shift()?.(), 5);
  const statuses = (await Promise.all(asked)).map((each) => each.status).toSorted((a, b) => a - b);
  clearInterval(release);
  expect(statuses).toEqual([200, 200, 200, 200, 503, 503]);
});

test('whether the server lives is told without Next, with the headers of every answer', async () => {
  const answer = await fetch(`${address}/healthz`);
  expect(await answer.json()).toEqual({ version });
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('x-frame-options')).toBe('DENY');
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(answer.headers.get('x-request-id')).not.toBeNull();
  const head = await fetch(`${address}/healthz`, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
  expect(made).toEqual([]);
});

test('who leaves the queue takes no turn', async () => {
  const held: (() => void)[] = [];
  make = (request, response) => held.push(() => sendHtml(request, response));
  const first = fetch(`${address}/leave-1`);
  await expect.poll(() => held.length).toBe(1);
  const leaving = new AbortController();
  const left = fetch(`${address}/leave-2`, { signal: leaving.signal }).catch(() => 'left');
  const last = fetch(`${address}/leave-3`);
  await expect.poll(() => serverState().running).toBe(3);
  leaving.abort();
  expect(await left).toBe('left');
  await expect.poll(() => serverState().running).toBe(2);
  held.shift()?.();
  await (await first).text();
  await expect.poll(() => held.length).toBe(1);
  held.shift()?.();
  expect((await last).status).toBe(200);
  expect(made).toEqual(['/leave-1', '/leave-3']);
});
