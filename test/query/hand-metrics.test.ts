/** Sums over nine reports made by hand (hand-reports.ts), compared with sums written out here. */
import { beforeAll, expect, test } from 'vitest';
import { parseFilters } from '../../lib/filters';
import type { Filters } from '../../lib/filters';
import {
  resultColumns,
  type Corpus,
  flatRow,
  selectCoverage,
  selectDistribution,
  selectFilterOptions,
  selectHeadline,
  selectMetrics,
} from '../../lib/query';
import { keptCorpus } from '../store/kept-corpus';
import { HAND } from './hand-reports';

let corpus: Corpus;
beforeAll(async () => {
  corpus = await keptCorpus({ records: HAND });
});

const filtersOf = (search: string): Filters => parseFilters(new URLSearchParams(search)).filters;
const ask = (search: string, metrics: string[], by: string[] = []) =>
  selectMetrics(corpus, { metrics, by, filters: filtersOf(search) });

test.each([
  ['', 321_234_567, 9],
  ['region=61', 21_234_567, 8],
  ['region=6101', 20_234_567, 7],
  ['region=610111', 20_034_500, 4],
  ['region=610111001', 500, 1],
  ['region=61,6101,610111', 21_234_567, 8],
  ['region=610111001,610111', 20_034_500, 4],
  ['region=610111001,610112', 507, 2],
  ['from=2024', 1_234_560, 6],
  ['to=2023', 20_000_007, 2],
  ['from=2023&to=2023&region=610111', 20_000_000, 1],
  ['level=county', 20_034_007, 4],
  ['level=county,township', 20_034_507, 5],
  ['body=vertical,department', 4060, 2],
  ['form=2019', 7, 1],
  ['findings=clean', 321_200_567, 7],
  ['agency=610111-灞桥区人民政府', 20_030_000, 2],
  ['q=灞桥区', 20_034_500, 4],
  ['q=灞桥区 教育', 4000, 1],
  ['q=灞桥区政府', 20_030_000, 2],
  ['where=requests.outcomes_total.total>=30', 1_230_000, 3],
  ['where=requests.outcomes_total.total:blank', 60, 1],
  ['where=requests.denied_third_party.org_other:unreadable', 30_000, 1],
  ['where=requests.new_requests.natural_person>=20000', 230_000, 2],
  ['where=requests.new_requests.natural_person:missing', 1_000_000, 1],
  ['where=requests.carried_out.total:!number', 30_000, 1],
  ['where=disclosure_rate=1', 4007, 2],
  ['where=published<2025-01-31', 20_000_007, 2],
  ['where=published=2025-01-31|year<2024', 20_030_007, 3],
  ['where=issues>0,findings=0', 60, 1],
  ['where=proceedings.reconsideration.total>=4', 30_000, 1],
  ['where=proceedings.litigation_direct.total:missing', 200_000, 1],
  ['where=proceedings.litigation_direct.total:number,year=2024', 1_034_560, 5],
  ['where=disclosure.rules.new_made:number', 7, 1],
  ['where=disclosure.rules.issued=5|disclosure.rules.new_made=6', 30_007, 2],
  ['where=requests.new_requests.natural_person:number,year=2024', 234_560, 5],
  ['where=requests.new_requests.natural_person:!missing,year=2024', 234_560, 5],
  ['where=disclosure_rate:missing,year=2024', 560, 2],
  ['where=published:missing', 300_004_500, 3],
] as const)('all reports of "%s" add up to %i', async (search, sum, reports) => {
  const { rows, meta } = await ask(`${search}&basis=all`, ['new_requests']);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ reports, values: { new_requests: { value: sum, reports, missing: 0 } } });
  expect(meta).toMatchObject({ reports, left_out: 0, row_count: 1, corpus: 'reports', synthetic: false });
});

