/** Ingest on a disk that is full: what was there stays, and the next run completes the corpus. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { corpusFiles, flow, ingest, put, reportText, testFolder } from '../batch/report-text';
import { hasShell } from '../platform';
import { run } from './disturbed';

test.skipIf(!hasShell())(
  'a run for which the disk is full says so in a line and leaves a corpus that the next run completes',
  async () => {
    const folder = testFolder();
    const reports = join(folder, 'in');
    for (let year = 2016; year < 2024; year++)
      put(reports, `${year}.txt`, reportText({ year, fields: flow(year - 2000, 0, 1) }));
    const whole = join(folder, 'whole');
    await ingest([reports], whole);
    const corpus = join(folder, 'full');
    await ingest([join(reports, '2016.txt')], corpus);
    const before = corpusFiles(corpus);
    const size = Math.max(...Object.values(before).map((text) => Buffer.byteLength(text)));
    const args = [reports, '--corpus', corpus, '--workers', '0'];
    const { status, said } = await run('scripts/ingest.ts', args, Math.floor(size / 2048)).ended;
    expect(status).not.toBe(0);
    expect(said).toMatch(/full\/.*: (?:found|cannot|could not).*/);
    expect(said).not.toMatch(/\n\s+at /);
    const records = Object.entries(before).filter(([file]) => file.endsWith('.json'));
    const after = corpusFiles(corpus);
    for (const [file, text] of records) expect(after[file]).toBe(text);
    await ingest([reports], corpus);
    expect(corpusFiles(corpus)).toEqual(corpusFiles(whole));
  },
);
