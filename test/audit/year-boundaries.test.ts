/** Every rule over the years on both sides of each of its bounds, and the whole of what a finding says. */
import { describe, expect, test } from 'vitest';
import {
  DISCLOSURE_BLOCKS,
  disclosureFields,
  type Field,
  PROCEEDING_FIELDS,
  requestFields,
} from '../../lib/form/index';
import { auditHistory, isHistory, replaceHistory, seriesOf, withHistory } from '../../lib/audit/history';
import { type Finding, RULE_IDS } from '../../lib/audit/rules';
import type { ReportRecord } from '../../lib/record';
import { reportWith } from '../build';
import { yearReport } from './reports';

type Facts = NonNullable<Parameters<typeof yearReport>[1]>;

/** All findings on each of the reports, in the order of the reports. */
function findingsOf(reports: ReturnType<typeof yearReport>[]): Finding[][] {
  const found = auditHistory(reports);
  return reports.map(({ id }) => found.get(id) ?? []);
}
/** All findings on the later of two years that follow one another. */
const between = (before: Facts, after: Facts): Finding[] =>
  findingsOf([yearReport(2021, before), yearReport(2022, after)])[1] ?? [];
const idOf = (year: number): string => `340103-庐阳区-${year}`;

describe('what is carried over', () => {
  const OUT = 'requests.carried_out.org_other';
  const IN = 'requests.carried_in.org_other';

  test('is told with both cells, both years and the difference', () => {
    expect(between({ fields: { [OUT]: 6 } }, { fields: { [IN]: 4 } })).toEqual([
      {
        rule: 'requests.carry_over',
        severity: 'warning',
        fields: [IN],
        left: 4,
        right: 6,
        difference: -2,
        left_fields: 1,
        other: { id: idOf(2021), fields: [OUT] },
      },
    ]);
  });

  test.each<[string, Facts, Facts]>([
    ['is the same', { fields: { [OUT]: 6 } }, { fields: { [IN]: 6 } }],
    ['is blank in the later year', { fields: { [OUT]: 6 } }, { fields: { [IN]: null } }],
    ['is blank in the earlier year', { fields: { [OUT]: null } }, { fields: { [IN]: 6 } }],
    ['could not be read', { fields: { [OUT]: 6 } }, { states: { [IN]: 'unreadable' } }],
    ['is of another scope', { fields: { [OUT]: 6 }, scope: 'own' }, { fields: { [IN]: 4 } }],
  ])('is no finding where it %s', (_, before, after) => {
    expect(between(before, after)).toEqual([]);
  });
});

