/** The real server against readers who mean harm or do not know better. It never answers 500 and never falls over. */
import { existsSync } from 'node:fs';
import { cp, readdir, rename, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALL_FIELDS } from '../../../lib/form/index';
import { FILTER_NAMES } from '../../../lib/filters/index';
import { METRICS } from '../../../lib/metrics/registry';
import { DIMENSIONS } from '../../../lib/query/index';
import { corpusIn, record, temporaryFolder } from '../../store/small-corpus';
import { until } from '../../site/log-lines';
import { isBuilt, type Server, startServer } from '../../site/server';

const PAGES = ['/', '/reports', '/agencies', '/methods', '/reports/x', '/agencies/x', '/embed/x'];
const ROUTES = [
  ...['query', 'query.csv', 'reports', 'reports.csv', 'cells', 'cells.csv', 'agencies', 'metrics'].map(
    (name) => `/api/v1/${name}`,
  ),
  '/api/v1/reports/x',
  '/api/v1/openapi.json',
];
const NAMES = [
  ...FILTER_NAMES,
  'metrics',
  'by',
  'sort',
  'order',
  'page',
  'page_size',
  'lang',
  'bom',
  'columns',
  'after',
  '__proto__',
  'constructor',
];
const WORDS = [
  "'; DROP TABLE reports; --",
  '" OR 1=1',
  '$1',
  '%00',
  '\u0000',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '\r\nX-Injected: 1',
  '-1',
  '0',
  '1e309',
  'NaN',
  '99999999999999999999',
  '61',
  '610111',
  '2024',
  'demo',
  'all',
  '\uD800',
  '𠮷',
  '（',
  ',,,,',
  'a'.repeat(3000),
  '[]',
  '{}',
  'true',
];

const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...METRICS.map((each) => each.id),
      ...DIMENSIONS,
      ...ALL_FIELDS.slice(0, 20).map((each) => each.id),
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);
const encoded = (text: string): string => encodeURIComponent(Buffer.from(text).toString());
const search = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom(...NAMES), word), fc.array(word, { maxLength: 3 })), {
    maxLength: 5,
  })
  .map((pairs) =>
    pairs.map(([name, values]) => `${encoded(name)}=${values.map(encoded).join(',')}`).join('&'),
  );

/** The file that is put in its place last: the server takes the new one when it is there. */
const DATABASE = 'corpus.duckdb';

