/** What an operator relies on: probes, log, measures, settings, stopping. On the real server, without a browser. */
import { spawnSync } from 'node:child_process';
import { get } from 'node:http';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logLines, until } from '../../site/log-lines';
import { isBuilt, type Server, startServer } from '../../site/server';

const SLOW = '/api/v1/cells.csv?corpus=demo&basis=all';
/** More than the buffers of a connection hold, and soon done. */
const SOME = `${SLOW}&region=61`;

describe.skipIf(!isBuilt)('operation', () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer({
      settings: {
        SLOW_QUERY_MS: '1',
        TRUST_PROXY: '1',
        EXPORTS_AT_ONCE: '2',
        DRAIN_SECONDS: '1',
      },
    });
  });
  afterAll(() => server.stop());
  const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(server.address + path, { headers });
  const measured = async (name: string): Promise<number> => {
    const text = await (await ask('/metrics')).text();
    return Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${name} `))
        ?.split(' ')[1],
    );
  };

  test('the log says of every request what became of it, under the id that the answer names', async () => {
    const answer = await ask('/reports?corpus=demo&q=秘密', { 'x-forwarded-for': '203.0.113.99' });
    await answer.text();
    const id = answer.headers.get('x-request-id');
    const own = (): Record<string, unknown>[] => logLines(server.log()).filter((line) => line.request === id);
    await until('the line of the request', () => own().some((line) => line.msg === 'answered'));
    expect(own().find((line) => line.msg === 'answered')).toMatchObject({
      level: 'info',
      method: 'GET',
      path: '/reports',
      kind: 'page',
      status: 200,
    });
    expect(own().find((line) => line.msg === 'slow question')).toMatchObject({
      level: 'warn',
      corpus: 'demo',
      question: expect.any(String) as string,
      ms: expect.any(Number) as number,
    });
    expect(server.log()).not.toMatch(/203\.0\.113\.99|127\.0\.0\.1|秘密|%E7%A7%98/);
  });

  test('/healthz and /readyz answer, and /metrics counts what was asked', async () => {
    expect((await ask('/healthz')).status).toBe(200);
    const ready = await ask('/readyz');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({
      status: 'ok',
      corpora: [
        { corpus: 'reports', ready: true },
        { corpus: 'demo', ready: true },
      ],
    });
    await ask('/api/v1/metrics').then((answer) => answer.text());
    for (let i = 0; i < 3; i++) await ask('/requests').then((page) => page.text());
    const answer = await ask('/metrics');
    expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    const text = await answer.text();
    expect(text).toMatch(/ogi_http_request_seconds_count\{kind="api",status="200"\} [1-9]/);
    expect(text).toMatch(/ogi_answers_total\{kind="page",source="kept"\} [1-9]/);
    expect(text).toMatch(/ogi_corpus_reports\{corpus="demo",version="[0-9a-f]+"\} \d+/);
    expect(text).toContain('process_resident_memory_bytes');
  });

  test('a client that leaves frees its download and its questions', async () => {
    const leave = (path: string): Promise<void> =>
      new Promise((resolve) => {
        const request = get(server.address + path, (response) => {
          response.once('data', () => {
            request.destroy();
            resolve();
          });
        }).on('error', () => resolve());
      });
    await Promise.all([leave(SLOW), leave(SLOW)]);
    await until('the downloads to be freed', async () => (await measured('ogi_exports_running')) === 0);
    const early = get(`${server.address}/?corpus=demo&basis=all`).on('error', () => undefined);
    setTimeout(() => early.destroy(), 30);
    await until(
      'the running requests to end',
      async () => (await measured('ogi_http_requests_running')) === 1,
    );
    expect(await measured('ogi_queries_waiting')).toBe(0);
    expect((await ask('/?corpus=demo')).status).toBe(200);
  });

  test('downloads beyond the slots are told to come again', async () => {
    const [first, second, third] = [await ask(SLOW), await ask(SLOW), await ask(SLOW)];
    expect([first.status, second.status, third.status]).toEqual([200, 200, 503]);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
    await Promise.all([first.body?.cancel(), second.body?.cancel()]);
    await until('the downloads to be freed', async () => (await measured('ogi_exports_running')) === 0);
  });

  describe('with a short queue', () => {
    let stopping: Server;
    beforeAll(async () => {
      stopping = await startServer({ settings: { QUERIES_AT_ONCE: '1', QUERIES_WAITING: '2' } });
    });
    afterAll(() => stopping.stop());

    test('questions beyond the queue are refused at the door, and those let in are answered', async () => {
      const answers = await Promise.all(
        Array.from({ length: 12 }, async () => {
          const path = '/api/v1/query?corpus=demo&metrics=granted&by=year,agency';
          const answer = await fetch(stopping.address + path);
          await answer.text();
          return answer;
        }),
      );
      const statuses = answers.map((each) => each.status);
      expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
      expect(statuses).toContain(200);
      for (const answer of answers.filter((each) => each.status === 503))
        expect(answer.headers.get('retry-after')).not.toBeNull();
    });

    test('told to stop, the server finishes what runs, takes nothing new, and ends with 0', async () => {
      const answer = await fetch(stopping.address + SOME);
      const expected = Number(answer.headers.get('x-row-count'));
      stopping.process.kill('SIGTERM');
      await until('the line in the log', () => stopping.log().includes('stopping'));
      await expect(fetch(`${stopping.address}/healthz`)).rejects.toThrow('fetch failed');
      const rows = (await answer.text()).split('\r\n').length - 2;
      expect(rows).toBe(expected);
      expect(await stopping.ended).toBe(0);
      expect(logLines(stopping.log()).at(-1)).toMatchObject({ msg: 'stopped' });
    });
  });

  test('a bad setting ends the start with a line for each', () => {
    const { status, stderr } = spawnSync(process.execPath, ['server.js'], {
      encoding: 'utf8',
      timeout: 30_000,
      env: { ...process.env, PORT: '0', LOG_LEVEL: 'loud', TRUST_PROXY: 'yes' },
    });
    expect(status).toBe(1);
    expect(stderr).toContain('TRUST_PROXY: found "yes", expected a whole number from 0 to 9');
    expect(stderr).toContain('LOG_LEVEL: found "loud", expected one of trace');
  });

  test('without data the pages say what to do, and the server is live but not ready', async () => {
    const empty = await startServer({ settings: { DATABASE_DIR: join(tmpdir(), 'no-such-folder') } });
    const page = await fetch(`${empty.address}/`);
    const text = await page.text();
    expect(page.status).toBe(503);
    expect(text).toContain('npm run ingest');
    expect(text).toContain('还没有数据');
    expect(text).not.toContain('no-such-folder');
    expect((await fetch(`${empty.address}/healthz`)).status).toBe(200);
    expect((await fetch(`${empty.address}/readyz`)).status).toBe(503);
    expect((await fetch(`${empty.address}/api/v1/reports`)).status).toBe(503);
    expect(logLines(empty.log()).some((line) => String(line.msg).includes('no-such-folder'))).toBe(true);
    await empty.stop();
  });

  // The last one: it ends the server of all the others.
  test('told to stop, the server waits no longer than it may', async () => {
    const answer = await ask(SLOW);
    server.process.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    await expect(answer.text()).rejects.toThrow('terminated');
    expect(server.log()).toContain('answers are cut');
  });
});
