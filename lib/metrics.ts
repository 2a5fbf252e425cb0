/**
 * Every metric of contract §6, defined once: pages, API, CSV headers, dictionary and methods page all read this list,
 * and the SQL is compiled from it (`store/metric-sql`). Neither zod nor DuckDB here, so client code may import it.
 *
 * Each metric is worked out per report first and then added up. A report in which any cell of an expression is
 * missing has no value for that metric and is counted as missing, never as 0. A rate is the ratio of the sums over
 * the reports that have both its numerator and its denominator.
 */
import { fieldById, fieldLabel, OUTCOME_GROUPS, type OutcomeGroup, outcomeRows, REQUEST_ROWS } from './form';

/** A text in the two languages of the product. */
export type Bilingual = { zh: string; en: string };

/** plus₁ + plus₂ + … − minus₁ − …; of a request row the field of column `total` stands for the column chosen. */
export type Sum = { plus: readonly string[]; minus?: readonly string[] };

/** The first of these sums of which a report has every cell: forms that print a quantity in different rows. */
export type Expression = readonly Sum[];

export type MetricKind = 'sum' | 'rate' | 'count';

export type Metric = Bilingual & {
  id: string;
  kind: MetricKind;
  unit: Bilingual;
  /** Empty for counts of reports or agencies. */
  numerator: Expression;
  /** Null unless the metric is a rate. */
  denominator: Expression | null;
  /** Whether every field lies in table 3 and follows the applicant column chosen. */
  byApplicant: boolean;
  /** Whether the metric is one named cell, whatever applicant column is chosen. */
  fixed: boolean;
  /** Where on the form the cells stand. */
  source: Bilingual;
  /** Whether values of the 2019 form and of the 2021 form may stand in one series. */
  comparable: boolean;
  caveat: Bilingual | null;
};

const REQUESTS: Bilingual = { zh: '件', en: 'requests' };
const CASES: Bilingual = { zh: '件', en: 'cases' };
const DOCUMENTS: Bilingual = { zh: '件', en: 'documents' };
const DECISIONS: Bilingual = { zh: '件', en: 'decisions' };
const RATIO: Bilingual = { zh: '比率，0–1', en: 'ratio, 0–1' };

const requestTotal = (row: string): string => `requests.${row}.total`;
const channel = (row: string, column: string): string => `proceedings.${row}.${column}`;

/** The cells of an outcome group; 其他处理 is one row on the 2019 form and three on the 2021 form. */
function groupExpression(group: OutcomeGroup): Expression {
  const rowsOf = (form: '2019' | '2021'): string[] =>
    outcomeRows(form)
      .filter((id) => REQUEST_ROWS.find((row) => row.id === id)?.group === group)
      .map(requestTotal);
  const rows = rowsOf('2019');
  const later = rowsOf('2021');
  return rows.join() === later.join() ? [{ plus: rows }] : [{ plus: rows }, { plus: later }];
}

const HANDLED: Expression = [{ plus: [requestTotal('outcomes_total')] }];
const LITIGATION = ['litigation_direct', 'litigation_after_reconsideration'];

const HANDLED_CAVEAT: Bilingual = {
  zh: '申请在办结的年度计入，结果总数不等于当年新收数。',
  en: 'Requests are counted in the year they are handled, so outcomes of a year are not that year’s requests.',
};
const GRANTED_CAVEAT: Bilingual = {
  zh: '“予以公开”包含告知已主动公开及获取途径的情形；各单位自行公布的比例可能以收到数为分母。',
  en: 'Granted includes “already published, see link”; agencies’ own percentages may divide by requests received.',
};
const PENDING_CAVEAT: Bilingual = {
  zh: '尚未审结的案件下一年再次出现，各年总数不可相加；分母为零时无法计算。',
  en: 'Pending cases come back next year, so totals must not be summed over years; no rate without decided cases.',
};
const REVIEW_LAW_CAVEAT: Bilingual = {
  zh: '修订后的行政复议法自2024年起施行，对不予公开不服的应先申请复议，直接起诉可能因此减少。',
  en: 'The revised review law in force from 2024 asks for review before suing over a refusal; direct suits may fall.',
};
const DOCUMENTS_CAVEAT: Bilingual = {
  zh: '2019版表格填“本年新制作数量”，2021版填“本年制发件数”，口径不同，跨表格不可比。',
  en: 'The 2019 form counts documents newly made, the 2021 form documents issued: not comparable across forms.',
};
const FORM_2021_ONLY: Bilingual = {
  zh: '仅2021版表格有此项。',
  en: 'Only the 2021 form has this item.',
};

