/** One agency among its peers, and what is kept of answers. Rates on 30 cases are compared, those on 29 are not. */
import { beforeAll, expect, test } from 'vitest';
import { DEFAULT_FILTERS } from '../../lib/filters';
import { type Corpus, selectAgencyList, selectBoard, selectFindings, selectPeers } from '../../lib/query';
import { clearQueryCache, cachedQuery } from '../../lib/query/query-cache';
import type { Finding } from '../../lib/audit/rules';
import { keptCorpus } from '../store/kept-corpus';
import { record, type RecordShape } from '../store/small-corpus';

const handled = (granted: number | null, total: number) => ({
  'requests.granted.total': granted,
  'requests.outcomes_total.total': total,
});
const county = (i: number, shape: RecordShape): ReturnType<typeof record> =>
  record({ name: `第${String(i).padStart(3, '0')}县人民政府`, code: `61${String(1000 + i)}`, ...shape });
const broken: Finding = {
  rule: 'requests.flow',
  severity: 'warning',
  fields: ['requests.granted.total'],
  left: 1,
  right: 2,
  difference: -1,
  left_fields: 1,
};

/** Thirty-one counties of Shaanxi in 2024, thirty of which grant 0 to 29 of 30; what is no peer of theirs beside them. */
const RECORDS = [
  ...Array.from({ length: 30 }, (_, i) => county(i, { values: handled(i, 30), findings: [broken, broken] })),
  county(40, { values: handled(15, 30) }),
  county(41, { values: handled(29, 29) }),
  county(42, { values: handled(null, 30) }),
  county(43, { values: handled(30, 30), body: 'department', scope: 'own' }),
  county(44, { values: handled(30, 30), level: 'prefecture' }),
  county(45, { values: handled(30, 30), year: 2023 }),
  record({ name: '江苏一县人民政府', code: '320102', values: handled(30, 30) }),
  // So many of one kind that only some of their values travel.
  ...Array.from({ length: 202 }, (_, i) =>
    record({ name: `某局${i}`, code: '110101', body: 'department', scope: 'own', values: handled(i, 1000) }),
  ),
];

let corpus: Corpus;
beforeAll(async () => {
  corpus = await keptCorpus({ records: RECORDS });
});

const idOf = (i: number): string => `61${1000 + i}-第${String(i).padStart(3, '0')}县人民政府`;
const ask = (i: number, among?: { level?: 'county' | 'prefecture'; body?: 'department'; region?: string }) =>
  selectPeers(corpus, {
    agency: idOf(i),
    year: 2024,
    metrics: ['full_disclosure_rate', 'granted', 'full_disclosure_rate'],
    ...(among ? { among } : {}),
  });

test('an agency stands among 33 of its level and kind; a rate on 29 cases and one without a value are left out', async () => {
  const answer = await ask(40);
  expect(answer).toMatchObject({
    agency: idOf(40),
    year: 2024,
    level: 'county',
    body: 'government',
    agencies: 33,
    synthetic: false,
  });
  expect(Object.keys(answer?.standings ?? {})).toEqual(['full_disclosure_rate', 'granted']);
  const rate = answer?.standings.full_disclosure_rate;
  expect(rate).toMatchObject({
    own: { value: 0.5, numerator: 15, denominator: 30, reports: 1, missing: 0 },
    peers: 31,
    few: 1,
    missing: 1,
  });
  // Fifteen below, one equal of 31: 0/30 … 29/30 and the 30/30 of Jiangsu.
  expect(rate?.percentile).toBeCloseTo((100 * 15.5) / 31, 9);
  expect(rate?.quartiles?.median).toBeCloseTo(15 / 30, 9);
  expect(rate?.quartiles?.q1).toBeCloseTo(7.5 / 30, 9);
  expect(rate?.quartiles?.q3).toBeCloseTo(22.5 / 30, 9);
  expect(rate?.values).toEqual([...Array.from({ length: 30 }, (_, i) => i / 30), 1]);
  // A sum is compared whatever it rests on: 29 of 29 is among them.
  expect(answer?.standings.granted).toMatchObject({
    own: { value: 15, numerator: null, denominator: null },
    peers: 32,
    few: 0,
    missing: 1,
  });
});

