/**
 * Form table 2, 主动公开政府信息情况: its blocks (items of article 20), rows and columns, of all versions (versions.ts).
 * Source: 国办公开办函〔2019〕60号 and 〔2021〕30号; articles 20(1), (5), (6), (8), (9) of the Regulations (order 711).
 * Reports mix the versions, so the form is decided block by block.
 */

/** What a cell of table 2 holds: documents or decisions (件), items (项), a signed change of items, money. */
export type DisclosureKind = 'count' | 'change' | 'amount_yuan' | 'amount_10k_yuan';

export const DISCLOSURE_ROWS = [
  { id: 'rules', block: '20(1)', zh: '规章', en: 'Rules (government regulations)' },
  {
    id: 'normative_documents',
    block: '20(1)',
    zh: '行政规范性文件',
    en: 'Administrative normative documents',
  },
  { id: 'licensing', block: '20(5)', zh: '行政许可', en: 'Administrative licensing' },
  {
    id: 'other_services',
    block: '20(5)',
    zh: '其他对外管理服务事项',
    en: 'Other external administrative services',
  },
  { id: 'penalties', block: '20(6)', zh: '行政处罚', en: 'Administrative penalties' },
  { id: 'compulsory_measures', block: '20(6)', zh: '行政强制', en: 'Administrative compulsory measures' },
  { id: 'administrative_fees', block: '20(8)', zh: '行政事业性收费', en: 'Administrative fees' },
  { id: 'procurement', block: '20(9)', zh: '政府集中采购', en: 'Centralised government procurement' },
] as const;

export type DisclosureRow = (typeof DISCLOSURE_ROWS)[number]['id'];

export const DISCLOSURE_BLOCKS = [
  { id: '20(1)', zh: '第二十条第（一）项', en: 'Article 20 (1)' },
  { id: '20(5)', zh: '第二十条第（五）项', en: 'Article 20 (5)' },
  { id: '20(6)', zh: '第二十条第（六）项', en: 'Article 20 (6)' },
  { id: '20(8)', zh: '第二十条第（八）项', en: 'Article 20 (8)' },
  { id: '20(9)', zh: '第二十条第（九）项', en: 'Article 20 (9)' },
] as const;

export type DisclosureBlock = (typeof DISCLOSURE_BLOCKS)[number]['id'];

export const DISCLOSURE_COLUMNS = {
  new_made: { zh: '本年新制作数量', en: 'Newly made', kind: 'count' },
  newly_disclosed: { zh: '本年新公开数量', en: 'Newly disclosed', kind: 'count' },
  disclosed_total: { zh: '对外公开总数量', en: 'Disclosed in total', kind: 'count' },
  items_last_year: { zh: '上一年项目数量', en: 'Items last year', kind: 'count' },
  items_change: { zh: '本年增/减', en: 'Change this year', kind: 'change' },
  decisions: { zh: '处理决定数量', en: 'Decisions', kind: 'count' },
  projects: { zh: '采购项目数量', en: 'Procurement projects', kind: 'count' },
  amount_yuan: { zh: '采购总金额', en: 'Procurement amount (yuan)', kind: 'amount_yuan' },
  issued: { zh: '本年制发件数', en: 'Issued', kind: 'count' },
  repealed: { zh: '本年废止件数', en: 'Repealed', kind: 'count' },
  in_force: { zh: '现行有效件数', en: 'In force', kind: 'count' },
  amount_10k_yuan: {
    zh: '本年收费金额（单位：万元）',
    en: 'Fees (10k yuan)',
    kind: 'amount_10k_yuan',
  },
} as const satisfies Record<string, { zh: string; en: string; kind: DisclosureKind }>;

export type DisclosureColumn = keyof typeof DISCLOSURE_COLUMNS;
