import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GET as agencies } from '../../app/api/v1/agencies/route';
import { GET as bundle } from '../../app/api/v1/bundle.zip/route';
import { GET as cells } from '../../app/api/v1/cells/route';
import { GET as cellsCsv } from '../../app/api/v1/cells.csv/route';
import { GET as metrics } from '../../app/api/v1/metrics/route';
import { GET as query } from '../../app/api/v1/query/route';
import { GET as queryCsv } from '../../app/api/v1/query.csv/route';
import { GET as report } from '../../app/api/v1/reports/[id]/route';
import { GET as reports } from '../../app/api/v1/reports/route';
import { GET as reportsCsv } from '../../app/api/v1/reports.csv/route';
import { healthResponse as healthz } from '../../app/api/_http/health';
import { FILTER_NAMES } from '../../lib/filters/values';
import { ALL_FIELDS, fieldById } from '../../lib/form';
import { METRICS } from '../../lib/metrics';
import { DIMENSIONS } from '../../lib/query';
import { type ReportRecord, valueOf } from '../../lib/record';
import { synthesizeRecords } from '../../lib/synth';
import { corpusIn, record, temporaryFolder } from '../store/small-corpus';

const HOSTILE = '=HYPERLINK("http://evil","点")';
const real = [
  record({
    name: HOSTILE,
    year: 2023,
    values: { 'requests.granted.total': 12, 'disclosure.administrative_fees.amount_10k_yuan': 4068.208 },
  }),
  record({ name: '乙,县"办"\n公室', code: '610112', scope: 'own', body: 'office', url: null }),
];
// A cell that a spreadsheet would compute, and one that only looks like a sum.
Object.assign(real[0]?.cells ?? {}, {
  'requests.partial.total': { raw: '+36', state: 'unreadable', at: { line: 3, column: 4 } },
});

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let demo: ReportRecord[];
beforeAll(async () => {
  folder = await temporaryFolder();
  process.env.DATABASE_DIR = folder.path;
  demo = [...synthesizeRecords({ reports: 400, seed: 3 })];
  await corpusIn(folder.path, real, 'reports');
  await corpusIn(folder.path, demo, 'demo');
});
afterAll(async () => {
  delete process.env.DATABASE_DIR;
  await folder.remove();
});

type Handler = (request: Request) => Promise<Response>;
const ask = (handler: Handler, search: string): Promise<Response> =>
  handler(new Request(`http://localhost/api/v1/x?${search}`));
const json = async (handler: Handler, search: string) =>
  (await (await ask(handler, search)).json()) as Record<string, never> & {
    rows: Record<string, string | number | null>[];
    columns: { id: string; unit: string | null }[];
    meta: Record<string, number | string | null>;
  };

/** A CSV answer: its header line and rows as a strict reader sees them. */
async function csv(handler: Handler, search: string) {
  const response = await ask(handler, search);
  const bytes = Buffer.from(await response.arrayBuffer());
  const [header = [], ...rows] = parse(bytes, { bom: true, record_delimiter: '\r\n' });
  return { response, bytes, header, rows };
}

test('a file begins with a byte-order mark unless bom=0 takes it away', async () => {
  const mark = Buffer.from([0xef, 0xbb, 0xbf]);
  for (const [handler, search] of [
    [reportsCsv, 'corpus=demo'],
    [cellsCsv, 'from=2023'],
    [queryCsv, 'metrics=granted'],
  ] as const) {
    const marked = (await csv(handler, search)).bytes;
    expect(marked.subarray(0, 3)).toEqual(mark);
    expect((await csv(handler, `${search}&bom=0`)).bytes).toEqual(marked.subarray(3));
  }
});

test('X-Row-Count, the rows of the file, the count of the JSON and the list agree', async () => {
  for (const search of [
    'corpus=demo',
    'corpus=demo&basis=all',
    'corpus=demo&region=12&basis=own&from=2021',
    'q=没有',
  ]) {
    const file = await csv(reportsCsv, search);
    const list = await json(reports, `${search}&page_size=1000`);
    expect(file.response.headers.get('x-row-count')).toBe(String(file.rows.length));
    expect(list.meta.row_count).toBe(file.rows.length);
    expect(list.rows.map((row) => row.id)).toEqual(file.rows.map((row) => row.at(-2)));
    const long = await csv(cellsCsv, search);
    expect(long.response.headers.get('x-row-count')).toBe(String(long.rows.length));
    expect((await json(cells, search)).meta.row_count).toBe(long.rows.length);
  }
});

