import { copyFile, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { DEFAULT_FILTERS } from '../../lib/filters';
import { selectMetrics, selectReports } from '../../lib/query';
import { readInputs, withDatabase } from '../../lib/store/connect';
import { log } from '../../lib/telemetry/log';
import { copyOfKept } from './kept-corpus';
import { corpusIn, record, temporaryFolder } from './small-corpus';

const NEW = 'requests.new_requests.total';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

test('no question fails while the database is replaced again and again, and each answer is of one database', async () => {
  const build = (value: number) => corpusIn(folder.path, [record({ values: { [NEW]: value } })]);
  let current = 1;
  const corpus = await build(current);
  let isOver = false;
  const seen = new Set<number>();
  const ask = async (): Promise<void> => {
    while (!isOver) {
      const before = current;
      const { rows } = await selectMetrics(corpus, {
        metrics: [NEW],
        by: ['year'],
        filters: DEFAULT_FILTERS,
      });
      const list = await selectReports(corpus, DEFAULT_FILTERS);
      expect(rows).toHaveLength(1);
      expect(list.rows).toHaveLength(1);
      const value = rows[0]?.values[NEW]?.value ?? 0;
      expect(value).toBeGreaterThanOrEqual(before);
      seen.add(value);
    }
  };
  const clients = [1, 2, 3, 4].map(ask);
  for (let swap = 2; swap <= 4; swap++) {
    await build(swap);
    current = swap;
    await vi.waitUntil(() => seen.has(swap), { timeout: 30_000 });
  }
  isOver = true;
  await Promise.all(clients);
  expect([...seen].sort((a, b) => a - b)).toEqual([1, 2, 3, 4]);
  const evidence = (await readdir(folder.path)).filter((name) => name.includes('-evidence-'));
  expect(evidence).toHaveLength(2);
});

const DAMAGES: Record<string, (file: string, evidence: string) => Promise<void>> = {
  'cut off': async (file) => {
    await copyFile(file, `${file}.new`);
    await truncate(`${file}.new`, Math.floor((await readFile(file)).length / 2));
    await rename(`${file}.new`, file);
  },
  'overwritten at its start': async (file) => {
    const bytes = await readFile(file);
    bytes.fill(7, 0, 20_000);
    await writeFile(`${file}.new`, bytes);
    await rename(`${file}.new`, file);
  },
  'a build that never ended': async (file) => {
    await writeFile(`${file}.new`, '');
    await rename(`${file}.new`, file);
  },
  // What a server of before sees while a new version builds, and a new one until it has built.
  'of another layout': async (file) => {
    await copyFile(file, `${file}.new`);
    const instance = await DuckDBInstance.create(`${file}.new`);
    const connection = await instance.connect();
    await connection.run('UPDATE manifest SET layout = layout + 1; CHECKPOINT');
    connection.closeSync();
    instance.closeSync();
    expect(await readInputs(`${file}.new`)).toBeNull();
    await rename(`${file}.new`, file);
  },
  'without its evidence': async (file, evidence) => {
    await rm(evidence);
    await copyFile(file, `${file}.new`);
    await rename(`${file}.new`, file);
  },
  'with its evidence cut off': async (file, evidence) => {
    await copyFile(evidence, `${evidence}.new`);
    await truncate(`${evidence}.new`, 100_000);
    await rename(`${evidence}.new`, evidence);
    await copyFile(file, `${file}.new`);
    await rename(`${file}.new`, file);
  },
};

test.each(Object.keys(DAMAGES))(
  'a database that is %s is refused in one line, and the old one stays',
  async (kind) => {
    const { path, remove } = await temporaryFolder();
    const written = vi.spyOn(log(), 'error').mockReturnValue();
    try {
      const corpus = await copyOfKept({ records: [record({ values: { [NEW]: 3 } })] }, path);
      const names = await withDatabase(corpus, 'metrics', async ({ manifest }) => manifest.evidence);
      await DAMAGES[kind]?.(corpus.file, join(path, names));
      const filters = { ...DEFAULT_FILTERS, q: '甲县' };
      const { rows } = await selectMetrics(corpus, { metrics: [NEW], by: [], filters });
      expect(rows[0]?.values[NEW]?.value).toBe(3);
      expect(written.mock.calls).toEqual([
        [expect.stringMatching(/^[^\n]*found no whole database \([^\n]+\), expected one[^\n]*stays in use$/)],
      ]);
      const other = { ...corpus, file: corpus.file };
      await rename(corpus.file, join(path, 'corpus2.duckdb'));
      other.file = join(path, 'corpus2.duckdb');
      await expect(selectMetrics(other, { metrics: [NEW], by: [], filters })).rejects.toThrow(
        'found no whole database',
      );
    } finally {
      written.mockRestore();
      await remove();
    }
  },
);

test('a kept answer is the same object, cannot be changed, and goes with its database', async () => {
  const corpus = await copyOfKept({ records: [record({ values: { [NEW]: 3 } })] }, folder.path);
  const ask = () => selectMetrics(corpus, { metrics: [NEW], by: ['level'], filters: { ...DEFAULT_FILTERS } });
  const first = await ask();
  expect(await ask()).toBe(first);
  expect(() => first.rows.pop()).toThrow(TypeError);
  await corpusIn(folder.path, [record({ values: { [NEW]: 9 } })]);
  expect((await ask()).rows[0]?.values[NEW]?.value).toBe(9);
});
