import { describe, expect, it } from 'vitest';
import {
  DISCLOSURE_BLOCKS,
  disclosureFields,
  PROCEEDING_FIELDS,
  REQUEST_COLUMNS,
  requestFields,
} from '../../lib/form/index';
import { auditHistory } from '../../lib/audit/history';
import type { RuleId } from '../../lib/audit/rules';
import { yearReport } from './reports';

/** The findings of a rule on a year, in short. */
function found(rule: RuleId, reports: ReturnType<typeof yearReport>[], year: number) {
  const findings = auditHistory(reports).get(`340103-庐阳区-${year}`) ?? [];
  return findings
    .filter((finding) => finding.rule === rule)
    .map(({ fields, left, right, other }) => [...fields, left, right, other?.id.slice(-4)]);
}

const inColumns = (row: string, value: number | null) =>
  Object.fromEntries(REQUEST_COLUMNS.map(({ id }) => [`requests.${row}.${id}`, value]));

describe('requests.carry_over', () => {
  const out = (value: number | null) => ({ fields: inColumns('carried_out', value) });
  const into = (value: number | null) => ({ fields: inColumns('carried_in', value) });

  it('holds each of the seven columns against the year before', () => {
    expect(found('requests.carry_over', [yearReport(2020, out(6)), yearReport(2021, into(6))], 2021)).toEqual(
      [],
    );
    const apart = found('requests.carry_over', [yearReport(2020, out(6)), yearReport(2021, into(5))], 2021);
    expect(apart).toEqual(REQUEST_COLUMNS.map(({ id }) => [`requests.carried_in.${id}`, 5, 6, '2020']));
  });

  it('is silent over a missing year, a missing value and another scope', () => {
    const later = yearReport(2021, into(5));
    expect(found('requests.carry_over', [yearReport(2019, out(6)), later], 2021)).toEqual([]);
    expect(found('requests.carry_over', [yearReport(2020, out(null)), later], 2021)).toEqual([]);
    expect(found('requests.carry_over', [yearReport(2020), later], 2021)).toEqual([]);
    expect(
      found('requests.carry_over', [yearReport(2020, { ...out(6), scope: 'own' }), later], 2021),
    ).toEqual([]);
  });

  it('is silent where a year has two reports, since it cannot be told which of them holds', () => {
    const twice = [
      yearReport(2020, out(6)),
      { ...yearReport(2020, out(7)), id: 'other' },
      yearReport(2021, into(5)),
    ];
    expect(found('requests.carry_over', twice, 2021)).toEqual([]);
    expect([...auditHistory(twice).keys()]).toEqual(['340103-庐阳区-2020', 'other', '340103-庐阳区-2021']);
  });
});

describe('disclosure.stock', () => {
  const documents = (in_force: number | null, issued: number | null, repealed: number | null) => ({
    fields: {
      'disclosure.normative_documents.in_force': in_force,
      'disclosure.normative_documents.issued': issued,
      'disclosure.normative_documents.repealed': repealed,
    },
  });

  it('follows documents from one year to the next, a blank beside the stock counting as nothing', () => {
    const before = yearReport(2021, documents(40, 5, 0));
    expect(found('disclosure.stock', [before, yearReport(2022, documents(43, 4, 1))], 2022)).toEqual([]);
    expect(found('disclosure.stock', [before, yearReport(2022, documents(44, 4, null))], 2022)).toEqual([]);
    expect(found('disclosure.stock', [before, yearReport(2022, documents(50, 4, 1))], 2022)).toEqual([
      [
        'disclosure.normative_documents.in_force',
        'disclosure.normative_documents.issued',
        'disclosure.normative_documents.repealed',
        50,
        43,
        '2021',
      ],
    ]);
  });

  it('is silent where something could not be read', () => {
    const before = yearReport(2021, documents(40, 5, 0));
    const lost = yearReport(2022, {
      fields: { 'disclosure.normative_documents.in_force': 50, 'disclosure.normative_documents.issued': 4 },
      states: { 'disclosure.normative_documents.repealed': 'unreadable' },
    });
    expect(found('disclosure.stock', [before, lost], 2022)).toEqual([]);
    expect(found('disclosure.stock', [before, yearReport(2022, documents(null, 4, 1))], 2022)).toEqual([]);
  });

  it('follows items of the 2019 form by the change stated the year before', () => {
    const items = (last: number, change: number | null) => ({
      fields: { 'disclosure.licensing.items_last_year': last, 'disclosure.licensing.items_change': change },
    });
    const before = yearReport(2019, items(120, -8));
    expect(found('disclosure.stock', [before, yearReport(2020, items(112, 3))], 2020)).toEqual([]);
    expect(found('disclosure.stock', [before, yearReport(2020, items(120, 3))], 2020)).toEqual([
      ['disclosure.licensing.items_last_year', 120, 112, '2019'],
    ]);
  });
});

