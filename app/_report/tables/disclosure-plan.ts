/** Which blocks, rows and columns of table 2 a report's page shows, and the words each form version prints for them. */
import {
  DISCLOSURE_BLOCKS,
  DISCLOSURE_COLUMNS,
  DISCLOSURE_FORMS,
  DISCLOSURE_ROWS,
  type DisclosureBlock,
  type DisclosureColumn,
  type DisclosureRow,
  type FormVersion,
} from '../../../lib/form/index';
import type { ExtraRow, ReportRecord } from '../../../lib/record';

export type NumberedExtraRow = { id: string; row: ExtraRow };

export type DisclosurePlan = {
  id: DisclosureBlock;
  form: FormVersion;
  rows: readonly DisclosureRow[];
  columns: readonly DisclosureColumn[];
  extra: NumberedExtraRow[];
}[];

/**
 * The blocks in form order. A block that was not found is drawn empty in the version of most of the others, because
 * absence is shown; blocks that this version does not have are left out.
 */
export function planDisclosure(record: ReportRecord): DisclosurePlan {
  const usual = usualForm(record);
  const extra = numberExtraRows(record);
  return DISCLOSURE_BLOCKS.flatMap(({ id }) => {
    const form = record.forms.disclosure[id] ?? usual;
    const shape = DISCLOSURE_FORMS[form][id];
    return shape ? [{ id, form, ...shape, extra: extra.filter(({ row }) => row.block === id) }] : [];
  });
}

/** The form version of most blocks; without any, that of table 3, else the one in force in the report's year. */
export function usualForm(record: ReportRecord): FormVersion {
  const versions = Object.values(record.forms.disclosure);
  if (versions.length === 0)
    return record.forms.requests ?? ((record.year ?? 2021) <= 2020 ? '2019' : '2021');
  return versions.filter((version) => version === '2019').length * 2 > versions.length ? '2019' : '2021';
}

/** Rows outside the form with ids of their own. */
export function numberExtraRows(record: ReportRecord): NumberedExtraRow[] {
  return record.extra_rows.map((row, index) => ({ id: `extra-${index + 1}`, row }));
}

/** A column head as the form version prints it. Source: 国办公开办函〔2019〕60号, 〔2021〕30号. */
export function printedColumn(column: DisclosureColumn, form: FormVersion): string {
  return column === 'decisions' && form === '2021' ? '本年处理决定数量' : DISCLOSURE_COLUMNS[column].zh;
}

/** A row label as the form version prints it: the 2019 form says 规范性文件. */
export function printedRow(row: DisclosureRow, form: FormVersion): string {
  if (row === 'normative_documents' && form === '2019') return '规范性文件';
  return DISCLOSURE_ROWS.find((each) => each.id === row)?.zh ?? row;
}