test.each([
  ['', 321_000_007, 4, 5],
  ['region=61', 21_000_007, 3, 5],
  ['region=6101', 20_200_007, 3, 4],
  ['region=610111', 20_030_000, 2, 2],
  ['region=610111001', 500, 1, 0],
  ['region=61,6101,610111', 21_000_007, 3, 5],
  ['region=6101,610111', 20_200_007, 3, 4],
  ['region=610111,610112', 20_030_007, 3, 2],
  ['region=610111001,610112', 507, 2, 0],
  ['region=610111,6103', 20_030_000, 2, 2],
  ['from=2024', 1_000_000, 1, 5],
  ['to=2023', 20_000_007, 2, 0],
  ['level=county', 20_030_007, 3, 1],
  ['level=township', 500, 1, 0],
  ['level=prefecture', 200_000, 1, 1],
  ['agency=610111-灞桥区教育局', 4000, 1, 0],
  ['body=government', 21_000_007, 3, 2],
  ['basis=own', 4560, 3, 6],
  ['basis=consolidated', 21_230_007, 5, 4],
] as const)('no request of "%s" is counted twice: %i', async (search, sum, reports, leftOut) => {
  const { rows, meta } = await ask(search, ['new_requests']);
  expect(rows[0]?.values.new_requests?.value).toBe(sum);
  expect(meta).toMatchObject({ reports, left_out: leftOut, missing: { new_requests: 0 } });
});

test.each([
  [['61', '6101', '610111'], 21_000_007],
  [['610111', '6101', '61'], 21_000_007],
  [['610111001', '610111', '6101'], 20_200_007],
  [['610111001', '610111'], 20_030_000],
  [['610112', '610111001'], 507],
  [['610111001', '610112'], 507],
  [['610111001', '610112', '610111'], 20_030_007],
  [['32', '6101'], 20_200_007],
  [['6101', '32'], 20_200_007],
])(
  'of regions one inside another, in whatever order, the outermost says what is counted: %j',
  async (region, sum) => {
    const filters = { ...filtersOf(''), region };
    const { rows, meta } = await selectMetrics(corpus, { metrics: ['new_requests'], by: [], filters });
    expect(rows[0]?.values.new_requests?.value).toBe(sum);
    expect(meta.reports).toBe(rows[0]?.reports);
  },
);

test.each([['nonsense'], ['year>2000,'], ['secret>1']])(
  'a condition that cannot be understood is refused: %s',
  async (text) => {
    const filters = { ...filtersOf(''), where: [text] };
    await expect(selectMetrics(corpus, { metrics: ['granted'], by: [], filters })).rejects.toThrow(
      new RegExp(`^where=${text}: expected .+ \\(character \\d+\\)$`),
    );
  },
);

test.each([
  ['year', '', { 2023: 20_000_007, 2024: 1_000_000, null: 300_000_000 }],
  ['province', '', { 61: 21_000_007, null: 300_000_000 }],
  ['prefecture', '', { 6101: 20_200_007, null: 301_000_000 }],
  ['county', '', { 610111: 20_030_000, 610112: 7, null: 301_000_000 }],
  [
    'province,county',
    '',
    { '61,610111': 20_030_000, '61,610112': 7, '61,null': 1_000_000, 'null,null': 300_000_000 },
  ],
  [
    'level',
    '',
    { province: 1_000_000, prefecture: 200_000, county: 20_030_007, township: 500, null: 300_000_000 },
  ],
  ['body', '', { government: 21_000_007, null: 300_000_000 }],
  ['form', '', { 2019: 7, 2021: 321_000_000 }],
  [
    'year,level',
    'region=610111&basis=all',
    { '2023,county': 20_000_000, '2024,county': 34_000, '2024,township': 500 },
  ],
  [
    'agency',
    '',
    {
      'unknown-无名局': 300_000_000,
      '610000-陕西省人民政府': 1_000_000,
      '610100-西安市人民政府': 200_000,
      '610100-西安市税务局': 60,
      '610111-灞桥区人民政府': 20_030_000,
      '610111-灞桥区教育局': 4000,
      '610111001-纺织城街道': 500,
      '610112-未央区人民政府': 7,
    },
  ],
] as const)('grouped by %s each group has its own sum (%s)', async (by, search, sums) => {
  const { rows, meta } = await ask(search, ['new_requests'], by.split(','));
  const keyOf = (row: (typeof rows)[number]) => by.split(',').map((each) => String(row.key[each as 'year']));
  expect(Object.fromEntries(rows.map((row) => [keyOf(row).join(), row.values.new_requests?.value]))).toEqual(
    sums,
  );
  expect(meta.row_count).toBe(Object.keys(sums).length);
  expect(rows.reduce((sum, row) => sum + row.reports, 0)).toBe(meta.reports);
});

