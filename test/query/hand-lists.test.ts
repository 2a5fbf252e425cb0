/** Lists, pages and single reports of nine reports made by hand (hand-reports.ts), compared with what is written out here. */
import { beforeAll, expect, test } from 'vitest';
import { parseFilters } from '../../lib/filters';
import type { Filters } from '../../lib/filters';
import { ALL_FIELDS } from '../../lib/form';
import {
  AGENCY_SORTS,
  type AgencySort,
  type Corpus,
  findSubjects,
  hasReport,
  type ReportSort,
  selectAgencies,
  selectAgency,
  selectAgencyHistory,
  selectAgencyList,
  selectBoard,
  selectCoverage,
  selectDistribution,
  selectCells,
  selectFindings,
  selectIssueCounts,
  selectMetrics,
  selectReport,
  selectReports,
  selectReportTable,
  selectRuleCounts,
  selectSubjects,
} from '../../lib/query';
import { regionNames, fileNameOf } from '../../lib/query/files/file-name';
import { keptCorpus } from '../store/kept-corpus';
import { record } from '../store/small-corpus';
import { AGENCY, BAQIAO, HAND, IN_ORDER } from './hand-reports';

let corpus: Corpus;
beforeAll(async () => {
  corpus = await keptCorpus({ records: HAND });
});

const filtersOf = (search: string): Filters => parseFilters(new URLSearchParams(search)).filters;
const ALL = filtersOf('basis=all');
/** Reports by one letter: Unknown, Province, City, Vertical, the county Before and Kept year, Department, Township, Old form. */
const LETTERS = 'UPCVBKDTO';
const letters = (ids: readonly unknown[]): string =>
  ids.map((id) => LETTERS[IN_ORDER.indexOf(String(id))] ?? '?').join('');

test.each([
  ['region', 'UPCVBKDTO', 'OTDKBVCPU'],
  ['agency', 'UOBKDTCVP', 'PVCTDBKOU'],
  ['year', 'BOPCVKDTU', 'PCVKDTBOU'],
  ['level', 'PCVBKDOTU', 'TBKDOCVPU'],
  ['body', 'PCBKODTVU', 'VTDPCBKOU'],
  ['published', 'OBKPCVUDT', 'CVPKBOUDT'],
  ['new_requests', 'OVTDKCPBU', 'UBPCKDTVO'],
  ['outcomes_total', 'UBTODKCPV', 'PCKDOUBTV'],
  ['granted', 'UVBTOKDCP', 'PCDKOUVBT'],
  ['disclosure_rate', 'PCKDOUVBT', 'DOPCKUVBT'],
  ['reconsiderations', 'UPCVBDTOK', 'KUPCVBDTO'],
  ['litigations', 'UPVBDTOKC', 'KUPVBDTOC'],
  ['issues', 'UPCBDTOVK', 'KVUPCBDTO'],
  ['findings', 'UPCVBTODK', 'KDUPCVBTO'],
] as [ReportSort, string, string][])(
  'reports sorted by %s come as %s, descending as %s; equal ones in the order of the corpus, nulls last',
  async (sort, ascending, descending) => {
    const listed = async (order: 'asc' | 'desc') =>
      letters((await selectReports(corpus, ALL, { sort, order })).rows.map((row) => row.id));
    expect([await listed('asc'), await listed('desc')]).toEqual([ascending, descending]);
  },
);

test('without an order reports come in that of the corpus, each row with names and figures', async () => {
  const { rows, meta } = await selectReports(corpus, ALL);
  expect(letters(rows.map((row) => row.id))).toBe(LETTERS);
  expect(meta).toMatchObject({
    reports: 9,
    row_count: 9,
    page: 1,
    page_size: 50,
    pages: 1,
    first_row: 1,
    next: null,
  });
  expect(rows[5]).toEqual({
    id: '610111-灞桥区人民政府-2024',
    agency_id: '610111-灞桥区人民政府',
    agency: '灞桥区人民政府',
    year: 2024,
    region_code: '610111',
    province: '陕西省',
    prefecture: '西安市',
    county: '灞桥区',
    township: null,
    level: 'county',
    body: 'government',
    scope: 'consolidated',
    form: '2021',
    published: '2025-01-31',
    new_requests: 30_000,
    carried_in: 0,
    granted: 15,
    partial: 3,
    outcomes_total: 30,
    carried_out: null,
    disclosure_rate: 0.6,
    reconsiderations: 4,
    litigations: 5,
    issues: 3,
    findings: 2,
    source_url: 'https://example.gov.cn/610111/2024.html',
  });
  expect(rows[7]?.township).toBe('纺织城街道');
  expect(rows[0]).toMatchObject({
    year: null,
    region_code: null,
    province: null,
    level: null,
    body: null,
    source_url: null,
  });
});

