/** Files of reports made by hand, byte by byte or as other programs read them, and what they say of themselves. */
import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { beforeAll, expect, test } from 'vitest';
import { aboutFile } from '../../lib/export/about';
import { archiveOf } from '../../lib/export/archive';
import { bundleEntries } from '../../lib/export/bundle';
import { dictionaryCsv, headerName, metricOf, typeOf } from '../../lib/export/dictionary';
import type { LineFormat } from '../../lib/export/format';
import { type OpenedTable, openRows, openSource } from '../../lib/export/open';
import { columnName, sheetRow, sheetRowSql } from '../../lib/export/sheet';
import { workbookParts } from '../../lib/export/workbook';
import { parseFilters } from '../../lib/filters';
import { parseSorts } from '../../lib/filters/columns';
import type { Filters } from '../../lib/filters';
import type { Corpus } from '../../lib/query';
import { cellSource } from '../../lib/query/files/cell-source';
import { reportColumns } from '../../lib/query/reports/column-sql';
import { corpusLabel, reportSource } from '../../lib/query/files/report-source';
import type { TableSource } from '../../lib/query/files/table-source';
import { AGENCY, BAQIAO, HAND } from '../query/hand-reports';
import { keptCorpus } from '../store/kept-corpus';
import { parquetRows } from '../store/parquet-rows';
import { unzip } from './unzip';

let corpus: Corpus;
beforeAll(async () => {
  corpus = await keptCorpus({ records: HAND });
});

const filtersOf = (search: string): Filters => parseFilters(new URLSearchParams(search)).filters;
const ENGLISH = { language: 'en', bom: false } as const;

async function textOf({ chunks }: Pick<OpenedTable, 'chunks'>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(...chunk);
  return Buffer.concat(parts).toString();
}
const open = (
  source: TableSource,
  format: LineFormat,
  options: { language: 'zh' | 'en'; bom: boolean } = ENGLISH,
) => openSource(corpus, source, format, options, new AbortController().signal);

const COLUMNS = ['agency', 'year', 'disclosure_rate', 'requests.carried_out.total'];
const baqiao = (sort = ''): TableSource =>
  reportSource(filtersOf('region=610111&basis=all'), COLUMNS, parseSorts(sort).good);

const HEAD =
  'agency,year,"disclosure_rate [ratio, 0–1]",disclosure_rate_numerator,disclosure_rate_denominator,requests.carried_out.total [requests],corpus,report_id';
const LINES = [
  `"灞桥区政府",2023,,0,0,0,"reports","${AGENCY}-2023"`,
  `"灞桥区人民政府",2024,0.6,18,30,,"reports","${AGENCY}-2024"`,
  '"灞桥区教育局",2024,1,29,29,0,"reports","610111-灞桥区教育局-2024"',
  '"灞桥区纺织城街道办事处",2024,,0,0,0,"reports","610111001-纺织城街道-2024"',
];
const csvOf = (order: readonly number[]): string =>
  [HEAD, ...order.map((i) => LINES[i])].map((line) => `${line}\r\n`).join('');

test.each([
  ['', [0, 1, 2, 3]],
  ['region', [0, 1, 2, 3]],
  ['-region', [3, 2, 1, 0]],
  ['-disclosure_rate', [2, 1, 0, 3]],
  ['-new_requests', [0, 1, 2, 3]],
  ['new_requests', [3, 2, 1, 0]],
] as const)(
  'reports as CSV in the order "%s", whatever the pieces in which they are read',
  async (sort, order) => {
    const opened = await open(baqiao(sort), 'csv');
    expect(opened.rows).toBe(4);
    expect(await textOf(opened)).toBe(csvOf(order));
    expect(await textOf(await open({ ...baqiao(sort), reportsAtOnce: 2, reportsAPiece: 1 }, 'csv'))).toBe(
      csvOf(order),
    );
  },
);

test('a byte-order mark and the units of the language stand where they are asked for', async () => {
  const text = await textOf(await open(baqiao(), 'csv', { language: 'zh', bom: true }));
  expect(text.startsWith('\uFEFFagency,year,')).toBe(true);
  expect(text).toContain('requests.carried_out.total [件],');
});

