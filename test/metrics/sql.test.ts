/** What the SQL of metrics does beside working out a value: money, large counts, cells of one applicant column, sums of sums. */
import { afterEach, describe, expect, test } from 'vitest';
import { define } from '../../lib/metrics/definition';
import { type Metric, metricById } from '../../lib/metrics/registry';
import {
  addedColumns,
  fixedApplicantJoins,
  metricColumns,
  reportMetricColumns,
  reportPartsSql,
  reportValueSql,
} from '../../lib/store/sql/metric-sql';
import { type ReportDatabase, reportDatabase } from './report-database';
import { HONGZE_2024, HUAIAN_2024, type PrintedReport, SHANGHAI_OFFICE_2019 } from './reports';

const metricOf = (id: string): Metric => {
  const metric = metricById(id);
  if (!metric) throw new Error(`no metric ${id}`);
  return metric;
};

const open: ReportDatabase[] = [];
afterEach(() => {
  for (const database of open.splice(0)) database.close();
});
async function databaseOf(...reports: PrintedReport[]): Promise<ReportDatabase> {
  const database = await reportDatabase(reports);
  open.push(database);
  return database;
}

const FEES = 'disclosure.administrative_fees.amount_10k_yuan';
const withFees = (value: number | null): PrintedReport => ({
  ...HUAIAN_2024,
  cells: { ...HUAIAN_2024.cells, [FEES]: value },
});

describe('money', () => {
  test('comes to the same in any order, to a millionth', async () => {
    // Plain addition of these, in this order, gives 10000000001.000004.
    const amounts = [1e10, ...Array<number>(10).fill(0.1)];
    const orders = [amounts, [...amounts].reverse()];
    for (const order of orders) {
      const database = await databaseOf(...order.map(withFees));
      const sql = `SELECT ${metricColumns(metricOf('fees_10k_yuan'), 'm', 'total').join(', ')} FROM reports`;
      expect(await database.rows(sql)).toEqual([{ m: 10_000_000_001, m_n: 11 }]);
    }
  });

  test('of one report is rounded as that of a group is', async () => {
    const database = await databaseOf(withFees(12.345_678_9), withFees(null));
    const sql = `SELECT ${reportMetricColumns(metricOf('fees_10k_yuan'), 'm').join(', ')} FROM reports ORDER BY report_no`;
    expect(await database.rows(sql)).toEqual([
      { m: 12.345679, m_n: 1 },
      { m: null, m_n: 0 },
    ]);
  });

  test('a rate of it leaves out the reports that have one side only', async () => {
    const perDecision = define({
      id: 'fees_per_decision',
      kind: 'rate',
      zh: '',
      en: '',
      unit: { zh: '', en: '' },
      numerator: [{ plus: [FEES] }],
      denominator: [{ plus: ['disclosure.licensing.decisions'] }],
      source: { zh: '', en: '' },
    });
    const database = await databaseOf(withFees(null), withFees(0.1), SHANGHAI_OFFICE_2019, withFees(0.2));
    const sql = `SELECT ${metricColumns(perDecision, 'm', 'total').join(', ')} FROM reports`;
    // 447228 twice; 0.1 + 0.2 is not 0.3 in plain addition
    expect(await database.rows(sql)).toEqual([{ m: 0.3, m_d: 894_456, m_n: 2 }]);
  });
});

test('counts are added up beyond what one cell can hold', async () => {
  const many = 2_000_000_000;
  const report = {
    ...HUAIAN_2024,
    cells: {
      ...HUAIAN_2024.cells,
      'requests.denied_third_party.total': many,
      'requests.denied_enforcement_files.total': many,
      'proceedings.litigation_direct.total': many,
      'proceedings.litigation_direct.pending': -many,
    },
  };
  const database = await databaseOf(report, report);
  // 178 − 6 − 9 = 163 beside the two
  const denied = `SELECT ${metricColumns(metricOf('denied'), 'm', 'total').join(', ')} FROM reports`;
  expect(await database.rows(denied)).toEqual([{ m: 8_000_000_326, m_n: 2 }]);
  const { denominator } = reportPartsSql(metricOf('litigation_correction_rate'));
  // 2e9 + 20 − (−2e9) − 6
  expect(await database.rows(`SELECT (${denominator})::DOUBLE AS m FROM reports LIMIT 1`)).toEqual([
    { m: 4_000_000_014 },
  ]);
});