test.each([
  ['first', { pageSize: 4 }, 'UPCV', { page: 1, pages: 3, page_size: 4, first_row: 1, row_count: 9 }],
  ['second', { pageSize: 4, page: 2 }, 'BKDT', { page: 2, first_row: 5 }],
  ['last', { pageSize: 4, page: 3 }, 'O', { page: 3, first_row: 9, next: null }],
  ['whole', { pageSize: 9 }, LETTERS, { pages: 1, next: null }],
  ['one beyond the last', { pageSize: 4, page: 4 }, '', { page: 4, next: null }],
  ['page of size 0 as of size 1', { pageSize: 0 }, 'U', { page_size: 1, pages: 9 }],
  ['page of size 2.9 as of size 2', { pageSize: 2.9, page: 2.9 }, 'CV', { page_size: 2, page: 2, pages: 5 }],
  ['page 0 as page 1', { page: 0 }, LETTERS, { page: 1, first_row: 1 }],
  ['more than may be on a page', { pageSize: 5000 }, LETTERS, { page_size: 1000 }],
] as const)('the %s page', async (_, question, expected, meta) => {
  const answer = await selectReports(corpus, ALL, question);
  expect(letters(answer.rows.map((row) => row.id))).toBe(expected);
  expect(answer.meta).toMatchObject(meta);
});

test.each([
  ['', 'UPCVBKDTO'],
  ['-agency', 'PVCTDBKOU'],
  ['published,-new_requests', 'OBKPCVUDT'],
  ['-published,new_requests', 'VCPKBOTDU'],
  ['disclosure_rate,-published', 'CPKODBUVT'.replace('BUVT', 'VBUT')],
  ['requests.new_requests.natural_person', 'UVBDTOKCP'],
  ['-requests.new_requests.natural_person', 'CKUVBDTOP'],
  ['-scope,year', 'UVDTBOPCK'],
  ['form,-region', 'OTDKBVCPU'],
  ['-county', 'OBKDTUPCV'],
  ['proceedings.litigation_direct.total', 'UPVBDTOKC'],
] as const)(
  'a table sorted by "%s" comes as %s, and the same by cursor one row a page',
  async (sort, expected) => {
    const sorts =
      sort === ''
        ? []
        : sort.split(',').map((name) => ({ by: name.replace('-', ''), descending: name.startsWith('-') }));
    const whole = await selectReportTable(corpus, ALL, { columns: ['report_id'], sorts });
    expect(letters(whole.rows.map((row) => row.values.report_id))).toBe(expected);
    let walked = '';
    let after: string | null = null;
    do {
      const cursor: { after?: string } = after === null ? {} : { after };
      const page = await selectReportTable(corpus, ALL, { columns: [], sorts, pageSize: 1, ...cursor });
      walked += letters(page.rows.map((row) => row.values.report_id));
      expect(page.meta).toMatchObject({ first_row: walked.length, page: walked.length });
      after = page.meta.next;
    } while (after !== null);
    expect(walked).toBe(expected);
  },
);