describe('a stock', () => {
  const documents = (row: string, columns: Record<string, number | null>): Facts => ({
    fields: Object.fromEntries(
      Object.entries(columns).map(([column, value]) => [`disclosure.${row}.${column}`, value]),
    ),
  });

  test.each(['rules', 'normative_documents'])('of %s is told with the three cells of the year', (row) => {
    const field = (column: string): string => `disclosure.${row}.${column}`;
    expect(
      between(documents(row, { in_force: 40 }), documents(row, { in_force: 45, issued: 5, repealed: 1 })),
    ).toEqual([
      {
        rule: 'disclosure.stock',
        severity: 'info',
        fields: ['in_force', 'issued', 'repealed'].map(field),
        left: 45,
        right: 44,
        difference: 1,
        left_fields: 1,
        other: { id: idOf(2021), fields: [field('in_force')] },
      },
    ]);
  });

  test.each(['licensing', 'other_services', 'penalties', 'compulsory_measures', 'administrative_fees'])(
    'of items of %s is told with the two cells of the year before',
    (row) => {
      const field = (column: string): string => `disclosure.${row}.${column}`;
      expect(
        between(
          documents(row, { items_last_year: 100, items_change: -7 }),
          documents(row, { items_last_year: 94, items_change: 0 }),
        ),
      ).toEqual([
        {
          rule: 'disclosure.stock',
          severity: 'info',
          fields: [field('items_last_year')],
          left: 94,
          right: 93,
          difference: 1,
          left_fields: 1,
          other: { id: idOf(2021), fields: [field('items_last_year'), field('items_change')] },
        },
      ]);
    },
  );

  const stock = (in_force: number | null, issued: number | null = 0, repealed: number | null = 0): Facts =>
    documents('rules', { in_force, issued, repealed });
  const items = (items_last_year: number | null, items_change: number | null = 0): Facts =>
    documents('licensing', { items_last_year, items_change });
  test.each<[string, Facts, Facts]>([
    ['documents add up', stock(40), stock(43, 4, 1)],
    ['documents of the later year are blank', stock(40), stock(null, 4, 1)],
    ['documents of the earlier year are blank', stock(null), stock(43, 4, 2)],
    ['nothing was issued or repealed, both blank', stock(40), stock(40, null, null)],
    ['documents are of another scope', { ...stock(40), scope: 'own' }, stock(50)],
    [
      'what was issued could not be read',
      stock(40),
      { fields: { 'disclosure.rules.in_force': 50 }, states: { 'disclosure.rules.issued': 'ambiguous' } },
    ],
    ['items add up', items(100, -7), items(93)],
    ['the change of items is blank and they stay', items(100, null), items(100)],
    ['items of the later year are blank', items(100, 5), items(null)],
    ['items of the earlier year are blank, their change not', items(null, 5), items(9)],
    ['items of the earlier year and their change are blank', items(null, null), items(9)],
    [
      'the change of items could not be read',
      {
        fields: { 'disclosure.licensing.items_last_year': 100 },
        states: { 'disclosure.licensing.items_change': 'unreadable' },
      },
      items(9),
    ],
  ])('is no finding where %s', (_, before, after) => {
    expect(between(before, after)).toEqual([]);
  });

  test('whose change is blank and that does not stay is a finding', () => {
    expect(between(items(100, null), items(99))).toMatchObject([{ left: 99, right: 100, difference: -1 }]);
    expect(between(stock(40), stock(41, null, null))).toMatchObject([{ left: 41, right: 40, difference: 1 }]);
  });
});

