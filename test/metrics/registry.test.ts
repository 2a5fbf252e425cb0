/** What readers of the registry rely on: names in two languages, units, where the cells stand, what must be said beside a value. */
import { describe, expect, test } from 'vitest';
import { ALL_FIELDS, REQUEST_ROWS } from '../../lib/form';
import {
  type Bilingual,
  fieldUnit,
  METRICS,
  type Metric,
  metricById,
  metricFields,
} from '../../lib/metrics/registry';

const metricOf = (id: string): Metric => {
  const metric = metricById(id);
  if (!metric) throw new Error(`no metric ${id}`);
  return metric;
};

/** Han in the Chinese text; in the English one Latin letters, and Han nowhere. */
const isBilingual = ({ zh, en }: Bilingual): boolean =>
  /\p{Script=Han}/u.test(zh) && /[a-z]{3}/i.test(en) && !/\p{Script=Han}/u.test(en);

test('every metric has a name, a unit, a source and a caveat in both languages, and no two share a name', () => {
  for (const { id, zh, en, unit, source, caveat } of METRICS) {
    const texts = [{ zh, en }, unit, source, ...(caveat ? [caveat] : [])];
    expect([id, texts.filter((text) => !isBilingual(text))]).toEqual([id, []]);
  }
  for (const language of ['zh', 'en'] as const) {
    const names = METRICS.map((metric) => metric[language]);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  }
});

test('the unit is that of the table: requests, cases, documents, decisions, money, ratios', () => {
  const units = new Map<string, string[]>();
  for (const { id, unit } of METRICS) units.set(unit.en, [...(units.get(unit.en) ?? []), id]);
  expect(Object.fromEntries(units)).toEqual({
    requests: [
      'new_requests',
      'carried_in',
      'outcomes_total',
      'carried_out',
      'granted',
      'partial',
      'denied',
      'unable',
      'not_processed',
      'other',
    ],
    cases: ['reconsiderations', 'litigations_direct', 'litigations_after_reconsideration'],
    documents: ['rules_issued', 'normative_documents_issued', 'documents_in_force'],
    decisions: ['licensing_decisions', 'penalty_decisions', 'compulsory_decisions'],
    '10,000 yuan': ['fees_10k_yuan'],
    'ratio, 0–1': METRICS.filter(({ id }) => id.endsWith('_rate')).map(({ id }) => id),
    reports: ['reports'],
    agencies: ['agencies'],
  });
});

/** Where the cells stand, as the form numbers them. A rate of two tables names the table of its numerator first. */
test.each([
  ['new_requests', '表三 第一行', 'Table 3, row one'],
  ['carried_in', '表三 第二行', 'Table 3, row two'],
  ['granted', '表三 三（一）', 'Table 3, row three (1)'],
  ['partial', '表三 三（二）', 'Table 3, row three (2)'],
  ['denied', '表三 三（三）', 'Table 3, row three (3)'],
  ['unable', '表三 三（四）', 'Table 3, row three (4)'],
  ['not_processed', '表三 三（五）', 'Table 3, row three (5)'],
  ['other', '表三 三（六）', 'Table 3, row three (6)'],
  ['outcomes_total', '表三 三（七）', 'Table 3, row three (7)'],
  ['carried_out', '表三 第四行', 'Table 3, row four'],
  ['disclosure_rate', '表三 三（一）＋（二）÷ 三（七）', 'Table 3, rows three (1) + (2) over three (7)'],
  ['carry_forward_rate', '表三 第四行 ÷ 第一、二行', 'Table 3, row four over rows one and two'],
  ['reconsiderations', '表四 行政复议 总计', 'Table 4, reconsideration, total'],
  ['licensing_decisions', '表二 第二十条第（五）项', 'Table 2, article 20 (5)'],
  ['penalty_decisions', '表二 第二十条第（六）项', 'Table 2, article 20 (6)'],
  ['compulsory_decisions', '表二 第二十条第（六）项', 'Table 2, article 20 (6)'],
  ['rules_issued', '表二 第二十条第（一）项', 'Table 2, article 20 (1)'],
  ['fees_10k_yuan', '表二 第二十条第（八）项', 'Table 2, article 20 (8)'],
])('%s stands in %s', (id, zh, en) => {
  expect(metricOf(id).source).toEqual({ zh, en });
});