test('a table has the columns asked, both sides of a rate, and says why a cell is empty', async () => {
  const { columns, rows } = await selectReportTable(
    corpus,
    filtersOf('agency=610111-灞桥区人民政府&from=2024'),
    {
      columns: [
        'agency_id',
        'agency',
        'year',
        'published',
        'region_code',
        'prefecture',
        'county',
        'township',
        'level',
        'disclosure_rate',
        'fees_10k_yuan',
        'requests.new_requests.natural_person',
        'requests.denied_third_party.org_other',
        'requests.carried_out.total',
        'disclosure.administrative_fees.amount_10k_yuan',
        'source_url',
      ],
    },
  );
  expect(rows).toEqual([
    {
      values: {
        agency_id: AGENCY,
        agency: '灞桥区人民政府',
        year: 2024,
        published: '2025-01-31',
        region_code: '610111',
        prefecture: '西安市',
        county: '灞桥区',
        township: null,
        level: 'county',
        disclosure_rate: 0.6,
        disclosure_rate_numerator: 18,
        disclosure_rate_denominator: 30,
        fees_10k_yuan: 1.25,
        'requests.new_requests.natural_person': 20_000,
        'requests.denied_third_party.org_other': null,
        'requests.carried_out.total': null,
        'disclosure.administrative_fees.amount_10k_yuan': 1.25,
        source_url: 'https://example.gov.cn/610111/2024.html',
        report_id: BAQIAO.id,
      },
      states: { 'requests.denied_third_party.org_other': 'unreadable', 'requests.carried_out.total': 'dash' },
    },
  ]);
  const rate = columns.filter(({ id }) => id.startsWith('disclosure_rate'));
  expect(rate.map(({ zh, en, kind, unit }) => [zh, en, kind, unit?.en ?? null])).toEqual([
    ['公开率（含部分公开）', 'Disclosure rate (in full or in part)', 'rate', 'ratio, 0–1'],
    ['公开率（含部分公开） · 分子', 'Disclosure rate (in full or in part) · numerator', 'count', null],
    ['公开率（含部分公开） · 分母', 'Disclosure rate (in full or in part) · denominator', 'count', null],
  ]);
  const full = await selectReportTable(corpus, ALL, { columns: ['issues', 'report_id', 'issues'] });
  expect(full.columns.map(({ id }) => id)).toEqual(['issues', 'report_id']);
  expect(full.rows.map(({ values, states }) => [values.issues, Object.keys(states).length])).toEqual(
    [0, 0, 0, 1, 0, 3, 0, 0, 0].map((issues) => [issues, 0]),
  );
});

test.each([
  [{ columns: ['secret'] }, 'columns=secret: expected ids of columns, fields or metrics'],
  [
    { columns: [], sorts: [{ by: 'secret', descending: false }] },
    'sort=secret: expected names of columns, - before a name for descending',
  ],
  [
    { columns: [], sorts: [{ by: 'source_url', descending: true }] },
    'sort=source_url: expected names of columns',
  ],
  [{ columns: [], after: 'x' }, 'after=x: expected the cursor that the page before gave as next'],
])('a table of %j is refused', async (question, message) => {
  await expect(selectReportTable(corpus, ALL, question)).rejects.toThrow(message);
});

test('cells come in order of report and form, a page at a time, each as it is printed', async () => {
  const filters = filtersOf('agency=610111-灞桥区人民政府&from=2024');
  const printed = ALL_FIELDS.map(({ id }) => id).filter((id) => id in BAQIAO.cells);
  const first = await selectCells(corpus, filters, { pageSize: 100 });
  expect(first.meta).toMatchObject({ row_count: printed.length, reports: 1, first_row: 1 });
  expect(first.rows[0]).toEqual({
    report_id: BAQIAO.id,
    field: 'requests.new_requests.natural_person',
    value: 20_000,
    state: 'number',
    raw: '20000',
    at: null,
    note: null,
    source_url: 'https://example.gov.cn/610111/2024.html',
  });
  expect(first.rows.map((row) => row.field)).toEqual(printed.slice(0, 100));
  const second = await selectCells(corpus, filters, { pageSize: 100, page: 2 });
  expect(second.rows.map((row) => row.field)).toEqual(printed.slice(100, 200));
  const after = first.meta.next ?? '';
  expect((await selectCells(corpus, filters, { pageSize: 100, after })).rows).toEqual(second.rows);
  const empty = await selectCells(corpus, filtersOf('agency=610111-灞桥区人民政府'), { pageSize: 1000 });
  expect(
    empty.rows.filter((row) => row.state !== 'number').map((row) => [row.field, row.value, row.state]),
  ).toEqual([
    ['requests.denied_third_party.org_other', null, 'unreadable'],
    ['requests.carried_out.total', null, 'dash'],
  ]);
  // The same cell of two reports: a cursor tells them apart.
  const both = filtersOf('agency=610111-灞桥区人民政府&basis=all');
  const last = await selectCells(corpus, both, { pageSize: printed.length });
  expect(new Set(last.rows.map((row) => row.report_id))).toEqual(new Set([`${AGENCY}-2023`]));
  const other = await selectCells(corpus, both, { pageSize: 1, after: last.meta.next ?? '' });
  expect(other.rows).toEqual([first.rows[0]]);
});