test('with 30 peers a percentile is given, with 29 none', async () => {
  const thirty = await ask(40, { region: '61' });
  expect(thirty).toMatchObject({
    agencies: 32,
    standings: { full_disclosure_rate: { peers: 30, percentile: (100 * 15.5) / 30 } },
  });
  const among = await ask(0, { region: '61' });
  expect(among?.standings.full_disclosure_rate).toMatchObject({ peers: 30, percentile: 0 });
  const fewer = await ask(40, { region: '6110' });
  expect(fewer?.standings.full_disclosure_rate?.peers).toBe(30);
  const nine = await ask(40, { region: '611029' });
  expect(nine).toMatchObject({
    agencies: 1,
    standings: { full_disclosure_rate: { peers: 1, percentile: null, values: [29 / 30] } },
  });
  const departments = await ask(40, { body: 'department', region: '61' });
  expect(departments).toMatchObject({ level: 'county', body: 'department', agencies: 1 });
  const nobody = await ask(40, { body: 'department', region: '32' });
  expect(nobody).toMatchObject({ agencies: 0 });
  expect(nobody?.standings.granted).toMatchObject({
    own: { value: 15 },
    peers: 0,
    quartiles: null,
    values: [],
    percentile: null,
  });
  const cities = await ask(40, { level: 'prefecture' });
  expect(cities).toMatchObject({
    level: 'prefecture',
    body: 'government',
    agencies: 1,
    standings: { granted: { peers: 1, percentile: null } },
  });
});

test('an own rate on 29 cases, or without a value, has no percentile', async () => {
  expect((await ask(41))?.standings.full_disclosure_rate).toMatchObject({
    own: { value: 1, denominator: 29 },
    peers: 32,
    percentile: null,
  });
  expect((await ask(42))?.standings.full_disclosure_rate).toMatchObject({
    own: { value: null, numerator: null, denominator: null, reports: 0, missing: 1 },
    percentile: null,
  });
  expect(await selectPeers(corpus, { agency: idOf(45), year: 2024, metrics: ['granted'] })).toBeNull();
  expect(await selectPeers(corpus, { agency: 'nobody', year: 2024, metrics: ['granted'] })).toBeNull();
  const question = { agency: idOf(1), year: 2024, metrics: ['granted', 'reports'] };
  await expect(selectPeers(corpus, question)).rejects.toThrow('metrics=reports: expected a sum or rate');
});

test('of more than 200 peers an even choice of values travels, lowest and highest among them', async () => {
  const answer = await selectPeers(corpus, { agency: '110101-某局0', year: 2024, metrics: ['granted'] });
  const { peers, values = [], percentile } = answer?.standings.granted ?? {};
  expect([peers, values.length, percentile]).toEqual([202, 200, 0]);
  expect([
    values[0],
    values.at(-1),
    values.every((value, i) => i === 0 || value >= (values[i - 1] ?? 0)),
  ]).toEqual([1, 201, true]);
});

test('lists of more than 50 agencies or findings go on on the next page', async () => {
  const all = { ...DEFAULT_FILTERS, region: ['61'] };
  const findings = await selectFindings(corpus, all, { rule: 'requests.flow', page: 2 });
  expect([findings.findings, findings.pages, findings.rows.length, findings.rows[0]?.agency]).toEqual([
    60,
    2,
    10,
    '第025县人民政府',
  ]);
  const bureaux = { ...DEFAULT_FILTERS, region: ['11'] };
  const list = await selectAgencyList(corpus, bureaux, { sort: 'region', order: 'asc', page: 5 });
  expect([list.agencies, list.pages, list.rows.length]).toEqual([202, 5, 2]);
  const board = await selectBoard(corpus, bureaux, 5);
  expect([board.agencies, board.pages, board.rows.length]).toEqual([202, 5, 2]);
  expect(board.rows.map((row) => row.agency_id)).toEqual(list.rows.map((row) => row.id));
});

test('an answer is kept by corpus, kind and question, frozen, until it is forgotten; a failure is not kept', async () => {
  clearQueryCache();
  let asked = 0;
  const answer = () => {
    asked += 1;
    return Promise.resolve({ rows: [{ value: asked }], none: null });
  };
  const first = await cachedQuery(corpus, 'a', { x: 1 }, answer);
  expect(await cachedQuery(corpus, 'a', { x: 1 }, answer)).toBe(first);
  expect(() => (first.rows[0] as { value: number }).value++).toThrow(TypeError);
  expect(() => first.rows.push({ value: 9 })).toThrow(TypeError);
  expect((await cachedQuery(corpus, 'b', { x: 1 }, answer)).rows[0]?.value).toBe(2);
  expect((await cachedQuery(corpus, 'a', { x: 2 }, answer)).rows[0]?.value).toBe(3);
  clearQueryCache();
  expect((await cachedQuery(corpus, 'a', { x: 1 }, answer)).rows[0]?.value).toBe(4);
  await expect(cachedQuery(corpus, 'c', 1, () => Promise.reject(new Error('torn')))).rejects.toThrow('torn');
  expect(await cachedQuery(corpus, 'c', 1, () => Promise.resolve(null))).toBeNull();
  expect(await cachedQuery(corpus, 'c', 1, () => Promise.reject(new Error('torn')))).toBeNull();
});