test('reports.csv prints every field of every report as the record has it', async () => {
  const { header, rows } = await csv(reportsCsv, 'corpus=demo&basis=all');
  expect(rows).toHaveLength(demo.length);
  expect(header.slice(-2)).toEqual(['report_id', 'source_url']);
  const byId = new Map(demo.map((each) => [each.id, each]));
  const ids = header.map((name) => name.split(' ')[0] ?? '');
  expect(ids.filter(fieldById)).toEqual(ALL_FIELDS.map((field) => field.id));
  const fields = ids.flatMap((id, i) => (fieldById(id) ? [i] : []));
  for (const row of rows) {
    const one = byId.get(row.at(-2) ?? '');
    if (!one) throw new Error(`no record ${row.at(-2)}`);
    const printed = fields.map((i) => (row[i] === '' ? null : Number(row[i])));
    expect([one.id, ...printed]).toEqual([one.id, ...ALL_FIELDS.map((field) => valueOf(one, field.id))]);
    expect(row.at(-3)).toContain('synthetic');
  }
});

test('cells.csv tells 0, blank, dash, unreadable and absent apart', async () => {
  const { header, rows } = await csv(cellsCsv, 'corpus=demo&basis=all&region=12');
  const at = (row: string[], name: string): string => row[header.indexOf(name)] ?? '';
  const byId = new Map(demo.map((each) => [each.id, each]));
  for (const row of rows) {
    const cell = byId.get(at(row, 'report_id'))?.cells[at(row, 'field')];
    const expected = [cell?.state, cell?.state !== 'number'];
    expect([at(row, 'state'), at(row, 'value') === '']).toEqual(expected);
  }
});

test('text that a spreadsheet would compute is disarmed, quotes and line breaks come through, numbers stay', async () => {
  const { header, rows } = await csv(reportsCsv, '');
  const at = (row: string[] | undefined, name: string): string =>
    row?.[header.findIndex((each) => each.split(' ')[0] === name)] ?? '';
  expect(rows.map((row) => at(row, 'agency'))).toEqual([`'${HOSTILE}`, '乙,县"办"\n公室']);
  expect(at(rows[0], 'requests.granted.total')).toBe('12');
  expect(at(rows[0], 'disclosure.administrative_fees.amount_10k_yuan')).toBe('4068.208');
  expect(at(rows[1], 'requests.granted.total')).toBe('');
  const long = await csv(cellsCsv, 'from=2023&to=2023');
  expect(long.rows.map((row) => row[long.header.indexOf('raw')])).toContain("'+36");
});

test('query.csv has the columns and rows of the JSON, with units in the header', async () => {
  const search = 'corpus=demo&metrics=granted,disclosure_rate,reports&by=year,province';
  const { header, rows } = await csv(queryCsv, search);
  const answer = await json(query, search);
  expect(header).toEqual([
    ...answer.columns.map(({ id, unit }) => (unit === null ? id : `${id} [${unit}]`)),
    'corpus',
  ]);
  expect(header).toContain('granted [件]');
  expect(rows.map((row) => row.slice(0, -1))).toEqual(
    answer.rows.map((row) => answer.columns.map(({ id }) => String(row[id] ?? ''))),
  );
  expect(answer.meta).toMatchObject({ corpus: 'demo', synthetic: true, row_count: rows.length, next: null });
});

test('a file is named after its slice, in Chinese and in ASCII, and the synthetic one says what it is', async () => {
  const { response } = await csv(reportsCsv, 'corpus=demo&region=12&from=2020&to=2022');
  const disposition = response.headers.get('content-disposition') ?? '';
  const [, encoded = ''] = /filename\*=UTF-8''(.*)$/.exec(disposition) ?? [];
  expect(decodeURIComponent(encoded)).toBe('ogi-reports_2020-2022_12-天津市_demo-合成数据.csv');
  expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+"; /);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
});

test('pages of a list follow each other without gap or repetition', async () => {
  const seen: unknown[] = [];
  let next: string | null =
    '/api/v1/reports?corpus=demo&basis=all&page_size=170&sort=new_requests&order=desc';
  while (next) {
    const response = await reports(new Request(`http://localhost${next}`));
    const page = (await response.json()) as { rows: { id: string }[]; meta: { next: string | null } };
    expect(response.headers.get('link')).toBe(page.meta.next && `<${page.meta.next}>; rel="next"`);
    seen.push(...page.rows.map((row) => row.id));
    next = page.meta.next;
  }
  expect(seen).toHaveLength(demo.length);
  expect(new Set(seen).size).toBe(demo.length);
});