/** Agencies by the letters of their reports. */
const agencyLetters = (rows: readonly { id: string }[]): string =>
  rows.map(({ id }) => letters([IN_ORDER.findLast((each) => each.startsWith(`${id}-`))])).join('');

test('agencies come in order of region, found by any of their names, on every basis but that of one scope', async () => {
  const all = await selectAgencies(corpus, filtersOf('applicant=natural_person'));
  expect(agencyLetters(all.rows)).toBe('UPCVKDTO');
  expect(all.meta).toMatchObject({
    row_count: 8,
    reports: 9,
    left_out: 0,
    filters: { basis: 'all', applicant: [] },
  });
  expect(all.rows[4]).toEqual({
    id: AGENCY,
    name: '灞桥区人民政府',
    region_code: '610111',
    province: '陕西省',
    prefecture: '西安市',
    county: '灞桥区',
    township: null,
    level: 'county',
    body: 'government',
    reports: 2,
    first_year: 2023,
    last_year: 2024,
  });
  expect(all.rows[6]?.township).toBe('纺织城街道');
  const found = async (search: string) =>
    agencyLetters((await selectAgencies(corpus, filtersOf(search))).rows);
  expect(await found('q=灞桥区政府')).toBe('K');
  expect(await found('basis=own')).toBe('VDT');
  expect(await found('basis=consolidated')).toBe('PCKO');
  expect(await found('region=6101&to=2023')).toBe('KO');
  const page = await selectAgencies(corpus, ALL, { pageSize: 3, page: 2 });
  expect([agencyLetters(page.rows), page.meta.first_row, page.meta.pages]).toEqual(['VKD', 4, 3]);
  const next = await selectAgencies(corpus, ALL, { pageSize: 3, after: page.meta.next ?? '' });
  expect([agencyLetters(next.rows), next.meta.first_row, next.meta.next]).toEqual(['TO', 7, null]);
  expect(await selectAgency(corpus, AGENCY)).toEqual(all.rows[4]);
  expect(await selectAgency(corpus, '610111-没有')).toBeNull();
});

test.each([
  ['region', 'UPCVKDTO', 'OTDKVCPU'],
  ['agency', 'UOKDTCVP', 'PVCTDKOU'],
  ['level', 'PCVKDOTU', 'TKDOCVPU'],
  ['body', 'PCKODTVU', 'VTDPCKOU'],
  ['reports', 'UPCVDTOK', 'KUPCVDTO'],
  ['last_year', 'OPCVKDTU', 'PCVKDTOU'],
  ['new_requests', 'OVTDKCPU', 'PCKDTVOU'],
  ['findings', 'UPCVTODK', 'KDUPCVTO'],
] as [AgencySort, string, string][])(
  'the list of agencies by %s comes as %s, descending as %s',
  async (sort, ascending, descending) => {
    const listed = async (order: 'asc' | 'desc') =>
      agencyLetters((await selectAgencyList(corpus, filtersOf(''), { sort, order, page: 1 })).rows);
    expect([await listed('asc'), await listed('desc')]).toEqual([ascending, descending]);
  },
);

test('an agency in the list has the figure of its latest report and all its findings', async () => {
  const { rows, ...answer } = await selectAgencyList(corpus, filtersOf('q=灞桥区'), {
    sort: 'region',
    order: 'asc',
    page: 1,
  });
  expect(rows.map((row) => [row.name, row.new_requests, row.findings, row.reports])).toEqual([
    ['灞桥区人民政府', 30_000, 2, 2],
    ['灞桥区教育局', 4000, 1, 1],
    ['灞桥区纺织城街道办事处', 500, 0, 1],
  ]);
  expect(answer).toMatchObject({ agencies: 3, page: 1, pages: 1, page_size: 50, meta: { reports: 4 } });
  const beyond = await selectAgencyList(corpus, ALL, { sort: 'region', order: 'asc', page: 2 });
  expect(beyond).toMatchObject({ rows: [], agencies: 8, page: 2, pages: 1 });
  const none = await selectAgencyList(corpus, filtersOf('q=没有'), {
    sort: 'findings',
    order: 'asc',
    page: 1,
  });
  expect(none).toMatchObject({ rows: [], agencies: 0, pages: 1 });
});

