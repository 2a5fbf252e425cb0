import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { exportParquetSet } from '../../lib/export/parquet-set';
import { BASES, DEFAULT_FILTERS, type Filters } from '../../lib/filters';
import { ALL_FIELDS } from '../../lib/form';
import { METRICS, metricById } from '../../lib/metrics/registry';
import {
  type Corpus,
  DIMENSIONS,
  type Dimension,
  type MetricsResult,
  selectHeadline,
  selectMetrics,
} from '../../lib/query';
import { clearQueryCache } from '../../lib/query/query-cache';
import { synthesizeRecords } from '../../lib/synth';
import { loadClickhouse } from '../../lib/store/engine/clickhouse/load';
import { findChdb, isChdbThere } from '../bench/rivals/engines';
import { anyConditions } from '../filters/any-conditions';
import { type ChdbServer, serveChdb } from './chdb';
import { corpusIn, record, temporaryFolder } from './small-corpus';

/** Too much to download for a run of all tests: asked for, or there from before. */
const mayInstall = process.env.CHDB === '1' || (await isChdbThere());
const chdb = mayInstall
  ? await findChdb()
  : '180 MB to download; CHDB=1 npx vitest run test/store/clickhouse.test.ts does, and keeps it';
if (typeof chdb === 'string') process.stderr.write(`skipped, ClickHouse beside DuckDB: no chdb (${chdb})\n`);

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let corpus: Corpus;
let server: ChdbServer | undefined;
beforeAll(async () => {
  if (typeof chdb === 'string') return;
  folder = await temporaryFolder();
  const odd = { 'requests.granted.total': 3, 'requests.granted.org_other': 1 };
  const records = [
    ...synthesizeRecords({ reports: 1000, seed: 23 }),
    record({ name: '无地区局', code: null, level: null, scope: 'own', values: odd }),
    record({ name: '无年份局', code: '350781', year: null, values: odd }),
    record({ name: '无类型Bureau', code: '350781', body: null, scope: 'unknown', values: odd }),
    record({ name: '空表局', code: '350781001', level: 'township', values: {} }),
  ];
  corpus = await corpusIn(folder.path, records, 'demo');
  await exportParquetSet(corpus, join(folder.path, 'set'));
  server = await serveChdb(chdb, ['ogi_demo'], folder.path);
  vi.stubEnv('CLICKHOUSE_URL', server.url);
  await loadClickhouse('demo', join(folder.path, 'set'), null);
}, 300_000);
afterEach(() => vi.stubEnv('ENGINE', 'duckdb'));
afterAll(async () => {
  server?.close();
  vi.unstubAllEnvs();
  await folder?.remove();
});

/** The answers of both engines to one question; the second really came over HTTP. */
async function both<T>(ask: () => Promise<T>): Promise<[T, T]> {
  clearQueryCache();
  vi.stubEnv('ENGINE', 'duckdb');
  const duckdb = await ask();
  clearQueryCache();
  vi.stubEnv('ENGINE', 'clickhouse');
  const before = server?.statements() ?? 0;
  const clickhouse = await ask();
  if ((server?.statements() ?? 0) <= before + 1) throw new Error('ClickHouse was not asked');
  return [duckdb, clickhouse];
}

/** Every dimension alone, and such that meet. */
const GROUPS: Dimension[][] = [
  [],
  ...DIMENSIONS.map((dimension) => [dimension]),
  ['province', 'level'],
  ['year', 'body', 'form'],
  ['county', 'year'],
  ['year', 'province', 'applicant'],
  ['prefecture', 'applicant'],
];
/** Every filter: years, places, kinds, applicants, names, findings, one agency, conditions on cells, rates and blanks. */
const SLICES: Partial<Filters>[] = [
  {},
  { from: 2020, to: 2023, level: ['county'], findings: 'clean' },
  { region: ['35', '3507', '6101', '11'], body: ['government', 'department'] },
  { applicant: ['org_other'] },
  { applicant: ['natural_person', 'org_legal_service'], form: ['2021'], region: ['44'] },
  { q: '类型 bureau', basis: 'all' },
  { agency: ['350781-无年份局', '350781-无类型Bureau'], basis: 'all' },
  { where: ['disclosure_rate<0.5', 'requests.granted.natural_person>=1|published>2021-03-01'] },
  { where: ['requests.denied_internal_affairs.total:missing|proceedings.litigation_direct.total>0'] },
];
const REGISTRY = METRICS.map(({ id }) => id);
/** Cells of every kind: of one applicant, of one form only, with a sign, money. */
const CELLS = [
  'requests.granted.natural_person',
  'requests.other_misc.org_other',
  'requests.denied_internal_affairs',
  'disclosure.licensing.items_change',
  'disclosure.procurement.amount_yuan',
];

/** Every grouping, with the slices and the bases in turn. */
const CASES = GROUPS.map((by, i) => {
  const slice = SLICES[i % SLICES.length] ?? {};
  return { by, filters: { ...DEFAULT_FILTERS, basis: BASES[i % BASES.length] ?? 'all', ...slice } };
});

/** Every metric of the registry and some cells, by these dimensions, from both engines. */
function askBoth(by: readonly Dimension[], filters: Filters): Promise<[MetricsResult, MetricsResult]> {
  const all = [...REGISTRY, ...CELLS];
  const metrics = by.includes('applicant') ? all.filter((id) => metricById(id)?.byApplicant) : all;
  return both(() => selectMetrics(corpus, { metrics, by, filters: { ...filters, corpus: 'demo' } }));
}

describe.skipIf(typeof chdb === 'string')('ClickHouse beside DuckDB', () => {
  test.each(CASES)(
    'both engines give the same rows for every metric of the registry ($by)',
    async ({ by, filters }) => {
      const [duckdb, clickhouse] = await askBoth(by, filters);
      expect(clickhouse).toEqual(duckdb);
      expect(duckdb.rows.length).toBeGreaterThan(0);
    },
  );

  test('both engines give the same rows for every cell of the form', async () => {
    const metrics = ALL_FIELDS.map(({ id }) => id);
    const filters: Filters = { ...DEFAULT_FILTERS, corpus: 'demo' };
    const [duckdb, clickhouse] = await both(() => selectMetrics(corpus, { metrics, by: ['year'], filters }));
    expect(clickhouse).toEqual(duckdb);
  });

  test('both engines agree on random groupings, slices and conditions, and on the headline', async () => {
    const anyBasis = fc.constantFrom(...BASES);
    const anySlice = fc.constantFrom(...SLICES);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...GROUPS),
        anySlice,
        anyConditions,
        anyBasis,
        async (by, slice, where, basis) => {
          const filters: Filters = { ...DEFAULT_FILTERS, ...slice, where, basis };
          const [duckdb, clickhouse] = await askBoth(by, filters);
          expect(clickhouse).toEqual(duckdb);
          const ask = () => selectHeadline(corpus, { ...filters, corpus: 'demo' });
          const [headline, same] = await both(ask);
          expect(same).toEqual(headline);
        },
      ),
      { numRuns: 6, seed: 20261122 },
    );
  });

  test('a database that holds another version, or is only half loaded, is not asked', async () => {
    const other = await corpusIn(folder.path, [record()], 'demo');
    clearQueryCache();
    vi.stubEnv('ENGINE', 'clickhouse');
    const ask = selectMetrics(other, { metrics: ['granted'], by: [], filters: DEFAULT_FILTERS });
    await expect(ask).rejects.toThrow(/ClickHouse holds \w+, expected \w+/);
  });
});
