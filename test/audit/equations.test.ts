/** Which equations the rules hold, written out, and when a side of an equation can be told. */
import { describe, expect, test } from 'vitest';
import { auditRecord, type Check, checkRecord } from '../../lib/audit';
import { unequal } from '../../lib/audit/rules/rule';
import { isEqual, type Side, sideOf } from '../../lib/figures';
import type { ReportRecord } from '../../lib/record';
import { type Printed, reportWith } from '../build';
import { outcomesOfForm, rowsOfForm, TABLE_3_COLUMNS } from '../form/printed-form';

const COLUMNS = TABLE_3_COLUMNS.map(([id]) => id);
const APPLICANTS = COLUMNS.slice(0, 6);
const equation = (left: string[], right: string[]): string => `${left.join(' + ')} = ${right.join(' + ')}`;
const written = (checks: Check[], rule: string): string[] =>
  checks
    .filter((check) => check.rule === rule)
    .map(({ left, right }) => equation([...left.fields], [...right.fields]));

describe.each(['2019', '2021'] as const)('a report of the %s form', (form) => {
  const checks = checkRecord(reportWith({}, form));

  test('is held by the sum that the form prints over table 3, in each of the seven columns', () => {
    expect(written(checks, 'requests.flow')).toEqual(
      COLUMNS.map((column) =>
        equation(
          [`requests.new_requests.${column}`, `requests.carried_in.${column}`],
          [`requests.outcomes_total.${column}`, `requests.carried_out.${column}`],
        ),
      ),
    );
  });

  test('is held by the total of its outcomes, in each of the seven columns', () => {
    expect(written(checks, 'requests.outcomes')).toEqual(
      COLUMNS.map((column) =>
        equation(
          [`requests.outcomes_total.${column}`],
          outcomesOfForm(form).map((row) => `requests.${row}.${column}`),
        ),
      ),
    );
    expect(outcomesOfForm(form)).toHaveLength(form === '2019' ? 19 : 21);
  });

  test('is held by the total of the kinds of applicant, in each of its rows', () => {
    expect(written(checks, 'requests.columns')).toEqual(
      rowsOfForm(form).map((row) =>
        equation(
          [`requests.${row}.total`],
          APPLICANTS.map((column) => `requests.${row}.${column}`),
        ),
      ),
    );
  });

  test('is held by the totals of the three kinds of proceedings', () => {
    expect(written(checks, 'proceedings.total')).toEqual(
      ['reconsideration', 'litigation_direct', 'litigation_after_reconsideration'].map((row) =>
        equation(
          [`proceedings.${row}.total`],
          ['upheld', 'corrected', 'other_result', 'pending'].map((column) => `proceedings.${row}.${column}`),
        ),
      ),
    );
  });

  test('is held by nothing else, and each of these says what it found where it does not hold', () => {
    expect(checks).toHaveLength(7 + 7 + (form === '2019' ? 23 : 25) + 3);
    expect(checks.every(({ holds }) => holds === true)).toBe(true);
    const odd = reportWith(
      { 'requests.outcomes_total.total': 4, 'proceedings.litigation_direct.upheld': 2 },
      form,
    );
    expect(
      auditRecord(odd).map(({ rule, severity, left, right, difference }) => [
        rule,
        severity,
        left,
        right,
        difference,
      ]),
    ).toEqual([
      ['requests.flow', 'warning', 0, 4, -4],
      ['requests.outcomes', 'warning', 4, 0, 4],
      ['requests.columns', 'warning', 4, 0, 4],
      ['proceedings.total', 'warning', 0, 2, -2],
    ]);
  });
});

test('a report whose form of table 3 is not known is held by what both forms say', () => {
  const record = reportWith({}, '2021', { forms: { disclosure: {}, requests: null } });
  expect(new Set(checkRecord(record).map(({ rule }) => rule))).toEqual(
    new Set(['requests.flow', 'proceedings.total']),
  );
});