test('regions and agencies are found by words of their names, regions first', async () => {
  const region = { id: '610111', kind: 'region', name: '灞桥区', within: '陕西省西安市', reports: 4 };
  const agency = {
    id: AGENCY,
    kind: 'agency',
    name: '灞桥区人民政府',
    within: '陕西省西安市灞桥区',
    reports: 2,
  };
  const found = await findSubjects(corpus, '灞桥', 10);
  expect(found.slice(0, 2)).toEqual([region, agency]);
  expect(found.map((each) => each.id)).toEqual([
    '610111',
    AGENCY,
    '610111-灞桥区教育局',
    '610111001-纺织城街道',
  ]);
  expect(await findSubjects(corpus, '灞桥', 1)).toEqual([region]);
  expect(await findSubjects(corpus, ' 政府  灞桥 ', 10)).toEqual([agency]);
  expect(await findSubjects(corpus, ' ', 10)).toEqual([]);
  expect((await findSubjects(corpus, '市', 10)).map((each) => each.id)).toEqual([
    '6101',
    '610100-西安市人民政府',
    '610100-西安市税务局',
  ]);
  expect(await selectSubjects(corpus, ['610111001', AGENCY, 'nobody', '61', '6101', '610111'])).toEqual([
    { id: '610111001', kind: 'region', name: '纺织城街道', within: '陕西省西安市灞桥区', reports: 1 },
    agency,
    { id: '61', kind: 'region', name: '陕西省', within: '', reports: 8 },
    { id: '6101', kind: 'region', name: '西安市', within: '陕西省', reports: 7 },
    region,
  ]);
  expect(await selectSubjects(corpus, [])).toEqual([]);
});

test('the history of an agency has its years, cells, findings, issues and neighbours', async () => {
  const history = await selectAgencyHistory(corpus, AGENCY);
  expect(history).toMatchObject({
    agency: { id: AGENCY, reports: 2 },
    previous: { id: '610100-西安市税务局', name: '西安市税务局' },
    next: { id: '610111-灞桥区教育局', name: '灞桥区教育局' },
    synthetic: false,
  });
  const [before, kept] = history?.reports ?? [];
  expect(history?.reports).toHaveLength(2);
  expect(before).toMatchObject({
    id: `${AGENCY}-2023`,
    year: 2023,
    name: '灞桥区政府',
    found: [],
    noted: [],
    findings: 0,
  });
  expect(kept).toMatchObject({
    id: BAQIAO.id,
    year: 2024,
    published: '2025-01-31',
    scope: 'consolidated',
    level: 'county',
    body: 'government',
    form: '2021',
    issues: 3,
    doubts: 1,
    findings: 2,
    disclosure_forms: BAQIAO.forms.disclosure,
  });
  expect(kept).not.toHaveProperty('report_no');
  expect(kept?.found).toEqual(BAQIAO.findings);
  expect(kept?.noted).toEqual(BAQIAO.issues);
  expect([...(kept?.cells.keys() ?? [])]).toEqual(
    ALL_FIELDS.map(({ id }) => id).filter((id) => id in BAQIAO.cells),
  );
  expect(kept?.cells.get('requests.granted.total')).toEqual({ value: 15, state: 'number', raw: '15' });
  expect(kept?.cells.get('requests.carried_out.total')).toEqual({ value: null, state: 'dash', raw: '' });
  expect(before?.cells.get('requests.new_requests.total')?.value).toBe(20_000_000);
  expect(await selectAgencyHistory(corpus, 'nobody')).toBeNull();
  expect(await selectAgencyHistory(corpus, 'unknown-无名局')).toMatchObject({
    previous: null,
    next: { id: '610000-陕西省人民政府' },
  });
  expect(await selectAgencyHistory(corpus, '610112-未央区人民政府')).toMatchObject({
    previous: { id: '610111001-纺织城街道' },
    next: null,
    reports: [{ form: '2019' }],
  });
});

const noValues = (row: Record<string, number | null> | undefined) =>
  Object.fromEntries(Object.keys(row ?? {}).map((column) => [column, null]));