test('groups come in order of their keys, nulls last, and are named', async () => {
  const { rows, by } = await ask('basis=all', ['reports'], ['province', 'county', 'year', 'year']);
  expect(by).toEqual(['province', 'county', 'year']);
  expect(rows.map((row) => [...Object.values(row.key), ...Object.values(row.names), row.reports])).toEqual([
    ['61', '610111', 2023, '陕西省', '灞桥区', 1],
    ['61', '610111', 2024, '陕西省', '灞桥区', 3],
    ['61', '610112', 2023, '陕西省', '未央区', 1],
    ['61', null, 2024, '陕西省', null, 3],
    [null, null, null, null, null, 1],
  ]);
  const agencies = await ask('region=610111&basis=all', ['reports'], ['agency']);
  // A name changes: the latest one counts.
  expect(agencies.rows.map((row) => row.names.agency)).toEqual([
    '灞桥区人民政府',
    '灞桥区教育局',
    '灞桥区纺织城街道办事处',
  ]);
  const years = await ask('region=610111&basis=all', ['reports'], ['year']);
  expect(years.rows.map((row) => row.names)).toEqual([{}, {}]);
});

test('rates are ratios of sums over the reports that have both sides', async () => {
  const { rows, meta } = await ask('basis=all', [
    'disclosure_rate',
    'rules_issued',
    'documents_in_force',
    'fees_10k_yuan',
    'litigation_rate',
    'carry_forward_rate',
    'reports',
    'agencies',
    'reports',
  ]);
  const none = { numerator: null, denominator: null };
  expect(rows[0]?.values).toEqual({
    // 600 of 1000, 120 of 200, 18 of 30, 29 of 29, 10 of 10; three reports print zeros, one a blank.
    disclosure_rate: { value: 777 / 1269, numerator: 777, denominator: 1269, reports: 8, missing: 1 },
    rules_issued: { value: 11, ...none, reports: 9, missing: 0 },
    documents_in_force: { value: 0, ...none, reports: 8, missing: 1 },
    fees_10k_yuan: { value: 1.25, ...none, reports: 8, missing: 1 },
    litigation_rate: { value: 5 / 1069, numerator: 5, denominator: 1069, reports: 7, missing: 2 },
    carry_forward_rate: { value: 0, numerator: 0, denominator: 321_204_567, reports: 8, missing: 1 },
    reports: { value: 9, ...none, reports: 9, missing: 0 },
    agencies: { value: 8, ...none, reports: 9, missing: 0 },
  });
  expect(meta.missing).toMatchObject({ disclosure_rate: 1, litigation_rate: 2, reports: 0 });
  const zero = await ask('region=610111001&basis=all', ['disclosure_rate']);
  expect(zero.rows[0]?.values.disclosure_rate).toEqual({
    value: null,
    numerator: 0,
    denominator: 0,
    reports: 1,
    missing: 0,
  });
  const blank = await ask('agency=610100-西安市税务局', ['disclosure_rate']);
  expect(blank.rows[0]?.values.disclosure_rate).toEqual({ value: null, ...none, reports: 0, missing: 1 });
});

test.each([
  ['', { 2023: 2, 2024: 6, null: 1 }],
  ['region=610111', { 2023: 1, 2024: 3 }],
])('agencies and reports of a year are counted (%s)', async (search, counts) => {
  const { rows } = await ask(`${search}&basis=all`, ['agencies', 'reports'], ['year']);
  expect(Object.fromEntries(rows.map((row) => [String(row.key.year), row.values.agencies?.value]))).toEqual(
    counts,
  );
  expect(Object.fromEntries(rows.map((row) => [String(row.key.year), row.values.reports?.value]))).toEqual(
    counts,
  );
});

