/**
 * How reports spell the labels of the form, beside the official wordings in `requests`, `proceedings`,
 * `disclosure` and `versions`. A new spelling met in a real report is added here, as data; the reader compares without
 * numbering, punctuation, width and script (see `read/labels/normalise`). The reader, the finder of tables and the finder of pictures
 * in place of tables know labels from here alone.
 */
import { DISCLOSURE_COLUMNS, DISCLOSURE_ROWS, type DisclosureColumn, type DisclosureRow } from './disclosure';
import { PROCEEDING_COLUMNS, type ProceedingColumn } from './proceedings';
import { REQUEST_COLUMNS, REQUEST_ROWS, type RequestColumn, type RequestRow } from './requests';
import { FORM_VERSIONS, type FormVersion, outcomeRows, printedLabels } from './versions';

const REQUEST_ROW_VARIANTS: Partial<Record<RequestRow, readonly string[]>> = {
  new_requests: ['本年新收政府信息公开申请', '本年新收申请数量', '本年度新收政府信息公开申请数量'],
  carried_in: ['上年结转政府信息公开申请', '上年结转申请数量', '上年度结转政府信息公开申请数量'],
  partial: ['部分公开'],
  denied_state_secret: ['涉及国家秘密', '属于国家机密'],
  denied_prohibited_by_law: ['其他法律法规禁止公开'],
  denied_security_stability: ['三安全一稳定'],
  denied_third_party: ['保护第三方权益'],
  denied_internal_affairs: ['属于三类内部事务'],
  denied_process_information: ['属于四类过程信息', '属于四类过程性'],
  denied_enforcement_files: ['属于行政执法案卷信息'],
  unable_not_held: ['本机关不掌握相关信息', '本行政机关不掌握相关政府信息'],
  unable_needs_creation: ['没有现成信息需另行制作', '没有现成信息'],
  unable_unclear: ['补正后申请内容仍不明', '补正后仍不明确'],
  not_processed_petition: ['信访举报投诉类'],
  not_processed_abusive: ['无正当理由大量反复提出申请'],
  not_processed_confirm: ['要求行政机关确认或重新出具已获取的信息', '要求确认或重新出具已获取信息'],
  other_amendment_overdue: ['申请人无正当理由逾期不补正行政机关不再处理', '申请人无正当理由逾期不补正'],
  other_fee_overdue: [
    '申请人逾期未按收费通知要求缴纳费用行政机关不再处理',
    '申请人逾期未按收费通知要求缴纳费用',
  ],
  other_total: ['其他处理情况'],
  outcomes_total: ['办理结果总计', '合计'],
  carried_out: ['结转下年度继续办理数量', '结转下年继续办理', '转下年度继续办理'],
};

const DISCLOSURE_ROW_VARIANTS: Partial<Record<DisclosureRow, readonly string[]>> = {
  rules: ['政府规章', '规章制度'],
  // 规范性档案 is what a page set for readers in Taiwan makes of it.
  normative_documents: ['行政规范性文件件数', '规范性档案'],
  other_services: ['其他对外管理服务', '其他对外管理服务事项数量'],
  compulsory_measures: ['行政强制措施'],
  administrative_fees: ['行政事业收费', '行政事业性收费项目'],
  procurement: ['政府集中采购项目', '集中采购'],
};

const DISCLOSURE_COLUMN_VARIANTS: Partial<Record<DisclosureColumn, readonly string[]>> = {
  new_made: ['本年新制作', '新制作数量', '本年制作数量'],
  newly_disclosed: ['本年新公开', '新公开数量', '本年公开数量'],
  disclosed_total: ['对外公开总数', '对外公开总量'],
  items_last_year: ['上一年项目', '上年项目数量'],
  items_change: ['本年增减数量'],
  decisions: ['处理决定数', '处理决定件数'],
  projects: ['采购项目', '采购项目数'],
  amount_yuan: ['采购金额', '采购总额'],
  issued: ['本年制发数量', '制发件数', '本年制发件数量'],
  repealed: ['本年废止数量', '废止件数', '本年度废止件数'],
  in_force: ['现行有效数量', '有效件数', '现行有效总件数'],
  amount_10k_yuan: ['本年收费金额', '收费金额', '收费总金额', '本年收费总金额'],
};

const REQUEST_COLUMN_VARIANTS: Partial<Record<RequestColumn, readonly string[]>> = { total: ['合计'] };

const PROCEEDING_COLUMN_VARIANTS: Partial<Record<ProceedingColumn, readonly string[]>> = { total: ['合计'] };

/** Row id → every known spelling of a row of table 3, the official one first. */
export const REQUEST_ROW_LABELS = Object.fromEntries(
  REQUEST_ROWS.map((row) => [row.id, [...printedLabels(row.id), ...(REQUEST_ROW_VARIANTS[row.id] ?? [])]]),
) as Record<RequestRow, string[]>;

