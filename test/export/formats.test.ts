import { Readable } from 'node:stream';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GET as reportList } from '../../app/api/v1/reports/route';
import { GET as file } from '../../app/api/v1/[file]/route';
import { GET as cellsCsv } from '../../app/api/v1/cells.csv/route';
import { GET as queryCsv } from '../../app/api/v1/query.csv/route';
import { GET as reportsCsv } from '../../app/api/v1/reports.csv/route';
import { openSource } from '../../lib/export/open';
import { DEFAULT_FILTERS } from '../../lib/filters';
import { corpusOf } from '../../lib/query';
import { reportSource } from '../../lib/query/files/report-source';
import { parquetRows } from '../store/parquet-rows';
import { record } from '../store/small-corpus';
import { keptFolder } from '../store/kept-corpus';

const HOSTILE = '=1+1 & <b>"甲"</b>\r\n\u0007';
beforeAll(async () => {
  process.env.DATABASE_DIR = await keptFolder({
    demo: { synthetic: { reports: 400, seed: 12 } },
    reports: { records: [record({ name: HOSTILE, url: null })] },
  });
});
afterAll(() => {
  delete process.env.DATABASE_DIR;
});

const ask = async (name: string, search: string): Promise<Response> => {
  const request = new Request(`http://localhost/api/v1/${name}?${search}`);
  const csv = { 'query.csv': queryCsv, 'reports.csv': reportsCsv, 'cells.csv': cellsCsv }[name];
  return csv ? csv(request) : file(request, { params: Promise.resolve({ file: name }) });
};
const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

/** Cells as texts under their ids: what every format is compared in. */
type Rows = Record<string, string>[];
const asText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

async function csvRows(response: Response): Promise<Rows> {
  const [head = [], ...rows] = parse(await bytesOf(response), {
    bom: true,
    record_delimiter: '\r\n',
  });
  return rows.map((row) =>
    Object.fromEntries(
      row.map((value, i) => [head[i]?.split(' [')[0] ?? '', value.replace(/^'(?=[=+\-@])/, '')]),
    ),
  );
}

async function jsonRows(response: Response): Promise<Rows> {
  const lines = (await response.text()).split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) =>
    Object.fromEntries(
      Object.entries(JSON.parse(line) as Record<string, unknown>).map(([id, value]) => [id, asText(value)]),
    ),
  );
}

async function sheets(response: Response): Promise<{ rows: Rows; about: string }> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.read(Readable.from([await bytesOf(response)]));
  const [data, about] = book.worksheets;
  const texts = (row: ExcelJS.Row | undefined): string[] =>
    ((row?.values ?? []) as unknown[]).slice(1).map((value) => asText(value));
  const head = texts(data?.getRow(1)).map((name) => name.split(' [')[0] ?? '');
  const rows: Rows = [];
  data?.eachRow((row, n) => {
    const values = texts(row);
    if (n > 1) rows.push(Object.fromEntries(head.map((id, i) => [id, values[i] ?? ''])));
  });
  let said = '';
  about?.eachRow((row) => (said += `${texts(row).join(': ')}\n`));
  return { rows, about: said };
}

async function parquet(response: Response): Promise<Rows> {
  const place = await mkdtemp(join(tmpdir(), 'ogi-read-'));
  const path = join(place, 'x.parquet');
  await writeFile(path, await bytesOf(response));
  const rows = await parquetRows(path);
  await rm(place, { recursive: true });
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([id, value]) => [id, asText(value)])));
}

