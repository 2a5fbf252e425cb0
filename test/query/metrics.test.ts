import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { FilterError } from '../../lib/errors';
import { BASES, DEFAULT_FILTERS, type Filters } from '../../lib/filters';
import { ALL_FIELDS, APPLICANT_COLUMNS } from '../../lib/form';
import { METRICS, metricById, metricFields } from '../../lib/metrics/registry';
import { type Corpus, DIMENSIONS, type Dimension, type MetricsRow, selectMetrics } from '../../lib/query';
import { BODIES, type Body, type Level, LEVELS, type ReportRecord } from '../../lib/record';
import { synthesizeRecords, synthesizeTruth } from '../../lib/synth';
import { keptCorpus } from '../store/kept-corpus';
import { record } from '../store/small-corpus';
import { anyConditions } from '../filters/any-conditions';
import { coverersOf, plainMetrics } from './plain-sum';

const SYNTHETIC = { reports: 600, seed: 11 };

let synthetic: ReportRecord[];
let records: ReportRecord[];
let corpus: Corpus;
beforeAll(async () => {
  synthetic = [...synthesizeRecords(SYNTHETIC)];
  const odd = oddRecords();
  records = [...odd, ...synthetic];
  corpus = await keptCorpus({ records: odd, synthetic: SYNTHETIC }, 'demo');
});

/** What a generator does not think of: unknowns, two reports that both claim a region, zones, odd covering bodies. */
function oddRecords(): ReportRecord[] {
  const values = {
    'requests.granted.total': 3,
    'requests.granted.org_other': 1,
    'requests.outcomes_total.total': 4,
  };
  const year = 2021;
  return [
    record({ name: '无地区局', code: null, level: null, scope: 'own', year, values }),
    record({ name: '无年份局', code: '350781', year: null, values }),
    record({ name: '无类型局', code: '350781', body: null, scope: 'unknown', year, values }),
    record({ name: '无类型政府', code: '350781', body: null, level: null, year, values }),
    record({ name: '县政府一', code: '350781', year, values }),
    record({ name: '县政府办', code: '350781', body: 'office', year, values }),
    record({ name: '高新区管委会', code: '350700', year, values }),
    record({ name: '市税务局', code: '350700', level: 'prefecture', body: 'vertical', year, values }),
    record({ name: '市医院', code: '350700', level: 'prefecture', body: 'institution', year, values }),
    record({ name: '街道', code: '350781001', level: 'township', body: 'subdistrict', year, values: {} }),
    record({
      name: '国家局',
      code: '100000',
      level: 'national',
      scope: 'own',
      body: 'department',
      year,
      values,
    }),
  ];
}

test('淮安市 2024 gives the rates that are known by hand', async () => {
  const values = {
    'requests.new_requests.total': 3119,
    'requests.carried_in.total': 34,
    'requests.granted.total': 1362,
    'requests.partial.total': 454,
    'requests.outcomes_total.total': 3050,
    'requests.carried_out.total': 103,
    'proceedings.reconsideration.upheld': 72,
    'proceedings.reconsideration.corrected': 64,
    'proceedings.reconsideration.other_result': 178,
    'proceedings.reconsideration.pending': 37,
    'proceedings.reconsideration.total': 351,
  };
  const city = record({ name: '淮安市人民政府', code: '320800', level: 'prefecture', year: 2024, values });
  const { rows } = await selectMetrics(await keptCorpus({ records: [city] }), {
    metrics: [
      'disclosure_rate',
      'review_correction_rate',
      'carry_forward_rate',
      'new_requests',
      'dispute_rate',
    ],
    by: ['year', 'prefecture'],
    filters: DEFAULT_FILTERS,
  });
  expect(rows).toHaveLength(1);
  expect(rows[0]?.key).toEqual({ year: 2024, prefecture: '3208' });
  expect(rows[0]?.values).toMatchObject({
    disclosure_rate: { numerator: 1816, denominator: 3050, reports: 1, missing: 0 },
    review_correction_rate: { numerator: 64, denominator: 314 },
    carry_forward_rate: { numerator: 103, denominator: 3153 },
    new_requests: { value: 3119 },
    dispute_rate: { value: null, numerator: null, reports: 0, missing: 1 },
  });
  expect(rows[0]?.values.disclosure_rate?.value).toBeCloseTo(0.5954, 4);
  expect(rows[0]?.values.review_correction_rate?.value).toBeCloseTo(0.2038, 4);
});