test('JSON Lines have numbers as numbers and null for what is not there', async () => {
  const text = await textOf(await open(baqiao(), 'jsonl'));
  expect(text.split('\n').slice(0, 2)).toEqual([
    `{"agency":"灞桥区政府","year":2023,"disclosure_rate":null,"disclosure_rate_numerator":0,"disclosure_rate_denominator":0,"requests.carried_out.total":0,"corpus":"reports","report_id":"${AGENCY}-2023"}`,
    `{"agency":"灞桥区人民政府","year":2024,"disclosure_rate":0.6,"disclosure_rate_numerator":18,"disclosure_rate_denominator":30,"requests.carried_out.total":null,"corpus":"reports","report_id":"${AGENCY}-2024"}`,
  ]);
  expect(text.endsWith('"}\n')).toBe(true);
});

test('whole amounts are written without a point in every format', async () => {
  const filters = filtersOf('region=610111&from=2024&basis=all');
  const source = (): TableSource => reportSource(filters, ['fees_10k_yuan', 'disclosure_rate']);
  const lines = (await textOf(await open(source(), 'jsonl'))).split('\n');
  expect(lines.slice(0, 3).map((line) => line.split(',').slice(0, 2).join())).toEqual([
    '{"fees_10k_yuan":1.25,"disclosure_rate":0.6',
    '{"fees_10k_yuan":0,"disclosure_rate":1',
    '{"fees_10k_yuan":0,"disclosure_rate":null',
  ]);
  expect(await textOf(await open(source(), 'xlsx'))).toContain(
    '<row r="3"><c r="A3"><v>0</v></c><c r="B3"><v>1</v></c><c r="C3"><v>29</v></c><c r="D3"><v>29</v></c>',
  );
  expect(await textOf(await open(source(), 'csv'))).toContain('\r\n0,1,29,29,');
});

test('an archive of the same entries has the same bytes, dated alike', async () => {
  const made = async () => {
    const content = (async function* () {
      yield [Buffer.from('b')];
    })();
    const entries = [
      { name: 'a.txt', content: '甲' },
      { name: 'b.txt', content },
    ];
    return Buffer.concat(await archiveOf(entries).toArray());
  };
  const bytes = await made();
  expect(bytes.equals(await made())).toBe(true);
  // Local headers: the date of DOS of 1 January 2020 (in the zone of the machine): 40 years after 1980, month 1.
  const signature = Buffer.from('504b0304', 'hex');
  const [first, second] = [bytes.indexOf(signature), bytes.indexOf(signature, 4)];
  for (const at of [first, second]) expect(bytes.readUInt16LE(at + 12) >> 5).toBe((40 << 4) | 1);
  expect((await unzip(bytes)).get('a.txt')?.toString()).toBe('甲');
});

/** The sheets as Excel would read them: rows of values by their place. */
async function sheetsOf(opened: OpenedTable, about: [string, string][] = []): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.read(archiveOf(workbookParts(opened.chunks, about)) as unknown as Readable);
  return book;
}
const valuesOf = (sheet: ExcelJS.Worksheet | undefined): unknown[][] => {
  const rows: unknown[][] = [];
  sheet?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  return rows;
};

test.each([{}, { reportsAtOnce: 2, reportsAPiece: 1 }])(
  'a workbook has every row at its place, and a sheet about itself (%j)',
  async (pieces) => {
    const book = await sheetsOf(await open({ ...baqiao(), ...pieces }, 'xlsx'), [
      ['corpus', 'a & <b>'],
      ['rows', '4'],
    ]);
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['data', '说明 about']);
    const [data, about] = book.worksheets;
    expect(valuesOf(data).slice(0, 3)).toEqual([
      [
        'agency',
        'year',
        'disclosure_rate [ratio, 0–1]',
        'disclosure_rate_numerator',
        'disclosure_rate_denominator',
        'requests.carried_out.total [requests]',
        'corpus',
        'report_id',
      ],
      ['灞桥区政府', 2023, undefined, 0, 0, 0, 'reports', `${AGENCY}-2023`],
      ['灞桥区人民政府', 2024, 0.6, 18, 30, undefined, 'reports', `${AGENCY}-2024`],
    ]);
    expect([data?.rowCount, data?.getRow(5).getCell(1).value]).toEqual([5, '灞桥区纺织城街道办事处']);
    expect(data?.views).toMatchObject([{ state: 'frozen', ySplit: 1, topLeftCell: 'A2' }]);
    expect(valuesOf(about)).toEqual([
      ['corpus', 'a & <b>'],
      ['rows', '4'],
    ]);
  },
);