describe('a table like that of the year before', () => {
  const FORMS_2021 = Object.fromEntries(DISCLOSURE_BLOCKS.map(({ id }) => [id, '2021' as const]));
  const FORMS_2019 = Object.fromEntries(DISCLOSURE_BLOCKS.map(({ id }) => [id, '2019' as const]));
  const disclosure = (form: '2019' | '2021'): Field[] =>
    DISCLOSURE_BLOCKS.flatMap(({ id }) => disclosureFields(id, form));
  const zeros = (fields: readonly Field[]): Record<string, number | null> =>
    Object.fromEntries(fields.map(({ id }) => [id, 0]));
  const table3 = (values: Facts['fields'], more: Facts = {}): Facts => ({
    ...more,
    fields: { ...zeros(requestFields('2021')), ...values },
  });
  const copied = (before: Facts, after: Facts): Finding[] =>
    between(before, after).filter((finding) => finding.rule !== 'disclosure.stock');
  const same = (facts: Facts): Finding[] => copied(facts, facts);

  test('is told with the cells that are not 0 and both years', () => {
    expect(
      same(
        table3({
          'requests.new_requests.total': 3,
          'requests.carried_out.total': 1,
          'requests.carried_in.total': 1,
        }),
      ),
    ).toEqual([
      {
        rule: 'history.copied_table',
        severity: 'info',
        fields: ['requests.new_requests.total', 'requests.carried_in.total', 'requests.carried_out.total'],
        left: '2022',
        right: '2021',
        difference: null,
        left_fields: 3,
        other: {
          id: idOf(2021),
          fields: ['requests.new_requests.total', 'requests.carried_in.total', 'requests.carried_out.total'],
        },
      },
    ]);
  });

  test('is a copy from the figure 3 on, of any of its three tables; 2 repeats by chance', () => {
    const table4 = (value: number): Facts => ({
      fields: { ...zeros(PROCEEDING_FIELDS), 'proceedings.litigation_direct.pending': value },
      requests: null,
    });
    const table2 = (value: number): Facts => ({
      fields: { ...zeros(disclosure('2021')), 'disclosure.rules.issued': value },
      requests: null,
      disclosure: FORMS_2021,
    });
    const row = 'requests.granted.org_other';
    for (const make of [(value: number) => table3({ [row]: value }), table4, table2]) {
      expect(same(make(2))).toEqual([]);
      expect(same(make(3))).toHaveLength(1);
    }
    const change = (value: number): Facts => ({
      fields: { ...zeros(disclosure('2019')), 'disclosure.licensing.items_change': value },
      requests: null,
      disclosure: FORMS_2019,
    });
    expect([same(change(-2)).length, same(change(-3)).length]).toEqual([0, 1]);
  });

  test.each([
    ['2021', 'disclosure.normative_documents.in_force'],
    ['2021', 'disclosure.rules.in_force'],
    ['2019', 'disclosure.licensing.items_last_year'],
    ['2019', 'disclosure.administrative_fees.items_last_year'],
    ['2019', 'disclosure.rules.disclosed_total'],
  ] as const)('of the %s form is no copy where only the stock %s stays', (form, field) => {
    const facts: Facts = {
      fields: { ...zeros(disclosure(form)), [field]: 500 },
      requests: null,
      disclosure: form === '2019' ? FORMS_2019 : FORMS_2021,
    };
    expect(same(facts)).toEqual([]);
  });

  test('may be blank or dashed in the same places', () => {
    const some = { 'requests.granted.org_other': 9 };
    expect(same(table3({ ...some, 'requests.partial.org_other': null }))).toHaveLength(1);
    expect(same({ ...table3(some), states: { 'requests.partial.org_other': 'dash' } })).toHaveLength(1);
    // A blank and a dash are both nothing printed.
    expect(
      copied(table3({ ...some, 'requests.partial.org_other': null }), {
        ...table3(some),
        states: { 'requests.partial.org_other': 'dash' },
      }),
    ).toHaveLength(1);
  });

  test.each(['unreadable', 'ambiguous', 'absent'] as const)(
    'is no copy where a cell is %s in either year or in both',
    (state) => {
      const whole = table3({ 'requests.granted.org_other': 9, 'requests.partial.org_other': null });
      const lost: Facts = { ...whole, states: { 'requests.partial.org_other': state } };
      expect([copied(whole, lost), copied(lost, whole), same(lost)]).toEqual([[], [], []]);
    },
  );

  test('is no copy where one cell differs, or a blank stands for a 0', () => {
    const some = { 'requests.granted.org_other': 9 };
    expect(copied(table3(some), table3({ ...some, 'requests.partial.org_other': 1 }))).toEqual([]);
    expect(copied(table3(some), table3({ ...some, 'requests.partial.org_other': null }))).toEqual([]);
  });

  test('is compared within one form', () => {
    const facts = (block: '2019' | '2021', rest: '2019' | '2021'): Facts => ({
      fields: {
        ...zeros(disclosure('2019')),
        ...zeros(disclosure('2021')),
        'disclosure.penalties.decisions': 311,
      },
      requests: null,
      disclosure: { ...Object.fromEntries(DISCLOSURE_BLOCKS.map(({ id }) => [id, rest])), '20(1)': block },
    });
    expect(copied(facts('2019', '2021'), facts('2021', '2021'))).toEqual([]);
    expect(copied(facts('2019', '2019'), facts('2021', '2021'))).toEqual([]);
    expect(same(facts('2019', '2021'))).toHaveLength(1);
    const requests = table3({ 'requests.granted.org_other': 9 });
    expect(copied({ ...requests, requests: '2019' }, requests)).toEqual([]);
    expect(copied({ ...requests, requests: null }, { ...requests, requests: null })).toEqual([]);
  });

  test('is a copy whatever the scope', () => {
    const facts = table3({ 'requests.granted.org_other': 9 });
    expect(copied({ ...facts, scope: 'own' }, facts)).toHaveLength(1);
  });
});