describe('a side of an equation', () => {
  const FIELDS = ['requests.granted.natural_person', 'requests.granted.org_other'] as const;
  const sumOf = (printed: Printed): number | null => sideOf(reportWith(printed), FIELDS).sum;

  test('is the sum of what is printed, a blank or a dash beside a figure counting as nothing', () => {
    expect(sumOf({ [FIELDS[0]]: 3, [FIELDS[1]]: 4 })).toBe(7);
    expect(sumOf({ [FIELDS[0]]: 3, [FIELDS[1]]: 'blank' })).toBe(3);
    expect(sumOf({ [FIELDS[0]]: 'dash', [FIELDS[1]]: 4 })).toBe(4);
    expect(sumOf({ [FIELDS[0]]: 0, [FIELDS[1]]: 'blank' })).toBe(0);
  });

  test('cannot be told where nothing is printed at all', () => {
    for (const state of ['blank', 'dash'] as const)
      expect(sumOf({ [FIELDS[0]]: state, [FIELDS[1]]: state })).toBeNull();
    expect(sideOf(reportWith(), []).sum).toBeNull();
  });

  test.each(['unreadable', 'ambiguous', 'absent'] as const)(
    'cannot be told where a cell is %s, whatever stands beside it',
    (state) => {
      expect(sumOf({ [FIELDS[0]]: 3, [FIELDS[1]]: state })).toBeNull();
      expect(sumOf({ [FIELDS[0]]: state, [FIELDS[1]]: 'blank' })).toBeNull();
    },
  );

  test('cannot be told of a cell that the record does not have', () => {
    const record: ReportRecord = { ...reportWith({ [FIELDS[0]]: 3 }), cells: {} };
    expect(sideOf(record, ['requests.lost.total', FIELDS[0]]).sum).toBeNull();
    expect(sideOf(record, [FIELDS[0]])).toEqual({ fields: [FIELDS[0]], sum: 3 });
  });
});

describe('an equation', () => {
  const side = (sum: number | null): Side => ({ fields: ['requests.granted.total'], sum });
  test.each([
    [5, 5, true],
    [0, 0, true],
    [5, 4, false],
    [null, 4, null],
    [4, null, null],
    [null, null, null],
    [0, null, null],
    [null, 0, null],
  ])('of %s and %s: %s', (left, right, holds) => {
    const sides = { left: side(left), right: side(right) };
    expect(isEqual(sides)).toBe(holds);
    expect(unequal(sides) !== null).toBe(holds === false);
  });

  test('with a total beside parts that are all blank is no finding, nor with parts beside a blank total', () => {
    const row = 'requests.granted';
    const parts = Object.fromEntries(APPLICANTS.map((column) => [`${row}.${column}`, 'blank' as const]));
    const totalOnly = checkRecord(
      reportWith({
        ...parts,
        [`${row}.total`]: 9,
        'requests.outcomes_total.total': 'blank',
        'requests.outcomes_total.natural_person': 'blank',
      }),
    );
    expect(totalOnly.filter(({ holds }) => holds === false)).toEqual([]);
    const partsOnly = checkRecord(
      reportWith({ 'proceedings.reconsideration.upheld': 2, 'proceedings.reconsideration.total': 'blank' }),
    );
    expect(partsOnly.filter(({ holds }) => holds === false)).toEqual([]);
    expect(partsOnly.filter(({ holds }) => holds === null)).toMatchObject([
      { rule: 'proceedings.total', left: { sum: null }, right: { sum: 2 } },
    ]);
  });
});