test('the parts of a workbook are named and typed as ECMA-376 has it', async () => {
  const entries = workbookParts((await open(baqiao(), 'xlsx')).chunks, []);
  const files = await unzip(Buffer.concat(await archiveOf(entries).toArray()));
  const text = (name: string): string => files.get(name)?.toString() ?? '';
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  expect(text('[Content_Types].xml')).toBe(
    `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${main}.worksheet+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet2.xml" ContentType="${main}.worksheet+xml"/></Types>`,
  );
  const relations = (each: string): string =>
    `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each}</Relationships>`;
  expect(text('_rels/.rels')).toBe(
    relations(`<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`),
  );
  expect(text('xl/_rels/workbook.xml.rels')).toBe(
    relations(
      `<Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>` +
        `<Relationship Id="rId2" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/>`,
    ),
  );
  expect(text('xl/workbook.xml')).toContain(
    '<sheets><sheet name="data" sheetId="1" r:id="rId1"/><sheet name="说明 about" sheetId="2" r:id="rId2"/></sheets>',
  );
});

test('cells as CSV have their label, unit, state and place', async () => {
  const text = await textOf(
    await open(cellSource(filtersOf('agency=610111-灞桥区人民政府&from=2024'), 'zh'), 'csv'),
  );
  const [head, ...rows] = parse(text);
  expect(head).toEqual([
    'agency',
    'year',
    'region_code',
    'field',
    'label',
    'value',
    'unit',
    'state',
    'raw',
    'note',
    'place',
    'corpus',
    'report_id',
    'source_url',
  ]);
  expect(rows).toHaveLength(Object.keys(BAQIAO.cells).length);
  const of = (field: string) => rows.find((row) => row[3] === field);
  const ends = ['', '', 'reports', BAQIAO.id, 'https://example.gov.cn/610111/2024.html'];
  expect(of('requests.granted.total')).toEqual([
    '灞桥区人民政府',
    '2024',
    '610111',
    'requests.granted.total',
    expect.stringContaining('予以公开'),
    '15',
    '件',
    'number',
    '15',
    ...ends,
  ]);
  expect(of('requests.carried_out.total')?.slice(5)).toEqual(['', '件', 'dash', '', ...ends]);
  expect(of('disclosure.administrative_fees.amount_10k_yuan')?.slice(5, 7)).toEqual(['1.25', '万元']);
  const english = cellSource(filtersOf('corpus=demo'), 'en');
  expect(english.columns.map((column) => column.en)).toEqual(
    expect.arrayContaining([
      'Agency',
      'Year',
      'Region code',
      'Field',
      'Label',
      'Value',
      'Unit',
      'State',
      'Printed text',
      'Note',
      'Place in the source',
      'Corpus',
    ]),
  );
  expect(english.columns.map((column) => column.zh)).toEqual(
    expect.arrayContaining([
      '机关',
      '年份',
      '行政区划代码',
      '字段',
      '字段名',
      '数值',
      '单位',
      '单元格状态',
      '原文',
      '附注',
      '原文位置',
      '数据集',
    ]),
  );
  expect(
    parse(await textOf(await open(cellSource(filtersOf('q=教育局&basis=all'), 'en'), 'csv'))).find(
      (row) => row[3] === 'requests.granted.total',
    )?.[6],
  ).toBe('requests');
});

