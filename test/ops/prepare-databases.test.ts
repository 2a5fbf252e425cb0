import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { prepareDatabases } from '../../scripts/build-db/databases';
import type { Message } from '../../scripts/start/databases';

const run = promisify(execFile);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prepare-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const npmRun = async (script: string, ...parameters: string[]): Promise<string> => {
  const { stderr } = await run(process.execPath, ['--import', 'tsx', `scripts/${script}.ts`, ...parameters], {
    env: { ...process.env, DATABASE_DIR: folder },
  });
  return stderr;
};

test('a synthetic database that was put into the folder is served as it is, and what is missing is built', async () => {
  await npmRun('synth', '--reports', '300', '--format', 'duckdb', '--out', folder);
  const own = await stat(join(folder, 'demo.duckdb'));
  const first = await npmRun('build-db');
  expect(first).toMatch(/corpus\.duckdb: \d+ reports in/);
  expect(first).toContain('demo.duckdb: made by itself (npm run synth), left as it is');
  const second: Message[] = [];
  vi.stubEnv('DATABASE_DIR', folder);
  await prepareDatabases((message) => second.push(message)).finally(() => vi.unstubAllEnvs());
  expect(second).toContainEqual({ line: 'corpus.duckdb: up to date' });
  const now = await stat(join(folder, 'demo.duckdb'));
  expect([now.ino, now.size, now.mtimeMs]).toEqual([own.ino, own.size, own.mtimeMs]);
});