describe('an amount of money that slipped', () => {
  const FEES = 'disclosure.administrative_fees.amount_10k_yuan';
  const PROCUREMENT = 'disclosure.procurement.amount_yuan';
  const series = (field: string, ...values: (number | null)[]): Finding[][] =>
    findingsOf(values.map((value, i) => yearReport(2021 + i, { fields: { [field]: value } })));
  const slipped = (field: string, ...values: (number | null)[]): boolean[] =>
    series(field, ...values).map((findings) => findings.length > 0);

  test.each([FEES, PROCUREMENT])('is told with the year it is compared with: %s', (field) => {
    expect(series(field, 5, 50_000)).toEqual([
      [
        {
          rule: 'history.unit_slip',
          severity: 'info',
          fields: [field],
          left: 5,
          right: 50_000,
          difference: -49_995,
          left_fields: 1,
          other: { id: idOf(2022), fields: [field] },
        },
      ],
      [
        {
          rule: 'history.unit_slip',
          severity: 'info',
          fields: [field],
          left: 50_000,
          right: 5,
          difference: 49_995,
          left_fields: 1,
          other: { id: idOf(2021), fields: [field] },
        },
      ],
    ]);
  });

  /** 10 to the 3.5 is 3162.3; 10 to the 4.5 is 31622.8. */
  test.each([
    [3162, false],
    [3163, true],
    [10_000, true],
    [31_622, true],
    [31_623, false],
  ])('is one of 10⁴ times give or take half an order: %i times is one: %s', (times, isSlip) => {
    expect(slipped(FEES, 1, times)).toEqual([isSlip, isSlip]);
    expect(slipped(FEES, times, 1)).toEqual([isSlip, isSlip]);
  });

  test('is none where an amount is 0, negative, blank or of another scope', () => {
    expect(slipped(FEES, 0, 10_000)).toEqual([false, false]);
    expect(slipped(FEES, -1, 10_000)).toEqual([false, false]);
    expect(slipped(FEES, null, 10_000)).toEqual([false, false]);
    const own = yearReport(2021, { fields: { [FEES]: 1 }, scope: 'own' });
    const whole = yearReport(2022, { fields: { [FEES]: 10_000 } });
    expect(findingsOf([own, whole])).toEqual([[], []]);
    expect(slipped(FEES, 0, 3, 30_000)).toEqual([false, true, true]);
    // A blank, a 0 and a report of another scope have no part in the middle of the others.
    expect(slipped(FEES, 3, 0, 30_000, null, 4)).toEqual([false, false, true, false, false]);
  });

  test('is compared with the middle of the others, of four with the mean of the two in the middle', () => {
    expect(slipped(FEES, 1, 1, 10_000, 100, 1)).toEqual([false, false, true, false, false]);
    // log10 of the others of 2023: 0, 1, 3, 3; their middle 2, and 10^6 is 4 orders from it
    expect(slipped(FEES, 1, 10, 1_000_000, 1000, 1000)).toEqual([false, false, false, false, false]);
    expect(slipped(FEES, 1, 100, 1_000_000, 100, 1000)).toEqual([false, false, true, false, false]);
  });

  test('is shown beside the nearest year from which it slipped, the earlier of two', () => {
    const shown = (...values: (number | null)[]): unknown[] =>
      series(FEES, ...values).flatMap((findings) => findings.map(({ other }) => other?.id.slice(-4)));
    expect(shown(3, 4, 30_000, 3, 4)).toEqual(['2022']);
    expect(shown(3, null, 30_000, 3, 4)).toEqual(['2024']);
    expect(shown(3, 1000, 30_000, 1000, 4)).toEqual([]);
    expect(shown(30_000, 1000, 3, 3, 3)).toEqual(['2023']);
    // Given in another order the answer is the same.
    const reports = [3, 4, 30_000, 3, 4].map((value, i) =>
      yearReport(2021 + i, { fields: { [FEES]: value } }),
    );
    const backwards = auditHistory([...reports].reverse());
    expect(backwards.get(idOf(2023))?.map(({ other }) => other?.id)).toEqual([idOf(2022)]);
  });
});