const OF_ONE = { numerator: null, denominator: null };

test('by applicant every column is a group; a dash is missing, not 0', async () => {
  const { rows, meta } = await ask('basis=all', ['new_requests'], ['applicant']);
  const zero = { value: 0, ...OF_ONE, reports: 9, missing: 0 };
  expect(Object.fromEntries(rows.map((row) => [row.key.applicant, row.values.new_requests]))).toEqual({
    natural_person: { value: 170_000, ...OF_ONE, reports: 8, missing: 1 },
    org_commercial: { ...zero, value: 10_000 },
    org_research: zero,
    org_public_interest: zero,
    org_legal_service: zero,
    org_other: { ...zero, value: 50_000 },
  });
  expect(meta.missing.new_requests).toBe(1);
});

test.each([
  ['natural_person', '', 170_000, 8],
  ['org_commercial', '', 10_000, 9],
  ['natural_person,org_commercial', '', 180_000, 8],
  ['natural_person,org_other', '', 220_000, 8],
  ['org_commercial,org_other', '', 60_000, 9],
  ['natural_person,org_commercial', 'region=610111', 30_000, 4],
  ['natural_person,org_commercial', 'region=61&to=2024', 180_000, 7],
  ['natural_person,org_commercial', 'level=province', null, 0],
  ['org_commercial', 'q=灞桥区', 10_000, 4],
] as const)('applicants %s are added up report by report (%s)', async (applicant, search, value, reports) => {
  const { rows, meta } = await ask(`basis=all&applicant=${applicant}&${search}`, [
    'new_requests',
    'reports',
    'review_rate',
  ]);
  expect(rows[0]?.values.new_requests).toMatchObject({ value, reports });
  expect(rows[0]?.reports).toBe(meta.reports);
  expect(rows[0]?.values.reports?.value).toBe(meta.reports);
  // Table 4 knows no applicants.
  expect(rows[0]?.values.review_rate).toEqual({ value: null, ...OF_ONE, reports: 0, missing: meta.reports });
});

test('applicants by year, beside whole metrics, keep one row a year', async () => {
  const { rows } = await ask(
    'basis=all&applicant=natural_person,org_other',
    ['new_requests', 'disclosure_rate', 'reports'],
    ['year'],
  );
  expect(
    rows.map((row) => [row.key.year, row.reports, row.values.new_requests?.value, row.values.reports?.value]),
  ).toEqual([
    [2023, 2, 0, 2],
    [2024, 6, 220_000, 6],
    [null, 1, 0, 1],
  ]);
});

test.each([
  [['granted', 'nothing'], [], 'metrics=nothing: expected an id of /api/v1/metrics or a field id'],
  [
    ['granted'],
    ['year', 'month'],
    'by=month: expected one of year, province, prefecture, county, level, body, form, applicant, agency',
  ],
  [
    ['review_rate'],
    ['applicant'],
    'by=applicant: expected metrics of table 3 only, which review_rate is not',
  ],
])('%j by %j is refused: %s', async (metrics, by, message) => {
  await expect(ask('', metrics, by)).rejects.toThrow(message);
});

