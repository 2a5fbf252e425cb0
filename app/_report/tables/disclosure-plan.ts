/** Which blocks, rows and columns of table 2 a report's page shows. */
import {
  DISCLOSURE_BLOCKS,
  DISCLOSURE_FORMS,
  type DisclosureBlock,
  type DisclosureColumn,
  type DisclosureRow,
  type FormVersion,
  formOfYear,
  majorityForm,
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
  return majorityForm(record.forms.disclosure) ?? record.forms.requests ?? formOfYear(record.year);
}

/** Rows outside the form with ids of their own. */
export function numberExtraRows(record: ReportRecord): NumberedExtraRow[] {
  return record.extra_rows.map((row, index) => ({ id: `extra-${index + 1}`, row }));
}
