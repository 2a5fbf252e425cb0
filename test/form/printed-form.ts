/**
 * The three statutory tables written out once more by hand: what the form as data is held
 * against, and what equations and metrics are counted from.
 */

/** Row of table 3, its place on the form, the form that prints it where only one does, its English name. */
export const TABLE_3_ROWS: readonly (readonly [string, string, '2019' | '2021' | 'both', string])[] = [
  ['new_requests', '一、', 'both', 'New requests received'],
  ['carried_in', '二、', 'both', 'Carried over from previous year'],
  ['granted', '（一）', 'both', 'Granted in full'],
  ['partial', '（二）', 'both', 'Granted in part'],
  ['denied_state_secret', '1.', 'both', 'Denied: state secret'],
  ['denied_prohibited_by_law', '2.', 'both', 'Denied: prohibited by law'],
  [
    'denied_security_stability',
    '3.',
    'both',
    'Denied: national, public, economic security or social stability',
  ],
  ['denied_third_party', '4.', 'both', 'Denied: third-party rights'],
  ['denied_internal_affairs', '5.', 'both', 'Denied: internal affairs'],
  ['denied_process_information', '6.', 'both', 'Denied: process (deliberative) information'],
  ['denied_enforcement_files', '7.', 'both', 'Denied: law-enforcement case files'],
  ['denied_administrative_inquiry', '8.', 'both', 'Denied: administrative inquiry matters'],
  ['unable_not_held', '1.', 'both', 'Unable: not held'],
  ['unable_needs_creation', '2.', 'both', 'Unable: would have to be created'],
  ['unable_unclear', '3.', 'both', 'Unable: still unclear after amendment'],
  ['not_processed_petition', '1.', 'both', 'Not processed: petition, complaint or report'],
  ['not_processed_repeat', '2.', 'both', 'Not processed: repeat request'],
  ['not_processed_publication', '3.', 'both', 'Not processed: asks for public publications'],
  ['not_processed_abusive', '4.', 'both', 'Not processed: large or frequent repeats without just cause'],
  ['not_processed_confirm', '5.', 'both', 'Not processed: confirm or re-issue information already obtained'],
  ['other_amendment_overdue', '1.', '2021', 'Other: amendment overdue'],
  ['other_fee_overdue', '2.', '2021', 'Other: fee not paid in time'],
  ['other_misc', '3.', '2021', 'Other: other reasons'],
  ['other_total', '（六）', '2019', 'Other handling'],
  ['outcomes_total', '（七）', 'both', 'Total handled'],
  ['carried_out', '四、', 'both', 'Carried forward to next year'],
];

/** Rows of table 3 of a form, in form order. */
export const rowsOfForm = (form: '2019' | '2021'): string[] =>
  TABLE_3_ROWS.filter(([, , printedBy]) => printedBy === 'both' || printedBy === form).map(([id]) => id);

/** What is added up to 三（七）总计 on a form: all but the two first rows, the total itself and what is carried out. */
export const outcomesOfForm = (form: '2019' | '2021'): string[] => rowsOfForm(form).slice(2, -2);

export const TABLE_3_COLUMNS = [
  ['natural_person', '自然人'],
  ['org_commercial', '商业企业'],
  ['org_research', '科研机构'],
  ['org_public_interest', '社会公益组织'],
  ['org_legal_service', '法律服务机构'],
  ['org_other', '其他'],
  ['total', '总计'],
] as const;

export const TABLE_4_ROWS = [
  ['reconsideration', '行政复议'],
  ['litigation_direct', '未经复议直接起诉'],
  ['litigation_after_reconsideration', '复议后起诉'],
] as const;

export const TABLE_4_COLUMNS = [
  ['upheld', '结果维持'],
  ['corrected', '结果纠正'],
  ['other_result', '其他结果'],
  ['pending', '尚未审结'],
  ['total', '总计'],
] as const;

/** Block of table 2 and form → its rows with their columns. */
export const TABLE_2: Readonly<Record<'2019' | '2021', Readonly<Record<string, readonly string[]>>>> = {
  '2019': {
    '20(1)': [
      'rules.new_made',
      'rules.newly_disclosed',
      'rules.disclosed_total',
      'normative_documents.new_made',
      'normative_documents.newly_disclosed',
      'normative_documents.disclosed_total',
    ],
    '20(5)': [
      'licensing.items_last_year',
      'licensing.items_change',
      'licensing.decisions',
      'other_services.items_last_year',
      'other_services.items_change',
      'other_services.decisions',
    ],
    '20(6)': [
      'penalties.items_last_year',
      'penalties.items_change',
      'penalties.decisions',
      'compulsory_measures.items_last_year',
      'compulsory_measures.items_change',
      'compulsory_measures.decisions',
    ],
    '20(8)': ['administrative_fees.items_last_year', 'administrative_fees.items_change'],
    '20(9)': ['procurement.projects', 'procurement.amount_yuan'],
  },
  '2021': {
    '20(1)': [
      'rules.issued',
      'rules.repealed',
      'rules.in_force',
      'normative_documents.issued',
      'normative_documents.repealed',
      'normative_documents.in_force',
    ],
    '20(5)': ['licensing.decisions'],
    '20(6)': ['penalties.decisions', 'compulsory_measures.decisions'],
    '20(8)': ['administrative_fees.amount_10k_yuan'],
    '20(9)': [],
  },
};