test('a report is put together again as it was read', async () => {
  const answer = await selectReport(corpus, BAQIAO.id);
  // Rows of the other form are there without values.
  const other_total = noValues(BAQIAO.requests.granted);
  expect(answer?.record).toEqual({ ...BAQIAO, requests: { ...BAQIAO.requests, other_total } });
  expect(Object.keys(answer?.record.cells ?? {})).toEqual(
    ALL_FIELDS.map(({ id }) => id).filter((id) => id in BAQIAO.cells),
  );
  expect(answer).toMatchObject({
    agency_id: AGENCY,
    years: [
      { id: `${AGENCY}-2023`, year: 2023, scope: 'consolidated' },
      { id: BAQIAO.id, year: 2024, scope: 'consolidated' },
    ],
    covered_by: { id: '610100-西安市人民政府-2024', agency: '西安市人民政府' },
    synthetic: false,
  });
  for (const record of HAND) {
    const found = (await selectReport(corpus, record.id))?.record;
    const { requests, ...rest } = record;
    expect(found).toMatchObject(rest);
    expect(found?.requests).toMatchObject(requests);
  }
  expect((await selectReport(corpus, '610000-陕西省人民政府-2024'))?.covered_by).toBeNull();
  expect(await selectReport(corpus, `${AGENCY}-2022`)).toBeNull();
  expect(await hasReport(corpus, BAQIAO.id)).toBe(true);
  expect(await hasReport(corpus, 'unknown-无名局-unknown')).toBe(true);
  expect(await hasReport(corpus, `${AGENCY}-2022`)).toBe(false);
});

test('31 March of the following year is in time, 1 April late', async () => {
  const board = await selectBoard(corpus, filtersOf('basis=own&findings=clean'), 1);
  expect(board.years).toEqual([
    { year: 2023, in_time: 1, late: 1, undated: 0 },
    { year: 2024, in_time: 2, late: 2, undated: 2 },
  ]);
  expect(board).toMatchObject({ agencies: 8, page: 1, pages: 1, page_size: 50 });
  expect(board.rows.map((row) => row.reports.map((report) => report.state).join())).toEqual([
    'undated',
    'in_time',
    'late',
    'late',
    'late,in_time',
    'undated',
    'undated',
    'in_time',
  ]);
  expect(board.rows[4]).toMatchObject({
    agency_id: AGENCY,
    agency: '灞桥区人民政府',
    reports: [
      { year: 2023, report_id: `${AGENCY}-2023`, published: '2024-04-01', state: 'late' },
      { year: 2024, report_id: BAQIAO.id, published: '2025-01-31', state: 'in_time' },
    ],
  });
  expect((await selectBoard(corpus, filtersOf('region=610111&from=2024'), 1)).years).toEqual([
    { year: 2024, in_time: 1, late: 0, undated: 2 },
  ]);
  expect(await selectBoard(corpus, filtersOf('q=没有'), 1)).toMatchObject({
    rows: [],
    years: [],
    agencies: 0,
    pages: 1,
  });
});

test('findings are listed in order of region, of one rule or all, with the printed values', async () => {
  const all = await selectFindings(corpus, filtersOf('findings=clean&basis=own'), { rule: null, page: 1 });
  expect(all).toMatchObject({ findings: 3, page: 1, pages: 1, page_size: 50 });
  expect(all.rows.map((row) => [row.report_id, row.finding.rule])).toEqual([
    [BAQIAO.id, 'requests.flow'],
    [BAQIAO.id, 'identity.year_conflict'],
    ['610111-灞桥区教育局-2024', 'requests.flow'],
  ]);
  expect(all.rows[0]).toMatchObject({
    agency_id: AGENCY,
    agency: '灞桥区人民政府',
    year: 2024,
    finding: BAQIAO.findings[0],
  });
  expect(all.rows[1]?.finding).toEqual(BAQIAO.findings[1]);
  expect(all.rows[0]?.values.get('requests.granted.total')).toBe(15);
  expect(all.rows[0]?.values.get('requests.carried_out.total')).toBeNull();
  expect(all.rows[2]?.values.get('requests.granted.total')).toBe(29);
  const one = await selectFindings(corpus, ALL, { rule: 'identity.year_conflict', page: 1 });
  expect([one.findings, one.rows.length]).toEqual([1, 1]);
  expect(await selectFindings(corpus, ALL, { rule: null, page: 2 })).toMatchObject({
    rows: [],
    findings: 3,
    page: 2,
  });
  expect(await selectFindings(corpus, filtersOf('to=2023'), { rule: null, page: 1 })).toMatchObject({
    rows: [],
    findings: 0,
    pages: 1,
  });
});

