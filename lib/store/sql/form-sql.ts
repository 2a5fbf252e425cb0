/** What the schemas take from the form: its versions as an enum, and the cells of table 3 where no row is stored. */
import { FORM_VERSIONS, REQUEST_ROWS, requestRows } from '../../form/index';

/** SQL of the value of a row of table 3 in a report of which no row is stored: 0 if the report's form prints it, else NULL. */
export function unstoredSql(row: string): string {
  const forms = FORM_VERSIONS.filter((form) => requestRows(form).some((each) => each === row));
  if (forms.length === FORM_VERSIONS.length) return '0';
  return `if(reports.form IN (${forms.map((form) => `'${form}'`).join(', ')}), 0, NULL)`;
}

/**
 * The text of a schema with `{{forms}}` replaced by the versions of the form, each written by `value`, and `{{requests}}` by
 * the columns of table 3, those of rows that are not stored among them.
 */
export function fillSchema(sql: string, value: (form: string, index: number) => string): string {
  const requests = REQUEST_ROWS.map(
    ({ id }) => `CASE WHEN stored.report_no IS NULL THEN ${unstoredSql(id)} ELSE stored.${id} END AS ${id}`,
  );
  return sql
    .replaceAll('{{forms}}', FORM_VERSIONS.map(value).join(', '))
    .replaceAll('{{requests}}', requests.join(',\n  '));
}