test('a file without columns chosen has all of them; those chosen come once, where they are from last', () => {
  const ids = (source: TableSource) => source.columns.map(({ id }) => id);
  const wide = ids(reportSource(filtersOf('')));
  expect(wide.slice(0, 3)).toEqual(['agency_id', 'agency', 'year']);
  expect(wide.slice(-3)).toEqual(['corpus', 'report_id', 'source_url']);
  expect(ids(reportSource(filtersOf(''), ['source_url', 'year']))).toEqual([
    'year',
    'corpus',
    'report_id',
    'source_url',
  ]);
  expect(ids(reportSource(filtersOf(''), ['report_id', 'year']))).toEqual(['year', 'corpus', 'report_id']);
  expect([corpusLabel(filtersOf('corpus=demo')), corpusLabel(filtersOf(''))]).toEqual([
    'demo: synthetic data 合成数据',
    'reports',
  ]);
});

const TABLE = [
  { id: 'name', kind: 'text', unit: null, zh: '名', en: 'Name' },
  { id: 'value', kind: 'amount', unit: { zh: '件', en: 'requests' }, zh: '值', en: 'Value' },
] as const;

test('rows in memory are written in every format, with formulas made harmless in CSV only', async () => {
  const rows = [
    ['=1+1', 1.5],
    [null, null],
  ] as const;
  expect(await textOf(openRows(TABLE, rows, 'csv', ENGLISH))).toBe(
    "name,value [requests]\r\n'=1+1,1.5\r\n,\r\n",
  );
  expect(await textOf(openRows(TABLE, rows, 'jsonl', ENGLISH))).toBe(
    '{"name":"=1+1","value":1.5}\n{"name":null,"value":null}\n',
  );
  const book = await sheetsOf(openRows(TABLE, rows, 'xlsx', ENGLISH));
  expect(valuesOf(book.worksheets[0])).toEqual([['name', 'value [requests]'], ['=1+1', 1.5], []].slice(0, 2));
});

test('many rows keep their order and numbers over the pieces in which they are written', async () => {
  const rows = Array.from({ length: 501 }, (_, i) => [`n${i}`, i]);
  const opened = openRows(TABLE, rows, 'xlsx', ENGLISH);
  expect(opened.rows).toBe(501);
  const [data] = (await sheetsOf(opened)).worksheets;
  expect([
    data?.rowCount,
    data?.getRow(2).getCell(2).value,
    data?.getRow(252).getCell(2).value,
    data?.getRow(502).getCell(2).value,
  ]).toEqual([502, 0, 250, 500]);
  const lines = (await textOf(openRows(TABLE, rows, 'csv', ENGLISH))).trim().split('\r\n');
  expect([lines.length, lines[1], lines[251], lines[501]]).toEqual([502, 'n0,0', 'n250,250', 'n500,500']);
});

const TOO_MANY =
  'format=xlsx: expected csv, jsonl or parquet: a worksheet holds 1048575 rows under its header, this slice has 1048576';

test('a worksheet takes 1,048,575 rows under its header and no more', async () => {
  const row = ['a', 1] as const;
  expect(openRows(TABLE, new Array<typeof row>(1_048_575), 'xlsx', ENGLISH).rows).toBe(1_048_575);
  expect(() => openRows(TABLE, new Array<typeof row>(1_048_576), 'xlsx', ENGLISH)).toThrow(TOO_MANY);
  expect(openRows(TABLE, new Array<typeof row>(1_048_576), 'csv', ENGLISH).rows).toBe(1_048_576);
  const large = { ...baqiao(), rowsSql: 'SELECT 0 AS report_no FROM range(1048576)', values: {} };
  await expect(open(large, 'xlsx')).rejects.toThrow(TOO_MANY);
});

test('columns of a sheet are named as Excel names them', () => {
  expect([0, 25, 26, 27, 51, 52, 701, 702, 16_383].map(columnName)).toEqual([
    'A',
    'Z',
    'AA',
    'AB',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
    'XFD',
  ]);
});

