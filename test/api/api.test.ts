import { expect, test } from 'vitest';
import { GET as agencies } from '../../app/api/v1/agencies/route';
import { GET as cells } from '../../app/api/v1/cells/route';
import { GET as cellsCsv } from '../../app/api/v1/cells.csv/route';
import { GET as metrics } from '../../app/api/v1/metrics/route';
import { GET as query } from '../../app/api/v1/query/route';
import { GET as queryCsv } from '../../app/api/v1/query.csv/route';
import { GET as report } from '../../app/api/v1/reports/[id]/route';
import { GET as reports } from '../../app/api/v1/reports/route';
import { GET as reportsCsv } from '../../app/api/v1/reports.csv/route';
import { healthResponse as healthz } from '../../app/api/_http/health';
import { ALL_FIELDS, fieldById } from '../../lib/form';
import { METRICS } from '../../lib/metrics/registry';
import { valueOf } from '../../lib/figures';
import type { ReportRecord } from '../../lib/record';
import { ask, csv, demo, folder, HOSTILE, json, useCorpora } from './handlers';

useCorpora();

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

test('health tells what is served, and 503 when a corpus is not there', async () => {
  expect(await (await healthz(503)).json()).toMatchObject({
    status: 'ok',
    corpora: [
      { corpus: 'reports', reports: 2 },
      { corpus: 'demo', reports: 400 },
    ],
  });
  process.env.DATABASE_DIR = `${folder}/nowhere`;
  const response = await healthz(503);
  expect((await healthz(200)).status).toBe(200);
  const list = await ask(reports, '');
  process.env.DATABASE_DIR = folder;
  expect(response.status).toBe(503);
  expect(list.status).toBe(503);
  expect(await list.text()).not.toContain(folder);
});
