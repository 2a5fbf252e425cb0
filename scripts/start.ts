/**
 * `npm start`: builds what is missing (databases, pages) and serves on PORT, 3000 by default. `--dev` serves the
 * sources instead. Needs nothing but what `npm install` brought; no network.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { prepareDatabases } from './databases';

const NEXT = createRequire(import.meta.url).resolve('next/dist/bin/next');
const SOURCES = [
  'app',
  'lib',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'package.json',
  'tsconfig.json',
];
const BUILD = '.next';

/** DuckDB runs on libuv's threads; with the usual four, four long queries would stop the server. */
const environment = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', UV_THREADPOOL_SIZE: '16' };
const port = process.env.PORT ?? '3000';
const isDev = process.argv.includes('--dev');
/** Everything the tests need, without a server. */
const isBuildOnly = process.argv.includes('--build-only');

endWithNpm();
await prepareDatabases();
if (!isDev && (await isBuildOld())) await buildPages();
if (isBuildOnly) process.exit(0);
// What the preparation left open must not keep the process when the server has ended.
process.exit(await run(isDev ? ['dev', '-p', port] : ['start', '-p', port]));

/** npm passes a signal to its shell alone, so when that is gone the server has to go by itself. */
function endWithNpm(): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}

/** Whether the pages were never built or a source changed since. */
async function isBuildOld(): Promise<boolean> {
  const built = statSync(join(BUILD, 'BUILD_ID'), { throwIfNoEntry: false });
  if (!built) return true;
  return Math.max(...(await Promise.all(SOURCES.map(newestChange)))) > built.mtimeMs;
}

/** Time of the latest change of a file or of anything in a folder. */
async function newestChange(path: string): Promise<number> {
  const own = await stat(path);
  if (!own.isDirectory()) return own.mtimeMs;
  const inside = await Promise.all((await readdir(path)).map((name) => newestChange(join(path, name))));
  return Math.max(own.mtimeMs, ...inside);
}

/** Builds the pages; what an interrupted build left behind can spoil the next one, so that is tried once without it. */
async function buildPages(): Promise<void> {
  if ((await run(['build'])) === 0) return;
  process.stderr.write(`${BUILD}: the build failed, building once more from nothing\n`);
  await rm(BUILD, { recursive: true, force: true });
  const status = await run(['build']);
  if (status !== 0) process.exit(status);
}

/** Runs a command of Next and gives its exit status; what stops this process stops it too. */
function run(command: string[]): Promise<number> {
  const child = spawn(process.execPath, [NEXT, ...command], { stdio: 'inherit', env: environment });
  const forward = (signal: NodeJS.Signals): void => {
    child.kill(signal);
  };
  process.on('SIGINT', forward);
  process.on('SIGTERM', forward);
  return ended(child).finally(() => {
    process.off('SIGINT', forward);
    process.off('SIGTERM', forward);
  });
}

function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (status, signal) => resolve(status ?? (signal ? 128 : 1)));
  });
}
