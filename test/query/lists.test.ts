import { beforeAll, expect, test } from 'vitest';
import { parseFilters } from '../../lib/filters';
import { DEFAULT_FILTERS, type Filters } from '../../lib/filters';
import {
  type Corpus,
  REPORT_SORTS,
  type ReportRow,
  selectAgencies,
  selectAgency,
  selectCoverage,
  selectFilterOptions,
  selectHeadline,
  selectMetrics,
  selectReports,
} from '../../lib/query';
import type { ReportRecord } from '../../lib/record';
import { synthesizeRecords } from '../../lib/synth';
import { keptCorpus } from '../store/kept-corpus';

const SYNTHETIC = { reports: 500, seed: 9 };
let records: ReportRecord[];
let corpus: Corpus;
beforeAll(async () => {
  records = [...synthesizeRecords(SYNTHETIC)];
  corpus = await keptCorpus({ synthetic: SYNTHETIC }, 'demo');
});

const filtersOf = (search: string): Filters => parseFilters(new URLSearchParams(search)).filters;
const ALL: Filters = { ...DEFAULT_FILTERS, basis: 'all' };

/** How a list row's value compares: enumerations by their order are left to the store. */
const COMPARED = { agency: 'agency', year: 'year', published: 'published', findings: 'findings' } as const;

test.each(REPORT_SORTS)(
  'the list sorted by %s has every report once, nulls last either way',
  async (sort) => {
    for (const order of ['asc', 'desc'] as const) {
      const { rows } = await selectReports(corpus, ALL, { sort, order, pageSize: 1000 });
      expect(rows.map((row) => row.id).sort()).toEqual(records.map((record) => record.id).sort());
      const values = rows.map((row) => valueIn(row, sort));
      const firstNull = values.indexOf(null);
      expect(values.slice(firstNull).filter((value) => firstNull >= 0 && value !== null)).toEqual([]);
      const numbers = values.filter((value) => typeof value === 'number');
      expect(numbers).toEqual([...numbers].sort((a, b) => (order === 'asc' ? a - b : b - a)));
    }
  },
);

function valueIn(row: ReportRow, sort: string): string | number | null {
  if (sort === 'region') return row.id;
  const name = COMPARED[sort as keyof typeof COMPARED] ?? sort;
  return row[name as keyof ReportRow] ?? null;
}

test('an option promises as many reports as choosing it gives', async () => {
  for (const search of ['', 'region=13&from=2020', 'level=county&basis=own', 'body=department&basis=all']) {
    const filters = filtersOf(search);
    const options = await selectFilterOptions(corpus, filters);
    const choices: [string, string, Partial<Filters>][] = [];
    for (const year of options.years)
      choices.push(['year', year.value, { from: Number(year.value), to: Number(year.value) }]);
    for (const region of [...options.provinces, ...options.prefectures, ...options.counties])
      choices.push(['region', region.value, { region: [region.value] }]);
    for (const level of options.choices.level)
      choices.push(['level', level.value, filtersOf(`level=${level.value}`)]);
    const promised = [
      ...options.years,
      ...options.provinces,
      ...options.prefectures,
      ...options.counties,
      ...options.choices.level,
    ].map((option) => option.reports);
    for (const [i, [kind, value, chosen]] of choices.entries()) {
      const change = kind === 'level' ? { level: chosen.level ?? [] } : chosen;
      const { meta } = await selectReports(corpus, { ...filters, ...change }, { pageSize: 1 });
      expect([search, kind, value, promised[i]]).toEqual([search, kind, value, meta.reports]);
    }
  }
});

test('what is chosen stays among the options when the other filters leave nothing of it', async () => {
  const options = await selectFilterOptions(
    corpus,
    filtersOf('from=1999&to=1999&region=610111&level=township'),
  );
  const find = (list: { value: string; reports: number }[], value: string) =>
    list.find((option) => option.value === value);
  expect(find(options.years, '1999')).toEqual({ value: '1999', name: null, reports: 0 });
  expect(find(options.provinces, '61')).toMatchObject({ reports: 0 });
  const hebei = await selectFilterOptions(corpus, filtersOf('from=1999&to=1999&region=13'));
  expect(find(hebei.provinces, '13')).toEqual({ value: '13', name: '河北省', reports: 0 });
  expect(find(options.counties, '610111')).toMatchObject({ reports: 0 });
  expect(find(options.choices.level, 'township')).toMatchObject({ reports: 0 });
});

test('coverage counts every report of the slice once and the counted ones beside them', async () => {
  const { rows, meta } = await selectCoverage(corpus, DEFAULT_FILTERS);
  const sum = (name: 'reports' | 'counted'): number => rows.reduce((total, row) => total + row[name], 0);
  expect(sum('reports')).toBe(records.length);
  expect(sum('counted')).toBe(meta.reports);
  expect(meta.reports + meta.left_out).toBe(records.length);
  for (const row of rows) {
    const members = records.filter(({ year, region }) => year === row.year && region.level === row.level);
    expect(row.reports).toBe(members.length);
    expect(row.with_findings).toBe(members.filter((record) => record.findings.length > 0).length);
    expect(row.agencies).toBe(new Set(members.map(({ id }) => id.replace(/-[^-]*$/, ''))).size);
  }
});

test('the headline is the metrics of the whole slice', async () => {
  const filters = filtersOf('region=13&from=2021');
  const headline = await selectHeadline(corpus, filters);
  const metrics = Object.keys(headline.values);
  const { rows } = await selectMetrics(corpus, { metrics, by: [], filters });
  expect(headline.values).toEqual(rows[0]?.values);
  expect(headline.years?.from).toBeGreaterThanOrEqual(2021);
});

test('an empty slice gives nulls and zeros, not failures', async () => {
  const filters = filtersOf('q=没有这样的机关');
  const headline = await selectHeadline(corpus, filters);
  expect(headline).toMatchObject({ years: null, provinces: 0, meta: { reports: 0, left_out: 0 } });
  expect(headline.values.new_requests).toEqual({
    value: null,
    numerator: null,
    denominator: null,
    reports: 0,
    missing: 0,
  });
  expect((await selectReports(corpus, filters)).rows).toEqual([]);
  expect((await selectAgencies(corpus, filters)).meta).toMatchObject({ row_count: 0, pages: 1 });
});

test('an agency is found by its id with all its reports', async () => {
  const { rows } = await selectAgencies(corpus, ALL, { pageSize: 5 });
  for (const row of rows) {
    expect(await selectAgency(corpus, row.id)).toEqual(row);
    const { meta } = await selectReports(corpus, { ...DEFAULT_FILTERS, agency: [row.id] });
    expect(meta.reports).toBe(row.reports);
  }
  expect(await selectAgency(corpus, 'nobody')).toBeNull();
});
