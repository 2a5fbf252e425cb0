/** `npm start` as a person meets it: the address it listens on, its last line, what it refuses, what a stop leaves. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { freePort } from '../site/server';
import { openDisplay } from '../../scripts/start/display';
import { addressToOpen, otherAddresses, tryListening, wantedAddress } from '../../scripts/start/listen';
import { isBuildOld } from '../../scripts/start/pages';
import { hasSignals } from '../platform';

const [elsewhere] = otherAddresses();
/** A start that builds pages takes a minute: `npm test` builds them before. */
const isBuilt = !(await isBuildOld());

describe('the address', () => {
  test('is this machine alone unless somebody chose another', () => {
    expect(wantedAddress({}, 'desk')).toEqual({ host: '127.0.0.1', port: 3000 });
    expect(wantedAddress({ HOSTNAME: '', PORT: '' }, 'desk')).toEqual({ host: '127.0.0.1', port: 3000 });
    expect(wantedAddress({ HOSTNAME: '0.0.0.0', PORT: '80' }, 'desk')).toEqual({ host: '0.0.0.0', port: 80 });
  });

  test('is not the name of the machine that a shell or Docker sets unasked', () => {
    expect(wantedAddress({ HOSTNAME: '3f2a9c1b7d44' }, '3f2a9c1b7d44').host).toBe('127.0.0.1');
  });

  test.each([
    ['127.0.0.1', 'http://127.0.0.1:3000'],
    ['0.0.0.0', 'http://127.0.0.1:3000'],
    ['::', 'http://[::1]:3000'],
    ['::1', 'http://[::1]:3000'],
    ['192.0.2.7', 'http://192.0.2.7:3000'],
  ])('%s is opened as %s', (host, address) => {
    expect(addressToOpen({ host, port: 3000 })).toBe(address);
  });

  test('that is taken, or not of this machine, is refused in one line that names the variable', async () => {
    const other = createServer();
    const port = await freePort();
    await new Promise<void>((done) => other.listen(port, '127.0.0.1', done));
    expect(await tryListening({ host: '127.0.0.1', port })).toEqual({
      refused: expect.stringMatching(/^PORT: .* 127\.0\.0\.1 port \d+ already.*PORT=\d+$/) as string,
    });
    other.close();
    // Of the range for documentation, which is nobody's.
    expect(await tryListening({ host: '203.0.113.77', port: 0 })).toEqual({
      refused: expect.stringMatching(
        /^HOSTNAME: found "203\.0\.113\.77", expected an address of this/,
      ) as string,
    });
    expect(await tryListening({ host: '127.0.0.1', port: 0 })).toEqual({
      port: expect.toSatisfy((found: number) => found > 1023) as number,
    });
  });
});

describe('what is shown while it builds', () => {
  afterEach(() => {
    vi.useRealTimers();
  });
  const written = (isTTY: boolean): { text: () => string; display: ReturnType<typeof openDisplay> } => {
    vi.useFakeTimers();
    let text = '';
    const display = openDisplay({ isTTY, columns: 200, write: (more: string) => (text += more) });
    return { text: () => text, display };
  };

  test('in a log: a line every ten seconds for all that runs, with the time left as of then', () => {
    const { text, display } = written(false);
    display.show('databases', { doing: '3,000 of 12,000 reports', secondsLeft: 30 });
    display.show('pages', { doing: 'compiling', secondsLeft: 8 });
    vi.advanceTimersByTime(10_000);
    expect(text()).toBe(
      'databases: 3,000 of 12,000 reports, about 20 s left · pages: compiling, longer than thought\n',
    );
    display.done('databases');
    display.done('pages');
    vi.advanceTimersByTime(60_000);
    expect(text().split('\n')).toHaveLength(2);
    display.stop();
  });

  test('on a terminal: one line drawn over, and nothing of it left in the end', () => {
    const { text, display } = written(true);
    display.show('pages', { doing: 'compiling', secondsLeft: null });
    vi.advanceTimersByTime(1000);
    display.say('demo.duckdb: up to date');
    display.stop();
    expect(text()).not.toContain('pages: compiling\n');
    expect(text()).toContain('demo.duckdb: up to date\n');
    expect(text().endsWith('\r\u001B[K')).toBe(true);
  });
});

type Started = { child: ChildProcess; stderr: () => string; ended: Promise<number | null> };

/** The command as npm runs it, without a HOSTNAME unless one is given. */
function start(environment: Record<string, string>, ...parameters: string[]): Started {
  const { HOSTNAME: _host, npm_lifecycle_event: _npm, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', ...parameters], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...inherited, LOG_LEVEL: 'silent', ...environment },
  });
  onTestFinished(() => void child.kill());
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, stderr: () => stderr, ended };
}

test('the tutorial shows the last line as it is printed', () => {
  expect(readFileSync('docs/tutorial.md', 'utf8')).toMatch(readyAt(3000, 'm'));
});

/** The one line that ends a start. */
const readyAt = (port: number, flags = ''): RegExp =>
  new RegExp(`^ready after [\\d.]+ s, open http://127\\.0\\.0\\.1:${port}$`, flags);

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';

test('a bad setting ends it at once, with a line for each', async () => {
  const started = start({ PORT: 'http', HOSTNAME: 'a b' });
  expect(await started.ended).toBe(1);
  expect(started.stderr().trimEnd().split('\n')).toEqual([
    'PORT: found "http", expected a whole number from 0 to 65535',
    'HOSTNAME: found "a b", expected an address or name of this machine',
  ]);
});

test('an address that is not of this machine ends it before anything is built', async () => {
  const started = start({ PORT: '0', HOSTNAME: '203.0.113.77' });
  expect(await started.ended).toBe(1);
  expect(started.stderr()).toMatch(/^HOSTNAME: found "203\.0\.113\.77", expected .*\n$/);
});

if (!elsewhere) process.stderr.write('skipped: this machine has no address at which others could reach it\n');
if (!isBuilt)
  process.stderr.write('skipped: the pages are older than their sources, npm run test builds them\n');

describe.skipIf(!isBuilt)('a start', () => {
  test.skipIf(!elsewhere)(
    'ends in one line with the address to open, and is not reached from elsewhere',
    async () => {
      const port = await freePort();
      const started = start({ PORT: String(port) });
      await vi.waitUntil(() => started.stderr().includes('ready after'), {
        timeout: 170_000,
        interval: 100,
      });
      expect(lastLine(started.stderr())).toMatch(readyAt(port));
      expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
      await expect(fetch(`http://${elsewhere}:${port}/healthz`)).rejects.toThrow('fetch failed');
      started.child.kill('SIGTERM');
      await started.ended;
      await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow('fetch failed');
    },
    180_000,
  );

  test.skipIf(!hasSignals())(
    'that is interrupted leaves no database that is not whole, and its processes end',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'interrupted-'));
      const started = start({ DATABASE_DIR: folder }, '--build-only');
      await vi.waitUntil(async () => (await readdir(folder)).some((name) => name.startsWith('demo.duckdb')), {
        timeout: 100_000,
        interval: 50,
      });
      started.child.kill('SIGINT');
      expect(await started.ended).toBe(128);
      expect(lastLine(started.stderr())).toBe('stopped; the next start builds what is missing');
      expect(await readdir(folder)).not.toContain('demo.duckdb');
      await rm(folder, { recursive: true });
    },
    120_000,
  );
});
