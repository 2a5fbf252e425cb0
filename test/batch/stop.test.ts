/** A run that is stopped, politely or not, leaves a corpus that the next run brings to the same bytes. */
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { CorpusError } from '../../lib/batch';
import { lockCorpus } from '../../lib/batch/corpus/lock';
import { hasSignals } from '../platform';
import { corpusFiles, corpusRecords, flow, ingest, put, reportText, testFolder } from './report-text';

const AGENCIES = ['合肥市庐阳区', '合肥市蜀山区', '合肥市包河区', '合肥市长丰县'];
const SOURCES = 56;

let folder = '';
let reports = '';
let whole: Record<string, string> = {};

/** Many reports with copies among them, and the corpus they come to. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ogi-test-'));
  reports = join(folder, 'in');
  for (const agency of AGENCIES)
    for (let year = 2016; year < 2026; year++) {
      const facts = { agency: `${agency}人民政府`, year, fields: flow(year - 2000, 0, 1) };
      put(reports, `${agency}/${year}.txt`, reportText(facts));
      if (year % 3 === 0)
        put(reports, `copies/${agency}${year}.txt`, reportText({ ...facts, words: '另见附件。' }));
    }
  await ingest([reports], join(folder, 'whole'));
  whole = corpusFiles(join(folder, 'whole'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the command and sends a signal when some records are there; the exit status and what it said. */
async function stopped(corpus: string, signal: NodeJS.Signals, workers: string) {
  const args = ['--import', 'tsx', 'scripts/ingest.ts', reports, '--corpus', corpus, '--workers', workers];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  const records = join(corpus, '34');
  const timer = setInterval(() => {
    if (!existsSync(records) || readdirSync(records).length < 5) return;
    clearInterval(timer);
    child.kill(signal);
  }, 2);
  const status = await ended;
  clearInterval(timer);
  return { status, said };
}

describe('a run that is', () => {
  it('killed in the middle is completed by the next one, to the same bytes', async () => {
    const corpus = join(folder, 'killed');
    const { status } = await stopped(corpus, 'SIGKILL', '1');
    expect(status).toBeNull();
    expect(corpusRecords(corpus).length).toBeLessThan(40);
    appendFileSync(join(corpus, 'index.jsonl'), '{"sha256":"torn');
    writeFileSync(join(corpus, '34', '340103-庐阳区-2020.json.tmp-77'), '{"half');
    await ingest([reports], corpus);
    expect(corpusFiles(corpus)).toEqual(whole);
  });

  it.skipIf(!hasSignals())(
    'stopped by Ctrl-C says so, writes its lists and is completed by the next one',
    async () => {
      const corpus = join(folder, 'stopped');
      const { status, said } = await stopped(corpus, 'SIGINT', '0');
      expect(status).toBe(130);
      expect(said).toContain('stopped before the end: run the same command again to go on');
      const files = corpusFiles(corpus);
      expect(files).toHaveProperty('rejects.csv');
      const read = files['index.jsonl']?.trim().split('\n').length ?? 0;
      expect(read).toBeGreaterThanOrEqual(5);
      expect(read).toBeLessThan(SOURCES);
      await ingest([reports], corpus);
      expect(corpusFiles(corpus)).toEqual(whole);
    },
  );

  it('refused while another one is at work in the same corpus', async () => {
    const folder = testFolder();
    const unlock = await lockCorpus(folder);
    await expect(ingest([folder], folder)).rejects.toThrow(CorpusError);
    await unlock();
    await expect(ingest([put(folder, 'in.txt', reportText())], folder)).resolves.toMatchObject({
      records: 1,
    });
  });
});