test('rules are counted by year and by province: where they could be tested, and where they are broken', async () => {
  const { groups, meta } = await selectRuleCounts(corpus, filtersOf('findings=clean'), 'year');
  expect(groups.map(({ key, name, reports }) => [key, name, reports])).toEqual([
    [2023, null, 2],
    [2024, null, 6],
    [null, null, 1],
  ]);
  expect(groups.map(({ rules }) => rules['identity.year_conflict'])).toEqual([
    { tested: 2, found: 0 },
    { tested: 6, found: 1 },
    { tested: 1, found: 0 },
  ]);
  expect(groups.map(({ rules }) => rules['history.jump'].tested)).toEqual([0, 1, 0]);
  // Where the total is blank or a dash the columns beside it can still be told.
  expect(groups[1]?.rules['requests.flow']).toEqual({ tested: 6, found: 2 });
  expect(meta).toMatchObject({ reports: 9, filters: { findings: 'clean', basis: 'deduplicated' } });
  const provinces = await selectRuleCounts(corpus, ALL, 'province');
  expect(provinces.groups.map(({ key, name, reports }) => [key, name, reports])).toEqual([
    [61, '陕西省', 8],
    [null, null, 1],
  ]);
});

test('issues are counted by code, the gravest first', async () => {
  expect(await selectIssueCounts(corpus, filtersOf('findings=clean&basis=own'))).toEqual([
    { code: 'cell.ambiguous', severity: 'warning', reports: 1, issues: 1 },
    { code: 'cell.digits_spaced', severity: 'info', reports: 2, issues: 3 },
  ]);
  expect(await selectIssueCounts(corpus, filtersOf('q=税务'))).toEqual([
    { code: 'cell.digits_spaced', severity: 'info', reports: 1, issues: 1 },
  ]);
});

test.each([
  ['', {}, 'ogi-reports_all'],
  ['from=2024&to=2024', {}, 'ogi-reports_2024'],
  ['from=2023', {}, 'ogi-reports_2023-'],
  ['to=2023', {}, 'ogi-reports_-2023'],
  ['from=2023&to=2024', {}, 'ogi-reports_2023-2024'],
  [
    'from=2024&to=2024&region=610111,6103&level=county&body=government&form=2021&applicant=natural_person&basis=own&findings=clean',
    {},
    'ogi-reports_2024_610111-灞桥区_region-6103_county_government_form2021_natural_person_basis-own_clean',
  ],
  ['', { words: ['granted', 'year', ''] }, 'ogi-reports_granted_year'],
  ['corpus=demo', {}, 'ogi-reports_all_demo-合成数据'],
  ['q=灞桥', {}, /^ogi-reports_灞桥_[0-9a-f]{10}$/],
  ['q=a/b:c*"d', {}, /^ogi-reports_a-b-c-d_[0-9a-f]{10}$/],
  [
    'where=year>=2020|issues<=3,findings!=0,issues>1,issues<9',
    {},
    /^ogi-reports_year≥2020-issues≤3_findings≠0_issues＞1_issues＜9_[0-9a-f]{10}$/,
  ],
  ['agency=610111-灞桥区人民政府', {}, /^ogi-reports_610111-灞桥区人民政府_[0-9a-f]{10}$/],
  ['', { further: 'columns=year' }, /^ogi-reports_all_[0-9a-f]{10}$/],
  ['q=灞桥&corpus=demo', {}, /^ogi-reports_灞桥_[0-9a-f]{10}_demo-合成数据$/],
] as const)('the file of "%s" is named after it', async (search, more, name) => {
  expect(await fileNameOf(corpus, { kind: 'ogi-reports', filters: filtersOf(search), ...more })).toMatch(
    typeof name === 'string' ? new RegExp(`^${name}$`) : name,
  );
});

