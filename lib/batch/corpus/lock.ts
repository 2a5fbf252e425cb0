/** One run at a time may write a corpus. The lock names its process, so that a run that was killed locks nobody out. */
import { createHash } from 'node:crypto';
import { readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CorpusError } from './corpus-error';

/** Takes the lock of a corpus folder that exists; call the answer to give it back. Throws when another run has it. */
export async function lockCorpus(corpus: string): Promise<() => Promise<void>> {
  const name = createHash('sha256')
    .update(await realpath(corpus))
    .digest('hex')
    .slice(0, 16);
  const file = join(tmpdir(), `ogi-ingest-${name}.lock`);
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      return () => rm(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = Number(await readFile(file, 'utf8').catch(() => '0'));
    if (holder !== process.pid && !isAlive(holder)) await rm(file, { force: true });
    else throw new CorpusError(corpus, `process ${holder} at work in it`, 'one run at a time');
  }
  throw new CorpusError(corpus, 'another run starting', 'one run at a time');
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
