/**
 * The report form as data: what the three statutory tables ask, by form version, as field ids
 * `table.row.column` (docs/contract.md). Everything else (reader, audit, store, pages, docs) asks here.
 */
import {
  DISCLOSURE_BLOCKS,
  DISCLOSURE_COLUMNS,
  DISCLOSURE_ROWS,
  type DisclosureBlock,
  type DisclosureColumn,
  type DisclosureRow,
} from './disclosure';
import { PROCEEDING_COLUMNS, PROCEEDING_ROWS } from './proceedings';
import { OUTCOME_GROUPS, REQUEST_COLUMNS, REQUEST_ROWS } from './requests';
import { DISCLOSURE_FORMS, FORM_VERSIONS, type FormVersion, requestRows } from './versions';

export * from './disclosure';
export * from './proceedings';
export * from './requests';
export * from './versions';

/** The five empty-cell states and the one that carries a number. The words are shown as they stand here. */
export const CELL_STATES = ['number', 'blank', 'dash', 'unreadable', 'ambiguous', 'absent'] as const;
export type CellState = (typeof CELL_STATES)[number];

/** What a cell holds, and so how its text is read: see `read/number`. */
export type FieldKind = 'count' | 'change' | 'amount_yuan' | 'amount_10k_yuan';

/** One cell of the form. */
export type Field = {
  id: string;
  table: 'requests' | 'proceedings' | 'disclosure';
  row: string;
  column: string;
  kind: FieldKind;
};

const field = (table: Field['table'], row: string, column: string, kind: FieldKind): Field => ({
  id: `${table}.${row}.${column}`,
  table,
  row,
  column,
  kind,
});

/** Fields of table 3 in one form version, row by row, seven a row. */
export function requestFields(form: FormVersion): Field[] {
  return requestRows(form).flatMap((row) =>
    REQUEST_COLUMNS.map((column) => field('requests', row, column.id, 'count')),
  );
}

/** The 15 fields of table 4, in the order in which the form prints them. */
export const PROCEEDING_FIELDS: Field[] = PROCEEDING_ROWS.flatMap((row) =>
  PROCEEDING_COLUMNS.map((column) => field('proceedings', row.id, column.id, 'count')),
);

/** Fields of one block of table 2 in one form version, row by row; empty when that version has no such block. */
export function disclosureFields(block: DisclosureBlock, form: FormVersion): Field[] {
  const shape = DISCLOSURE_FORMS[form][block];
  if (!shape) return [];
  return shape.rows.flatMap((row) =>
    shape.columns.map((column) => field('disclosure', row, column, DISCLOSURE_COLUMNS[column].kind)),
  );
}

/** Every field that some form version has, in form order, each once. */
export const ALL_FIELDS: Field[] = [
  ...REQUEST_ROWS.flatMap((row) =>
    REQUEST_COLUMNS.map((column) => field('requests', row.id, column.id, 'count')),
  ),
  ...PROCEEDING_FIELDS,
  ...DISCLOSURE_ROWS.flatMap((row) =>
    disclosureColumnsOf(row.id).map((column) =>
      field('disclosure', row.id, column, DISCLOSURE_COLUMNS[column].kind),
    ),
  ),
];

const FIELD_BY_ID = new Map(ALL_FIELDS.map((each) => [each.id, each]));

/** The field with this id, or undefined when the form has none. */
export const fieldById = (id: string): Field | undefined => FIELD_BY_ID.get(id);

/** The columns that a row of table 2 has in some version: the oldest version's first, then those only a later one has. */
export function disclosureColumnsOf(row: DisclosureRow): DisclosureColumn[] {
  const columns: DisclosureColumn[] = [];
  for (const form of FORM_VERSIONS)
    for (const { id } of DISCLOSURE_BLOCKS) {
      const shape = DISCLOSURE_FORMS[form][id];
      if (shape?.rows.includes(row))
        columns.push(...shape.columns.filter((column) => !columns.includes(column)));
    }
  return columns;
}

/** Rows whose printed label says too little without the heading that stands above it on the form. */
const ROWS_ALONE: Readonly<Record<string, { zh: string; en: string }>> = {
  other_misc: { zh: '其他处理（其他原因）', en: 'Other: other reasons' },
  outcomes_total: { zh: '办理结果总计', en: 'Total handled' },
};

/**
 * Chinese and English name of a field for people: `收到…申请 · 予以公开 · 自然人`; of a group of rows of table 3, which prose
 * counts as one (`requests.denied`), the group's. Unknown ids come back as they are.
 */
export function fieldLabel(id: string, language: 'zh' | 'en'): string {
  const found = fieldById(id);
  if (!found) return OUTCOME_GROUPS.find((group) => id === `requests.${group.id}`)?.[language] ?? id;
  const join = language === 'zh' ? '·' : ' · ';
  if (found.table === 'requests') {
    const row = ROWS_ALONE[found.row] ?? REQUEST_ROWS.find((each) => each.id === found.row);
    const column = REQUEST_COLUMNS.find((each) => each.id === found.column);
    return `${row?.[language]}${join}${column?.[language]}`;
  }
  if (found.table === 'proceedings') {
    const row = PROCEEDING_ROWS.find((each) => each.id === found.row);
    const column = PROCEEDING_COLUMNS.find((each) => each.id === found.column);
    return `${row?.[language]}${join}${column?.[language]}`;
  }
  const row = DISCLOSURE_ROWS.find((each) => each.id === found.row);
  return `${row?.[language]}${join}${DISCLOSURE_COLUMNS[found.column as DisclosureColumn][language]}`;
}
