import { APPLICANT_COLUMNS, requestRows } from '../form';
import type { ReportRecord } from '../record';
import { type Check, checkOf, sideOf } from './equation';

/**
 * `requests.columns`: total = natural person + the five kinds of organisation, in each row.
 * Source: the form's column 总计.
 */
export function checkRequestsColumns(record: ReportRecord): Check[] {
  const form = record.forms.requests;
  if (form === null) return [];
  return requestRows(form).map((row) =>
    checkOf(
      'requests.columns',
      sideOf(record, [`requests.${row}.total`]),
      sideOf(
        record,
        APPLICANT_COLUMNS.map((column) => `requests.${row}.${column}`),
      ),
    ),
  );
}
