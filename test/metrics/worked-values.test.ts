import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Expression, METRICS, type Metric, metricById, metricFields } from '../../lib/metrics/registry';
import { metricColumns, reportMetricColumns, reportValueSql } from '../../lib/store/sql/metric-sql';
import { type ReportDatabase, reportDatabase } from './report-database';
import { HONGZE_2024, HUAIAN_2024, type PrintedReport, SHANGHAI_OFFICE_2019 } from './reports';
import { WORKED, WORKED_FOR_COMPANIES, type Worked, type WorkedMetric } from './worked-values';

const REPORTS = { huaian: HUAIAN_2024, shanghai: SHANGHAI_OFFICE_2019, hongze: HONGZE_2024 };
type Name = keyof typeof REPORTS;
const NAMES = Object.keys(REPORTS) as Name[];

const metricOf = (id: string): Metric => {
  const metric = metricById(id);
  if (!metric) throw new Error(`no metric ${id}`);
  return metric;
};

/** The cells of each way of making a side, a cell taken away with a minus before it; in no order. */
const cellsOf = (expression: Expression): string[][] =>
  expression.map(({ plus, minus = [] }) => [...plus, ...minus.map((id) => `−${id}`)].sort());
const sorted = (cells: readonly string[]): string[] => [...cells].sort();

/** What `columns` gives for a metric, as it is worked out by hand. */
function sidesIn(row: Record<string, unknown>, metric: Metric, name: string): Worked & { reports: unknown } {
  const [above, below, reports] = [row[name], row[`${name}_d`], row[`${name}_n`]];
  return {
    above: above as number | null,
    ...(metric.denominator ? { below: below as number | null } : {}),
    value: row[`${name}_v`] as number | null,
    reports,
  };
}

/** The value of a rate to ten places, as far as it was worked out; null stays null. */
const tenPlaces = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 1e10) / 1e10;

function expectWorked(found: Worked & { reports: unknown }, worked: Worked, id: string): void {
  expect({ id, ...found, value: tenPlaces(found.value) }).toEqual({
    id,
    ...worked,
    reports: worked.above === null ? 0 : 1,
  });
}

test('every metric of the registry is worked out, and no other', () => {
  expect(WORKED.map(({ id }) => id)).toEqual(METRICS.map(({ id }) => id));
  expect(WORKED).toHaveLength(34);
});

describe('the registry', () => {
  test.each(WORKED)('makes $id of the worked cells', ({ id, above, above2019, below }) => {
    const metric = metricOf(id);
    const ways = [above, ...(above2019 ? [above2019] : [])].map(sorted);
    expect(sorted(cellsOf(metric.numerator).map(String))).toEqual(
      id === 'reports' || id === 'agencies' ? [] : sorted(ways.map(String)),
    );
    expect(metric.denominator && cellsOf(metric.denominator)).toEqual(below ? [sorted(below)] : null);
    const all = [...above, ...(above2019 ?? []), ...(below ?? []).map((cell) => cell.replace('−', ''))];
    expect(sorted(metricFields(metric))).toEqual(sorted([...new Set(all)]));
  });

  test('calls a rate what has two sides, and a count what has none', () => {
    const kindOf = ({ id, above, below }: WorkedMetric): string =>
      `${id} ${below ? 'rate' : above.length > 0 ? 'sum' : 'count'}`;
    expect(METRICS.map(({ id, kind }) => `${id} ${kind}`)).toEqual(WORKED.map(kindOf));
  });

  test('follows the applicant column in what table 3 alone tells', () => {
    const ofTable3 = WORKED.filter(({ above, below = [] }) =>
      [...above, ...below].every((cell) => cell.startsWith('requests.')),
    ).filter(({ above }) => above.length > 0);
    expect(METRICS.filter(({ byApplicant }) => byApplicant).map(({ id }) => id)).toEqual(
      ofTable3.map(({ id }) => id),
    );
    expect(ofTable3.map(({ id }) => id)).toEqual(Object.keys(WORKED_FOR_COMPANIES));
    expect(METRICS.every(({ fixed }) => !fixed)).toBe(true);
  });
});

/** Name of the columns of a metric in a query. */
const nameOf = (id: string): string => `m_${id}`;

