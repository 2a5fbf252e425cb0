/**
 * Form table 4, 政府信息公开行政复议、行政诉讼情况: one printed line of 15 cells, three groups of five.
 * Source: 国办公开办函〔2019〕60号; unchanged in 〔2021〕30号. Unit: cases (件), whole numbers.
 */

export const PROCEEDING_ROWS = [
  { id: 'reconsideration', zh: '行政复议', en: 'Administrative reconsideration', short: 'Reconsideration' },
  {
    id: 'litigation_direct',
    zh: '未经复议直接起诉',
    en: 'Litigation without prior reconsideration',
    short: 'Direct litigation',
  },
  {
    id: 'litigation_after_reconsideration',
    zh: '复议后起诉',
    en: 'Litigation after reconsideration',
    short: 'Litigation after review',
  },
] as const;

export const PROCEEDING_COLUMNS = [
  { id: 'upheld', zh: '结果维持', en: 'Upheld' },
  { id: 'corrected', zh: '结果纠正', en: 'Corrected' },
  { id: 'other_result', zh: '其他结果', en: 'Other result' },
  { id: 'pending', zh: '尚未审结', en: 'Pending' },
  { id: 'total', zh: '总计', en: 'Total' },
] as const;

export type ProceedingColumn = (typeof PROCEEDING_COLUMNS)[number]['id'];