type Optional = 'fixed' | 'comparable' | 'caveat' | 'denominator';
type Definition = Omit<Metric, 'byApplicant' | Optional> & Partial<Pick<Metric, Optional>>;

function define(definition: Definition): Metric {
  const metric = { fixed: false, comparable: true, caveat: null, denominator: null, ...definition };
  const isOfTable3 = metric.kind !== 'count' && allFields(metric).every(isRequestField);
  return { ...metric, byApplicant: isOfTable3 && !metric.fixed };
}

const isRequestField = (id: string): boolean => id.startsWith('requests.');

function allFields(metric: Pick<Metric, 'numerator' | 'denominator'>): string[] {
  const sums = [...metric.numerator, ...(metric.denominator ?? [])];
  return [...new Set(sums.flatMap((sum) => [...sum.plus, ...(sum.minus ?? [])]))];
}

const requestSum = (id: string, label: Bilingual, source: Bilingual): Metric =>
  define({
    id,
    kind: 'sum',
    ...label,
    unit: REQUESTS,
    numerator: [{ plus: [requestTotal(id)] }],
    source,
    caveat: id === 'outcomes_total' ? HANDLED_CAVEAT : null,
  });

const TABLE_3 = (zh: string, en: string): Bilingual => ({ zh: `表三 ${zh}`, en: `Table 3, ${en}` });
const TABLE_4 = (zh: string, en: string): Bilingual => ({ zh: `表四 ${zh}`, en: `Table 4, ${en}` });
const TABLE_2 = (zh: string, en: string): Bilingual => ({ zh: `表二 ${zh}`, en: `Table 2, ${en}` });

const outcomeGroup = (id: OutcomeGroup): Metric => {
  const group = OUTCOME_GROUPS.find((each) => each.id === id) as (typeof OUTCOME_GROUPS)[number];
  return define({
    id,
    kind: 'sum',
    zh: group.zh,
    en: group.en,
    unit: REQUESTS,
    numerator: groupExpression(id),
    source: TABLE_3(`三${group.no}`, `row three (${OUTCOME_GROUPS.indexOf(group) + 1})`),
  });
};

const outcomeRate = (id: string, group: OutcomeGroup, label: Bilingual, caveat: Bilingual): Metric =>
  define({
    id,
    kind: 'rate',
    ...label,
    unit: RATIO,
    numerator: groupExpression(group),
    denominator: HANDLED,
    source: TABLE_3('三（一）至（六）÷ 三（七）', 'rows three (1)–(6) over three (7)'),
    caveat,
  });

const channelTotal = (id: string, row: string, label: Bilingual, source: Bilingual): Metric =>
  define({
    id,
    kind: 'sum',
    ...label,
    unit: CASES,
    numerator: [{ plus: [channel(row, 'total')] }],
    source,
    caveat: row === 'litigation_direct' ? REVIEW_LAW_CAVEAT : PENDING_CAVEAT,
  });

const disputeRate = (id: string, label: Bilingual, rows: string[], source: Bilingual, caveat: Bilingual) =>
  define({
    id,
    kind: 'rate',
    ...label,
    unit: RATIO,
    numerator: [{ plus: rows.map((row) => channel(row, 'total')) }],
    denominator: HANDLED,
    source,
    caveat,
  });

const correctionRate = (id: string, label: Bilingual, rows: string[], source: Bilingual): Metric =>
  define({
    id,
    kind: 'rate',
    ...label,
    unit: RATIO,
    numerator: [{ plus: rows.map((row) => channel(row, 'corrected')) }],
    denominator: [
      { plus: rows.map((row) => channel(row, 'total')), minus: rows.map((row) => channel(row, 'pending')) },
    ],
    source,
    caveat: PENDING_CAVEAT,
  });

const issuedDocuments = (id: string, row: string, label: Bilingual): Metric =>
  define({
    id,
    kind: 'sum',
    ...label,
    unit: DOCUMENTS,
    numerator: [{ plus: [`disclosure.${row}.issued`] }, { plus: [`disclosure.${row}.new_made`] }],
    source: TABLE_2('第二十条第（一）项', 'article 20 (1)'),
    comparable: false,
    caveat: DOCUMENTS_CAVEAT,
  });

const decisions = (id: string, row: string, label: Bilingual, item: Bilingual): Metric =>
  define({
    id,
    kind: 'sum',
    ...label,
    unit: DECISIONS,
    numerator: [{ plus: [`disclosure.${row}.decisions`] }],
    source: TABLE_2(item.zh, item.en),
  });

const ARTICLE_20_5: Bilingual = { zh: '第二十条第（五）项', en: 'article 20 (5)' };
const ARTICLE_20_6: Bilingual = { zh: '第二十条第（六）项', en: 'article 20 (6)' };