describe('over a table of the three reports', () => {
  let database: ReportDatabase;
  beforeAll(async () => {
    database = await reportDatabase(NAMES.map((name) => REPORTS[name]));
  });
  afterAll(() => database.close());

  test.each(NAMES)('the SQL of a report by itself gives what was worked out: %s', async (name) => {
    const columns = METRICS.flatMap((metric) => [
      ...reportMetricColumns(metric, nameOf(metric.id)),
      `(${metric.kind === 'count' ? '1' : reportValueSql(metric)})::DOUBLE AS ${nameOf(metric.id)}_v`,
    ]);
    const [row = {}] = await database.rows(
      `SELECT ${columns.join(', ')} FROM reports WHERE report_no = ${NAMES.indexOf(name) + 1}`,
    );
    for (const worked of WORKED)
      expectWorked(sidesIn(row, metricOf(worked.id), nameOf(worked.id)), worked[name], worked.id);
  });

  test.each(NAMES)('the SQL of a group gives the same for the report alone: %s', async (name) => {
    const sums = METRICS.flatMap((metric) => metricColumns(metric, nameOf(metric.id), 'total'));
    const [row = {}] = await database.rows(
      `SELECT ${sums.join(', ')} FROM reports WHERE report_no = ${NAMES.indexOf(name) + 1}`,
    );
    for (const worked of WORKED) {
      const { above, below, reports } = sidesIn(row, metricOf(worked.id), nameOf(worked.id));
      const { above: left, below: right } = worked[name];
      expect([worked.id, above, below, reports]).toEqual([worked.id, left, right, left === null ? 0 : 1]);
    }
  });

  test('a group adds up both sides over the reports that have both, and says how many these are', async () => {
    const sums = METRICS.flatMap((metric) => metricColumns(metric, nameOf(metric.id), 'total'));
    const [row = {}] = await database.rows(`SELECT ${sums.join(', ')} FROM reports`);
    const sides = (id: string): unknown[] => ['', '_d', '_n'].map((end) => row[`${nameOf(id)}${end}`]);
    // 3119 + 859 + 95; 1362 + 50, of Shanghai nothing; both years' amounts in 万元
    expect(sides('new_requests')).toEqual([4073, undefined, 3]);
    expect(sides('granted')).toEqual([1412, undefined, 2]);
    expect(sides('fees_10k_yuan')).toEqual([103_716.6, undefined, 2]);
    // 1816 + 59 of 3050 + 95, not of Shanghai's 805 too
    expect(sides('disclosure_rate')).toEqual([1875, 3145, 2]);
    // 377 + 16 + 3 of 3050 + 805 + 95
    expect(sides('dispute_rate')).toEqual([396, 3950, 3]);
    expect(sides('review_correction_rate')).toEqual([65, 316, 2]);
    expect(sides('other')).toEqual([187, undefined, 2]);
    expect(sides('rules_issued')).toEqual([14, undefined, 3]);
    expect([sides('reports'), sides('agencies')]).toEqual([
      [3, undefined, 3],
      [3, undefined, 3],
    ]);
  });

  test('an applicant column other than total gives the figures of that column', async () => {
    const metrics = METRICS.filter(({ byApplicant }) => byApplicant);
    const sums = metrics.flatMap((metric) => metricColumns(metric, nameOf(metric.id), 'applicants'));
    const [row = {}] = await database.rows(
      `SELECT ${sums.join(', ')} FROM reports JOIN requests_by_applicant AS applicants USING (report_no)
       WHERE report_no = 1 AND applicant = 'org_commercial'`,
    );
    for (const metric of metrics) {
      const { above, below, value } = WORKED_FOR_COMPANIES[metric.id] ?? { above: null, value: null };
      const found = sidesIn(row, metric, nameOf(metric.id));
      expect([metric.id, found.above, found.below, found.reports]).toEqual([metric.id, above, below, 1]);
      const share = found.below === undefined ? found.above : (found.above ?? 0) / (found.below ?? 0);
      expect([metric.id, tenPlaces(share)]).toEqual([metric.id, value]);
    }
  });
});

/** The report with one cell changed. */
const changed = (report: PrintedReport, changes: Record<string, number | null>): PrintedReport => ({
  ...report,
  cells: { ...report.cells, ...changes },
});

describe('a metric has no value', () => {
  const cells = [...new Set(WORKED.flatMap(({ above, below = [] }) => [...above, ...below]))].map((cell) =>
    cell.replace('−', ''),
  );
  const metrics = METRICS.filter(({ kind }) => kind !== 'count');

  test('where one of its cells is missing, however many others there are', async () => {
    const database = await reportDatabase(cells.map((cell) => changed(HUAIAN_2024, { [cell]: null })));
    const columns = metrics.flatMap((metric) => [
      ...reportMetricColumns(metric, nameOf(metric.id)),
      `(${reportValueSql(metric)})::DOUBLE AS ${nameOf(metric.id)}_v`,
    ]);
    const rows = await database.rows(`SELECT ${columns.join(', ')} FROM reports ORDER BY report_no`);
    database.close();
    expect(rows).toHaveLength(cells.length);
    for (const [i, cell] of cells.entries())
      for (const { id, above, below = [], huaian } of WORKED.filter((worked) => worked.above.length > 0)) {
        const isPart = [...above, ...below, ...below.map((each) => each.replace('−', ''))].includes(cell);
        const none: Worked =
          below.length > 0 ? { above: null, below: null, value: null } : { above: null, value: null };
        expectWorked(sidesIn(rows[i] ?? {}, metricOf(id), nameOf(id)), isPart ? none : huaian, id);
      }
  });

  test('where nothing stands below, and then its sides are still told', async () => {
    const rates = WORKED.filter(({ below }) => below !== undefined);
    const reports = rates.map(({ below = [] }) =>
      changed(HUAIAN_2024, Object.fromEntries(below.map((cell) => [cell.replace('−', ''), 0]))),
    );
    const database = await reportDatabase(reports);
    const columns = rates.flatMap(({ id }) => [
      ...reportMetricColumns(metricOf(id), nameOf(id)),
      `${reportValueSql(metricOf(id))} AS ${nameOf(id)}_v`,
    ]);
    const rows = await database.rows(`SELECT ${columns.join(', ')} FROM reports ORDER BY report_no`);
    database.close();
    for (const [i, { id, huaian }] of rates.entries())
      expect([id, sidesIn(rows[i] ?? {}, metricOf(id), nameOf(id))]).toEqual([
        id,
        { above: huaian.above, below: 0, value: null, reports: 1 },
      ]);
  });

  test('where more is pending than there is in all, since that is no number of decided cases', async () => {
    const database = await reportDatabase([
      changed(HUAIAN_2024, { 'proceedings.reconsideration.pending': 352 }),
    ]);
    const value = reportValueSql(metricOf('review_correction_rate'));
    expect(await database.rows(`SELECT ${value} AS value FROM reports`)).toEqual([{ value: null }]);
    database.close();
  });
});