test('flat rows have a column for every key, name, value and what a value rests on', async () => {
  const answer = await ask(
    'basis=all&region=610111',
    ['disclosure_rate', 'fees_10k_yuan', 'reports'],
    ['year', 'county'],
  );
  expect(resultColumns(answer, 'en')).toEqual([
    { id: 'year', label: 'Year', unit: null },
    { id: 'county', label: 'County', unit: null },
    { id: 'county_name', label: 'County name', unit: null },
    { id: 'disclosure_rate', label: 'Disclosure rate (in full or in part)', unit: 'ratio, 0–1' },
    {
      id: 'disclosure_rate_numerator',
      label: 'Disclosure rate (in full or in part) · numerator',
      unit: 'requests',
    },
    {
      id: 'disclosure_rate_denominator',
      label: 'Disclosure rate (in full or in part) · denominator',
      unit: 'requests',
    },
    {
      id: 'disclosure_rate_reports',
      label: 'Disclosure rate (in full or in part) · reports with a value',
      unit: 'reports',
    },
    {
      id: 'disclosure_rate_missing',
      label: 'Disclosure rate (in full or in part) · reports without a value',
      unit: 'reports',
    },
    expect.objectContaining({ id: 'fees_10k_yuan' }),
    expect.objectContaining({ id: 'fees_10k_yuan_reports', unit: 'reports' }),
    expect.objectContaining({ id: 'fees_10k_yuan_missing', unit: 'reports' }),
    expect.objectContaining({ id: 'reports' }),
  ]);
  expect(
    resultColumns(answer, 'zh')
      .map((column) => column.label)
      .slice(0, 8),
  ).toEqual([
    '年份',
    '县级',
    '县级名称',
    '公开率（含部分公开）',
    '公开率（含部分公开） · 分子',
    '公开率（含部分公开） · 分母',
    '公开率（含部分公开） · 有数据的报告数',
    '公开率（含部分公开） · 缺数据的报告数',
  ]);
  expect(answer.rows.map((row) => flatRow(row, answer))).toEqual([
    [2023, '610111', '灞桥区', null, 0, 0, 1, 0, 0, 1, 0, 1],
    [2024, '610111', '灞桥区', 47 / 59, 47, 59, 3, 0, 1.25, 3, 0, 3],
  ]);
  const agencies = await ask('region=610112', ['reports'], ['agency', 'prefecture', 'province']);
  expect(resultColumns(agencies, 'zh').map((column) => column.label)).toEqual(
    expect.arrayContaining(['机关', '机关名称', '地级', '地级名称', '省级', '省级名称']),
  );
  expect(agencies.rows.map((row) => flatRow(row, agencies))).toEqual([
    ['610112-未央区人民政府', '未央区人民政府', '6101', '西安市', '61', '陕西省', 1],
  ]);
});

test('the headline has every metric, the years, provinces and what is doubtful', async () => {
  const headline = await selectHeadline(corpus, filtersOf('basis=all'));
  expect(headline).toMatchObject({
    years: { from: 2023, to: 2024 },
    provinces: 1,
    with_findings: 2,
    with_issues: 1,
  });
  expect(headline.values.new_requests?.value).toBe(321_234_567);
  expect(headline.values.agencies?.value).toBe(8);
  expect(Object.keys(headline.values)).toHaveLength(34);
  expect((await selectHeadline(corpus, filtersOf('q=教育局&basis=all'))).years).toEqual({
    from: 2024,
    to: 2024,
  });
  expect((await selectHeadline(corpus, filtersOf('agency=unknown-无名局'))).years).toBeNull();
});

test('coverage counts reports, counted ones, tables, findings and doubts by year and level', async () => {
  const { rows, meta } = await selectCoverage(corpus, filtersOf(''));
  const listed = rows.map((row) => [
    row.year,
    row.level,
    row.reports,
    row.counted,
    row.agencies,
    row.with_findings,
    row.with_issues,
  ]);
  expect(listed).toEqual([
    [2023, 'county', 2, 2, 2, 0, 0],
    [2024, 'province', 1, 1, 1, 0, 0],
    [2024, 'prefecture', 2, 0, 2, 0, 0],
    [2024, 'county', 2, 0, 2, 2, 1],
    [2024, 'township', 1, 0, 1, 0, 0],
    [null, null, 1, 1, 1, 0, 0],
  ]);
  for (const row of rows)
    expect([row.with_requests, row.with_proceedings, row.with_disclosure]).toEqual(
      Array(3).fill(row.reports),
    );
  expect(meta).toMatchObject({ reports: 4, left_out: 5 });
  const searched = await selectCoverage(corpus, filtersOf('q=灞桥区&from=2024&basis=all'));
  expect(searched.rows.map((row) => [row.level, row.reports, row.counted])).toEqual([
    ['county', 2, 2],
    ['township', 1, 1],
  ]);
});

