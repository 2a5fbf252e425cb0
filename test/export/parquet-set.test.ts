import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportParquetSet } from '../../lib/export/parquet-set';
import { DEFAULT_FILTERS } from '../../lib/filters';
import { type Corpus, selectMetrics } from '../../lib/query';
import { parquetRows } from '../store/parquet-rows';
import { keptCorpus } from '../store/kept-corpus';
import { temporaryFolder } from '../store/small-corpus';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let corpus: Corpus;
let rows: Record<string, number>;
beforeAll(async () => {
  folder = await temporaryFolder();
  corpus = await keptCorpus({ synthetic: { reports: 400, seed: 12 } }, 'demo');
  rows = await exportParquetSet(corpus, join(folder.path, 'set'));
});
afterAll(() => folder.remove());

const files = (name: string): string => join(folder.path, 'set', name, '**', '*.parquet');

test('the set read back gives the sums of the corpus, province by province, on both bases', async () => {
  const metrics = ['reports', 'requests.granted.natural_person', 'new_requests', 'requests.partial.total'];
  for (const [basis, condition] of [
    ['all', 'true'],
    ['deduplicated', 'in_totals AND covered_at < if(province_code IS NULL, 0, 1)'],
  ] as const) {
    const answer = await selectMetrics(corpus, {
      metrics,
      by: ['province'],
      filters: { ...DEFAULT_FILTERS, basis, corpus: 'demo' },
    });
    const expected = answer.rows.map((row) => [
      row.key.province,
      ...metrics.map((id) => row.values[id]?.value ?? null),
    ]);
    const read = await parquetRows(
      files('reports'),
      `SELECT province_code::VARCHAR AS province, count(*)::DOUBLE AS reports,
         sum(requests_granted_natural_person)::DOUBLE AS a, sum(requests_new_requests_total)::DOUBLE AS b,
         sum(requests_partial_total)::DOUBLE AS c
       FROM read_parquet($path, hive_partitioning = true) WHERE ${condition} GROUP BY ALL ORDER BY ALL NULLS LAST`,
    );
    expect(read.map((row) => Object.values(row))).toEqual(expected);
  }
});

test('every file says which corpus it is of, the manifest counts the rows and comes last', async () => {
  const manifest = JSON.parse(await readFile(join(folder.path, 'set', 'manifest.json'), 'utf8')) as object;
  expect(manifest).toMatchObject({ corpus: expect.stringContaining('synthetic data'), rows });
  expect(rows.reports).toBe(400);
  const marks = await parquetRows(
    files('reports'),
    `SELECT DISTINCT decode(value) AS mark FROM parquet_kv_metadata($path) WHERE decode(key) = 'corpus'`,
  );
  expect(marks).toEqual([{ mark: expect.stringContaining('合成数据') }]);
});

test('a folder that holds anything is left alone', async () => {
  await expect(exportParquetSet(corpus, join(folder.path, 'set'))).rejects.toThrow(
    /expected an empty folder/,
  );
});