test('a text of 32,767 characters fits a cell, one more is refused and never cut', async () => {
  expect(sheetRow(['a'.repeat(32_767)], 1)).toContain(`>${'a'.repeat(32_767)}<`);
  expect(() => sheetRow(['a'.repeat(32_768)], 1)).toThrow('a text of 32768 characters does not fit a cell');
  const sql = (length: number) =>
    `SELECT ${sheetRowSql([{ isNumber: false, sql: `repeat('a', ${length})` }], "'1'")} AS line FROM (SELECT $path)`;
  expect(await parquetRows('', sql(32_767))).toEqual([{ line: sheetRow(['a'.repeat(32_767)], 1) }]);
  await expect(parquetRows('', sql(32_768))).rejects.toThrow('a text does not fit a cell');
});

test.each([
  ['a & <b> "c"', 'a &amp; &lt;b&gt; "c"'],
  [' a\tb\nc\r\nd ', ' a\tb\nc&#13;\nd '],
  ['a\u0007b\u001Fc\u007Fd', 'a\ufffdb\ufffdc\ufffdd'],
  ['\ufffe\uffff', '\ufffd\ufffd'],
  ['甲𠀀', '甲𠀀'],
])('the text %j stands in a sheet as %j, from memory and from the store', async (text, written) => {
  const cell = (place: string) =>
    `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${written}</t></is></c>`;
  expect(sheetRow([1.5, null, text], 7)).toBe(`<row r="7"><c r="A7"><v>1.5</v></c>${cell('C7')}</row>`);
  const cells = [
    { isNumber: true, sql: "'1.5'" },
    { isNumber: true, sql: 'NULL::VARCHAR' },
    { isNumber: false, sql: 't' },
    { isNumber: false, sql: 'NULL::VARCHAR' },
  ];
  const rows = await parquetRows(
    text,
    `SELECT ${sheetRowSql(cells, "'7'")} AS line FROM (SELECT $path::VARCHAR AS t)`,
  );
  expect(rows).toEqual([{ line: `<row r="7"><c r="A7"><v>1.5</v></c>${cell('C7')}</row>` }]);
});

const MANIFEST = {
  schema_version: 1,
  corpus: 'reports',
  synthetic: false,
  corpus_version: '0123456789abcdef',
  inputs: '',
  reports: 9,
  agencies: 8,
  cells: 1,
  one_a_year: true,
  evidence: 'x',
  first_year: 2023,
  last_year: 2024,
  published_until: null,
} as const;

test('a file says what it holds, how to get it again and how to cite it', () => {
  const address = '/api/v1/reports.csv?region=61';
  expect(
    aboutFile({
      filters: filtersOf('region=61&where=requests.granted.total>=5|issues=0,year>2020'),
      manifest: MANIFEST,
      rows: 4,
      address,
    }),
  ).toEqual({
    corpus: 'reports',
    corpus_version: '0123456789abcdef',
    rows: '4',
    filters: 'region=61&where=requests.granted.total%3E=5%7Cissues=0,year%3E2020',
    conditions: '予以公开·总计 ≥ 5 或 读取问题数 = 0；年份 > 2020',
    conditions_en: 'Granted in full · Total ≥ 5 or Reading issues = 0; Year > 2020',
    address,
    citation: '《政府信息公开年报数据》，报告语料，版本 0123456789ab，9 份报告。',
    citation_en: expect.stringMatching(
      /^Open-government annual reports, .+, version 0123456789ab, 9 reports\.$/,
    ),
    licence: 'CC-BY-4.0 https://creativecommons.org/licenses/by/4.0/',
    missing_values: '空单元格不是 0 · an empty cell is not 0',
  });
  const demo = aboutFile({
    filters: filtersOf('corpus=demo'),
    manifest: { ...MANIFEST, synthetic: true },
    rows: 0,
    address: '',
  });
  expect(demo.corpus).toBe('demo: 合成数据，并非真实报告 · synthetic data, not real reports');
  expect(aboutFile({ filters: filtersOf(''), manifest: MANIFEST, rows: 0, address: '' })).toMatchObject({
    filters: '–',
    rows: '0',
  });
  expect(Object.keys(demo)).not.toContain('conditions');
});

const DESCRIBED = reportColumns([
  'agency',
  'year',
  'published',
  'disclosure_rate',
  'denied',
  'requests.granted.total',
  'disclosure.administrative_fees.amount_10k_yuan',
]);

