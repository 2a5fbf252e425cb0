import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GET as agencies } from '../../app/api/v1/agencies/route';
import { GET as bundle } from '../../app/api/v1/bundle.zip/route';
import { GET as cells } from '../../app/api/v1/cells/route';
import { GET as query } from '../../app/api/v1/query/route';
import { GET as queryCsv } from '../../app/api/v1/query.csv/route';
import { GET as reports } from '../../app/api/v1/reports/route';
import { GET as reportsCsv } from '../../app/api/v1/reports.csv/route';
import { FILTER_NAMES } from '../../lib/filters';
import { DIMENSIONS } from '../../lib/query';
import { ask, json, useCorpora } from './handlers';

useCorpora();

test('a condition that stops making sense is a 400 that says where', async () => {
  const response = await ask(reports, 'where=denial_rate>half');
  expect(response.status).toBe(400);
  const { detail, errors } = (await response.json()) as { detail: string; errors: object[] };
  expect(errors).toMatchObject([{ parameter: 'where', value: 'denial_rate>half', at: 13, found: 'half' }]);
  expect(detail).toContain('at character 13: found half, expected a decimal number');
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
  [
    query,
    'metrics=nope,granted,none&by=foo&from=20x',
    ['from', 'metrics', 'metrics', 'by'],
    ['20x', 'nope', 'none', 'foo'],
  ],
  [
    queryCsv,
    'metrics=nope&by=foo&from=20x&bom=2',
    ['from', 'metrics', 'by', 'bom'],
    ['20x', 'nope', 'foo', '2'],
  ],
  [bundle, 'table=query&metrics=nope&from=20x', ['from', 'metrics'], ['20x', 'nope']],
  [bundle, 'columns=secret&sort=secret&from=20x', ['from', 'columns', 'sort'], ['20x', 'secret', 'secret']],
  [reportsCsv, 'columns=secret&from=20x', ['from', 'columns'], ['20x', 'secret']],
  [reports, 'page=0&page_size=0&level=x', ['level', 'page', 'page_size'], ['x', '0', '0']],
] as const)('all that was not understood is reported: %#', async (handler, search, parameters, values) => {
  const response = await ask(handler, search);
  expect(response.status).toBe(400);
  const { errors } = (await response.json()) as { errors: { parameter: string; value: string }[] };
  expect(errors.map((each) => each.parameter)).toEqual(parameters);
  expect(errors.map((each) => each.value)).toEqual(values);
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
