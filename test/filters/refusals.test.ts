/** Every refusal of a filter with the whole of its notice, and what stays of the filters beside it. */
import { describe, expect, test } from 'vitest';
import { parseFilters } from '../../lib/filters';
import { MOST_CONDITIONS, parseConditions } from '../../lib/filters/conditions';
import { operandById, PROPERTIES, REPORT_METRICS } from '../../lib/filters/operands';
import { DEFAULT_FILTERS, regionPrefix } from '../../lib/filters';

const YEAR = 'a year of four digits';
const REGION = 'a GB/T 2260 code of 2, 4, 6 or 9 digits';
const NAME = 'at most 200 characters, none of them a control character';
const LEVELS = 'one of national, province, prefecture, county, township';
const BODIES = 'one of government, department, office, subdistrict, vertical, institution';
const COLUMNS =
  'one of natural_person, org_commercial, org_research, org_public_interest, org_legal_service, org_other, total';

test.each([
  ['from', '20x', YEAR],
  ['from', '1899', YEAR],
  ['from', '2100', YEAR],
  ['from', '12019', YEAR],
  ['from', '20190', YEAR],
  ['to', '19', YEAR],
  ['region', '6', REGION],
  ['region', '06', REGION],
  ['region', '611', REGION],
  ['region', '61011', REGION],
  ['region', '6101110', REGION],
  ['region', '61011100100', REGION],
  ['region', '610111001001', REGION],
  ['region', '6101110010000', REGION],
  ['level', 'village', LEVELS],
  ['body', 'party', BODIES],
  ['form', '2020', '2019 or 2021'],
  ['agency', 'x'.repeat(201), 'agency ids of at most 200 characters'],
  ['q', 'x'.repeat(201), NAME],
  ['q', 'a\u0000b', NAME],
  ['applicant', 'company', COLUMNS],
  ['basis', 'sum', 'one of deduplicated, consolidated, own, all'],
  ['findings', 'none', 'one of any, clean'],
  ['corpus', 'secret', 'one of reports, demo'],
])('%s=%s is refused with what it may be, and left out', (parameter, value, expected) => {
  expect(parseFilters({ [parameter]: value })).toEqual({
    filters: DEFAULT_FILTERS,
    problems: [{ parameter, value, expected }],
  });
});

describe('values that are good alone', () => {
  test('a first year after the last takes both out', () => {
    expect(parseFilters({ from: '2024', to: '2020', q: 'x' })).toEqual({
      filters: { ...DEFAULT_FILTERS, q: 'x' },
      problems: [{ parameter: 'from', value: '2024', expected: 'a year not after to=2020' }],
    });
    expect(parseFilters({ from: '2020', to: '2020' })).toEqual({
      filters: { ...DEFAULT_FILTERS, from: 2020, to: 2020 },
      problems: [],
    });
    expect(parseFilters({ to: '2020' }).filters).toEqual({ ...DEFAULT_FILTERS, to: 2020 });
  });

  test('all applicants beside one of them take all out; alone they are the default', () => {
    expect(parseFilters({ applicant: 'org_other,total' })).toEqual({
      filters: DEFAULT_FILTERS,
      problems: [
        {
          parameter: 'applicant',
          value: 'org_other,total',
          expected: 'total alone, or columns other than total (it already holds them)',
        },
      ],
    });
    expect(parseFilters({ applicant: 'total' })).toEqual({ filters: DEFAULT_FILTERS, problems: [] });
    expect(parseFilters({ applicant: 'total,total' })).toEqual({ filters: DEFAULT_FILTERS, problems: [] });
    expect(parseFilters({ applicant: 'org_other' }).filters.applicant).toEqual(['org_other']);
  });

  test('a hundred conditions are read, one more are refused, the notice shortened', () => {
    const conditions = (count: number): string[] => [...Array(count).keys()].map((i) => `year!=${2000 + i}`);
    expect(MOST_CONDITIONS).toBe(100);
    expect(parseFilters({ where: conditions(100).join(',') }).filters.where).toHaveLength(100);
    expect(parseFilters({ where: conditions(100).join('|') }).filters.where).toHaveLength(1);
    for (const sign of [',', '|']) {
      const all = conditions(101).join(sign);
      expect(parseFilters({ where: all })).toEqual({
        filters: DEFAULT_FILTERS,
        problems: [
          { parameter: 'where', value: `${all.slice(0, 100)}…`, expected: 'at most 100 conditions' },
        ],
      });
    }
  });
});

test('blanks around values and empty values mean nothing', () => {
  expect(
    parseFilters(new URLSearchParams('level=county,+,township,,&level=+&q=++甲+县++&from=+2020+')),
  ).toEqual({
    filters: { ...DEFAULT_FILTERS, level: ['county', 'township'], q: '甲 县', from: 2020 },
    problems: [],
  });
  expect(parseFilters({ from: ['2020', ' 2020 '], level: ['county', 'county'] })).toEqual({
    filters: { ...DEFAULT_FILTERS, from: 2020, level: ['county'] },
    problems: [],
  });
  expect(parseFilters({ from: ['2019', '2020 ', ' 2020'] }).problems).toEqual([
    { parameter: 'from', value: '2019, 2020', expected: 'one value' },
  ]);
  expect(parseFilters(JSON.parse('{"__proto__": {"from": "2020"}}'))).toEqual({
    filters: DEFAULT_FILTERS,
    problems: [],
  });
});

