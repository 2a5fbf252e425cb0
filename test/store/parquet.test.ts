import { mkdir, readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { writeParquet } from '../../lib/store/parquet';
import { corpusIn, record, temporaryFolder } from './small-corpus';

test('a download is written into TMPDIR, which it leaves as it was but for what a killed server left a day ago', async () => {
  const { path, remove } = await temporaryFolder();
  const corpus = await corpusIn(join(path, 'data'), [record()]);
  const temporary = join(path, 'tmp');
  for (const name of ['ogi-parquet-old', 'ogi-parquet-new', 'other'])
    await mkdir(join(temporary, name), { recursive: true });
  const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 60 * 60;
  for (const name of ['ogi-parquet-old', 'other'])
    await utimes(join(temporary, name), twoDaysAgo, twoDaysAgo);
  vi.stubEnv('TMPDIR', temporary);
  try {
    const rows = { columns: [{ id: 'n', isNumber: true }], rows: [[1], [2]] };
    const written = await writeParquet(corpus, rows, { title: 'n' }, new AbortController().signal);
    expect(written.rows).toBe(2);
    expect(written.file.startsWith(join(temporary, 'ogi-parquet-'))).toBe(true);
    await written.remove();
    expect((await readdir(temporary)).sort()).toEqual(['ogi-parquet-new', 'other']);
  } finally {
    vi.unstubAllEnvs();
    await remove();
  }
});
