/**
 * Form table 3, 收到和处理政府信息公开申请情况: its rows and columns as data; which of them a version prints: versions.ts.
 * Source: 国办公开办函〔2019〕60号 (23 data rows) and 〔2021〕30号 (25 data rows; 其他处理 in three).
 * Unit of every cell: requests (件), whole numbers. Ids: docs/contract.md.
 */

export const REQUEST_COLUMNS = [
  { id: 'natural_person', zh: '自然人', en: 'Natural person', short: 'Natural person' },
  { id: 'org_commercial', zh: '商业企业', en: 'Commercial enterprise', short: 'Commercial' },
  { id: 'org_research', zh: '科研机构', en: 'Research institution', short: 'Research' },
  {
    id: 'org_public_interest',
    zh: '社会公益组织',
    en: 'Public-interest organisation',
    short: 'Public interest',
  },
  { id: 'org_legal_service', zh: '法律服务机构', en: 'Legal-service organisation', short: 'Legal service' },
  { id: 'org_other', zh: '其他', en: 'Other organisation', short: 'Other' },
  { id: 'total', zh: '总计', en: 'Total', short: 'Total' },
] as const;

export type RequestColumn = (typeof REQUEST_COLUMNS)[number]['id'];

/** The six columns that the total column adds up. */
export const APPLICANT_COLUMNS = REQUEST_COLUMNS.filter((column) => column.id !== 'total').map(
  (column) => column.id,
) as Exclude<RequestColumn, 'total'>[];

/** How an outcome row is grouped on the form: 三（一）to 三（六）. */
export const OUTCOME_GROUPS = [
  { id: 'granted', no: '（一）', zh: '予以公开', en: 'Granted in full' },
  { id: 'partial', no: '（二）', zh: '部分公开', en: 'Granted in part' },
  { id: 'denied', no: '（三）', zh: '不予公开', en: 'Denied' },
  { id: 'unable', no: '（四）', zh: '无法提供', en: 'Unable to provide' },
  { id: 'not_processed', no: '（五）', zh: '不予处理', en: 'Not processed' },
  { id: 'other', no: '（六）', zh: '其他处理', en: 'Other handling' },
] as const;

export type OutcomeGroup = (typeof OUTCOME_GROUPS)[number]['id'];

type RowShape = {
  id: string;
  /** The outcome group the row belongs to; null for the rows that are no outcome. */
  group: OutcomeGroup | null;
  /** Numbering as printed before the label. */
  no: string;
  /** Label as the form prints it, without its number. */
  zh: string;
  en: string;
};

export const REQUEST_ROWS = [
  {
    id: 'new_requests',
    group: null,
    no: '一、',
    zh: '本年新收政府信息公开申请数量',
    en: 'New requests received',
  },
  {
    id: 'carried_in',
    group: null,
    no: '二、',
    zh: '上年结转政府信息公开申请数量',
    en: 'Carried over from previous year',
  },
  { id: 'granted', group: 'granted', no: '（一）', zh: '予以公开', en: 'Granted in full' },
  {
    id: 'partial',
    group: 'partial',
    no: '（二）',
    zh: '部分公开（区分处理的，只计这一情形，不计其他情形）',
    en: 'Granted in part',
  },
  {
    id: 'denied_state_secret',
    group: 'denied',
    no: '1.',
    zh: '属于国家秘密',
    en: 'Denied: state secret',
  },
  {
    id: 'denied_prohibited_by_law',
    group: 'denied',
    no: '2.',
    zh: '其他法律行政法规禁止公开',
    en: 'Denied: prohibited by law',
  },
  {
    id: 'denied_security_stability',
    group: 'denied',
    no: '3.',
    zh: '危及“三安全一稳定”',
    en: 'Denied: national, public, economic security or social stability',
  },
  {
    id: 'denied_third_party',
    group: 'denied',
    no: '4.',
    zh: '保护第三方合法权益',
    en: 'Denied: third-party rights',
  },
  {
    id: 'denied_internal_affairs',
    group: 'denied',
    no: '5.',
    zh: '属于三类内部事务信息',
    en: 'Denied: internal affairs',
  },
  {
    id: 'denied_process_information',
    group: 'denied',
    no: '6.',
    zh: '属于四类过程性信息',
    en: 'Denied: process (deliberative) information',
  },
  {
    id: 'denied_enforcement_files',
    group: 'denied',
    no: '7.',
    zh: '属于行政执法案卷',
    en: 'Denied: law-enforcement case files',
  },
  {
    id: 'denied_administrative_inquiry',
    group: 'denied',
    no: '8.',
    zh: '属于行政查询事项',
    en: 'Denied: administrative inquiry matters',
  },
  {
    id: 'unable_not_held',
    group: 'unable',
    no: '1.',
    zh: '本机关不掌握相关政府信息',
    en: 'Unable: not held',
  },
  {
    id: 'unable_needs_creation',
    group: 'unable',
    no: '2.',
    zh: '没有现成信息需要另行制作',
    en: 'Unable: would have to be created',
  },
  {
    id: 'unable_unclear',
    group: 'unable',
    no: '3.',
    zh: '补正后申请内容仍不明确',
    en: 'Unable: still unclear after amendment',
  },
  {
    id: 'not_processed_petition',
    group: 'not_processed',
    no: '1.',
    zh: '信访举报投诉类申请',
    en: 'Not processed: petition, complaint or report',
  },
  {
    id: 'not_processed_repeat',
    group: 'not_processed',
    no: '2.',
    zh: '重复申请',
    en: 'Not processed: repeat request',
  },
  {
    id: 'not_processed_publication',
    group: 'not_processed',
    no: '3.',
    zh: '要求提供公开出版物',
    en: 'Not processed: asks for public publications',
  },
  {
    id: 'not_processed_abusive',
    group: 'not_processed',
    no: '4.',
    zh: '无正当理由大量反复申请',
    en: 'Not processed: large or frequent repeats without just cause',
  },
  {
    id: 'not_processed_confirm',
    group: 'not_processed',
    no: '5.',
    zh: '要求行政机关确认或重新出具已获取信息',
    en: 'Not processed: confirm or re-issue information already obtained',
  },
  {
    id: 'other_amendment_overdue',
    group: 'other',
    no: '1.',
    zh: '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    en: 'Other: amendment overdue',
  },
  {
    id: 'other_fee_overdue',
    group: 'other',
    no: '2.',
    zh: '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    en: 'Other: fee not paid in time',
  },
  { id: 'other_misc', group: 'other', no: '3.', zh: '其他', en: 'Other: other reasons' },
  { id: 'other_total', group: 'other', no: '（六）', zh: '其他处理', en: 'Other handling' },
  { id: 'outcomes_total', group: null, no: '（七）', zh: '总计', en: 'Total handled' },
  {
    id: 'carried_out',
    group: null,
    no: '四、',
    zh: '结转下年度继续办理',
    en: 'Carried forward to next year',
  },
] as const satisfies readonly RowShape[];

export type RequestRow = (typeof REQUEST_ROWS)[number]['id'];