test.each([
  ['en', ['column', 'label', 'unit', 'type', 'formula', 'place on the form', 'caveat']],
  ['zh', ['列', '名称', '单位', '类型', '公式', '表内位置', '注意']],
] as const)('the dictionary in %s explains every column', (language, head) => {
  const text = dictionaryCsv(DESCRIBED, language, 'en');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const [first, ...rows] = parse(text, { bom: true });
  expect(first).toEqual(head);
  expect(rows.map((row) => [row[0], row[3]])).toEqual([
    ['agency', 'string'],
    ['year', 'integer'],
    ['published', 'string'],
    ['disclosure_rate [ratio, 0–1]', 'number'],
    ['disclosure_rate_numerator', 'integer'],
    ['disclosure_rate_denominator', 'integer'],
    ['denied [requests]', 'number'],
    ['requests.granted.total [requests]', 'integer'],
    ['disclosure.administrative_fees.amount_10k_yuan [10,000 yuan]', 'number'],
  ]);
  const rate = '(requests.granted.total + requests.partial.total) ÷ (requests.outcomes_total.total)';
  expect(rows.map((row) => row[4]).slice(0, 6)).toEqual(['', '', '', rate, rate, rate]);
  expect(rows[6]?.[4]).toMatch(
    /^requests\.denied_state_secret\.total \+ requests\.denied_prohibited_by_law\.total \+ .+ \+ requests\.denied_administrative_inquiry\.total$/,
  );
  expect(rows.slice(7).map((row) => row[4])).toEqual(['', '']);
  expect(rows.slice(0, 3).map((row) => row.slice(5))).toEqual(Array(3).fill(['', '']));
  expect(rows[3]?.[5]).not.toBe('');
  expect(rows[3]?.[6]).not.toBe('');
  expect(rows[0]?.[1]).toBe(language === 'en' ? 'Agency' : '机关');
  expect(rows[3]?.[2]).toMatch(language === 'en' ? /^ratio, 0–1$/ : /./);
});

test('formulas name what is taken away, other forms, and the applicants in place of the total', () => {
  const formula = (id: string, applicants?: string[]) => {
    const column = {
      id,
      kind: 'rate' as const,
      zh: '',
      en: '',
      unit: null,
      ...(applicants ? { applicants } : {}),
    };
    return parse(dictionaryCsv([column], 'en', 'en'), { bom: true })[1]?.[4];
  };
  const corrected =
    '(proceedings.reconsideration.corrected) ÷ (proceedings.reconsideration.total − proceedings.reconsideration.pending)';
  expect(formula('review_correction_rate')).toBe(corrected);
  expect(formula('review_correction_rate', ['natural_person'])).toBe(corrected);
  expect(formula('rules_issued')).toBe('disclosure.rules.issued | disclosure.rules.new_made');
  expect(formula('granted', ['natural_person', 'org_other'])).toBe(
    'requests.granted.natural_person + requests.granted.org_other',
  );
  expect(formula('granted', [])).toBe('requests.granted.total');
  expect(formula('reports')).toBe('');
  expect(
    ['granted_numerator', 'granted_denominator', 'granted_reports', 'granted_missing', 'granted'].map(
      (id) => metricOf(id)?.id,
    ),
  ).toEqual(Array(5).fill('granted'));
  expect(['agency', 'missing', 'x_missing'].map(metricOf)).toEqual([undefined, undefined, undefined]);
  expect(headerName({ id: 'a', kind: 'text', zh: '', en: '', unit: null }, 'zh')).toBe('a');
  expect(
    (['text', 'word', 'count', 'amount', 'rate'] as const).map((kind) =>
      typeOf({ id: 'a', kind, zh: '', en: '', unit: null }),
    ),
  ).toEqual(['string', 'string', 'integer', 'number', 'number']);
});

