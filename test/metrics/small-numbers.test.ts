/** Rates on few cases: 29 are too few to be ranked, compared or drawn in full, 30 are not. */
import { expect, test } from 'vitest';
import { isSmall, rankedRows } from '../../lib/chart/kinds/ranked';
import { SMALL_N } from '../../lib/metrics/wilson';
import { type Metric, metricById } from '../../lib/metrics/registry';
import { agencyValuesSql } from '../../lib/query/metrics/agency-values';
import { yearRow } from '../chart/rows';
import { reportDatabase } from './report-database';
import { HUAIAN_2024, type PrintedReport } from './reports';

test('a rate of 29 cases is grey and takes no rank, one of 30 is not; a count never is', () => {
  expect(SMALL_N).toBe(30);
  const [few, enough, count] = [
    yearRow(2021, { denial_rate: [29, 29] }),
    yearRow(2022, { denial_rate: [1, 30] }),
    yearRow(2023, { denial_rate: 2 }),
  ].map((row) => row.values.denial_rate);
  expect([few, enough, count].map((value) => value && isSmall(value))).toEqual([true, false, false]);
  const rows = [
    yearRow(2020, { denial_rate: [0, 0] }),
    yearRow(2021, { denial_rate: [29, 29] }),
    yearRow(2022, { denial_rate: [1, 30] }),
    yearRow(2023, { denial_rate: [2, 30] }),
  ];
  expect(rankedRows(rows, 'denial_rate').map(({ key }) => key.year)).toEqual([2023, 2022, 2021, 2020]);
});

test('an agency with a rate on 29 cases is counted as one on few, and not compared', async () => {
  const withCases = (cases: number | null): PrintedReport => ({
    ...HUAIAN_2024,
    cells: { ...HUAIAN_2024.cells, 'requests.outcomes_total.total': cases },
  });
  const database = await reportDatabase([29, 30, 0, null].map(withCases));
  const metrics = ['full_disclosure_rate', 'granted'].map((id) => metricById(id) as Metric);
  for (const isOneEach of [true, false]) {
    const rows = await database.rows(
      `SELECT f0, f1, v0 IS NULL AS none FROM (${agencyValuesSql(metrics, 'true', isOneEach)}) ORDER BY agency_no`,
    );
    expect(rows).toEqual([
      { f0: true, f1: false, none: false },
      { f0: false, f1: false, none: false },
      { f0: true, f1: false, none: true },
      { f0: false, f1: false, none: true },
    ]);
  }
  database.close();
});