describe('counts stated in prose', () => {
  type Count = [field: string, value: number];
  const checksOf = (printed: Printed, counts: Count[], form: '2019' | '2021' = '2021'): Check[] => {
    const narrative = counts.map(([field, value]) => ({ field, value, at: { line: 1 } }));
    return checkRecord(reportWith(printed, form, { narrative })).filter(
      ({ rule }) => rule === 'narrative.agreement',
    );
  };
  const short = (checks: Check[]) =>
    checks.map(({ left, right, holds }) => [left.sum, right.sum, [...right.fields], holds]);

  test('are held against the cell that they name', () => {
    const printed = { 'requests.new_requests.total': 46, 'requests.carried_in.total': 'blank' as const };
    expect(short(checksOf(printed, [['requests.new_requests.total', 46]]))).toEqual([
      [46, 46, ['requests.new_requests.total'], true],
    ]);
    expect(short(checksOf(printed, [['requests.new_requests.total', 45]]))).toEqual([
      [45, 46, ['requests.new_requests.total'], false],
    ]);
    expect(short(checksOf(printed, [['requests.carried_in.total', 3]]))).toEqual([
      [3, null, ['requests.carried_in.total'], null],
    ]);
  });

  test('of suits mean both kinds together, and nothing where one of them is blank', () => {
    const direct = 'proceedings.litigation_direct.total';
    const after = 'proceedings.litigation_after_reconsideration.total';
    const stated: Count[] = [['narrative.litigation', 5]];
    expect(short(checksOf({ [direct]: 3, [after]: 2 }, stated))).toEqual([[5, 5, [direct, after], true]]);
    expect(short(checksOf({ [direct]: 5, [after]: 2 }, stated))).toEqual([[5, 7, [direct, after], false]]);
    expect(short(checksOf({ [direct]: 5, [after]: 'blank' }, stated))).toEqual([
      [5, null, [direct, after], null],
    ]);
  });

  test('of documents may mean any column of the row of their form', () => {
    const cell = (column: string): string => `disclosure.normative_documents.${column}`;
    const stated: Count[] = [['narrative.normative_documents', 9]];
    const of2019 = (at: string) =>
      short(checksOf({ [cell('new_made')]: 1, [cell('newly_disclosed')]: 2, [cell(at)]: 9 }, stated, '2019'));
    expect(of2019('disclosed_total')).toEqual([[9, 9, [cell('disclosed_total')], true]]);
    expect(of2019('newly_disclosed')).toEqual([[9, 9, [cell('newly_disclosed')], true]]);
    expect(of2019('new_made')).toEqual([[9, 9, [cell('new_made')], true]]);
    const of2021 = (printed: Printed) => short(checksOf(printed, stated));
    expect(of2021({ [cell('issued')]: 9 })).toEqual([[9, 9, [cell('issued')], true]]);
    expect(of2021({ [cell('in_force')]: 9 })).toEqual([[9, 9, [cell('in_force')], true]]);
    expect(of2021({ [cell('repealed')]: 9 })).toEqual([[9, 0, [cell('issued')], false]]);
    // The first column that has a figure is shown beside a count that none agrees with.
    expect(of2021({ [cell('issued')]: 'blank', [cell('in_force')]: 4 })).toEqual([
      [9, 4, [cell('in_force')], false],
    ]);
    expect(of2021({ [cell('issued')]: 'blank', [cell('in_force')]: 'blank' })).toEqual([
      [9, null, [cell('issued')], null],
    ]);
  });

  test('of what the tables do not ask are held against nothing', () => {
    expect(
      checksOf({}, [
        ['narrative.hotline', 3],
        ['narrative.interpretations', 4],
        ['narrative.information_published', 5],
      ]),
    ).toEqual([]);
  });

  test('of one thing that one of them states rightly are no findings beside it; another thing is', () => {
    const checks = checksOf({ 'requests.new_requests.total': 7, 'requests.granted.total': 2 }, [
      ['requests.new_requests.total', 3],
      ['requests.new_requests.total', 7],
      ['requests.granted.total', 1],
      ['requests.carried_in.total', 0],
    ]);
    expect(checks.map(({ left, holds }) => [left.sum, holds])).toEqual([
      [7, true],
      [1, false],
      [0, true],
    ]);
  });

  test('that differ are findings that a person may look at, no more', () => {
    const record = reportWith({ 'requests.granted.total': 2, 'requests.outcomes_total.total': 2 }, '2021', {
      narrative: [{ field: 'requests.granted.total', value: 5, at: { line: 1 } }],
    });
    const [finding] = auditRecord(record).filter(({ rule }) => rule === 'narrative.agreement');
    expect(finding).toEqual({
      rule: 'narrative.agreement',
      severity: 'info',
      fields: ['requests.granted.total'],
      left: 5,
      right: 2,
      difference: 3,
      left_fields: 0,
    });
  });
});
