import { expect, test } from 'vitest';
import { parseFilters } from '../../lib/filters';
import type { Level, ReportRecord } from '../../lib/record';
import { selectMetrics, selectReport, selectReports } from '../../lib/query';
import { keptCorpus } from '../store/kept-corpus';
import { type RecordShape, record } from '../store/small-corpus';

const report = (name: string, code: string, level: Level, more: RecordShape = {}): ReportRecord =>
  record({ name, code, level, values: { 'requests.new_requests.total': 1 }, ...more });

const OWN = { scope: 'own', body: 'department' } as const;

/**
 * Names of the agencies whose reports are counted, grouped and filtered as the query string says; each test asks for the
 * years of its own, as nothing is covered by a report of another year.
 */
async function countedUnder(years: string, query = ''): Promise<string[]> {
  const { filters } = parseFilters(new URLSearchParams(`${years}&${query}`));
  const { rows } = await selectReports(await keptCorpus({ records: ALL }), filters);
  return rows.map((row) => row.agency);
}

/** Reports in each group, by the group's keys joined with a blank. */
async function groupsOf(years: string, by: string[], query = ''): Promise<Record<string, number>> {
  const { filters } = parseFilters(new URLSearchParams(`${years}&${query}`));
  const corpus = await keptCorpus({ records: ALL });
  const { rows } = await selectMetrics(corpus, { metrics: ['reports'], by, filters });
  return Object.fromEntries(
    rows.map((row) => [by.map((each) => row.key[each as 'year']).join(' '), row.reports]),
  );
}

const CITY_REPORTS = [
  report('甲市人民政府', '610100', 'prefecture'),
  report('甲市教育局', '610100', 'prefecture', OWN),
  report('乙县人民政府', '610111', 'county'),
  report('乙县教育局', '610111', 'county', OWN),
  report('乙县丙镇', '610111001', 'township', { scope: 'own' }),
  report('丁县教育局', '610112', 'county', OWN),
];
const CITY = 'from=2024&to=2024';
const TWO_YEARS = 'from=2022&to=2023';
const OUTSIDE = 'from=2021&to=2021';
const UNKNOWN = 'from=2020&to=2020';
const UNKNOWN_BESIDE_KNOWN = 'from=2019&to=2019';
const TWO_CONSOLIDATED = 'from=2025&to=2025';
const ZONE = 'from=2018&to=2018';

const ALL = [
  ...CITY_REPORTS,
  report('甲市人民政府', '610100', 'prefecture', { year: 2022 }),
  report('乙县人民政府', '610111', 'county', { year: 2023 }),
  report('甲市税务局', '610100', 'prefecture', { year: 2021, body: 'vertical' }),
  report('甲市自来水公司', '610100', 'prefecture', { year: 2021, body: 'institution' }),
  report('乙县人民政府', '610111', 'county', { year: 2021 }),
  report('乙县政府办', '610111', 'county', { year: 2020, scope: 'unknown', body: 'office' }),
  report('乙县政府办', '610111', 'county', { year: 2019, scope: 'unknown', body: 'office' }),
  report('乙县人民政府', '610111', 'county', { year: 2019 }),
  report('乙县政府办', '610111', 'county', { year: 2025, body: 'office' }),
  report('乙县人民政府', '610111', 'county', { year: 2025 }),
  report('甲市高新区管委会', '610100', 'county', { year: 2018 }),
  report('乙县人民政府', '610111', 'county', { year: 2018 }),
];

test('in the whole country a city stands for its counties, their departments and townships', async () => {
  expect(await countedUnder(CITY)).toEqual(['甲市人民政府']);
});

test('inside a county the county stands for itself, and a county without a report of its own keeps its departments', async () => {
  expect(await countedUnder(CITY, 'region=610111')).toEqual(['乙县人民政府']);
  expect(await countedUnder(CITY, 'region=610112')).toEqual(['丁县教育局']);
  expect(await countedUnder(CITY, 'region=610111,610112')).toEqual(['乙县人民政府', '丁县教育局']);
  expect(await groupsOf(CITY, ['county'])).toEqual({ 610111: 1, 610112: 1, '': 1 });
});

test('grouped by level each level is a group of its own', async () => {
  expect(await groupsOf(CITY, ['level'])).toEqual({ prefecture: 1, county: 2, township: 1 });
  expect(await countedUnder(CITY, 'level=county')).toEqual(['乙县人民政府', '丁县教育局']);
  expect(await countedUnder(CITY, 'level=county,township')).toEqual([]);
});

test('a report of another year covers nothing', async () => {
  expect(await groupsOf(TWO_YEARS, ['year'])).toEqual({ 2022: 1, 2023: 1 });
});

test('vertical bodies and institutions are outside and cover nothing', async () => {
  expect(await countedUnder(OUTSIDE)).toEqual(['乙县人民政府']);
  expect(await countedUnder(OUTSIDE, 'basis=all')).toHaveLength(3);
});

test('a report of unknown scope counts only where no consolidated report does', async () => {
  expect(await countedUnder(UNKNOWN)).toEqual(['乙县政府办']);
  expect(await countedUnder(UNKNOWN_BESIDE_KNOWN)).toEqual(['乙县人民政府']);
});

test('of two consolidated reports of one region one stays, the government’s', async () => {
  expect(await countedUnder(TWO_CONSOLIDATED)).toEqual(['乙县人民政府']);
  expect(await countedUnder(TWO_CONSOLIDATED, 'level=county')).toEqual(['乙县人民政府']);
});

test('a development zone that carries the code of its city does not stand for the city', async () => {
  expect(await countedUnder(ZONE)).toHaveLength(2);
});

test('an agency’s own history is whole whatever covers it', async () => {
  expect(await groupsOf(CITY, ['agency'])).toMatchObject({ '610111-乙县教育局': 1 });
  expect(await countedUnder(CITY, 'agency=610111-乙县教育局')).toEqual(['乙县教育局']);
});

test('what the basis leaves out is counted beside every total, and a report names what covers it', async () => {
  const corpus = await keptCorpus({ records: ALL });
  const { meta } = await selectReports(corpus, parseFilters(new URLSearchParams(CITY)).filters);
  expect(meta).toMatchObject({ reports: 1, left_out: 5, row_count: 1 });
  const answer = await selectReport(corpus, '610111-乙县教育局-2024');
  expect(answer?.covered_by).toEqual({ id: '610111-乙县人民政府-2024', agency: '乙县人民政府' });
});