const short = (options: readonly { value: string; reports: number }[]): Record<string, number> =>
  Object.fromEntries(options.map(({ value, reports }) => [value, reports]));

test('filter options count what each choice would show, under all the other filters', async () => {
  const options = await selectFilterOptions(corpus, filtersOf('basis=all'));
  expect(short(options.years)).toEqual({ 2023: 2, 2024: 6 });
  expect(options.provinces).toEqual([{ value: '61', name: '陕西省', reports: 8 }]);
  expect([options.prefectures, options.counties, options.townships]).toEqual([[], [], []]);
  expect(short(options.choices.level)).toEqual({ province: 1, prefecture: 2, county: 4, township: 1 });
  expect(options.choices.level.map((each) => each.value)).toEqual([
    'province',
    'prefecture',
    'county',
    'township',
  ]);
  expect(short(options.choices.body)).toEqual({ government: 5, department: 1, subdistrict: 1, vertical: 1 });
  expect(short(options.choices.form)).toEqual({ 2019: 1, 2021: 8 });
  expect(short(options.choices.basis)).toEqual({ deduplicated: 4, consolidated: 5, own: 3, all: 9 });
  expect(short(options.choices.findings)).toEqual({ any: 9, clean: 7 });
  expect(options.choices.basis[0]).toEqual({ value: 'deduplicated', name: null, reports: 4 });
  expect(options.meta.reports).toBe(9);
});

test.each([
  ['region=61', [['6101', '西安市', 3]], [], []],
  [
    'region=6101',
    [['6101', '西安市', 3]],
    [
      ['610111', '灞桥区', 2],
      ['610112', '未央区', 1],
    ],
    [],
  ],
  [
    'region=610111',
    [['6101', '西安市', 3]],
    [
      ['610111', '灞桥区', 2],
      ['610112', '未央区', 1],
    ],
    [['610111001', '纺织城街道', 1]],
  ],
  [
    'region=610111,610112',
    [['6101', '西安市', 3]],
    [
      ['610111', '灞桥区', 2],
      ['610112', '未央区', 1],
    ],
    [],
  ],
  [
    'region=610111001',
    [['6101', '西安市', 3]],
    [
      ['610111', '灞桥区', 2],
      ['610112', '未央区', 1],
    ],
    [['610111001', '纺织城街道', 1]],
  ],
  ['region=61,32', [], [], []],
  ['region=61,6101', [['6101', '西安市', 3]], [], []],
])('under %s regions are offered level by level', async (search, prefectures, counties, townships) => {
  const options = await selectFilterOptions(corpus, filtersOf(search));
  const listed = (list: typeof options.counties) =>
    list.map(({ value, name, reports }) => [value, name, reports]);
  expect(options.provinces.find(({ value }) => value === '61')).toEqual({
    value: '61',
    name: '陕西省',
    reports: 3,
  });
  expect(listed(options.prefectures)).toEqual(prefectures);
  expect(listed(options.counties)).toEqual(counties);
  expect(listed(options.townships)).toEqual(townships);
});

test('what is chosen and has no report stays in its place in the lists, by its name where the corpus knows it', async () => {
  const options = await selectFilterOptions(
    corpus,
    filtersOf(
      'from=2022&to=2025&region=610112,610199001&level=national,township&body=office&form=2019&q=教育局&basis=all',
    ),
  );
  expect(short(options.years)).toEqual({ 2022: 0, 2025: 0 });
  expect(options.provinces).toEqual([{ value: '61', name: '陕西省', reports: 0 }]);
  expect(options.prefectures).toEqual([{ value: '6101', name: '西安市', reports: 0 }]);
  expect(options.counties).toEqual([
    { value: '610112', name: '未央区', reports: 0 },
    { value: '610199', name: null, reports: 0 },
  ]);
  expect(options.townships).toEqual([{ value: '610199001', name: null, reports: 0 }]);
  expect(options.choices.level.map((each) => each.value)).toEqual(['national', 'township']);
  expect(options.choices.body.map((each) => each.value)).toEqual(['office']);
  expect(short(options.choices.form)).toEqual({ 2019: 0 });
});

