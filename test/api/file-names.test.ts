import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTable, type TableName } from '../../app/api/_http/tables';
import { fileName } from '../../app/api/_http/table-file';
import { GET as bundle } from '../../app/api/v1/bundle.zip/route';
import { GET as chart } from '../../app/api/v1/chart/[file]/route';
import { GET as queryCsv } from '../../app/api/v1/query.csv/route';
import { GET as reportsCsv } from '../../app/api/v1/reports.csv/route';
import { BASES, FINDINGS_FILTERS, parseFilters, serializeFilters } from '../../lib/filters';
import { REQUEST_COLUMNS } from '../../lib/form';
import { METRICS } from '../../lib/metrics/registry';
import { DIMENSIONS } from '../../lib/query';
import { BODIES, LEVELS } from '../../lib/record';
import { keptFolder } from '../store/kept-corpus';
import { record } from '../store/small-corpus';

const MARK = '_demo-合成数据';

beforeAll(async () => {
  process.env.DATABASE_DIR = await keptFolder({
    reports: { records: [record()] },
    demo: { synthetic: { reports: 400, seed: 12 } },
  });
});
afterAll(() => {
  delete process.env.DATABASE_DIR;
});

const request = (search: string): Request => new Request(`http://localhost/api/v1/x?${search}`);
const card = (file: string, search: string): Promise<Response> =>
  chart(request(search), { params: Promise.resolve({ file }) });

/** The full name in a response whose body nobody wants. */
async function nameOf(response: Response): Promise<string> {
  await response.body?.cancel();
  expect(response.status).toBe(200);
  const disposition = response.headers.get('content-disposition') ?? '';
  return decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(disposition)?.[1] ?? '');
}

test('slices that differ in basis, columns, order, metrics or text have different names', async () => {
  const names: string[] = [];
  for (const search of [
    '',
    'basis=all',
    'q=all',
    'columns=agency',
    'columns=agency,year',
    'sort=year',
    'sort=-year',
    'order=desc',
    'lang=en',
    'q=a%20b',
    'q=a-b',
    'q=county',
    'level=county',
    'agency=county',
    'region=2020',
    'from=2020&to=2020',
    'where=issues>0',
  ])
    names.push(await nameOf(await reportsCsv(request(search))));
  const four = 'metrics=new_requests,granted,partial';
  for (const search of [
    `${four},denied&by=year`,
    `${four},unable&by=year`,
    `${four},unable&by=level`,
    'metrics=reports',
  ])
    names.push(await nameOf(await queryCsv(request(search))));
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain('ogi-reports_all.csv');
  expect(names).toContain('ogi-reports_basis-all.csv');
  expect(names).toContain('ogi-query_new_requests_granted_partial_denied_by-year.csv');
});

test('no two questions have one name, and every name fits a file system', async () => {
  const some = <T>(values: readonly T[], most = 4) =>
    fc.uniqueArray(fc.constantFrom(...values), { maxLength: most });
  const year = fc.constantFrom('', '2019', '2020', '2024');
  const columns = REQUEST_COLUMNS.map((each) => each.id).filter((id) => id !== 'total');
  const question = fc.record({
    table: fc.constantFrom<TableName>('query', 'reports', 'cells'),
    from: year,
    to: year,
    region: some(['11', '12', '61', '6101', '2020', '610111', '610111001'], 7),
    level: some(LEVELS),
    body: some(BODIES, 8),
    form: some(['2019', '2021']),
    agency: some(['2020', 'county', '12-天津市', 'a b', 'a/b'], 2),
    q: fc.constantFrom('', 'all', 'clean', 'a b', 'a-b', '合成数据'),
    where: some(['issues>0', 'issues>=0', 'year=2020'], 2),
    applicant: some(columns),
    basis: fc.constantFrom(...BASES),
    findings: fc.constantFrom(...FINDINGS_FILTERS),
    metrics: some(
      METRICS.filter((metric) => metric.byApplicant).map((metric) => metric.id),
      12,
    ),
    by: some(DIMENSIONS, 9),
    columns: some(['agency', 'year', 'denial_rate']),
    corpus: fc.constantFrom('reports', 'demo'),
  });
  const seen = new Map<string, string>();
  await fc.assert(
    fc.asyncProperty(question, async ({ table, ...asked }) => {
      const params = new URLSearchParams(Object.entries(asked).map(([key, value]) => [key, String(value)]));
      const { filters, problems } = parseFilters(params);
      if (problems.length > 0) return;
      if (asked.metrics.length === 0) params.set('metrics', 'granted');
      const name = await fileName(await readTable(table, 'csv', params));
      const own = table === 'query' ? ['metrics', 'by'] : table === 'reports' ? ['columns'] : [];
      const state = [table, serializeFilters(filters), ...own.map((key) => params.get(key))].join('\n');
      expect(seen.get(name) ?? state).toBe(state);
      seen.set(name, state);
      expect(Buffer.byteLength(`${name}.parquet`)).toBeLessThan(240);
      expect(name).not.toMatch(/[\p{Cc}\s/\\:*?"<>|;%]/u);
      expect(name.endsWith(MARK)).toBe(asked.corpus === 'demo');
    }),
    { numRuns: 200, seed: 20261122 },
  );
});

test('the mark of the synthetic corpus is never cut', async () => {
  const regions = Array.from({ length: 26 }, (_, i) => `${11 + i}`).join(',');
  const search = `corpus=demo&region=${regions}`;
  expect(await nameOf(await reportsCsv(request(search)))).toMatch(/_[0-9a-f]{10}_demo-合成数据\.csv$/);
  expect(await nameOf(await bundle(request(search)))).toMatch(/_[0-9a-f]{10}_demo-合成数据\.zip$/);
  expect(await nameOf(await card('requests.csv', search))).toMatch(/_[0-9a-f]{10}_demo-合成数据\.csv$/);
});

test('a card is named after the filters that its figures follow', async () => {
  const search = 'corpus=demo&applicant=natural_person';
  const names: Record<string, string> = {};
  for (const id of ['disputes', 'disclosure', 'requests-by-applicant', 'requests'])
    names[id] = await nameOf(await card(`${id}.csv`, search));
  expect(names).toEqual({
    disputes: `ogi-disputes_all${MARK}.csv`,
    disclosure: `ogi-disclosure_all${MARK}.csv`,
    'requests-by-applicant': `ogi-requests-by-applicant_all${MARK}.csv`,
    requests: `ogi-requests_natural_person${MARK}.csv`,
  });
  const picture = await (await card('disputes.svg', `${search}&lang=en`)).text();
  expect(picture).toMatch(/Filters?: none/);
  const compared: string[] = [];
  for (const asked of [
    'with=12',
    'with=13',
    'with=12,13',
    'with=12&metric=denial_rate',
    'metric=denial_rate',
  ])
    compared.push(await nameOf(await card('panels.csv', `corpus=demo&${asked}`)));
  expect(new Set(compared).size).toBe(compared.length);
  const measured = await nameOf(await card('regions-measure.csv', 'corpus=demo&measure=denial_rate'));
  expect(measured).toBe(`ogi-regions-measure_denial_rate${MARK}.csv`);
});
