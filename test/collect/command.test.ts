import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { corpusRecords, put, reportText, testFolder } from '../batch/report-text';
import { site } from './site';

/** The exit status of a command and what it said. */
function run(args: string[]): Promise<{ status: number | null; said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  return new Promise((resolve) => child.on('exit', (status) => resolve({ status, said })));
}

it('collects a list into a corpus, names what it could not get, and says so by its exit status', async () => {
  const folder = testFolder();
  const { url } = await site({
    '/p.html': '<html><a href="report.doc">2022年报告</a></html>',
    '/report.doc': reportText(),
  });
  const list = put(folder, 'urls.txt', `# two pages\n${url}/p.html\n${url}/gone.html\n`);
  const out = join(folder, 'out');
  const corpus = join(folder, 'corpus');
  const options = ['--out', out, '--delay', '0', '--allow-private', '--ingest', '--corpus', corpus];
  const { status, said } = await run(['scripts/collect.ts', list, ...options]);
  expect(said).toContain(`${out}: 2 files fetched, 0 there already, 1 failures`);
  expect(status).toBe(1);
  expect(readFileSync(join(out, 'collect-failed.csv'), 'utf8')).toBe(
    `\uFEFFaddress,linked_from,reason\n${url}/gone.html,,"found status 404, expected 200"\n`,
  );
  expect(corpusRecords(corpus).map(({ source }) => source.url)).toEqual([`${url}/report.doc`]);
  expect(readFileSync(join(corpus, 'rejects.csv'), 'utf8')).toMatch(/p~[0-9a-f]{12}\.html,/);
});

it('refuses what it does not understand, with one line and how it is used', async () => {
  const list = put(testFolder(), 'urls.txt', '');
  const { status, said } = await run(['scripts/collect.ts', list, '--delay', 'soon']);
  expect(status).toBe(2);
  expect(said).toMatch(/^--delay: found "soon", expected a number from 0 to 3600\nusage: npm run collect/);
});