/** Row id → every known spelling of a row of table 2. */
export const DISCLOSURE_ROW_LABELS = Object.fromEntries(
  DISCLOSURE_ROWS.map((row) => [
    row.id,
    [...printedLabels(row.id), ...(DISCLOSURE_ROW_VARIANTS[row.id] ?? [])],
  ]),
) as Record<DisclosureRow, string[]>;

/** Column id → every known spelling of a header of table 2. */
export const DISCLOSURE_COLUMN_LABELS = Object.fromEntries(
  (Object.keys(DISCLOSURE_COLUMNS) as DisclosureColumn[]).map((id) => [
    id,
    [...printedLabels(id), ...(DISCLOSURE_COLUMN_VARIANTS[id] ?? [])],
  ]),
) as Record<DisclosureColumn, string[]>;

/** Column id → spellings of a header of table 3. */
export const REQUEST_COLUMN_LABELS = Object.fromEntries(
  REQUEST_COLUMNS.map((column) => [column.id, [column.zh, ...(REQUEST_COLUMN_VARIANTS[column.id] ?? [])]]),
) as Record<RequestColumn, string[]>;

/** Column id → spellings of a header of table 4. */
export const PROCEEDING_COLUMN_LABELS = Object.fromEntries(
  PROCEEDING_COLUMNS.map((column) => [
    column.id,
    [column.zh, ...(PROCEEDING_COLUMN_VARIANTS[column.id] ?? [])],
  ]),
) as Record<ProceedingColumn, string[]>;

/** Headers that stand over several columns or over a row of headers. */
export const OTHER_HEADERS = {
  content: ['信息内容'],
  applicants: ['申请人情况'],
  organisations: ['法人或其他组织'],
  reconsideration: ['行政复议'],
  litigation: ['行政诉讼'],
  litigation_direct: ['未经复议直接起诉'],
  litigation_after_reconsideration: ['复议后起诉'],
} as const;

/**
 * What tells table 4, whose row has no label: the headers of its results and sides, by id, with short and cut spellings that would be
 * too little to tell a column by.
 */
export const PROCEEDING_SIGNS = {
  upheld: [...PROCEEDING_COLUMN_LABELS.upheld, '维持'],
  corrected: [...PROCEEDING_COLUMN_LABELS.corrected, '纠正'],
  other_result: PROCEEDING_COLUMN_LABELS.other_result,
  pending: [...PROCEEDING_COLUMN_LABELS.pending, '未审结'],
  reconsideration: OTHER_HEADERS.reconsideration,
  litigation: OTHER_HEADERS.litigation,
  litigation_direct: OTHER_HEADERS.litigation_direct,
  litigation_after_reconsideration: OTHER_HEADERS.litigation_after_reconsideration,
  cut_result: ['结果'],
  cut_pending: ['尚未'],
} as const;

/** How the headers of the four results begin where narrow columns break them: 结果维 above 持. */
export const BROKEN_RESULTS: readonly string[] = PROCEEDING_COLUMNS.filter(({ id }) => id !== 'total').map(
  ({ zh }) => zh.slice(0, 3),
);

/** How the header of decisions begins in the newer form; the older one has no year over that column. */
export const DECISIONS_THIS_YEAR = '本年处理决定';

/** The heading over a block of table 2: 第二十条第（一）项, its brackets lost or not. */
export const BLOCK_HEADING = /第二十条第[(（]?[一二三四五六七八九十]{1,2}[)）]?项/u;

/** What the heading over table 3 says. */
export const REQUEST_HEADING = '收到和处理政府信息公开申请';

/** What a heading over one of the three tables says. */
export const TABLE_HEADINGS: readonly string[] = [
  '主动公开政府信息',
  REQUEST_HEADING,
  ...OTHER_HEADERS.reconsideration,
  ...OTHER_HEADERS.litigation,
];

/** How issues name a table that is not there: by the first of its labels, or the first and the last. */
export const TABLE_SPANS = {
  disclosure: `${DISCLOSURE_ROW_LABELS.rules[0]} … ${DISCLOSURE_ROW_LABELS.administrative_fees[0]}`,
  requests: '本年新收 … 结转下年度',
  proceedings: `${PROCEEDING_COLUMN_LABELS.upheld[0]} …`,
} as const;

/** How issues name the rows by which the versions of table 3 differ. */
export const OTHER_HANDLING = REQUEST_ROW_LABELS.other_total[0] as string;

const otherRows = (form: FormVersion): number =>
  REQUEST_ROWS.filter((row) => row.group === 'other' && outcomeRows(form).includes(row.id)).length;
const COUNT_WORDS = ['no', 'one', 'two', 'three', 'four'];

/** What issues expect of these rows: how many each version prints. */
export const OTHER_HANDLING_ROWS = FORM_VERSIONS.map((form, index) => {
  const count = COUNT_WORDS[otherRows(form)] ?? otherRows(form);
  return `${count}${index === 0 ? ` row of ${OTHER_HANDLING}` : ''} (${form})`;
}).join(' or ');