test('a name too long is cut at 150 bytes, never inside a character, and slices alike in words differ in name', async () => {
  const named = (search: string, further = '') =>
    fileNameOf(corpus, { kind: 'ogi', filters: filtersOf(search), further });
  const long = await named(`q=${'灞'.repeat(90)}`);
  expect(long).toMatch(/^ogi_灞{48}_[0-9a-f]{10}$/);
  const exact = await named(`q=${'灞'.repeat(48)}aa`);
  expect(exact).toMatch(/^ogi_灞{48}aa_[0-9a-f]{10}$/);
  expect(await named(`q=${'灞'.repeat(48)}aaa`)).toMatch(/^ogi_灞{48}aa_[0-9a-f]{10}$/);
  const names = await Promise.all([named('q=a/b'), named('q=a:b'), named('q=a/b', 'x'), named('q=a/b', 'y')]);
  expect(new Set(names).size).toBe(4);
  expect(await named('q=a/b')).toBe(names[0]);
});

test('regions are named in the order asked, by their code where they have no name', async () => {
  expect(await regionNames(corpus, ['610112', '99', '61'])).toEqual(['未央区', '99', '陕西省']);
  expect(await regionNames(corpus, [])).toEqual([]);
});

const HISTORY_FINDING = { severity: 'info', left: 1, right: 2, difference: -1, left_fields: 0 } as const;

test('an agency with two reports of one year is counted once', async () => {
  const values = { 'requests.granted.total': 3, 'requests.outcomes_total.total': 40 };
  const twice = record({ name: '甲局', year: 2023, values });
  const last = record({
    name: '乙局',
    year: 2023,
    values: { ...values, 'requests.new_requests.total': 7 },
    // Broken without an equation that can be told and without a year before: tested all the same.
    findings: (['requests.flow', 'history.jump'] as const).map((rule) => ({
      ...HISTORY_FINDING,
      fields: [],
      rule,
    })),
  });
  const made = await keptCorpus({
    records: [
      twice,
      { ...twice, id: `${twice.id}b` },
      last,
      { ...last, id: `${last.id}b` },
      record({ name: '甲局', year: 2024, values }),
    ],
  });
  const all = ALL;
  const coverage = await selectCoverage(made, all);
  expect(coverage.rows.map((row) => [row.year, row.reports, row.agencies])).toEqual([
    [2023, 4, 2],
    [2024, 1, 1],
  ]);
  for (const sort of AGENCY_SORTS) {
    const listed = await selectAgencyList(made, all, { sort, order: 'desc', page: 1 });
    expect([sort, listed.rows.length]).toEqual([sort, 2]);
    expect(Object.fromEntries(listed.rows.map((row) => [row.name, row.new_requests]))).toEqual({
      乙局: 7,
      甲局: null,
    });
  }
  const { groups } = await selectRuleCounts(made, all, 'year');
  expect(groups.map(({ rules }) => [rules['requests.flow'], rules['history.jump']])).toEqual([
    [
      { tested: 2, found: 2 },
      { tested: 2, found: 2 },
    ],
    [
      { tested: 0, found: 0 },
      { tested: 1, found: 0 },
    ],
  ]);
  expect((await selectBoard(made, all, 1)).years).toEqual([
    { year: 2023, in_time: 2, late: 0, undated: 0 },
    { year: 2024, in_time: 1, late: 0, undated: 0 },
  ]);
  const { rows } = await selectMetrics(made, { metrics: ['agencies'], by: ['year'], filters: all });
  expect(rows.map((row) => row.values.agencies?.value)).toEqual([2, 1]);
  const spread = await selectDistribution(made, {
    metric: 'disclosure_rate',
    filters: { ...all, from: 2023, to: 2023 },
  });
  expect(spread.agencies + spread.few + spread.missing).toBe(2);
});

test('a name is found whatever the size of its letters, in both lists', async () => {
  const made = await keptCorpus({ records: [record({ name: 'ABC管委会' }), record({ name: '乙局' })] });
  for (const q of ['abc', 'ABC', 'aBc 管委']) {
    const filters: Filters = { ...ALL, q };
    expect((await selectAgencies(made, filters)).rows.map((row) => row.name)).toEqual(['ABC管委会']);
    expect((await findSubjects(made, q, 5)).map((subject) => subject.name)).toEqual(['ABC管委会']);
  }
});
