/**
 * Nine reports made by hand. Each prints new requests in a decimal place of its own, so that a sum says by its digits
 * which reports it is of:
 *
 *     300,000,000  nobody knows whose      no region, no year
 *      20,000,000  灞桥区人民政府 2023       county
 *       1,000,000  陕西省人民政府 2024       province
 *         200,000  西安市人民政府 2024       prefecture
 *          30,000  灞桥区人民政府 2024       county
 *           4,000  灞桥区教育局 2024        county, its own figures only
 *             500  纺织城街道 2024          township, its own figures only
 *              60  西安市税务局 2024        prefecture, a vertical body
 *               7  未央区人民政府 2023       county, form of 2019
 */
import type { Finding } from '../../lib/audit/rules';
import { issue } from '../../lib/issue';
import type { ReportRecord } from '../../lib/record';
import { type Printed, reportWith } from '../build';

type Shape = {
  id: string;
  name: string;
  new: number;
  printed?: Printed;
  form?: '2019' | '2021';
  level: ReportRecord['region']['level'];
  body?: ReportRecord['agency']['body'];
  scope?: ReportRecord['agency']['scope'];
  published?: string;
  more?: Partial<ReportRecord>;
};

const NAMES: Record<string, string> = {
  61: '陕西省',
  6101: '西安市',
  610111: '灞桥区',
  610112: '未央区',
  610111001: '纺织城街道',
};

function report(shape: Shape): ReportRecord {
  const { id, name, level, body = 'government', scope = 'consolidated', published = null } = shape;
  const [code = '', , year = ''] = id.split('-');
  const known = /^\d/.test(code);
  const named = (digits: number): string | null =>
    known && code.replace(/(00)+$/, '').length >= digits ? (NAMES[code.slice(0, digits)] ?? null) : null;
  const printed = { 'requests.new_requests.total': shape.new, ...shape.printed };
  const source = {
    path: `made/${id}.txt`,
    url: known ? `https://example.gov.cn/${code}/${year}.html` : null,
    sha256: '0'.repeat(64),
    bytes: 10,
    format: 'text' as const,
    encoding: 'utf-8',
  };
  return reportWith(printed, shape.form, {
    id,
    source,
    year: known ? Number(year) : null,
    published,
    agency: { name, as_written: name, body: known ? body : null, scope, scope_evidence: [] },
    region: {
      code: known ? code : null,
      level,
      province: named(2),
      prefecture: named(4),
      county: named(6),
      township: named(9),
      evidence: [],
    },
    ...shape.more,
  });
}

const outcomes = (granted: number, partial: number, total: number): Printed => ({
  'requests.granted.total': granted,
  'requests.partial.total': partial,
  'requests.outcomes_total.total': total,
});

const found = (rule: Finding['rule'], left: number | string, right: number | string): Finding => ({
  rule,
  severity: 'warning',
  fields: ['requests.granted.total', 'requests.outcomes_total.total'],
  left,
  right,
  difference: typeof left === 'number' && typeof right === 'number' ? left - right : null,
  left_fields: 1,
});

export const AGENCY = '610111-灞桥区人民政府';

export const BAQIAO: ReportRecord = report({
  id: `${AGENCY}-2024`,
  name: '灞桥区人民政府',
  new: 30_000,
  level: 'county',
  published: '2025-01-31',
  printed: {
    ...outcomes(15, 3, 30),
    'requests.new_requests.natural_person': 20_000,
    'requests.new_requests.org_commercial': 10_000,
    'proceedings.reconsideration.total': 4,
    'proceedings.litigation_direct.total': 3,
    'proceedings.litigation_after_reconsideration.total': 2,
    'disclosure.rules.issued': 5,
    'disclosure.administrative_fees.amount_10k_yuan': 1.25,
    'requests.carried_out.total': 'dash',
    'requests.denied_third_party.org_other': 'unreadable',
  },
  more: {
    title: '灞桥区2024年度报告',
    period: { start: '2024-01-01', end: '2024-12-31' },
    also_at: [{ path: 'made/again.txt', url: null, sha256: '1'.repeat(64) }],
    issues: [
      issue('cell.ambiguous', { line: 3, column: 4 }, '1 2', 'one number', ['requests.granted.total']),
      issue('cell.digits_spaced', null, '3 0', '30'),
      issue('cell.digits_spaced', null, '1 5', '15'),
    ],
    findings: [found('requests.flow', 30_000, 30), found('identity.year_conflict', '2023', '2024')],
    narrative: [
      { field: 'requests.new_requests.total', value: 30_000, at: { line: 9, column: 1 }, quote: '三万件' },
      { field: 'requests.granted.total', value: 15, at: { line: 9, column: 7 } },
    ],
    extra_rows: [
      {
        block: '20(1)',
        label: '其他主动公开文件',
        values: { issued: 8 },
        cells: [{ raw: '8', state: 'number', at: null }],
      },
    ],
  },
});

/** In no order of their own. */
export const HAND: readonly ReportRecord[] = [
  report({
    id: '610112-未央区人民政府-2023',
    name: '未央区人民政府',
    new: 7,
    form: '2019',
    level: 'county',
    published: '2024-03-31',
    printed: { ...outcomes(10, 0, 10), 'disclosure.rules.new_made': 6 },
  }),
  BAQIAO,
  report({
    id: '610100-西安市税务局-2024',
    name: '西安市税务局',
    new: 60,
    level: 'prefecture',
    body: 'vertical',
    scope: 'own',
    published: '2025-04-01',
    printed: { 'requests.outcomes_total.total': 'blank' },
    more: { issues: [issue('cell.digits_spaced', null, '6 0', '60')] },
  }),
  report({
    id: '610111-灞桥区教育局-2024',
    name: '灞桥区教育局',
    new: 4000,
    level: 'county',
    body: 'department',
    scope: 'own',
    printed: outcomes(29, 0, 29),
    more: { findings: [found('requests.flow', 1, 2)] },
  }),
  report({
    id: 'unknown-无名局-unknown',
    name: '无名局',
    new: 300_000_000,
    level: null,
    scope: 'unknown',
  }),
  report({
    id: `${AGENCY}-2023`,
    name: '灞桥区政府',
    new: 20_000_000,
    level: 'county',
    published: '2024-04-01',
  }),
  report({
    id: '610111001-纺织城街道-2024',
    name: '灞桥区纺织城街道办事处',
    new: 500,
    level: 'township',
    body: 'subdistrict',
    scope: 'own',
  }),
  report({
    id: '610000-陕西省人民政府-2024',
    name: '陕西省人民政府',
    new: 1_000_000,
    level: 'province',
    published: '2025-03-31',
    printed: { ...outcomes(500, 100, 1000), 'requests.new_requests.natural_person': 'dash' },
  }),
  report({
    id: '610100-西安市人民政府-2024',
    name: '西安市人民政府',
    new: 200_000,
    level: 'prefecture',
    published: '2025-04-01',
    printed: {
      ...outcomes(100, 20, 200),
      'requests.new_requests.natural_person': 150_000,
      'requests.new_requests.org_other': 50_000,
      'proceedings.litigation_direct.total': 'blank',
    },
  }),
];

/** Ids in the order of the corpus: region, agency, year. */
export const IN_ORDER: readonly string[] = [
  'unknown-无名局-unknown',
  '610000-陕西省人民政府-2024',
  '610100-西安市人民政府-2024',
  '610100-西安市税务局-2024',
  `${AGENCY}-2023`,
  `${AGENCY}-2024`,
  '610111-灞桥区教育局-2024',
  '610111001-纺织城街道-2024',
  '610112-未央区人民政府-2023',
];
