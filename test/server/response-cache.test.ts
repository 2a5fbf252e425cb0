import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { watchRequests } from '../../lib/server/request-log';
import { markFailed } from '../../lib/telemetry/request';

type Make = (request: IncomingMessage, response: ServerResponse) => void;

let version = 'one';
let made: string[] = [];
let make: Make;
const server = createServer((request, response) => {
  made.push(request.url ?? '');
  // As Next does.
  request.url = '/changed';
  request.headers.cookie = 'changed';
  make(request, response);
});
let address: string;
let watch: ReturnType<typeof watchRequests>;

beforeAll(async () => {
  vi.stubEnv('PAGES_AT_ONCE', '1');
  vi.stubEnv('REQUESTS_WAITING', '3');
  watch = watchRequests({
    cacheKey: (request) =>
      Promise.resolve(
        request.headers['x-unkept'] ? null : `${request.url} ${request.headers.cookie} ${version}`,
      ),
    live: () => Promise.resolve(Response.json({ version })),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  watch.stop();
  vi.unstubAllEnvs();
  server.close();
});
beforeEach(() => {
  made = [];
  make = sendHtml;
});

let count = 0;
function sendHtml(_: IncomingMessage, response: ServerResponse): void {
  const nonce = Buffer.from(String(count++).padStart(16, '+')).toString('base64');
  response.setHeader('Content-Security-Policy', `script-src 'nonce-${nonce}'`);
  response.setHeader('Link', [`</a.css>; nonce="${nonce}"`, `</b.css>; nonce="${nonce}"`]);
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.write(`<p>政府${version}</p><script nonce="${nonce}">`);
  response.end(Buffer.from(`</script><script nonce="${nonce}"></script>`));
}

const nonceOf = (answer: Response): string =>
  /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? 'none';

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

test('a page is made once and sent again with a nonce of its own everywhere', async () => {
  const first = await fetch(`${address}/a`);
  const original = await first.text();
  const { answer, text } = await untilKept('/a');
  const [old, fresh] = [nonceOf(first), nonceOf(answer)];
  expect(fresh).not.toBe(old);
  expect(text).toBe(original.replaceAll(old, fresh));
  expect(answer.headers.get('link')).toBe(first.headers.get('link')?.replaceAll(old, fresh));
  expect(answer.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
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

test('a page that was compressed is kept, and sent compressed to those who take it only', async () => {
  make = (request, response) => {
    response.setHeader('Content-Security-Policy', "script-src 'nonce-Y29tcHJlc3NlZCBoZXJlIQ=='");
    response.setHeader('Content-Type', 'text/html');
    response.setHeader('Content-Encoding', 'gzip');
    response.end(gzipSync(`<script nonce="Y29tcHJlc3NlZCBoZXJlIQ==">${made.at(-1)}</script>`));
  };
  const { answer } = await untilKept('/zip');
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  const zipped = await raw('/zip', 'br, gzip');
  const plain = await raw('/zip', 'gzip;q=0, identity');
  expect([zipped.encoding, plain.encoding]).toEqual(['gzip', undefined]);
  expect(gunzipSync(zipped.body).toString()).toMatch(/<script nonce="[^"]+">\/zip<\/script>/);
  expect(plain.body.toString()).toMatch(/<script nonce="[^"]+">\/zip<\/script>/);
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
  expect(new Set(answers.map((text) => text.replaceAll(/nonce="[^"]+"/g, ''))).size).toBe(1);
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
  await expect.poll(() => watch.running).toBe(3);
  leaving.abort();
  expect(await left).toBe('left');
  await expect.poll(() => watch.running).toBe(2);
  held.shift()?.();
  await (await first).text();
  await expect.poll(() => held.length).toBe(1);
  held.shift()?.();
  expect((await last).status).toBe(200);
  expect(made).toEqual(['/leave-1', '/leave-3']);
});