test.each([
  ['reports', 'corpus=demo&basis=all'],
  ['reports', 'corpus=demo&columns=agency,year,denial_rate,requests.granted.org_other&where=issues>0'],
  ['cells', 'corpus=demo&region=13&basis=all'],
  ['query', 'corpus=demo&metrics=granted,denial_rate,fees_10k_yuan&by=year,province,level'],
  ['query', 'corpus=demo&metrics=granted&by=applicant'],
  ['reports', 'corpus=demo&q=没有这样的机关'],
])('%s?%s has the same rows as CSV, JSON Lines, Excel and Parquet', async (table, search) => {
  const responses = Object.fromEntries(
    await Promise.all(
      ['csv', 'jsonl', 'xlsx', 'parquet'].map(
        async (format) => [format, await ask(`${table}.${format}`, `${search}&bom=0`)] as const,
      ),
    ),
  ) as Record<string, Response>;
  const counts = Object.values(responses).map((response) => response.headers.get('x-row-count'));
  const expected = await csvRows(responses.csv as Response);
  expect(counts).toEqual(Array(4).fill(String(expected.length)));
  expect(await jsonRows(responses.jsonl as Response)).toEqual(expected);
  const { rows, about } = await sheets(responses.xlsx as Response);
  expect(rows).toEqual(expected);
  expect(about).toContain('合成数据');
  expect(await parquet(responses.parquet as Response)).toEqual(expected);
});

test.each([
  'sort=-requests.new_requests.total,year',
  'sort=-agency',
  'sort=denial_rate,-published',
  'sort=new_requests&order=desc&from=2021',
])('files of reports have the order of the list: %s', async (search) => {
  const asked = `corpus=demo&basis=all&columns=year&${search}`;
  const list = await reportList(new Request(`http://localhost/api/v1/reports?${asked}&page_size=1000`));
  const { rows } = (await list.json()) as { rows: { report_id: string }[] };
  const expected = rows.map((row) => row.report_id);
  expect(expected.length).toBeGreaterThan(100);
  const ids = (found: Rows): (string | undefined)[] => found.map((row) => row.report_id);
  expect(ids(await csvRows(await ask('reports.csv', asked)))).toEqual(expected);
  expect(ids(await jsonRows(await ask('reports.jsonl', asked)))).toEqual(expected);
  expect(ids((await sheets(await ask('reports.xlsx', asked))).rows)).toEqual(expected);
  expect(ids(await parquet(await ask('reports.parquet', asked)))).toEqual(expected);
});

test('an order of its own holds over the pieces in which a file is read', async () => {
  const filters = { ...DEFAULT_FILTERS, basis: 'all', corpus: 'demo' } as const;
  const whole = reportSource(
    filters,
    ['year', 'requests.granted.natural_person'],
    [{ by: 'new_requests', descending: true }],
  );
  const textOf = async (source: typeof whole): Promise<string> => {
    const { signal } = new AbortController();
    const options = { language: 'zh', bom: false } as const;
    const opened = await openSource(corpusOf('demo'), source, 'csv', options, signal);
    const parts: Uint8Array[] = [];
    for await (const chunk of opened.chunks) parts.push(...chunk);
    return Buffer.concat(parts).toString();
  };
  const parted = { ...whole, reportsAtOnce: 32, reportsAPiece: 5 };
  expect(await textOf(parted)).toBe(await textOf(whole));
});

test('text that is markup, a formula or a control character comes through as text', async () => {
  const clean = HOSTILE.replace('\u0007', '\ufffd');
  const [fromJson] = await jsonRows(await ask('reports.jsonl', 'columns=agency'));
  expect(fromJson?.agency).toBe(HOSTILE);
  const { rows } = await sheets(await ask('reports.xlsx', 'columns=agency'));
  expect(rows[0]?.agency?.replace('\r\n', '\n')).toBe(clean.replace('\r\n', '\n'));
});

test('files are named after the slice, typed, and a file that is none is a 404', async () => {
  const response = await ask('reports.xlsx', 'corpus=demo&from=2021&to=2021&where=issues>0');
  const [, name = ''] =
    /filename\*=UTF-8''(.*)$/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  expect(decodeURIComponent(name)).toMatch(/^ogi-reports_2021_issues＞0_[0-9a-f]{10}_demo-合成数据\.xlsx$/);
  expect(response.headers.get('content-type')).toContain('spreadsheetml');
  await response.body?.cancel();
  for (const none of ['reports.ods', 'secret.csv', 'reports', 'reports.csv.xlsx'])
    expect([none, (await ask(none, '')).status]).toEqual([none, 404]);
  expect((await ask('reports.parquet', 'columns=secret')).status).toBe(400);
});