test('every metric of the form says in which table, and where in it', () => {
  for (const { id, source } of METRICS.filter(({ kind }) => kind !== 'count'))
    expect([id, source]).toEqual([
      id,
      { zh: expect.stringMatching(/^表[二三四] \S{3}/), en: expect.stringMatching(/^Table [234], \w{3}/) },
    ]);
});

test('what must be said beside a value: years of handling, both forms, pending cases, the law of 2024', () => {
  const saying = (pattern: RegExp): string[] =>
    METRICS.filter(({ caveat }) => pattern.test(caveat?.en ?? '')).map(({ id }) => id);
  expect(saying(/year they are handled/)).toEqual([
    'outcomes_total',
    'denial_rate',
    'unable_rate',
    'not_processed_rate',
    'other_rate',
  ]);
  expect(saying(/already published/)).toEqual(['disclosure_rate', 'full_disclosure_rate']);
  expect(saying(/Pending cases come back/)).toEqual([
    'reconsiderations',
    'litigations_after_reconsideration',
    'review_rate',
    'review_correction_rate',
    'litigation_correction_rate',
  ]);
  expect(saying(/review law in force from 2024/)).toEqual(['litigations_direct', 'litigation_rate']);
  expect(saying(/already counted as reviews/)).toEqual(['dispute_rate']);
  expect(saying(/not comparable across forms/)).toEqual(['rules_issued', 'normative_documents_issued']);
  expect(saying(/Only the 2021 form/)).toEqual(['documents_in_force', 'fees_10k_yuan']);
  expect(METRICS.filter(({ caveat }) => caveat === null).map(({ id }) => id)).toEqual([
    'new_requests',
    'carried_in',
    'carried_out',
    'granted',
    'partial',
    'denied',
    'unable',
    'not_processed',
    'other',
    'carry_forward_rate',
    'licensing_decisions',
    'penalty_decisions',
    'compulsory_decisions',
    'reports',
    'agencies',
  ]);
});

test('only what the two forms ask in the same words may stand in one series', () => {
  expect(METRICS.filter(({ comparable }) => !comparable).map(({ id }) => id)).toEqual([
    'rules_issued',
    'normative_documents_issued',
    'documents_in_force',
    'fees_10k_yuan',
  ]);
});

describe('a cell or a row by its id', () => {
  test('is the plain sum of that cell, whatever applicant column is chosen', () => {
    for (const { id } of ALL_FIELDS) {
      const { kind, numerator, denominator, fixed, byApplicant, zh, en } = metricOf(id);
      expect([id, kind, numerator, denominator, fixed, byApplicant]).toEqual([
        id,
        'sum',
        [{ plus: [id] }],
        null,
        true,
        false,
      ]);
      expect([id, isBilingual({ zh, en })]).toEqual([id, true]);
    }
  });

  test('of table 3 follows the applicant column where no column is named', () => {
    for (const { id: row, zh, en } of REQUEST_ROWS)
      expect(metricOf(`requests.${row}`)).toEqual({
        id: `requests.${row}`,
        kind: 'sum',
        zh,
        en,
        unit: { zh: '件', en: 'requests' },
        numerator: [{ plus: [`requests.${row}.total`] }],
        denominator: null,
        byApplicant: true,
        fixed: false,
        source: { zh, en },
        comparable: true,
        caveat: null,
      });
  });

  test('is called as the form calls it', () => {
    expect(metricOf('requests.granted.natural_person')).toMatchObject({
      zh: '予以公开·自然人',
      en: 'Granted in full · Natural person',
      source: { zh: '予以公开·自然人', en: 'Granted in full · Natural person' },
    });
  });

  test('stands in one series over both forms unless it is a figure of table 2 that is no decision', () => {
    const apart = ALL_FIELDS.filter(({ id }) => !metricOf(id).comparable);
    expect(apart.every(({ table, column }) => table === 'disclosure' && column !== 'decisions')).toBe(true);
    // Rules and normative documents 6 each; licensing, other services, penalties, measures 2; fees 3; procurement 2
    expect(apart).toHaveLength(25);
  });

  test.each([
    'requests',
    'requests.',
    'requests.lost',
    'requests.granted.lost',
    'granted.total',
    'proceedings.reconsideration',
    'disclosure.rules',
    '',
    'constructor',
  ])('there is no metric %j', (id) => {
    expect(metricById(id)).toBeUndefined();
  });
});

