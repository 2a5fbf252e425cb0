import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { hasSignals } from '../platform';
import { corpusRecords, put, reportText, testFolder } from './report-text';

it.skipIf(!hasSignals())(
  'a folder that is watched is read as files come into it; Ctrl-C ends it well, idle or at work',
  async () => {
    const folder = testFolder();
    const corpus = join(folder, 'corpus');
    put(folder, 'in/2021.txt', reportText({ year: 2021 }));
    const args = ['--import', 'tsx', 'scripts/ingest.ts', join(folder, 'in'), '--corpus', corpus];
    const child = spawn(process.execPath, [...args, '--workers', '0', '--watch'], { stdio: 'ignore' });
    onTestFinished(() => void child.kill('SIGKILL'));
    const ended = new Promise((resolve) => child.on('exit', resolve));
    const until = async (count: number) => {
      const records = join(corpus, '34');
      while (
        !existsSync(records) ||
        readdirSync(records).filter((name) => name.endsWith('.json')).length < count
      )
        await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await until(1);
    put(folder, 'in/new/2022.txt', reportText({ year: 2022 }));
    await until(2);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(corpusRecords(corpus).map(({ year }) => year)).toEqual([2021, 2022]);
  },
);