export const METRICS: readonly Metric[] = [
  requestSum(
    'new_requests',
    { zh: '本年新收申请', en: 'New requests received' },
    TABLE_3('第一行', 'row one'),
  ),
  requestSum(
    'carried_in',
    { zh: '上年结转申请', en: 'Carried over from previous year' },
    TABLE_3('第二行', 'row two'),
  ),
  requestSum(
    'outcomes_total',
    { zh: '办理结果总计', en: 'Total handled' },
    TABLE_3('三（七）', 'row three (7)'),
  ),
  requestSum(
    'carried_out',
    { zh: '结转下年度', en: 'Carried forward to next year' },
    TABLE_3('第四行', 'row four'),
  ),
  ...OUTCOME_GROUPS.map((group) => outcomeGroup(group.id)),
  define({
    id: 'disclosure_rate',
    kind: 'rate',
    zh: '公开率（含部分公开）',
    en: 'Disclosure rate (in full or in part)',
    unit: RATIO,
    numerator: [{ plus: [requestTotal('granted'), requestTotal('partial')] }],
    denominator: HANDLED,
    source: TABLE_3('三（一）＋（二）÷ 三（七）', 'rows three (1) + (2) over three (7)'),
    caveat: GRANTED_CAVEAT,
  }),
  outcomeRate(
    'full_disclosure_rate',
    'granted',
    { zh: '全部公开率', en: 'Full disclosure rate' },
    GRANTED_CAVEAT,
  ),
  outcomeRate('denial_rate', 'denied', { zh: '不予公开率', en: 'Denial rate' }, HANDLED_CAVEAT),
  outcomeRate('unable_rate', 'unable', { zh: '无法提供率', en: 'Unable-to-provide rate' }, HANDLED_CAVEAT),
  outcomeRate(
    'not_processed_rate',
    'not_processed',
    { zh: '不予处理率', en: 'Not-processed rate' },
    HANDLED_CAVEAT,
  ),
  outcomeRate('other_rate', 'other', { zh: '其他处理率', en: 'Other-handling rate' }, HANDLED_CAVEAT),
  define({
    id: 'carry_forward_rate',
    kind: 'rate',
    zh: '结转率',
    en: 'Carry-forward rate',
    unit: RATIO,
    numerator: [{ plus: [requestTotal('carried_out')] }],
    denominator: [{ plus: [requestTotal('new_requests'), requestTotal('carried_in')] }],
    source: TABLE_3('第四行 ÷ 第一、二行', 'row four over rows one and two'),
  }),
  channelTotal(
    'reconsiderations',
    'reconsideration',
    { zh: '行政复议', en: 'Administrative reviews' },
    TABLE_4('行政复议 总计', 'reconsideration, total'),
  ),
  channelTotal(
    'litigations_direct',
    'litigation_direct',
    { zh: '未经复议直接起诉', en: 'Direct lawsuits' },
    TABLE_4('未经复议直接起诉 总计', 'direct litigation, total'),
  ),
  channelTotal(
    'litigations_after_reconsideration',
    'litigation_after_reconsideration',
    { zh: '复议后起诉', en: 'Lawsuits after review' },
    TABLE_4('复议后起诉 总计', 'litigation after review, total'),
  ),
  disputeRate(
    'review_rate',
    { zh: '复议率', en: 'Review rate' },
    ['reconsideration'],
    TABLE_4('行政复议 总计 ÷ 表三 三（七）', 'reconsideration total over table 3 three (7)'),
    PENDING_CAVEAT,
  ),
  disputeRate(
    'litigation_rate',
    { zh: '诉讼率', en: 'Litigation rate' },
    LITIGATION,
    TABLE_4('两类诉讼 总计 ÷ 表三 三（七）', 'both litigation totals over table 3 three (7)'),
    REVIEW_LAW_CAVEAT,
  ),
  disputeRate(
    'dispute_rate',
    { zh: '争议率', en: 'Dispute rate' },
    ['reconsideration', 'litigation_direct'],
    TABLE_4(
      '行政复议＋直接起诉 总计 ÷ 表三 三（七）',
      'reconsideration + direct litigation over table 3 three (7)',
    ),
    {
      zh: '复议后起诉的案件已计入复议，不再重复计算。',
      en: 'After-review suits were already counted as reviews and are not counted again.',
    },
  ),
  correctionRate(
    'review_correction_rate',
    { zh: '复议纠正率', en: 'Review correction rate' },
    ['reconsideration'],
    TABLE_4('行政复议 结果纠正 ÷（总计 − 尚未审结）', 'reconsideration corrected over (total − pending)'),
  ),
  correctionRate(
    'litigation_correction_rate',
    { zh: '诉讼纠正率', en: 'Litigation correction rate' },
    LITIGATION,
    TABLE_4('两类诉讼 结果纠正 ÷（总计 − 尚未审结）', 'both litigations corrected over (total − pending)'),
  ),
  issuedDocuments('rules_issued', 'rules', { zh: '规章制发数', en: 'Rules issued' }),
  issuedDocuments('normative_documents_issued', 'normative_documents', {
    zh: '行政规范性文件制发数',
    en: 'Normative documents issued',
  }),
  define({
    id: 'documents_in_force',
    kind: 'sum',
    zh: '现行有效规章和规范性文件',
    en: 'Rules and normative documents in force',
    unit: DOCUMENTS,
    numerator: [{ plus: ['disclosure.rules.in_force', 'disclosure.normative_documents.in_force'] }],
    source: TABLE_2('第二十条第（一）项 现行有效件数', 'article 20 (1), in force'),
    comparable: false,
    caveat: FORM_2021_ONLY,
  }),
  decisions(
    'licensing_decisions',
    'licensing',
    { zh: '行政许可处理决定', en: 'Licensing decisions' },
    ARTICLE_20_5,
  ),
  decisions(
    'penalty_decisions',
    'penalties',
    { zh: '行政处罚处理决定', en: 'Penalty decisions' },
    ARTICLE_20_6,
  ),
  decisions(
    'compulsory_decisions',
    'compulsory_measures',
    { zh: '行政强制处理决定', en: 'Compulsory-measure decisions' },
    ARTICLE_20_6,
  ),
  define({
    id: 'fees_10k_yuan',
    kind: 'sum',
    zh: '行政事业性收费金额',
    en: 'Administrative fees',
    unit: { zh: '万元', en: '10,000 yuan' },
    numerator: [{ plus: ['disclosure.administrative_fees.amount_10k_yuan'] }],
    source: TABLE_2('第二十条第（八）项', 'article 20 (8)'),
    comparable: false,
    caveat: FORM_2021_ONLY,
  }),
  define({
    id: 'reports',
    kind: 'count',
    zh: '报告数',
    en: 'Reports',
    unit: { zh: '份', en: 'reports' },
    numerator: [],
    source: { zh: '本库收录的报告', en: 'Reports in this corpus' },
  }),
  define({
    id: 'agencies',
    kind: 'count',
    zh: '机关数',
    en: 'Agencies',
    unit: { zh: '个', en: 'agencies' },
    numerator: [],
    source: { zh: '本库收录报告的机关', en: 'Agencies with a report in this corpus' },
  }),
];