describe('a jump', () => {
  const TOTALS = [
    'requests.new_requests.total',
    'requests.outcomes_total.total',
    'proceedings.reconsideration.total',
    'proceedings.litigation_direct.total',
    'proceedings.litigation_after_reconsideration.total',
  ];

  test.each(TOTALS)('of %s is told with both years', (field) => {
    expect(between({ fields: { [field]: 400 } }, { fields: { [field]: 39 } })).toEqual([
      {
        rule: 'history.jump',
        severity: 'info',
        fields: [field],
        left: 39,
        right: 400,
        difference: -361,
        left_fields: 1,
        other: { id: idOf(2021), fields: [field] },
      },
    ]);
  });

  test.each([
    [3, 30, 0],
    [3, 31, 1],
    [30, 3, 0],
    [31, 3, 1],
    [0, 29, 0],
    [0, 30, 1],
    [30, 0, 1],
    [29, 0, 0],
    [30, 30, 0],
    [300, 300, 0],
    [40, 400, 0],
    [40, 401, 1],
  ])('from %i to %i is a finding: %i', (before, after, findings) => {
    const [field = ''] = TOTALS;
    expect(between({ fields: { [field]: before } }, { fields: { [field]: after } })).toHaveLength(findings);
  });

  test.each<[string, Facts, Facts]>([
    [
      'the later year is blank',
      { fields: { [TOTALS[0] ?? '']: 400 } },
      { fields: { [TOTALS[0] ?? '']: null } },
    ],
    [
      'the earlier year is blank',
      { fields: { [TOTALS[0] ?? '']: null } },
      { fields: { [TOTALS[0] ?? '']: 400 } },
    ],
    [
      'the scope is another',
      { fields: { [TOTALS[0] ?? '']: 4 }, scope: 'own' },
      { fields: { [TOTALS[0] ?? '']: 400 } },
    ],
    [
      'it is of no total',
      { fields: { 'requests.granted.total': 4 } },
      { fields: { 'requests.granted.total': 400 } },
    ],
  ])('is no finding where %s', (_, before, after) => {
    expect(between(before, after)).toEqual([]);
  });
});

describe('the reports of an agency', () => {
  const received = (year: number, value: number) =>
    yearReport(year, { fields: { 'requests.new_requests.total': value } });

  test('are compared year by year, in whatever order they come', () => {
    const reports = [received(2022, 50), received(2020, 4), received(2021, 500)];
    expect(findingsOf(reports).map((findings) => findings.map(({ other }) => other?.id))).toEqual([
      [],
      [],
      [idOf(2020)],
    ]);
  });

  test('of a year that has two, or has none, are compared with none', () => {
    const twice = [received(2020, 4), { ...received(2020, 5), id: 'second' }, received(2021, 500)];
    expect(findingsOf(twice)).toEqual([[], [], []]);
    expect(findingsOf([received(2019, 4), received(2021, 500)])).toEqual([[], []]);
    // A report without a year is that of no year, and stands before none.
    const nowhere = { ...received(0, 4), year: null };
    expect(findingsOf([nowhere, { ...received(1, 500) }])).toEqual([[], []]);
    expect(findingsOf([])).toEqual([]);
  });
});

/** A record of an agency and year; `findings` are those of the report itself. */
function recordOf(agency: string, year: number | null, more: Partial<ReportRecord> = {}): ReportRecord {
  const record = reportWith({ 'requests.carried_out.total': year === 2021 ? 4 : 0 }, '2021', more);
  return {
    ...record,
    id: `340100-${agency}-${year}`,
    year,
    agency: { ...record.agency, name: agency },
    ...more,
  };
}
async function all(records: ReportRecord[]): Promise<ReportRecord[]> {
  const out: ReportRecord[] = [];
  for await (const record of withHistory(records)) out.push(record);
  return out;
}

