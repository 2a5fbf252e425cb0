import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { childDimension, DEFAULT_FILTERS, type Filters, parseFilters } from '../../lib/filters';
import { type Corpus, selectFilterOptions, selectMetrics } from '../../lib/query';
import type { Level } from '../../lib/record';
import { keptCorpus } from '../store/kept-corpus';
import { record } from '../store/small-corpus';

const made = (name: string, code: string, level: Level, requests: number) =>
  record({ name, code, level, values: { 'requests.new_requests.total': requests } });

/** Beside the demo corpus: a prefecture without counties, and townships of a development zone that has a code but stands in no GB/T 2260. */
const RECORDS = [
  made('儋州市人民政府', '460400', 'prefecture', 10),
  made('儋州市那大镇', '460400100', 'township', 3),
  made('儋州市和庆镇', '460400101', 'township', 4),
  made('淮安经济技术开发区钵池街道', '320871001', 'township', 5),
];

let corpus: Corpus;
beforeAll(async () => {
  const synthetic = { reports: 3000, seed: 1 };
  corpus = await keptCorpus({ records: RECORDS, synthetic, withoutCells: true, named: true }, 'demo');
});

const METRICS = ['reports', 'new_requests', 'granted', 'disclosure_rate'];
const ask = (by: string[], filters: Partial<Filters>) =>
  selectMetrics(corpus, {
    metrics: METRICS,
    by,
    filters: { ...DEFAULT_FILTERS, corpus: 'demo', ...filters },
  });
/** Filters as an address asks for them. */
const region = (code: string): string[] => parseFilters({ region: code }).filters.region;

test.each(['deduplicated', 'all'] as const)(
  'the code of a county, given as a filter, gives the same reports and sums (basis=%s)',
  async (basis) => {
    const { rows } = await ask(['county'], { basis });
    const counties = rows.filter((row) => row.key.county !== null);
    expect(counties.length).toBeGreaterThan(50);
    expect(counties.filter((row) => row.names.county === null)).toEqual([]);
    for (const { key, values, reports } of counties) {
      const filtered = await ask([], { basis, region: region(String(key.county)) });
      expect([key.county, filtered.rows[0]?.reports, filtered.rows[0]?.values]).toEqual([
        key.county,
        reports,
        values,
      ]);
    }
  },
);

test('a prefecture without counties is one group of no county, the same under its four digits and its six', async () => {
  for (const basis of ['deduplicated', 'all'] as const) {
    const whole = await ask([], { basis, region: region('4604') });
    const grouped = await ask(['prefecture', 'county'], { basis, region: region('460400') });
    expect(grouped.rows.map((row) => row.key)).toEqual([{ prefecture: '4604', county: null }]);
    expect(grouped.rows[0]?.values).toEqual(whole.rows[0]?.values);
  }
});

test('townships of a prefecture without counties can be chosen below it', async () => {
  const options = async (code: string) => {
    const { counties, townships } = await selectFilterOptions(corpus, {
      ...DEFAULT_FILTERS,
      corpus: 'demo',
      region: region(code),
    });
    return { counties, townships: townships.map((each) => each.name) };
  };
  for (const code of ['4604', '460400', '460400100']) {
    const { counties, townships } = await options(code);
    expect([code, counties]).toEqual([code, []]);
    expect(townships).toEqual(expect.arrayContaining(['那大镇', '和庆镇']));
  }
});

test('townships of a development zone lie in the zone, by its name', async () => {
  const { rows } = await ask(['county'], { region: region('320871') });
  expect(rows.map((row) => [row.key.county, row.names.county])).toEqual([['320871', '淮安经济技术开发区']]);
});

test('counties are asked for below the prefectures that have some, and only there', async () => {
  const lines = (await readFile(join('data', 'regions.csv'), 'utf8')).split(/\r?\n/).slice(1);
  const codes = new Set(lines.map((line) => /\d{6}/.exec(line)?.[0] ?? ''));
  const prefectures = [...codes].filter((code) => /^\d{4}00$/.test(code) && !/^\d{2}0000$/.test(code));
  const without = prefectures
    .map((code) => code.slice(0, 4))
    .filter((prefix) => ![...codes].some((code) => code.startsWith(prefix) && !code.endsWith('00')));
  const asked = (code: string) => childDimension({ ...DEFAULT_FILTERS, region: [code] });
  expect(prefectures.length).toBeGreaterThan(300);
  for (const code of prefectures.map((each) => each.slice(0, 4)))
    expect([code, asked(code)]).toEqual([code, without.includes(code) ? null : 'county']);
});
