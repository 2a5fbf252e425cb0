/** Every bad input that a folder of downloads may hold: a clear line, nothing hung, nothing lost that was done. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openReader } from '../../lib/batch/read/reader';
import { shownPath, walkFiles } from '../../lib/batch/scan/walk';
import { zipOf } from '../writers/zip';
import { hasNamesOfBytes, hasPosixFiles, hasShell } from '../platform';
import {
  corpusFiles,
  corpusRecords,
  flow,
  ingest,
  put,
  rejectLines,
  reportText,
  testFolder,
} from './report-text';

const isRoot = process.getuid?.() === 0;
const inShell = (command: string): boolean => spawnSync('sh', ['-c', command]).status === 0;

async function walked(path: string) {
  const found = [];
  for await (const each of walkFiles([path], join(path, 'no-corpus'))) found.push(each);
  return found;
}

describe('a folder', () => {
  it.skipIf(!hasPosixFiles())('with links that lead in a circle is read once', async () => {
    const folder = testFolder();
    put(folder, 'a/report.txt', reportText());
    symlinkSync('..', join(folder, 'a', 'up'));
    symlinkSync(folder, join(folder, 'a', 'top'));
    symlinkSync('self', join(folder, 'self'));
    symlinkSync('nowhere', join(folder, 'dead'));
    const found = await walked(folder);
    expect(
      found.map((each) => [each.path.split('/').at(-1), each.kind, 'found' in each && each.found]),
    ).toEqual([
      ['report.txt', 'file', false],
      ['dead', 'problem', 'nothing, or a link that leads nowhere'],
      ['self', 'problem', 'a link that leads to itself'],
    ]);
  });

  it.skipIf(!hasNamesOfBytes())(
    'with names that hold line breaks, or are not UTF-8, is read whole',
    async () => {
      const folder = testFolder();
      put(folder, 'in/two\nlines.txt', reportText({ year: 2021 }));
      put(folder, 'in/line\nbreak.txt', 'no report');
      const gbk = Buffer.from([0xba, 0xcf, 0xb7, 0xca]); // 合肥 in GBK
      writeFileSync(Buffer.concat([Buffer.from(`${folder}/in/`), gbk, Buffer.from('.txt')]), reportText());
      await ingest([join(folder, 'in')], join(folder, 'corpus'));
      expect(
        corpusRecords(join(folder, 'corpus')).map(({ source }) => source.path.split('/').at(-1)),
      ).toEqual(['two\nlines.txt', '合肥.txt']);
      expect(rejectLines(join(folder, 'corpus')).join('\n')).toMatch(
        /^".*\/line\nbreak\.txt","?found a text document/s,
      );
    },
  );

  it.skipIf(isRoot || !hasPosixFiles())(
    'that may not be read is a reject, and the others are read',
    async () => {
      const folder = testFolder();
      put(folder, 'in/closed/report.txt', reportText());
      put(folder, 'in/open.txt', reportText());
      chmodSync(join(folder, 'in/closed'), 0o000);
      onTestFinished(() => chmodSync(join(folder, 'in/closed'), 0o700));
      await ingest([join(folder, 'in')], join(folder, 'corpus'));
      expect(corpusRecords(join(folder, 'corpus'))).toHaveLength(1);
      expect(rejectLines(join(folder, 'corpus'))[0]).toMatch(
        /closed,found a file or folder that may not be read/,
      );
    },
  );
  if (isRoot) process.stderr.write('skipped, a folder that may not be read: root may read everything\n');

  it.skipIf(!hasShell())('with a pipe in it does not wait for the pipe', async () => {
    const folder = testFolder();
    expect(inShell(`mkfifo '${join(folder, 'pipe.txt')}'`)).toBe(true);
    expect(await walked(folder)).toMatchObject([{ kind: 'problem', found: 'a pipe, socket or device' }]);
  });
});

describe('a file', () => {
  it('of 600 MB is refused unread', async () => {
    const folder = testFolder();
    const path = put(folder, 'in/huge.pdf', '%PDF-1.4');
    truncateSync(path, 600 * 1024 * 1024);
    await ingest([join(folder, 'in')], join(folder, 'corpus'));
    expect(rejectLines(join(folder, 'corpus'))[0]).toMatch(
      /huge\.pdf,"found a file of 600 MB, expected at most 50 MB"/,
    );
  });

  it('that unpacks to far more than it is, is refused, and its neighbours are read', async () => {
    const folder = testFolder();
    const bomb = zipOf({ 'report.txt': reportText(), 'bomb.txt': Buffer.alloc(40 * 1024 * 1024) });
    put(folder, 'in/bomb.zip', bomb);
    put(folder, 'in/bomb.docx', zipOf({ 'word/document.xml': Buffer.alloc(60 * 1024 * 1024, ' ') }));
    put(folder, 'in/plain.txt', reportText({ year: 2021 }));
    await ingest([join(folder, 'in')], join(folder, 'corpus'));
    expect(corpusRecords(join(folder, 'corpus')).map(({ source }) => source.path.split('/').at(-1))).toEqual([
      'plain.txt',
      'bomb.zip!report.txt',
    ]);
    const rejects = rejectLines(join(folder, 'corpus'));
    expect(rejects[0]).toMatch(/bomb\.docx,/);
    expect(rejects[1]).toMatch(
      /bomb\.zip,"found bomb\.txt packed over 250 times, expected a report, not a zip bomb"/,
    );
  });

  it('of HTML nested 100,000 deep is an answer, not a crash', async () => {
    const folder = testFolder();
    put(folder, 'in/deep.html', `<html><body>${'<div>'.repeat(100_000)}信息公开年度报告`);
    put(folder, 'in/tables.html', `<html><body>${'<table><tr><td>'.repeat(100_000)}信息公开年度报告`);
    put(folder, 'in/plain.txt', reportText());
    const summary = await ingest([join(folder, 'in')], join(folder, 'corpus'));
    expect(summary).toMatchObject({ read: 3, faults: 0 });
  });

  it('that takes too long is ended and is a reject until it is given more time', async () => {
    const folder = testFolder();
    put(folder, 'in/report.txt', reportText());
    const corpus = join(folder, 'corpus');
    await ingest([join(folder, 'in')], corpus, { workers: 1, secondsLimit: 0.001 });
    expect(rejectLines(corpus)[0]).toMatch(
      /report\.txt,"found a file that takes longer than 0\.001 s to read/,
    );
    expect(await ingest([join(folder, 'in')], corpus, { secondsLimit: 0.001 })).toMatchObject({ read: 0 });
    expect(await ingest([join(folder, 'in')], corpus)).toMatchObject({ read: 1, reports: 1, rejects: 0 });
  });

  it('that is an archive gives each report in it, nested archives too, each with its place', async () => {
    const folder = testFolder();
    const inner = zipOf({ '2021.txt': reportText({ year: 2021 }) });
    put(folder, 'in/all.zip', zipOf({ '2020/2020.txt': reportText({ year: 2020 }), 'inner.zip': inner }));
    const corpus = join(folder, 'corpus');
    await ingest([join(folder, 'in')], corpus);
    expect(corpusRecords(corpus).map(({ source }) => source.path.replace(/^.*\/in\//, ''))).toEqual([
      'all.zip!2020/2020.txt',
      'all.zip!inner.zip!2021.txt',
    ]);
    expect(await ingest([join(folder, 'in')], corpus)).toMatchObject({ seen: 2, read: 0 });
  });
});

describe('a thread', () => {
  it('that was ended is replaced, and those waiting behind it lose no time', async () => {
    const reader = await openReader(1, 20);
    onTestFinished(() => reader.close());
    const copy = { path: 'report.txt', url: null };
    const bytes = Buffer.from(reportText());
    const answers = await Promise.all([1, 2, 3].map(() => reader.read({ bytes, copy })));
    expect(answers.map(({ kind }) => kind)).toEqual(['record', 'record', 'record']);
  });
});

describe('a disk', () => {
  const where = process.platform === 'linux' && isRoot ? null : 'only root may mount a small disk';

  it.skipIf(where !== null)(
    'that is full ends the run with one line, and with room the run goes on',
    async ({ skip }) => {
      const folder = testFolder();
      for (let year = 2019; year < 2027; year++)
        put(folder, `in/${year}.txt`, reportText({ year, fields: flow(year - 2000) }));
      const disk = join(folder, 'disk');
      mkdirSync(disk);
      if (!inShell(`mount -t tmpfs -o size=200k tmpfs '${disk}'`)) skip('no small disk could be mounted');
      onTestFinished(() => {
        inShell(`umount '${disk}'`);
      });
      const corpus = join(disk, 'corpus');
      await expect(ingest([join(folder, 'in')], corpus)).rejects.toThrow(
        /found no space left on the disk, expected room for the records; make room and run the same command again$/,
      );
      const kept = corpusRecords(corpus).length;
      expect(kept).toBeGreaterThan(0);
      expect(kept).toBeLessThan(8);
      expect(readdirSync(join(corpus, '34')).filter((name) => !name.endsWith('.json'))).toEqual([]);

      inShell(`mount -o remount,size=20m '${disk}'`);
      await ingest([join(folder, 'in')], corpus);
      await ingest([join(folder, 'in')], join(folder, 'corpus'));
      expect(corpusFiles(corpus)).toEqual(corpusFiles(join(folder, 'corpus')));
    },
  );
  if (where !== null) process.stderr.write(`skipped, a disk that is full: ${where}\n`);
});

it('shows every path from the working folder', () => {
  expect(shownPath(process.cwd())).toBe('.');
  expect(shownPath(join(process.cwd(), 'data', '..', 'lib'))).toBe('lib');
});