describe('the series of a report', () => {
  const region = recordOf('甲局', 2021).region;
  test.each<[string, Partial<ReportRecord>, string | null]>([
    ['is its region and agency', {}, '340100-甲局'],
    ['is none without a year', { year: null, id: '340100-甲局-unknown' }, null],
    ['is none without a year, even where its id ends so', { year: null, id: '340100-甲局-null' }, null],
    ['is none where its id ends with another year', { id: '340100-甲局-2020' }, null],
    ['is none without a region', { region: { ...region, code: null } }, null],
    [
      'is that of a national body, which has no region',
      { region: { ...region, code: null, level: 'national' }, id: '000000-甲局-2021' },
      '000000-甲局',
    ],
  ])('%s', (_, more, series) => {
    expect(seriesOf(recordOf('甲局', 2021, more))).toBe(series);
  });

  test('is none without a name', () => {
    expect(seriesOf(recordOf('', 2021))).toBeNull();
  });
});

describe('findings over the years', () => {
  const own: Finding = {
    rule: 'requests.flow',
    severity: 'warning',
    fields: [],
    left: 1,
    right: 2,
    difference: -1,
    left_fields: 0,
  };

  test('are those of five rules', () => {
    const rules = RULE_IDS.filter((rule) => isHistory({ ...own, rule }));
    expect([...rules].sort()).toEqual([
      'disclosure.stock',
      'history.copied_table',
      'history.jump',
      'history.unit_slip',
      'requests.carry_over',
    ]);
  });

  test('take the place of those from before, behind those of the report itself', () => {
    const before: Finding = { ...own, rule: 'history.jump' };
    const now: Finding = { ...own, rule: 'requests.carry_over' };
    expect(replaceHistory([before, own], [now])).toEqual([own, now]);
    expect(replaceHistory([before], [])).toEqual([]);
  });

  test('are set anew in the records, which come out in the order in which they went in', async () => {
    const old: Finding = { ...own, rule: 'history.jump' };
    const records = [
      recordOf('甲局', 2022, { findings: [old, own] }),
      recordOf('甲局', 2021),
      recordOf('乙局', 2022),
    ];
    const once = await all(records);
    expect(once.map(({ id }) => id)).toEqual(records.map(({ id }) => id));
    expect(once.map(({ findings }) => findings.map(({ rule }) => rule))).toEqual([
      ['requests.flow', 'requests.carry_over'],
      [],
      [],
    ]);
    expect({ ...once[0], findings: [] }).toEqual({ ...records[0], findings: [] });
    expect(await all(once)).toEqual(once);
  });

  test('are refused where an agency comes back, since its years would not be seen together', async () => {
    const back = [recordOf('甲局', 2021), recordOf('乙局', 2021), recordOf('甲局', 2022)];
    await expect(all(back)).rejects.toThrow(
      '340100-甲局-2022: found 340100-甲局 again after other agencies, expected its years together',
    );
  });

  test('are told apart where somebody wants to be told of such an agency', async () => {
    const told: string[] = [];
    const back = [recordOf('甲局', 2021), recordOf('乙局', 2021), recordOf('甲局', 2022)];
    const ids: string[] = [];
    for await (const { id } of withHistory(back, (line) => told.push(line))) ids.push(id);
    expect(ids).toEqual(back.map(({ id }) => id));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^340100-甲局-2022: found 340100-甲局 again/);
  });

  test('leave reports of which agency, region or year is not known by themselves, however often they come', async () => {
    const unknown = recordOf('', 2021);
    const later = { ...recordOf('', 2022), id: '340100--2022' };
    const out = await all([unknown, later, recordOf('甲局', 2021), unknown]);
    expect(out.map(({ findings }) => findings)).toEqual([[], [], [], []]);
    expect(await all([])).toEqual([]);
  });
});