describe('history.copied_table', () => {
  const table = (values: Record<string, number>) => ({
    fields: { ...Object.fromEntries(requestFields('2021').map(({ id }) => [id, 0])), ...values },
  });
  const some = { 'requests.new_requests.total': 7, 'requests.granted.total': 6 };

  it('finds a table that is the same, cell by cell, and says which cells are not 0', () => {
    const [finding, ...more] = found(
      'history.copied_table',
      [yearReport(2021, table(some)), yearReport(2022, table(some))],
      2022,
    );
    expect(finding).toEqual([
      'requests.new_requests.total',
      'requests.granted.total',
      '2022',
      '2021',
      '2021',
    ]);
    expect(more).toEqual([]);
  });

  it('lets zeros, ones and twos repeat, and anything that is not the same or not readable', () => {
    const pairs: [Parameters<typeof yearReport>[1], Parameters<typeof yearReport>[1]][] = [
      [table({}), table({})],
      [table({ 'requests.granted.total': 2 }), table({ 'requests.granted.total': 2 })],
      [table(some), table({ ...some, 'requests.granted.total': 5 })],
      [table(some), { ...table(some), states: { 'requests.partial.total': 'unreadable' } }],
      [{ ...table(some), requests: '2019' }, table(some)],
    ];
    for (const [before, after] of pairs)
      expect(
        found('history.copied_table', [yearReport(2021, before), yearReport(2022, after)], 2022),
      ).toEqual([]);
  });

  it('looks at each table by itself, and a stock that stays is no copy', () => {
    const disclosure = Object.fromEntries(
      DISCLOSURE_BLOCKS.filter(({ id }) => id !== '20(9)').map(({ id }) => [id, '2021' as const]),
    );
    const zeros = Object.fromEntries(
      [...PROCEEDING_FIELDS, ...DISCLOSURE_BLOCKS.flatMap(({ id }) => disclosureFields(id, '2021'))].map(
        ({ id }) => [id, 0],
      ),
    );
    const pair = (values: Record<string, number>) =>
      [2021, 2022].map((year) =>
        yearReport(year, { requests: null, disclosure, fields: { ...zeros, ...values } }),
      );
    expect(
      found('history.copied_table', pair({ 'disclosure.normative_documents.in_force': 40 }), 2022),
    ).toEqual([]);
    expect(found('history.copied_table', pair({ 'disclosure.penalties.decisions': 311 }), 2022)).toHaveLength(
      1,
    );
    expect(
      found('history.copied_table', pair({ 'proceedings.reconsideration.total': 3 }), 2022),
    ).toHaveLength(1);
  });
});

describe('history.unit_slip', () => {
  const fees = (value: number | null) => ({
    fields: { 'disclosure.administrative_fees.amount_10k_yuan': value },
  });
  const years = (...values: (number | null)[]) => values.map((value, i) => yearReport(2021 + i, fees(value)));
  const slips = (...values: (number | null)[]) =>
    values.flatMap((_, i) =>
      found('history.unit_slip', years(...values), 2021 + i).length > 0 ? [2021 + i] : [],
    );

  it('marks the year that is 10⁴ times, or a 10⁴th, of the others, and only that year', () => {
    expect(slips(3.1, 2.8, 30_500, 3.4)).toEqual([2023]);
    expect(slips(30_500, 3, 3)).toEqual([2021]);
    expect(slips(41_000, 4, 39_000)).toEqual([2022]);
    expect(found('history.unit_slip', years(3.1, 2.8, 30_500, 3.4), 2023)).toEqual([
      ['disclosure.administrative_fees.amount_10k_yuan', 30_500, 2.8, '2022'],
    ]);
  });

  it('marks both of two years, since it cannot be told which of them slipped', () => {
    expect(slips(3, 30_000)).toEqual([2021, 2022]);
  });

  it('is silent over ordinary change, zeros, blanks and single years', () => {
    expect(slips(3, 40, 2)).toEqual([]);
    expect(slips(3, 3_000_000, 2)).toEqual([]);
    expect(slips(0, 30_000)).toEqual([]);
    expect(slips(null, 30_000)).toEqual([]);
  });
});

describe('history.jump', () => {
  const received = (value: number) => ({ fields: { 'requests.new_requests.total': value } });
  const jumps = (before: number, after: number) =>
    found('history.jump', [yearReport(2021, received(before)), yearReport(2022, received(after))], 2022)
      .length;

  it('is more than 10 times or less than a tenth, of 30 or more', () => {
    expect([jumps(3, 31), jumps(400, 39), jumps(0, 30)]).toEqual([1, 1, 1]);
    expect([jumps(3, 30), jumps(400, 40), jumps(0, 29), jumps(2, 29), jumps(500, 500)]).toEqual([
      0, 0, 0, 0, 0,
    ]);
  });
});
