/**
 * `npm run check:nodes [-- --only 22] [--quick]`: whether each release line of Node that we name builds and serves the
 * site, reads a report as the Node that runs this does, and passes the tests of lib. Each Node comes through npm, into
 * the user's cache folder, and builds databases and the pages in `.next` from nothing. `--quick`: small databases, the
 * pages that are there, no tests of lib. Exit status 1 when anything fails or a Node cannot be had.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { placeOnDemand } from './on-demand/packages';
import { say } from './terminal/progress';
import { startServer } from '../test/site/server';
import { STAMP } from './start/pages';

const LINES = ['20.20', '22', '24'];
const FIXTURES = ['txt', 'html', 'docx', 'doc', 'pdf', 'xlsx', 'csv'].map(
  (ending) => `test/decode/fixtures/report.${ending}`,
);
const PARSE = ['--import', 'tsx', 'scripts/parse.ts', ...FIXTURES];

const SMALL_DEMO = ['--import', 'tsx', 'scripts/synth.ts', '--reports', '300', '--format', 'duckdb', '--out'];

type Step = 'parse' | 'start' | 'lib tests';
type Row = { node: string; outcome: Partial<Record<Step, string>>; seconds: number };

const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, quick: { type: 'boolean' } },
});
const unknown = (values.only ?? []).filter((line) => !LINES.includes(line));
if (unknown.length > 0) {
  say(`--only: found ${unknown.join(', ')}, expected one of ${LINES.join(', ')}`);
  process.exit(2);
}

const expected = await run(process.execPath, PARSE);
const rows: Row[] = [];
for (const line of values.only ?? LINES) rows.push(await check(line));
printTable(rows);
process.exitCode = rows.every(({ outcome }) => Object.values(outcome).every((said) => said === 'ok')) ? 0 : 1;

async function check(line: string): Promise<Row> {
  const began = performance.now();
  const outcome: Row['outcome'] = {};
  const node = await findNode(line);
  if ('missing' in node) {
    say(node.missing);
    return { node: line, outcome: { parse: 'not to be had' }, seconds: secondsSince(began) };
  }
  const version = (await run(node.binary, ['--version'])).stdout.trim();
  const steps: [Step, () => Promise<string>][] = [
    ['parse', () => parsesAlike(node.binary)],
    ['start', () => startsAndAnswers(node.binary)],
  ];
  if (!values.quick) steps.push(['lib tests', () => passesTests(node.binary)]);
  for (const [step, take] of steps) {
    say(`Node ${version}: ${step} …`);
    outcome[step] = await take().catch((error: unknown) => String(error).split('\n')[0] ?? 'failed');
    if (outcome[step] !== 'ok') say(`Node ${version}: ${step}: ${outcome[step]}`);
  }
  return { node: version, outcome, seconds: secondsSince(began) };
}

/** The program of a release line. npm has it in a package for each system, under one of two names. */
async function findNode(line: string): Promise<{ binary: string } | { missing: string }> {
  const system = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const reasons: string[] = [];
  for (const name of [`node-${system}`, `node-bin-${system}`]) {
    const placed = await placeOnDemand({ name, version: line, cost: '100 MB on disk', compiles: false });
    if ('missing' in placed) {
      reasons.push(placed.missing);
      continue;
    }
    const folder = join(placed.folder, 'node_modules', name, 'bin');
    const binary = ['node', 'node.exe'].map((file) => join(folder, file)).find((path) => existsSync(path));
    if (binary) return { binary };
    reasons.push(`${name} ${line}: found no program in its folder bin`);
  }
  return { missing: reasons.join('; ') };
}

async function parsesAlike(binary: string): Promise<string> {
  const { status, stdout } = await run(binary, PARSE);
  if (status !== 0) return `status ${status}`;
  return stdout === expected.stdout ? 'ok' : 'other records than here';
}

/** Databases and pages from nothing, then a server that is asked for a page and for its health. */
async function startsAndAnswers(binary: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nodes-'));
  try {
    const settings = { DATABASE_DIR: folder };
    if (values.quick) await run(binary, [...SMALL_DEMO, folder]);
    else await rm(STAMP, { force: true });
    const built = await run(binary, ['--import', 'tsx', 'scripts/start.ts', '--build-only'], settings);
    if (built.status !== 0) return `the build ended with status ${built.status}: ${built.stderr.slice(-300)}`;
    const server = await startServer({ binary, settings: { ...settings, LOG_LEVEL: 'warn' } });
    try {
      for (const path of ['/', '/healthz']) {
        const { status } = await fetch(server.address + path);
        if (status !== 200) return `${path}: status ${status}`;
      }
    } finally {
      await server.stop();
    }
    return 'ok';
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function passesTests(binary: string): Promise<string> {
  const { status, stdout } = await run(
    binary,
    ['node_modules/vitest/vitest.mjs', 'run', '--project', 'lib'],
    {
      UV_THREADPOOL_SIZE: '16',
      NO_COLOR: '1',
    },
  );
  if (status === 0) return 'ok';
  say(stdout.slice(-3000));
  return `status ${status}: ${stdout.trimEnd().split('\n').at(-1)}`;
}

type Run = { status: number | null; stdout: string; stderr: string };

function run(binary: string, command: string[], more: Record<string, string> = {}): Promise<Run> {
  // Children that ask for `node` get the same one.
  const path = `${dirname(binary)}${delimiter}${process.env.PATH}`;
  const child = spawn(binary, command, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: path, NEXT_TELEMETRY_DISABLED: '1', ...more },
  });
  const written = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...written }));
  });
}

function secondsSince(began: number): number {
  return Math.round((performance.now() - began) / 1000);
}

function printTable(all: Row[]): void {
  const head = ['node', 'parse', 'start', 'lib tests', 'seconds'];
  const lines = all.map(({ node, outcome, seconds }) => [
    node,
    outcome.parse ?? '',
    outcome.start ?? '',
    outcome['lib tests'] ?? '',
    String(seconds),
  ]);
  for (const cells of [head, ...lines])
    process.stdout.write(
      `${cells
        .map((cell) => cell.padEnd(14))
        .join('')
        .trimEnd()}\n`,
    );
}