test('a data package describes its table as Frictionless and CSVW have it', async () => {
  const about = { corpus: 'reports', corpus_version: 'v1', filters: '–', rows: '4' };
  const columns = [...DESCRIBED.slice(0, 4), ...DESCRIBED.slice(6, 8)];
  const csv = (async function* () {
    yield [Buffer.from('a\r\n')];
  })();
  const entries = bundleEntries({ name: 'reports', columns, csv, language: 'en', about });
  const files = await unzip(Buffer.concat(await archiveOf(entries).toArray()));
  const names = [
    'README.md',
    'datapackage.json',
    'reports.csv-metadata.json',
    '数据字典.csv',
    'data-dictionary.csv',
    'reports.csv',
  ];
  expect([...files.keys()]).toEqual(names);
  const text = (name: string): string => files.get(name)?.toString() ?? '';
  expect(text('reports.csv')).toBe('a\r\n');
  expect(parse(text('数据字典.csv'), { bom: true })[0]?.[0]).toBe('列');
  expect(parse(text('data-dictionary.csv'), { bom: true })[0]?.[0]).toBe('column');
  const title = '政府信息公开工作年度报告数据 · Annual reports on open government information';
  const labels = [
    'Agency',
    'Year',
    'Published',
    'Disclosure rate (in full or in part)',
    'Denied',
    'Granted in full · Total',
  ];
  const headers = [
    'agency',
    'year',
    'published',
    'disclosure_rate [ratio, 0–1]',
    'denied [requests]',
    'requests.granted.total [requests]',
  ];
  const csvwNames = ['agency', 'year', 'published', 'disclosure_rate', 'denied', 'requests_granted_total'];
  const types = ['string', 'integer', 'string', 'number', 'number', 'integer'];
  // Only a rate needs words of its own.
  const described = [{}, {}, {}, { description: expect.stringMatching(/\w/) as string }, {}, {}];
  expect(JSON.parse(text('datapackage.json'))).toEqual({
    profile: 'tabular-data-package',
    name: 'ogi-reports',
    title,
    description: 'reports; filters: –; 4 rows',
    version: 'v1',
    licenses: [{ name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/' }],
    resources: [
      {
        profile: 'tabular-data-resource',
        name: 'reports',
        path: 'reports.csv',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
        schema: {
          fields: headers.map((name, i) => ({
            name,
            type: types[i],
            title: labels[i],
            ...described[i],
          })),
          missingValues: [''],
        },
      },
    ],
  });
  expect(text('datapackage.json').endsWith('}\n')).toBe(true);
  expect(JSON.parse(text('reports.csv-metadata.json'))).toEqual({
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: 'reports.csv',
    'dc:title': title,
    'dc:description': 'reports',
    'dc:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
    dialect: { encoding: 'utf-8', lineTerminators: ['\r\n'], header: true },
    tableSchema: {
      columns: headers.map((titles, i) => ({
        name: csvwNames[i],
        titles,
        'dc:description': labels[i],
        datatype: types[i],
        null: '',
      })),
    },
  });
  const readme = text('README.md');
  expect(
    readme.startsWith(
      '# 政府信息公开工作年度报告数据 · Annual reports on open government information\n\n`reports.csv`\n\n- corpus: reports\n- corpus_version: v1\n',
    ),
  ).toBe(true);
  expect(readme).toContain(
    '\n\n## 公式 · Formulas\n\n- disclosure_rate: 公开率（含部分公开） · Disclosure rate (in full or in part) — ',
  );
  expect(readme).not.toContain('- denied: ');
  expect(readme.endsWith('\n')).toBe(true);
  expect(readme).toContain('\n\n## 说明 · Notes\n\n- 空单元格表示');
  expect(readme).toContain('\n- 比率为 0–1 的小数');
  expect(readme).toContain('\n  data-dictionary.csv explains every column and formula.\n');
});

test('the package of invented figures says so at its top, one without rates has no formulas', () => {
  const synthetic = '合成数据，并非真实报告 · synthetic data, not real reports';
  const csv = (async function* () {
    yield [Buffer.from('')];
  })();
  const [readme] = bundleEntries({
    name: 'cells',
    columns: DESCRIBED.slice(0, 2),
    csv,
    language: 'zh',
    about: { corpus: `demo: ${synthetic}` },
  });
  expect(readme?.content).toContain(`\n\n**${synthetic}**\n\n`);
  expect(readme?.content).not.toContain('Formulas');
});
