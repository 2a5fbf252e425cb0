import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_FILTERS } from '../../lib/filters';
import { selectMetrics } from '../../lib/query';
import { buildDatabase } from '../../lib/store/build/index';
import { readGazetteer } from '../../lib/store/build/gazetteer';
import { record, temporaryFolder } from './small-corpus';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

test('the gazetteer has every region once, a county before the township that is all of it', async () => {
  const regions = await readGazetteer(join('data', 'regions.csv'));
  const codes = regions.map((region) => region.code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(regions.find((region) => region.code === 350527)).toEqual({
    code: 350527,
    name: '金门县',
    pinyin: 'jin men',
  });
});

test('a county that the gazetteer names twice is one group, with its sum once', async () => {
  const values = { 'requests.granted.total': 3 };
  const made = record({ name: '金门县人民政府', code: '350527', values });
  const corpus = { name: 'reports' as const, file: join(folder.path, 'corpus.duckdb') };
  const regionsFile = join('data', 'regions.csv');
  await buildDatabase({
    records: [made],
    file: corpus.file,
    corpus: 'reports',
    synthetic: false,
    regionsFile,
  });
  const { rows } = await selectMetrics(corpus, {
    metrics: ['granted'],
    by: ['county'],
    filters: DEFAULT_FILTERS,
  });
  expect(rows.map((row) => [row.key.county, row.names.county, row.values.granted?.value])).toEqual([
    ['350527', '金门县', 3],
  ]);
});