test('a choice without reports is set among the others by its order, not behind them', async () => {
  const options = await selectFilterOptions(
    corpus,
    filtersOf('from=2019&level=national,county&region=11,61&basis=all'),
  );
  expect(options.years.map((each) => each.value)).toEqual(['2019', '2023', '2024']);
  expect(options.provinces.map((each) => each.value)).toEqual(['11', '61']);
  expect(options.choices.level.map((each) => each.value)).toEqual([
    'national',
    'province',
    'prefecture',
    'county',
    'township',
  ]);
  const bodies = await selectFilterOptions(corpus, filtersOf('body=office&basis=all'));
  expect(bodies.choices.body.map((each) => each.value)).toEqual([
    'government',
    'department',
    'office',
    'subdistrict',
    'vertical',
  ]);
});

test('the distribution of a rate leaves out what rests on 29 cases and keeps what rests on 30', async () => {
  const answer = await selectDistribution(corpus, {
    metric: 'disclosure_rate',
    filters: filtersOf('from=2024&to=2024'),
  });
  // Six agencies of 2024: three with 0.6 on 1000, 200 and 30 cases; one on 29; one on 0 and one without a value.
  expect(answer).toMatchObject({
    metric: 'disclosure_rate',
    agencies: 3,
    few: 1,
    missing: 2,
    bins: [{ from: 0.6, to: 0.65, agencies: 3 }],
    quantiles: { min: 0.6, p10: 0.6, p25: 0.6, median: 0.6, p75: 0.6, p90: 0.6, max: 0.6 },
  });
  const all = await selectDistribution(corpus, { metric: 'disclosure_rate', filters: filtersOf('') });
  expect([all.agencies, all.few, all.missing]).toEqual([3, 2, 3]);
});

test('the distribution of a sum has a bin for each size, from the smallest to the largest', async () => {
  const answer = await selectDistribution(corpus, {
    metric: 'new_requests',
    filters: filtersOf('region=6101'),
  });
  // 7, 60, 500, 4,000, 200,000 and 20,030,000 in two years.
  expect([answer.agencies, answer.few, answer.missing]).toEqual([6, 0, 0]);
  expect(answer.bins.filter((bin) => bin.agencies > 0)).toEqual([
    { from: 5, to: 10, agencies: 1 },
    { from: 50, to: 100, agencies: 1 },
    { from: 500, to: 1000, agencies: 1 },
    { from: 2000, to: 5000, agencies: 1 },
    { from: 200_000, to: 500_000, agencies: 1 },
    { from: 20_000_000, to: 50_000_000, agencies: 1 },
  ]);
  expect(answer.bins[0]?.from).toBe(5);
  expect(answer.bins.at(-1)?.to).toBe(50_000_000);
  expect(answer.bins.every((bin, i) => i === 0 || bin.from === answer.bins[i - 1]?.to)).toBe(true);
  // Ranks 0 to 5: the median lies between 500 and 4,000, the first quarter at rank 1.25, the last tenth at 4.5.
  expect(answer.quantiles).toEqual({
    min: 7,
    p10: 33.5,
    p25: 170,
    median: 2250,
    p75: 151_000,
    p90: 10_115_000,
    max: 20_030_000,
  });
  const none = await selectDistribution(corpus, { metric: 'new_requests', filters: filtersOf('q=没有') });
  expect(none).toMatchObject({ agencies: 0, few: 0, missing: 0, bins: [], quantiles: null });
});

test.each([
  ['reports', ''],
  ['nothing', ''],
  ['granted', 'applicant=natural_person'],
])('%s has no distribution (%s)', async (metric, search) => {
  await expect(selectDistribution(corpus, { metric, filters: filtersOf(search) })).rejects.toThrow(
    `metric=${metric}: expected a sum or rate over all applicants`,
  );
});