describe('the cell of one applicant column', () => {
  const value = async (id: string, ...reports: PrintedReport[]): Promise<unknown[]> => {
    const metric = metricOf(id);
    const database = await databaseOf(...reports);
    const rows = await database.rows(
      `SELECT (${reportValueSql(metric)})::DOUBLE AS m FROM reports ${fixedApplicantJoins([metric])} ORDER BY reports.report_no`,
    );
    return rows.map(({ m }) => m);
  };

  test('is the printed figure, or null where the cell is blank', async () => {
    expect(
      await value('requests.granted.org_commercial', HUAIAN_2024, SHANGHAI_OFFICE_2019, HONGZE_2024),
    ).toEqual([21, 12, 0]);
    expect(await value('requests.partial.org_commercial', HUAIAN_2024, SHANGHAI_OFFICE_2019)).toEqual([
      7,
      null,
    ]);
  });

  test('of a column that is not stored is 0 on the forms that print its row, and nothing on the others', async () => {
    const both = [HUAIAN_2024, HONGZE_2024] as const;
    expect(await value('requests.granted.org_research', ...both)).toEqual([0, 0]);
    expect(await value('requests.other_misc.org_research', ...both)).toEqual([0, null]);
    expect(await value('requests.other_total.org_research', ...both)).toEqual([null, 0]);
  });

  test('joins each column once, however many of its cells are asked, and none for the rest', () => {
    const joins = fixedApplicantJoins(
      [
        'requests.granted.org_other',
        'requests.partial.org_other',
        'requests.granted.natural_person',
        'requests.granted.total',
        'granted',
        'proceedings.reconsideration.total',
      ].map(metricOf),
    );
    const columns = [...joins.matchAll(/LEFT JOIN requests_by_applicant AS (\w+)/g)].map(
      ([, alias]) => alias,
    );
    expect(columns).toEqual(['of_org_other', 'of_natural_person']);
    expect(fixedApplicantJoins([metricOf('granted'), metricOf('licensing_decisions')])).toBe('');
  });

  test('stays that cell where an applicant column is chosen; the total of a row follows it', async () => {
    const database = await databaseOf(HUAIAN_2024);
    const metrics = ['requests.granted.total', 'requests.granted.org_legal_service', 'requests.granted'].map(
      metricOf,
    );
    const columns = metrics.flatMap((metric, i) => metricColumns(metric, `m${i}`, 'applicants'));
    const rows = await database.rows(
      `SELECT ${columns.join(', ')} FROM reports
       JOIN requests_by_applicant AS applicants ON applicants.report_no = reports.report_no
       ${fixedApplicantJoins(metrics)} WHERE applicants.applicant = 'org_commercial'`,
    );
    expect(rows).toEqual([{ m0: 1362, m0_n: 1, m1: 50, m1_n: 1, m2: 21, m2_n: 1 }]);
  });
});

test('sums that another grouping has made are added side by side, groups without a value left out', async () => {
  const database = await databaseOf();
  const added = async (id: string, from: string): Promise<unknown> =>
    (
      await database.rows(
        `SELECT ${addedColumns(metricOf(id), 'm', 'g').join(', ')} FROM (VALUES ${from}) AS made(g, g_d, g_n)`,
      )
    )[0];
  const [none, nothing] = ['(NULL::DOUBLE, NULL::DOUBLE, 0)', '(NULL::DOUBLE, NULL::DOUBLE, NULL::DOUBLE)'];
  expect(await added('disclosure_rate', `(1816, 3050, 1), ${none}, (59, 95, 2)`)).toEqual({
    m: 1875,
    m_d: 3145,
    m_n: 3,
  });
  expect(await added('granted', `(1362, 0, 1), (50, 0, 1)`)).toEqual({ m: 1412, m_n: 2 });
  expect(await added('granted', nothing)).toEqual({ m: null, m_n: 0 });
  expect(await added('fees_10k_yuan', `(1e10, 0, 1)${', (0.1, 0, 1)'.repeat(10)}`)).toEqual({
    m: 10_000_000_001,
    m_n: 11,
  });
});

test('agencies are counted once, reports each', async () => {
  const database = await databaseOf(HUAIAN_2024, HUAIAN_2024, HONGZE_2024);
  await database.rows('UPDATE reports SET agency_no = 1 WHERE report_no = 2');
  const columns = ['reports', 'agencies'].flatMap((id) => metricColumns(metricOf(id), id, 'total'));
  expect(await database.rows(`SELECT ${columns.join(', ')} FROM reports`)).toEqual([
    { reports: 3, reports_n: 3, agencies: 2, agencies_n: 3 },
  ]);
});

test('a group without reports has no sum, and says that it has none', async () => {
  const database = await databaseOf();
  const columns = ['granted', 'disclosure_rate', 'fees_10k_yuan', 'reports'].flatMap((id) =>
    metricColumns(metricOf(id), id, 'total'),
  );
  expect(await database.rows(`SELECT ${columns.join(', ')} FROM reports`)).toEqual([
    {
      granted: null,
      granted_n: 0,
      disclosure_rate: null,
      disclosure_rate_d: null,
      disclosure_rate_n: 0,
      fees_10k_yuan: null,
      fees_10k_yuan_n: 0,
      reports: 0,
      reports_n: 0,
    },
  ]);
});

test('a metric of a cell that the form does not have is refused by name', () => {
  const unknown: Metric = {
    ...metricOf('granted'),
    id: 'lost',
    numerator: [{ plus: ['requests.lost.total'] }],
  };
  expect(() => reportValueSql(unknown)).toThrow('metric lost names the unknown field requests.lost.total');
});
