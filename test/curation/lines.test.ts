/** Lines of curation files one by one: what is read, what is refused and how it says so, and what a line does to a record. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CurationError,
  type CurationLine,
  curateRecord,
  curationHash,
  isAbout,
  parseCuration,
  readCuration,
} from '../../lib/curation';
import { isDate, valueProblem } from '../../lib/curation/fields';
import { issue } from '../../lib/issue';
import { NO_REGION, reportWith } from '../build';

const SHA = 'a'.repeat(64);
const HEADER = 'record,field,value,reason,evidence,date\n';
const parse = (text: string) => parseCuration(text, 'f.csv');
const lineOf = (field: string, value: string, more: Partial<CurationLine> = {}): CurationLine => ({
  record: SHA,
  field,
  value,
  reason: '页脚写明',
  evidence: '网站标识码',
  date: '2026-11-01',
  place: 'f.csv line 2',
  ...more,
});

test('lines are read with the number of their line, whatever blanks, marks and line breaks stand around', () => {
  const text = `\uFEFFrecord,field,value,reason,evidence,date\r\n\r\n${SHA}, year , 2021 ,r,"e\ne",2026-11-01\r\n${SHA},title,"a, b",r,e,2026-11-01`;
  expect(parse(text)).toEqual([
    {
      record: SHA,
      field: 'year',
      value: '2021',
      reason: 'r',
      evidence: 'e\ne',
      date: '2026-11-01',
      place: 'f.csv line 4',
    },
    {
      record: SHA,
      field: 'title',
      value: 'a, b',
      reason: 'r',
      evidence: 'e',
      date: '2026-11-01',
      place: 'f.csv line 5',
    },
  ]);
  expect([parse(''), parse(HEADER)]).toEqual([[], []]);
});

test.each([SHA, '320800-淮安市-2024', '320800001-某街道-2024', '320800-甲-乙-2024-0123abcd'])(
  'the record %s is a hash or an id',
  (record) => {
    expect(parse(`${HEADER}${record},title,x,r,e,2026-11-01\n`)).toMatchObject([{ record }]);
  },
);

test.each([
  'a'.repeat(63),
  'a'.repeat(65),
  'A'.repeat(64),
  '3208-淮安市-2024',
  'x320800-淮安市-2024',
  '320800--2024',
  '320800-淮安市-24',
  '320800-淮安市-20245',
  '320800-淮安市-2024-0123ABCD',
  '320800-淮安市-2024-0123abcde',
])('the record %s is neither a hash nor an id', (record) => {
  expect(() => parse(`${HEADER}${record},title,x,r,e,2026-11-01\n`)).toThrow(
    `f.csv line 2: found record "${record}", expected the sha256 of a source or the id of a record`,
  );
});

const FIELDS = 'agency.name, agency.body, agency.scope, region.code, region.level, year, published, title';

test.each([
  ['requests', '1', 'the figure requests, expected a field of identity; figures stay as printed'],
  ['proceedings.a', '1', 'the figure proceedings.a, expected a field of identity; figures stay as printed'],
  ['disclosure.a', '1', 'the figure disclosure.a, expected a field of identity; figures stay as printed'],
  ['requestsx', '1', `field "requestsx", expected one of ${FIELDS}`],
  ['my.requests', '1', `field "my.requests", expected one of ${FIELDS}`],
  ['constructor', '1', `field "constructor", expected one of ${FIELDS}`],
  ['', '1', `field "", expected one of ${FIELDS}`],
  ['agency.name', '', 'agency.name "", expected a name'],
  [
    'agency.body',
    'x',
    'agency.body "x", expected one of government, department, office, subdistrict, vertical, institution',
  ],
  ['agency.scope', '', 'agency.scope "", expected one of consolidated, own, unknown'],
  ['region.code', '999999', 'region.code "999999", expected a code of data/regions.csv'],
  ['region.level', 'x', 'region.level "x", expected one of national, province, prefecture, county, township'],
  ['year', '1999', 'year "1999", expected a year such as 2021'],
  ['year', '20211', 'year "20211", expected a year such as 2021'],
  ['year', 'x2021', 'year "x2021", expected a year such as 2021'],
  ['published', '2023-02-29', 'published "2023-02-29", expected a day such as 2021-01-31'],
])('the field %s with the value "%s" is refused: found %s', (field, value, message) => {
  const read = () => parse(`${HEADER}${SHA},${field},${value},r,e,2026-11-01\n`);
  expect(read).toThrow(CurationError);
  expect(read).toThrow(`f.csv line 2: found ${message}`);
});

test.each([
  ['a,b\n', 'f.csv line 1: found a,b, expected the columns record,field,value,reason,evidence,date'],
  [`${HEADER}${SHA},year,2021,r,e\n`, 'f.csv line 2: found 5 columns, expected 6'],
  [`${HEADER}${SHA},year,2021,r,e,2026-11-01,x\n`, 'f.csv line 2: found 7 columns, expected 6'],
  [
    `${HEADER}${SHA},year,2021,,e,2026-11-01\n`,
    'f.csv line 2: found no reason, expected the reason for the change',
  ],
  [
    `${HEADER}${SHA},year,2021,r,,2026-11-01\n`,
    'f.csv line 2: found no evidence, expected the evidence for the change',
  ],
  [
    `${HEADER}${SHA},year,2021,r,e,2026-02-30\n`,
    'f.csv line 2: found date "2026-02-30", expected a day such as 2026-01-31',
  ],
  [`${HEADER}${SHA},year,2021,r,e,\n`, 'f.csv line 2: found date "", expected a day such as 2026-01-31'],
  [`${HEADER}${SHA},year,20"21,r,e,2026-11-01\n`, /^f\.csv: found .+, expected CSV as RFC 4180 has it$/],
])('%j is refused as a whole', (text, message) => {
  expect(() => parse(text)).toThrow(message);
});

test.each([
  ['agency.body', ['', 'vertical']],
  ['agency.scope', ['own', 'unknown']],
  ['region.code', ['', '340104']],
  ['region.level', ['', 'county']],
  ['year', ['', '2000', '2099']],
  ['published', ['', '2024-02-29']],
  ['title', ['', 'x']],
  ['agency.name', ['x']],
])('the field %s takes %j', (field, values) => {
  expect(values.map((value) => valueProblem(field, value))).toEqual(values.map(() => null));
});

test('a day is one that the calendar has, in ten characters', () => {
  expect(['2024-02-29', '2026-12-31', '0001-01-01'].map(isDate)).toEqual([true, true, true]);
  const none = [
    '2023-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '2026-01-011',
    'x2026-01-01',
    '2026-01-01 ',
    '20260101',
    '',
  ];
  expect(none.map(isDate)).toEqual(none.map(() => false));
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ogi-curation-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the files of a folder are read in the order of their names, other files not at all', async () => {
  const put = (name: string, field: string) =>
    writeFileSync(join(folder, name), `${HEADER}${SHA},${field},2021-01-01,r,e,2026-11-01\n`);
  put('b.csv', 'published');
  put('a.csv', 'title');
  put('c.csv.bak', 'year');
  const lines = await readCuration(folder);
  expect(lines.map(({ field, place }) => [field, place])).toEqual([
    ['title', `${join(folder, 'a.csv')} line 2`],
    ['published', `${join(folder, 'b.csv')} line 2`],
  ]);
  expect(await readCuration(join(folder, 'none'))).toEqual([]);
  await expect(readCuration(join(folder, 'a.csv'))).rejects.toThrow(
    /a\.csv: found .*, expected a folder of CSV files$/,
  );
  put('d.csv', 'title');
  await expect(readCuration(folder)).rejects.toThrow(
    `${join(folder, 'd.csv')} line 2: found title of ${SHA} again, expected it once (${join(folder, 'a.csv')} line 2)`,
  );
});

test('a line is about the report with its hash, or with the id under which it was read', () => {
  expect(isAbout(lineOf('year', ''), SHA, null)).toBe(true);
  expect(isAbout(lineOf('year', ''), 'b', 'c')).toBe(false);
  expect(isAbout(lineOf('year', '', { record: 'c' }), 'b', 'c')).toBe(true);
  expect(isAbout(lineOf('year', '', { record: 'null' }), 'b', null)).toBe(false);
});

test('the hash of lines changes with whatever they say, not with their order, place or report', () => {
  const [a, b] = [lineOf('year', '2021'), lineOf('title', 'x')];
  expect(curationHash([])).toBe('');
  expect(curationHash([a, b])).toMatch(/^[0-9a-f]{16}$/);
  expect(curationHash([b, a])).toBe(curationHash([a, b]));
  expect(curationHash([{ ...a, place: 'g', record: 'h' }])).toBe(curationHash([a]));
  const changed = (['field', 'value', 'reason', 'evidence', 'date'] as const).map((name) =>
    curationHash([{ ...a, [name]: 'z' }]),
  );
  expect(new Set([curationHash([a]), curationHash([a, b]), ...changed]).size).toBe(7);
});

const UNKNOWN = reportWith({}, '2021', {
  year: null,
  agency: { name: '某局', as_written: '某局', body: null, scope: 'unknown', scope_evidence: [] },
  region: NO_REGION,
  issues: [
    issue('identity.agency_unknown', null, 'a', 'b'),
    issue('identity.scope_unknown', null, 'a', 'b'),
    issue('identity.region_unknown', null, 'a', 'b'),
    issue('identity.region_ambiguous', null, 'a', 'b'),
    issue('identity.year_unknown', null, 'a', 'b'),
    issue('identity.year_inferred', null, 'a', 'b'),
    issue('cell.ambiguous', null, 'a', 'b'),
  ],
});

test.each([
  ['agency.name', '合肥市蜀山区人民政府', ['identity.agency_unknown']],
  ['agency.body', 'office', []],
  ['agency.scope', 'own', ['identity.scope_unknown']],
  ['region.code', '340104', ['identity.region_unknown', 'identity.region_ambiguous']],
  ['region.level', 'county', []],
  ['year', '2021', ['identity.year_unknown', 'identity.year_inferred']],
  ['published', '2022-01-31', []],
  ['title', '年报', []],
] as const)('%s set by hand settles its own issues and says so', (field, value, settled) => {
  const curated = curateRecord(UNKNOWN, [lineOf(field, value)]);
  const kept = UNKNOWN.issues
    .map(({ code }) => code)
    .filter((code) => !settled.some((each) => each === code));
  expect(curated.issues.map(({ code }) => code)).toEqual([...kept, 'identity.curated']);
  const before = { 'agency.name': '某局', 'agency.scope': 'unknown' }[field as string] ?? 'not known';
  expect(curated.issues.at(-1)).toEqual({
    code: 'identity.curated',
    severity: 'info',
    at: null,
    actual: `${field} ${before}`,
    expected: `${value}: 页脚写明 (2026-11-01)`,
    fields: [],
  });
  const evidence = [{ kind: 'curation', text: '网站标识码', at: null, says: `${field} ${value}` }];
  const [agency, region] = [field.startsWith('agency.'), field.startsWith('region.')];
  expect([curated.agency.scope_evidence, curated.region.evidence, curated.year_evidence]).toEqual([
    agency ? evidence : [],
    region ? evidence : [],
    agency || region ? [] : evidence,
  ]);
});

test('a value set to "not known" says what was there before', () => {
  const known = reportWith({}, '2021', { published: '2025-01-31', title: '年报' });
  const fields = ['agency.body', 'region.code', 'region.level', 'year', 'published', 'title'];
  const curated = curateRecord(
    known,
    fields.map((field) => lineOf(field, '')),
  );
  expect(curated.issues.map(({ actual, expected }) => [actual, expected])).toEqual(
    [
      'agency.body government',
      'region.code 320800',
      'region.level not known',
      'year 2024',
      'published 2025-01-31',
      'title 年报',
    ].map((actual) => [actual, 'not known: 页脚写明 (2026-11-01)']),
  );
  expect(curated.region.evidence.map(({ says }) => says)).toEqual([
    'region.code not known',
    'region.level not known',
  ]);
  expect(curateRecord(known, [lineOf('region.level', '')]).issues[0]?.actual).toBe('region.level prefecture');
  expect(curated).toMatchObject({
    year: null,
    published: null,
    title: null,
    agency: { body: null },
    region: { code: null, level: null },
  });
});

test('a code brings its level and the names above it; lines may stand in any order', () => {
  const lines = [
    lineOf('year', '2021'),
    lineOf('region.level', 'prefecture'),
    lineOf('region.code', '340104'),
    lineOf('agency.name', '合肥市蜀山区人民政府'),
  ];
  const curated = curateRecord(UNKNOWN, lines);
  expect(curated.id).toBe('340104-蜀山区-2021');
  expect(curated.region).toMatchObject({
    code: '340104',
    level: 'prefecture',
    province: '安徽省',
    prefecture: '合肥市',
    county: '蜀山区',
    township: null,
  });
  expect(curateRecord(UNKNOWN, [...lines].reverse())).toEqual(curated);
  expect(curateRecord(UNKNOWN, [lineOf('region.code', '340104')]).region.level).toBe('county');
  expect(curateRecord(UNKNOWN, [])).toBe(UNKNOWN);
  expect(UNKNOWN.issues).toHaveLength(7);
});

test('of the evidence 40 characters are kept, whole ones', () => {
  const text = (evidence: string) =>
    curateRecord(UNKNOWN, [lineOf('year', '2021', { evidence })]).year_evidence[0]?.text;
  expect(text('𠀀'.repeat(41))).toBe('𠀀'.repeat(40));
  expect(text('短')).toBe('短');
});