const years = [...Array(7).keys()].map((i) => 2019 + i);
const REGIONS = ['11', '1101', '110108', '35', '3507', '350781', '41', '4190', '61', '6108', '610822', '44'];

test('the shares of single rows are the rates of the registry where these have a name', () => {
  const formula = (id: string) => {
    const { numerator, denominator } = metricById(id) ?? {};
    return { numerator, denominator };
  };
  expect(formula('requests.granted.rate')).toEqual(formula('full_disclosure_rate'));
  expect(formula('proceedings.reconsideration.corrected.rate')).toEqual(formula('review_correction_rate'));
  for (const id of ['requests.outcomes_total.rate', 'requests.new_requests.rate', 'denied.rate', '.rate'])
    expect(metricById(id)).toBeUndefined();
  for (const id of ['proceedings.reconsideration.total.rate', 'proceedings.reconsideration.rate'])
    expect(metricById(id)).toBeUndefined();
});

/** Dimensions and metrics that may be asked together. */
const question = fc
  .record({
    by: fc.uniqueArray(fc.constantFrom(...DIMENSIONS), { maxLength: 3 }),
    metrics: fc.uniqueArray(
      fc.constantFrom(
        ...METRICS.map((metric) => metric.id),
        ...ALL_FIELDS.map((field) => field.id),
        'requests.denied_internal_affairs',
        ...['partial', 'other_total', 'other_misc'].map((row) => `requests.${row}.rate`),
        'proceedings.litigation_direct.corrected.rate',
      ),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ by, metrics }) => {
    const asked = by.includes('applicant') ? metrics.filter((id) => metricById(id)?.byApplicant) : metrics;
    return { by, metrics: asked.length > 0 ? asked : ['granted'] };
  });

const slice = fc.record<Omit<Filters, 'agency' | 'basis' | 'corpus'>>({
  from: fc.option(fc.constantFrom(...years)),
  to: fc.option(fc.constantFrom(...years)),
  region: fc.oneof(fc.constant<string[]>([]), fc.subarray(REGIONS, { maxLength: 3 })),
  level: fc.oneof({ weight: 3, arbitrary: fc.constant<Level[]>([]) }, fc.subarray([...LEVELS])),
  body: fc.oneof({ weight: 4, arbitrary: fc.constant<Body[]>([]) }, fc.subarray([...BODIES])),
  form: fc.oneof(
    { weight: 4, arbitrary: fc.constant<Filters['form']>([]) },
    fc.constant<Filters['form']>(['2019']),
  ),
  q: fc.oneof(
    { weight: 5, arbitrary: fc.constant<string>('') },
    fc.constantFrom<string>('政府', '局', '市 办'),
  ),
  applicant: fc.oneof(
    { weight: 4, arbitrary: fc.constant<Filters['applicant']>([]) },
    fc.subarray([...APPLICANT_COLUMNS], { maxLength: 3 }),
  ),
  where: fc.oneof({ weight: 4, arbitrary: fc.constant<string[]>([]) }, anyConditions),
  findings: fc.constantFrom('any' as const, 'any' as const, 'clean' as const),
});

/** Rows under their keys; sums of money are compared to a millionth. */
function byKey(rows: readonly Pick<MetricsRow, 'key' | 'values'>[]): Record<string, unknown> {
  const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(6)));
  return Object.fromEntries(
    rows.map(({ key, values }) => [
      JSON.stringify(key),
      Object.fromEntries(
        Object.entries(values).map(([id, each]) => [
          id,
          { ...each, value: rounded(each.value), numerator: rounded(each.numerator) },
        ]),
      ),
    ]),
  );
}