const METRIC_BY_ID = new Map(METRICS.map((metric) => [metric.id, metric]));

const FIELD_UNITS = {
  count: REQUESTS,
  change: { zh: '项', en: 'items' },
  amount_yuan: { zh: '元', en: 'yuan' },
  amount_10k_yuan: { zh: '万元', en: '10,000 yuan' },
} as const;

/** Unit of one cell of the form. */
export function fieldUnit(id: string): Bilingual {
  const field = fieldById(id);
  if (!field) return { zh: '', en: '' };
  if (field.column === 'items_last_year') return FIELD_UNITS.change;
  if (field.kind !== 'count') return FIELD_UNITS[field.kind];
  if (field.table === 'proceedings') return CASES;
  if (field.table === 'requests') return REQUESTS;
  if (field.column === 'decisions') return DECISIONS;
  return field.column === 'projects' ? { zh: '个', en: 'projects' } : DOCUMENTS;
}

/**
 * The metric with this id. Besides the registry: a field id such as `requests.denied_internal_affairs.natural_person`
 * is the plain sum of that cell, and a row of table 3 such as `requests.denied_internal_affairs` the sum of that row
 * in the applicant column chosen. Undefined when there is none.
 */
export function metricById(id: string): Metric | undefined {
  const known = METRIC_BY_ID.get(id);
  if (known) return known;
  const row = REQUEST_ROWS.find((each) => `requests.${each.id}` === id);
  const field = fieldById(row ? requestTotal(row.id) : id);
  if (!field) return undefined;
  const zh = row?.zh ?? fieldLabel(id, 'zh');
  const en = row?.en ?? fieldLabel(id, 'en');
  return define({
    id,
    kind: 'sum',
    zh,
    en,
    unit: fieldUnit(field.id),
    numerator: [{ plus: [field.id] }],
    source: { zh, en },
    fixed: !row,
    comparable: field.table !== 'disclosure' || field.column === 'decisions',
  });
}

/** Every field id that a metric reads, each once. */
export const metricFields = (metric: Metric): string[] => allFields(metric);