test.each([
  ['requests.granted.total', '件', 'requests'],
  ['proceedings.reconsideration.pending', '件', 'cases'],
  ['disclosure.rules.issued', '件', 'documents'],
  ['disclosure.normative_documents.disclosed_total', '件', 'documents'],
  ['disclosure.licensing.decisions', '件', 'decisions'],
  ['disclosure.licensing.items_last_year', '项', 'items'],
  ['disclosure.administrative_fees.items_change', '项', 'items'],
  ['disclosure.administrative_fees.amount_10k_yuan', '万元', '10,000 yuan'],
  ['disclosure.procurement.projects', '个', 'projects'],
  ['disclosure.procurement.amount_yuan', '元', 'yuan'],
  ['disclosure.lost.projects', '', ''],
])('the unit of %s is %s', (id, zh, en) => {
  expect(fieldUnit(id)).toEqual({ zh, en });
});

describe('the share of a row', () => {
  test('of table 3 is over all that was handled, for the outcomes and for nothing else', () => {
    const outcomes = REQUEST_ROWS.map(({ id }) => id).filter(
      (id) => !['new_requests', 'carried_in', 'outcomes_total', 'carried_out'].includes(id),
    );
    for (const row of outcomes)
      expect(metricOf(`requests.${row}.rate`)).toMatchObject({
        id: `requests.${row}.rate`,
        kind: 'rate',
        numerator: [{ plus: [`requests.${row}.total`] }],
        denominator: [{ plus: ['requests.outcomes_total.total'] }],
        byApplicant: true,
        fixed: false,
        comparable: true,
        unit: { zh: '比率，0–1', en: 'ratio, 0–1' },
      });
    for (const row of ['new_requests', 'carried_in', 'outcomes_total', 'carried_out', 'lost', ''])
      expect([row, metricById(`requests.${row}.rate`)]).toEqual([row, undefined]);
  });

  test('of table 4 is over what was decided, for the three results', () => {
    for (const channel of ['reconsideration', 'litigation_direct', 'litigation_after_reconsideration'])
      for (const column of ['upheld', 'corrected', 'other_result']) {
        const metric = metricOf(`proceedings.${channel}.${column}.rate`);
        expect(metric).toMatchObject({
          kind: 'rate',
          numerator: [{ plus: [`proceedings.${channel}.${column}`] }],
          denominator: [
            { plus: [`proceedings.${channel}.total`], minus: [`proceedings.${channel}.pending`] },
          ],
          byApplicant: false,
        });
        expect(metricFields(metric)).toEqual([
          `proceedings.${channel}.${column}`,
          `proceedings.${channel}.total`,
          `proceedings.${channel}.pending`,
        ]);
      }
  });

  test.each([
    'proceedings.reconsideration.pending.rate',
    'proceedings.reconsideration.total.rate',
    'proceedings.reconsideration.rate',
    'proceedings.reconsideration.upheld.upheld.rate',
    'proceedings.reconsideration.upheld',
    'proceedings.lost.upheld.rate',
    'proceedings.reconsiderations.upheld.rate',
    'disclosure.rules.issued.rate',
    'requests.granted.total.rate',
    'requests.granted.rates',
    'x.proceedings.reconsideration.upheld.rate',
    'rate',
    '.rate',
  ])('there is no share %j', (id) => {
    expect(metricById(id)?.kind === 'rate').toBe(false);
  });

  test('says in both languages what is over what, and what must be said beside it', () => {
    const row = metricOf('requests.denied_internal_affairs.rate');
    expect([row.zh, row.en]).toEqual(['属于三类内部事务信息占办结', 'Denied: internal affairs, of handled']);
    expect(row.source).toEqual({
      zh: '表三 5.属于三类内部事务信息 ÷ 三（七）',
      en: 'Table 3, Denied: internal affairs over three (7)',
    });
    expect(row.caveat?.en).toMatch(/year they are handled/);
    const result = metricOf('proceedings.litigation_direct.upheld.rate');
    expect([result.zh, result.en]).toEqual([
      '未经复议直接起诉·结果维持占已审结',
      'Litigation without prior reconsideration · Upheld, of decided',
    ]);
    expect(result.source).toEqual({
      zh: '表四 未经复议直接起诉·结果维持 ÷（总计 − 尚未审结）',
      en: 'Table 4, Litigation without prior reconsideration · Upheld over (total − pending)',
    });
    expect(result.caveat?.en).toMatch(/Pending cases come back/);
    expect(result.unit.en).toBe('ratio, 0–1');
  });
});