test('a list of chosen columns and the file of them have the same heads and values', async () => {
  const chosen = 'columns=agency,year,denial_rate,requests.granted.org_other&where=requests.granted.total>0';
  const list = await json(reports, `corpus=demo&basis=all&page_size=1000&${chosen}`);
  const { header, rows } = await csv(reportsCsv, `corpus=demo&basis=all&${chosen}`);
  const ids = [
    'agency',
    'year',
    'denial_rate',
    'denial_rate_numerator',
    'denial_rate_denominator',
    'requests.granted.org_other',
    'report_id',
  ];
  expect(list.columns.map((column) => column.id)).toEqual(ids);
  expect(header.map((name) => name.split(' ')[0])).toEqual([...ids.slice(0, -1), 'corpus', 'report_id']);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.map((row) => row.filter((_, i) => header[i] !== 'corpus'))).toEqual(
    list.rows.map((row) => ids.map((id) => String(row[id] ?? ''))),
  );
});

test('a condition that stops making sense is a 400 that says where', async () => {
  const response = await ask(reports, 'where=denial_rate>half');
  expect(response.status).toBe(400);
  const { detail, errors } = (await response.json()) as { detail: string; errors: object[] };
  expect(errors).toMatchObject([{ parameter: 'where', value: 'denial_rate>half', at: 13, found: 'half' }]);
  expect(detail).toContain('at character 13: found half, expected a decimal number');
});

test('one report comes with its record, another id is a 404 without echoing more than it should', async () => {
  const one = (id: string) =>
    report(new Request('http://localhost/api/v1/reports/x?corpus=demo'), { params: Promise.resolve({ id }) });
  const found = (await (await one(encodeURIComponent(demo[5]?.id ?? ''))).json()) as { record: ReportRecord };
  expect(found.record).toEqual(demo[5]);
  const missing = await one('nowhere');
  expect(missing.status).toBe(404);
  expect(missing.headers.get('content-type')).toContain('application/problem+json');
  for (const id of ['%', '%E4%B8', "' OR 1=1 --", '../../etc/passwd'])
    expect((await one(id)).status).toBe(404);
});

test.each([
  ['from=20x', 'from'],
  ['level=village', 'level'],
  ['page=0', 'page'],
  ['page_size=1001', 'page_size'],
  ['sort=secret', 'sort'],
  ['sort=year,-secret', 'sort'],
  ['columns=year,secret', 'columns'],
  ['after=!', 'after'],
  ['after=AAAAAAAAAAAA', 'after'],
  ['where=secret:blank', 'where'],
])('reports?%s is a 400 that names the parameter', async (search, parameter) => {
  const response = await ask(reports, search);
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const problem = (await response.json()) as {
    title: string;
    status: number;
    errors: { parameter: string }[];
  };
  expect(problem).toMatchObject({ title: 'Bad Request', status: 400 });
  expect(problem.errors.map((each) => each.parameter)).toEqual([parameter]);
});

test.each([
  [query, 'metrics=nope,granted,none&by=foo&from=20x', ['from', 'metrics', 'metrics', 'by']],
  [queryCsv, 'metrics=nope&by=foo&from=20x&bom=2', ['from', 'metrics', 'by', 'bom']],
  [bundle, 'table=query&metrics=nope&from=20x', ['from', 'metrics']],
  [bundle, 'columns=secret&sort=secret&from=20x', ['from', 'columns', 'sort']],
  [reportsCsv, 'columns=secret&from=20x', ['from', 'columns']],
  [reports, 'page=0&page_size=0&level=x', ['level', 'page', 'page_size']],
] as const)('all that was not understood is reported: %#', async (handler, search, parameters) => {
  const response = await ask(handler, search);
  expect(response.status).toBe(400);
  const { errors } = (await response.json()) as { errors: { parameter: string; value: string }[] };
  expect(errors.map((each) => each.parameter)).toEqual(parameters);
  if (search.includes('none'))
    expect(errors.map((each) => each.value)).toEqual(['20x', 'nope', 'none', 'foo']);
});

test('a list may be repeated, a single value may not', async () => {
  const twice = await json(query, 'metrics=granted&metrics=denied&by=year&by=level');
  const once = await json(query, 'metrics=granted,denied&by=year,level');
  expect(twice).toEqual(once);
  for (const search of ['from=2024&from=2020', 'page=1&page=2', 'lang=zh&lang=en'])
    expect([search, (await ask(reports, search)).status]).toEqual([search, 400]);
  expect((await ask(reports, 'page=1&page=1')).status).toBe(200);
});

test('order turns one key round and is refused where it would not be followed', async () => {
  const idsOf = async (search: string) =>
    (await json(reports, `corpus=demo&basis=all&${search}`)).rows.map((row) => row.id);
  expect(await idsOf('sort=year&order=desc')).toEqual(await idsOf('sort=-year'));
  expect(await idsOf('sort=-year&order=desc')).toEqual(await idsOf('sort=-year'));
  expect(await idsOf('sort=year,agency&order=asc')).toEqual(await idsOf('sort=year,agency'));
  for (const handler of [reports, reportsCsv])
    for (const search of [
      'sort=year,agency&order=desc',
      'sort=-year&order=asc',
      'sort=-year,agency&order=desc',
    ]) {
      const response = await ask(handler, search);
      expect([search, response.status]).toEqual([search, 400]);
      expect(await response.json()).toMatchObject({ errors: [{ parameter: 'order' }] });
    }
});

