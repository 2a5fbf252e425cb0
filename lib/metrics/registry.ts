/**
 * Every metric, defined once (docs/contract.md): pages, API, CSV headers, dictionary and methods page all read this list,
 * and the SQL is compiled from it (`store/metric-sql`). Neither zod nor DuckDB here, so client code may import it.
 *
 * Each metric is worked out per report first and then added up. A report in which any cell of an expression is
 * missing has no value for that metric and is counted as missing, never as 0. A rate is the ratio of the sums over
 * the reports that have both its numerator and its denominator.
 */
import { fieldById, fieldLabel, OUTCOME_GROUPS, REQUEST_ROWS } from '../form/index';
import {
  REQUESTS,
  CASES,
  DOCUMENTS,
  DECISIONS,
  RATIO,
  requestTotal,
  HANDLED,
  LITIGATION,
  HANDLED_CAVEAT,
  GRANTED_CAVEAT,
  PENDING_CAVEAT,
  REVIEW_LAW_CAVEAT,
  FORM_2021_ONLY,
  define,
  allFields,
  requestSum,
  TABLE_3,
  TABLE_4,
  TABLE_2,
  outcomeGroup,
  outcomeRate,
  channelTotal,
  disputeRate,
  correctionRate,
  issuedDocuments,
  decisions,
  ARTICLE_20_5,
  ARTICLE_20_6,
  type Bilingual,
  type Metric,
} from './definition';
import { shareMetric } from './share';

export type { Bilingual, Expression, Metric, Sum } from './definition';

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
 * in the applicant column chosen; with `.rate` behind it, its share (shareMetric). Undefined when there is none.
 */
export function metricById(id: string): Metric | undefined {
  const known = METRIC_BY_ID.get(id) ?? shareMetric(id);
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