describe.skipIf(!isBuilt)('the server, asked by the ill-willed,', () => {
  let server: Server;
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  const HARM = '<img src=x onerror=alert(1)>"\'=HYPERLINK("http://evil")';
  beforeAll(async () => {
    folder = await temporaryFolder();
    const records = [
      record({
        name: HARM,
        year: 2023,
        values: { 'requests.granted.total': 12 },
        url: 'javascript:alert(1)',
      }),
      record({ name: '=1+1县', code: '610112', values: { 'requests.granted.total': 3 } }),
    ];
    await corpusIn(folder.path, records, 'reports');
    await corpusIn(folder.path, records, 'demo');
    server = await startServer({ settings: { DATABASE_DIR: folder.path } });
  });
  afterAll(async () => {
    await server.stop();
    await folder.remove();
  });
  const ask = (path: string): Promise<Response> => fetch(server.address + path, { redirect: 'manual' });

  test.each([
    ['pages', PAGES, 30],
    ['the API', ROUTES, 80],
  ])('answers every question to %s with something other than 500', async (_, paths, runs) => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), search, async (path, query) => {
        const answer = await ask(`${path}?${query}`);
        const text = await answer.text();
        expect(answer.status).toBeLessThan(500);
        expect(text).not.toMatch(/node_modules|\n\s+at .+:\d+:\d+/);
        expect(answer.headers.get('x-injected')).toBeNull();
      }),
      { numRuns: runs },
    );
  });

  test('answers every path, however it is written, with something other than 500', async () => {
    const part = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '%2e%2e',
        '%2f',
        '%5c',
        '%00',
        '%ff',
        '%',
        'api',
        'v1',
        'reports',
        '_next',
        'static',
        'embed',
        ' ',
        '\\',
      ),
      fc.webSegment(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 6 }), async (parts) => {
        const answer = await raw(
          `GET /${parts.join('/').replaceAll(' ', '%20')} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
        );
        const status = Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
        expect(status).toBeGreaterThanOrEqual(200);
        expect(status).toBeLessThan(500);
        expect(answer).not.toContain('root:');
      }),
      { numRuns: 40 },
    );
  });

  test('survives requests that are no HTTP, have headers without end, or never end', async () => {
    const broken = [
      'GARBAGE\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`,
      'GET /\r\nHost: a HTTP/1.1\r\n\r\n',
      'POST /theme HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'POST /theme HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 3\r\n\r\n--x',
    ];
    await Promise.all(broken.map((text) => raw(text, 1000)));
    expect((await ask('/healthz')).status).toBe(200);
  });

  test('writes no header that a name in the data or a parameter chose', async () => {
    const answer = await ask(`/api/v1/reports.csv?q=${encodeURIComponent('a\r\nSet-Cookie: x=1')}`);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('content-disposition') ?? '').not.toMatch(/[\r\n]/);
    const redirect = await ask(`/reports?q=&x=${encodeURIComponent('\r\nSet-Cookie: x=1')}`);
    expect(redirect.headers.get('set-cookie')).toBeNull();
    expect(new URL(redirect.headers.get('location') ?? '/', server.address).host).toBe(
      new URL(server.address).host,
    );
  });

  test('shows script in the name of an agency, and an address that is script, as text', async () => {
    const list = await (await ask('/reports?basis=all')).text();
    expect(list).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(list).not.toContain('<img src=x');
    const link = /href="(\/reports\/[^"?]*HYPERLINK[^"]*)"/.exec(list)?.[1];
    const report = await (await ask((link ?? '/reports/none').replaceAll('&amp;', '&'))).text();
    expect(report).not.toContain('<img src=x');
    expect(report).not.toMatch(/href="javascript:/i);
  });

  test('writes no cell into a file that a spreadsheet would compute', async () => {
    for (const path of [
      '/api/v1/reports.csv?basis=all',
      '/api/v1/query.csv?metrics=granted&by=agency&basis=all',
      '/api/v1/cells.csv?basis=all',
    ]) {
      const text = await (await ask(path)).text();
      expect(text, path).not.toMatch(/(?:^|,)"?[=@](?!.*\r?\n?$^)/m);
    }
  });

  test('serves on while its database is replaced by new, broken and again whole ones', async () => {
    const statuses = new Set<number>();
    let isOver = false;
    const asking = Array.from({ length: 4 }, async () => {
      while (!isOver) {
        const answer = await ask('/api/v1/query?metrics=granted&by=year');
        await answer.text();
        statuses.add(answer.status);
      }
    });
    for (const [granted, isBroken] of [
      [41, false],
      [42, true],
      [42, false],
    ] as const) {
      await replaceBy(granted, isBroken);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    isOver = true;
    await Promise.all(asking);
    expect([...statuses]).toEqual([200]);
    await until('the line about the broken one', () =>
      server.log().includes('the one from before stays in use'),
    );
  });

  // The last one: it kills the server of all the others.
  test('killed while it takes a new database, serves that one after the next start', async () => {
    for (const [granted, patience] of [
      [41, 5],
      [42, 120],
    ] as const) {
      await replaceBy(granted, false);
      await new Promise((resolve) => setTimeout(resolve, patience));
      server.process.kill('SIGKILL');
      await server.ended;
      server = await startServer({ settings: { DATABASE_DIR: folder.path } });
      expect(await (await ask('/api/v1/query?metrics=granted')).text()).toContain(`"granted":${granted}`);
    }
  });

  /** Puts a new database in the place of the one that is served, as a build does; or half of one. */
  async function replaceBy(granted: number, isBroken: boolean): Promise<void> {
    const made = join(folder.path, `made-${granted}`);
    const next = join(folder.path, 'next');
    if (!existsSync(made))
      await corpusIn(made, [record({ name: `县${granted}`, values: { 'requests.granted.total': granted } })]);
    await cp(made, next, { recursive: true });
    const names = await readdir(next);
    names.sort((a, b) => Number(a.endsWith(DATABASE)) - Number(b.endsWith(DATABASE)));
    for (const name of names) {
      if (isBroken && name.endsWith(DATABASE)) await writeFile(join(next, name), 'half a database');
      await rename(join(next, name), join(folder.path, name));
    }
  }

  /** What the server answers to bytes that no HTTP client would send. */
  function raw(text: string, patience = 20_000): Promise<string> {
    return new Promise((resolve) => {
      const { hostname, port } = new URL(server.address);
      let answer = '';
      const socket = connect(Number(port), hostname, () => socket.write(text));
      socket.setEncoding('utf8').setTimeout(patience, () => socket.destroy());
      socket.on('data', (part: string) => {
        answer += part;
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(answer));
    });
  }
});