test.each(BASES)(
  'the store agrees with a plain sum over the records on random slices (basis %s)',
  async (basis) => {
    const coverers = coverersOf(records);
    await fc.assert(
      fc.asyncProperty(question, slice, async ({ by, metrics }, chosen) => {
        const filters: Filters = { ...DEFAULT_FILTERS, ...chosen, basis, corpus: 'demo' };
        const answer = await selectMetrics(corpus, { metrics, by, filters });
        const expected = plainMetrics(records, coverers, metrics, by, filters);
        expect(byKey(answer.rows)).toEqual(byKey(expected));
        const columns = by.includes('applicant') ? filters.applicant.length || APPLICANT_COLUMNS.length : 1;
        const reports = answer.rows.reduce((sum, row) => sum + row.reports, 0);
        expect(answer.meta.reports * columns).toBe(reports);
      }),
      { numRuns: 25, seed: 20261122 },
    );
  },
);

test('the deduplicated basis comes to what the generator knows, in every province, year and level', async () => {
  const metrics = ['reports', ...TRUTH_METRICS];
  const pure = await keptCorpus({ synthetic: SYNTHETIC }, 'demo');
  const of = async (by: Dimension[]): Promise<MetricsRow[]> =>
    (await selectMetrics(pure, { metrics, by, filters: DEFAULT_FILTERS })).rows;
  const together = await of(['year', 'province']);
  const byLevel = await of(['year', 'province', 'level']);
  for (const truth of synthesizeTruth(SYNTHETIC)) {
    const rows = truth.level === 'all' ? together : byLevel;
    const row = rows.find(
      ({ key }) =>
        key.year === truth.year &&
        truth.province.startsWith(String(key.province)) &&
        (truth.level === 'all' || key.level === truth.level),
    );
    const place = `${truth.year} ${truth.province} ${truth.level}`;
    const found = TRUTH_METRICS.map((id) => [row?.values[id]?.value ?? 0, row?.values[id]?.missing ?? 0]);
    const known = TRUTH_METRICS.map((id) => [truth.printed[id], truth.missing[id]]);
    expect([place, row?.values.reports?.value ?? 0, found]).toEqual([place, truth.reports, known]);
  }
});

const TRUTH_METRICS = [
  'requests.new_requests.total',
  'requests.granted.total',
  'requests.outcomes_total.total',
  'proceedings.reconsideration.total',
];

test('an unknown metric, an unknown dimension and a split that table 3 does not have are refused', async () => {
  const ask = (metrics: string[], by: string[]) =>
    selectMetrics(corpus, { metrics, by, filters: DEFAULT_FILTERS });
  await expect(ask(['granted; DROP TABLE reports'], [])).rejects.toThrow(FilterError);
  await expect(ask(['granted'], ['month'])).rejects.toThrow(FilterError);
  await expect(ask(['review_rate'], ['applicant'])).rejects.toThrow(FilterError);
});

test('the registry has every metric of the contract, each on fields of the form, in two languages', () => {
  expect(METRICS.map((metric) => metric.id)).toEqual([
    'new_requests',
    'carried_in',
    'outcomes_total',
    'carried_out',
    'granted',
    'partial',
    'denied',
    'unable',
    'not_processed',
    'other',
    'disclosure_rate',
    'full_disclosure_rate',
    'denial_rate',
    'unable_rate',
    'not_processed_rate',
    'other_rate',
    'carry_forward_rate',
    'reconsiderations',
    'litigations_direct',
    'litigations_after_reconsideration',
    'review_rate',
    'litigation_rate',
    'dispute_rate',
    'review_correction_rate',
    'litigation_correction_rate',
    'rules_issued',
    'normative_documents_issued',
    'documents_in_force',
    'licensing_decisions',
    'penalty_decisions',
    'compulsory_decisions',
    'fees_10k_yuan',
    'reports',
    'agencies',
  ]);
  const ids = new Set(ALL_FIELDS.map((field) => field.id));
  for (const metric of METRICS) {
    const texts = [metric, metric.unit, metric.source].flatMap(({ zh, en }) => [zh, en]);
    expect([metric.id, ...texts.filter((text) => text === '')]).toEqual([metric.id]);
    expect([metric.id, ...metricFields(metric).filter((id) => !ids.has(id))]).toEqual([metric.id]);
    expect([metric.id, metricFields(metric).length > 0]).toEqual([metric.id, metric.kind !== 'count']);
  }
});
