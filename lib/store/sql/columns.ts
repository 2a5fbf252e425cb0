/** How field ids name columns (schema.sql). */
import { ALL_FIELDS, type Field } from '../../form/index';

/** The column of a field in the table reports: its id with underscores for dots. */
export const columnOf = (fieldId: string): string => fieldId.replaceAll('.', '_');

/** The fields that stand in the table reports: all but the six applicant columns of table 3. */
export const REPORT_FIELDS: readonly Field[] = ALL_FIELDS.filter(
  (field) => field.table !== 'requests' || field.column === 'total',
);
