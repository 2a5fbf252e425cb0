import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANSWERS } from '../../app/api/_http/schemas';
import { GET as agencies } from '../../app/api/v1/agencies/route';
import { GET as cells } from '../../app/api/v1/cells/route';
import { GET as metrics } from '../../app/api/v1/metrics/route';
import { GET as openApi } from '../../app/api/v1/openapi.json/route';
import { GET as query } from '../../app/api/v1/query/route';
import { GET as report } from '../../app/api/v1/reports/[id]/route';
import { GET as reports } from '../../app/api/v1/reports/route';
import { GET as reportsCsv } from '../../app/api/v1/reports.csv/route';
import { healthResponse as healthz } from '../../app/api/_http/health';
import { FILTER_NAMES } from '../../lib/filters';
import { synthesizeRecords } from '../../lib/synth';
import { copyOfKept } from '../store/kept-corpus';
import { record, temporaryFolder } from '../store/small-corpus';

const SYNTHETIC = { reports: 400, seed: 12 };
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
  process.env.DATABASE_DIR = folder.path;
  await copyOfKept({ records: [record()] }, folder.path);
  await copyOfKept({ synthetic: SYNTHETIC }, folder.path, 'demo');
});
afterAll(async () => {
  delete process.env.DATABASE_DIR;
  await folder.remove();
});

type Parameter = { name: string; in: string; schema: Record<string, unknown>; explode?: boolean };
type Document = {
  openapi: string;
  paths: Record<
    string,
    { get: { operationId: string; parameters?: Parameter[]; responses: Record<string, object> } }
  >;
  components: { schemas: Record<string, object> };
};
const readDocument = async (): Promise<Document> =>
  (await (await openApi(new Request('http://localhost/api/v1/openapi.json'))).json()) as Document;

test('the document describes every route of the API and no other', async () => {
  const { openapi, paths } = await readDocument();
  const files = await readdir('app/api/v1', { recursive: true });
  const routes = files
    .filter((file) => file.endsWith('route.ts'))
    .map(
      (file) =>
        `/api/v1/${file.replace('/route.ts', '').replace('[id]', '{id}').replace('chart/[file]', 'chart/{file}')}`,
    )
    .filter((path) => path !== '/api/v1/openapi.json' && path !== '/api/v1/[file]');
  for (const table of ['query', 'reports', 'cells'])
    for (const format of ['xlsx', 'jsonl', 'parquet']) routes.push(`/api/v1/${table}.${format}`);
  expect(openapi).toBe('3.1.0');
  expect(Object.keys(paths).sort()).toEqual([...routes, '/healthz', '/readyz'].sort());
});

test('every reference leads to a schema, ids and parameters are named once', async () => {
  const document = await readDocument();
  const references = JSON.stringify(document).match(/#\/components\/schemas\/(\w+)/g) ?? [];
  for (const reference of references)
    expect(document.components.schemas).toHaveProperty(reference.split('/').at(-1) ?? '');
  const operations = Object.values(document.paths).map((path) => path.get);
  expect(new Set(operations.map((each) => each.operationId)).size).toBe(operations.length);
  for (const { operationId, parameters = [] } of operations) {
    const names = parameters.map((each) => each.name);
    expect([operationId, ...new Set(names)]).toEqual([operationId, ...names]);
    expect(parameters.filter((each) => !each.schema.type && !each.schema.enum)).toEqual([]);
  }
  const listed = document.paths['/api/v1/query']?.get.parameters?.map((each) => each.name);
  expect(listed).toEqual([...FILTER_NAMES, 'metrics', 'by', 'lang']);
});

test('lists are comma-separated and closed lists are spelled out', async () => {
  const parameters = (await readDocument()).paths['/api/v1/reports']?.get.parameters ?? [];
  const level = parameters.find((each) => each.name === 'level');
  expect(level).toMatchObject({
    explode: false,
    schema: { type: 'array', items: { enum: expect.any(Array) } },
  });
  const size = parameters.find((each) => each.name === 'page_size');
  expect(size?.schema).toEqual({ type: 'integer', minimum: 1, maximum: 1000, default: 50 });
});

test('a card answers as picture or as rows, every operation may be asked too often, and patterns are plain', async () => {
  const document = await readDocument();
  const card = document.paths['/api/v1/chart/{file}']?.get.responses['200'] as { content: object };
  expect(Object.keys(card.content)).toEqual(['image/svg+xml', 'text/csv']);
  const operations = Object.entries(document.paths).filter(([path]) => path.startsWith('/api/'));
  expect(operations.length).toBeGreaterThan(10);
  const unlimited = operations.filter(([, { get }]) => !Object.keys(get.responses).includes('429'));
  expect(unlimited.map(([path]) => path)).toEqual([]);
  // Neither Python nor older validators know classes of characters by their names.
  const patterns = [...JSON.stringify(document).matchAll(/"pattern":("(?:[^"\\\\]|\\\\.)*")/g)];
  expect(patterns.length).toBeGreaterThan(3);
  for (const [, pattern = '""'] of patterns) expect(JSON.parse(pattern)).not.toMatch(/\\p/i);
});

test('If-None-Match: * is a 304 wherever there is an answer, and never hides that there is none', async () => {
  const any = { 'If-None-Match': '*' };
  for (const handler of [reports, reportsCsv, query, metrics]) {
    const answer = await handler(request('metrics=granted', any));
    expect([answer.status, await answer.text()]).toEqual([304, '']);
  }
  const none = await report(request('', any), { params: Promise.resolve({ id: 'nowhere' }) });
  expect(none.status).toBe(404);
  expect((await reports(request('from=x', any))).status).toBe(400);
});

const request = (search: string, headers: Record<string, string> = {}): Request =>
  new Request(`http://localhost/api/v1/x?${search}`, { headers });

test('every answer is what its schema says', async () => {
  const id = [...synthesizeRecords(SYNTHETIC)][3]?.id ?? '';
  const answers: [keyof typeof ANSWERS, Response][] = [
    ['Metrics', await metrics(request(''))],
    ['Query', await query(request('corpus=demo&metrics=granted,disclosure_rate,agencies&by=year,agency'))],
    ['Reports', await reports(request('corpus=demo&basis=all'))],
    ['Report', await report(request('corpus=demo'), { params: Promise.resolve({ id }) })],
    ['Agencies', await agencies(request('corpus=demo'))],
    ['Health', await healthz(503)],
    ['Problem', await reports(request('from=x'))],
    ['Problem', await report(request('corpus=demo'), { params: Promise.resolve({ id: 'nowhere' }) })],
  ];
  for (const [name, response] of answers) ANSWERS[name].strict().parse(await response.json());
  const { rows } = (await (await cells(request('corpus=demo'))).json()) as { rows: { at: object }[] };
  expect(rows[0]?.at).toEqual(expect.any(Object));
});

test('an unchanged answer is a 304 without a body, and a new corpus gives a new tag', async () => {
  for (const handler of [reports, reportsCsv]) {
    await copyOfKept({ records: [record()] }, folder.path);
    const first = await handler(request('from=2020'));
    await first.text();
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\/"[0-9a-f]{24}"$/);
    const again = await handler(request('from=2020', { 'If-None-Match': `"other", ${tag}` }));
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    expect((await handler(request('from=2021', { 'If-None-Match': tag }))).status).toBe(200);
    await copyOfKept({ records: [record({ values: { 'requests.granted.total': 1 } })] }, folder.path);
    const changed = await handler(request('from=2020', { 'If-None-Match': tag }));
    expect([changed.status, changed.headers.get('etag') === tag]).toEqual([200, false]);
    await changed.text();
  }
});