test('a page beyond what is counted says how far pages go', async () => {
  const response = await ask(reports, 'page=999999999999');
  expect(await response.json()).toMatchObject({ detail: expect.stringContaining('from 1 to 999999999') });
});

test('metrics and dimensions that do not exist are a 400 on query', async () => {
  for (const search of [
    '',
    'metrics=',
    'metrics=nothing',
    'metrics=granted&by=month',
    'metrics=review_rate&by=applicant',
  ])
    expect([search, (await ask(query, search)).status]).toEqual([search, 400]);
});

test('every metric and dimension of the list can be asked for', async () => {
  const listed = (await (await metrics(new Request('http://localhost/api/v1/metrics'))).json()) as {
    metrics: { id: string }[];
    dimensions: { id: string }[];
  };
  expect(listed.metrics.map((metric) => metric.id)).toEqual(METRICS.map((metric) => metric.id));
  for (const { id } of listed.dimensions) {
    const ids = listed.metrics.map((metric) => metric.id);
    const fit = id === 'applicant' ? ['granted', 'disclosure_rate'] : ids;
    const { status } = await ask(query, `corpus=demo&metrics=${fit.join(',')}&by=${id}`);
    expect([id, status]).toEqual([id, 200]);
  }
});

test('agencies are found by a part of their name', async () => {
  const { rows, meta } = await json(agencies, `corpus=demo&q=${encodeURIComponent('税务')}`);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => String(row.name).includes('税务'))).toBe(true);
  expect(meta.row_count).toBe(rows.length);
});

test('a list of agencies follows the filters that its meta names', async () => {
  const ownCounties = new Set(
    demo
      .filter((each) => each.agency.scope === 'own' && each.region.level === 'county')
      .map((each) => each.id.replace(/-[^-]*$/, '')),
  );
  const search = 'corpus=demo&level=county&page_size=1000';
  const own = await json(agencies, `${search}&basis=own&applicant=natural_person`);
  expect(new Set(own.rows.map((row) => row.id))).toEqual(ownCounties);
  expect(own.meta.filters).toMatchObject({ basis: 'own', applicant: [], level: ['county'] });
  expect(own.meta.left_out).toBeGreaterThan(0);
  const every = await json(agencies, search);
  expect(every.meta).toMatchObject({ filters: { basis: 'all' }, left_out: 0 });
  expect(every.rows.length).toBeGreaterThan(own.rows.length);
});

test('whatever is asked, no handler answers with 500 or tells of its inside', async () => {
  const text = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      "'; DROP TABLE reports; --",
      '%',
      '_',
      '\0',
      '61%',
      '$v0',
      '"',
      '\\',
      '999999',
      '-1',
      '1e9',
    ),
    fc.constantFrom('61', '2021', 'county', 'own', 'demo', 'granted', 'year'),
  );
  const names = [
    ...FILTER_NAMES,
    'metrics',
    'by',
    'after',
    'page',
    'page_size',
    'columns',
    'sort',
    'order',
    'lang',
    'bom',
  ];
  const params = fc.array(fc.tuple(fc.constantFrom(...names), text), { maxLength: 5 });
  const handlers = [query, queryCsv, reports, reportsCsv, cells, agencies];
  await fc.assert(
    fc.asyncProperty(params, fc.constantFrom(...handlers), async (pairs, handler) => {
      const response = await ask(handler, new URLSearchParams(pairs).toString());
      const body = await response.text();
      expect([200, 400]).toContain(response.status);
      expect(body).not.toMatch(/\bat .*\.ts:\d+|duckdb|SELECT |\/tmp\//);
    }),
    { numRuns: 150, seed: 20261122 },
  );
  expect(DIMENSIONS).toHaveLength(9);
});

test('health tells what is served, and 503 when a corpus is not there', async () => {
  expect(await (await healthz(503)).json()).toMatchObject({
    status: 'ok',
    corpora: [
      { corpus: 'reports', reports: 2 },
      { corpus: 'demo', reports: 400 },
    ],
  });
  process.env.DATABASE_DIR = `${folder.path}/nowhere`;
  const response = await healthz(503);
  expect((await healthz(200)).status).toBe(200);
  const list = await ask(reports, '');
  process.env.DATABASE_DIR = folder.path;
  expect(response.status).toBe(503);
  expect(list.status).toBe(503);
  expect(await list.text()).not.toContain(folder.path);
});