test('the bounds of what is good', () => {
  const { filters, problems } = parseFilters({
    from: '1900',
    to: '2099',
    q: 'x'.repeat(200),
    agency: 'y'.repeat(200),
    region: '61,6101,610111,610111001,420704000000',
  });
  expect(problems).toEqual([]);
  expect(filters).toEqual({
    ...DEFAULT_FILTERS,
    from: 1900,
    to: 2099,
    q: 'x'.repeat(200),
    agency: ['y'.repeat(200)],
    region: ['61', '6101', '610111', '610111001', '420704'],
  });
});

test('the country is no condition, also beside a region', () => {
  for (const region of ['100000', '10', '1000', '61,100000'])
    expect(parseFilters({ region })).toEqual({ filters: DEFAULT_FILTERS, problems: [] });
});

test.each([
  ['61', '61'],
  ['6100', '61'],
  ['610000', '61'],
  ['610100', '6101'],
  ['610111', '610111'],
  ['610111000', '610111'],
  ['610100000', '6101'],
  ['610000000000', '61'],
  ['610111001', '610111001'],
  ['610111001000', '610111001'],
  ['000000', ''],
  ['100000', ''],
  ['10', ''],
  ['101000', '1010'],
  ['300100', '3001'],
  ['110101', '110101'],
  ['350002', '350002'],
])('the code %s lies under the prefix %s', (code, prefix) => {
  expect(regionPrefix(code)).toBe(prefix);
});

describe('a condition', () => {
  const DATE = 'a date such as 2024-03-31';
  const NUMBER = 'a decimal number of at most 15 digits, 6 of them after the point';
  test.each([
    ['published>=2024-02-29', '2024-02-29'],
    ['published>=2023-12-31', '2023-12-31'],
    ['year>=-5', -5],
    ['disclosure_rate<0.123456', 0.123456],
    ['year=123456789012345', 123_456_789_012_345],
    ['year=123456789.012345', 123_456_789.012345],
  ])('%s compares with its value', (text, value) => {
    expect(parseConditions(text)).toMatchObject({ ok: true, value: [{ value }] });
  });

  test('compares with 0 where it says −0', () => {
    const parsed = parseConditions('year>=-0');
    expect(parsed).toEqual({ ok: true, value: [{ operand: 'year', comparison: '>=', value: 0 }] });
  });

  test.each([
    ['published>=2023-02-29', DATE],
    ['published>=2024-13-01', DATE],
    ['published>=12024-01-01', DATE],
    ['published>=2024-01-011', DATE],
    ['published>=2024-1-1', DATE],
    ['published>=x024-01-01', DATE],
    ['published>=2024-x1-01', DATE],
    ['published>=2024-01-x1', DATE],
    ['year>=1234567890123456', NUMBER],
    ['year>=1.', NUMBER],
    ['year>=.5', NUMBER],
    ['year>=+5', NUMBER],
    ['year>=x5', NUMBER],
    ['year>=5x', NUMBER],
  ])('%s is refused: expected %s', (text, expected) => {
    expect(parseConditions(text)).toMatchObject({ ok: false, problem: { expected } });
  });

  test('says where it stops making sense, in sixty characters at most', () => {
    const operand = 'a field id, a metric id, year, published, issues or findings';
    const problem = (text: string) => {
      const parsed = parseConditions(text);
      return parsed.ok ? null : parsed.problem;
    };
    expect(problem('!year>1')).toEqual({ at: 1, found: '!year>1', expected: operand });
    expect(problem('')).toEqual({ at: 1, found: 'nothing', expected: operand });
    expect(problem('   ')).toEqual({ at: 4, found: 'nothing', expected: operand });
    expect(problem('reports>1')).toEqual({ at: 1, found: 'reports>1', expected: operand });
    expect(problem(`${'x'.repeat(70)}>1`)).toEqual({ at: 1, found: 'x'.repeat(60), expected: operand });
    expect(problem('year ~ >1 ')).toEqual({
      at: 6,
      found: '~ >1',
      expected: 'one of = != < <= > >= : :! after year',
    });
    expect(problem('year:blank')).toEqual({
      at: 6,
      found: 'blank',
      expected: 'one of number, missing after year:',
    });
    expect(problem('year>1|year:!number|agency>1')).toEqual({ at: 21, found: 'agency>1', expected: operand });
  });
});

describe('what a condition can be about', () => {
  test('is the report itself, each of its metrics but the counts, and each cell', () => {
    expect(PROPERTIES.map(({ id, kind, zh, en }) => [id, kind, zh, en])).toEqual([
      ['year', 'number', '年份', 'Year'],
      ['published', 'date', '发布日期', 'Published'],
      ['issues', 'number', '读取问题数', 'Reading issues'],
      ['findings', 'number', '内容疑点数', 'Findings'],
    ]);
    expect(REPORT_METRICS).toHaveLength(32);
    expect([operandById('reports'), operandById('agencies'), operandById('lost')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('has a name and a unit of its own', () => {
    expect(operandById('requests.granted.total')).toMatchObject({
      id: 'requests.granted.total',
      kind: 'number',
      zh: '予以公开·总计',
      en: 'Granted in full · Total',
      unit: { zh: '件', en: 'requests' },
      field: { id: 'requests.granted.total' },
      metric: null,
    });
    expect(operandById('fees_10k_yuan')).toMatchObject({
      id: 'fees_10k_yuan',
      kind: 'number',
      zh: '行政事业性收费金额',
      en: 'Administrative fees',
      unit: { en: '10,000 yuan' },
      field: null,
      metric: { id: 'fees_10k_yuan' },
    });
  });
});
