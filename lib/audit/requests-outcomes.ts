import { REQUEST_COLUMNS, outcomeRows } from '../form';
import type { ReportRecord } from '../record';
import { type Check, checkOf, sideOf } from './equation';

/**
 * `requests.outcomes`: outcomes_total = the sum of the outcome rows 三（一）to 三（六）, in each of the seven columns.
 * Source: the form's row （七）总计.
 */
export function checkRequestsOutcomes(record: ReportRecord): Check[] {
  const form = record.forms.requests;
  if (form === null) return [];
  return REQUEST_COLUMNS.map(({ id }) =>
    checkOf(
      'requests.outcomes',
      sideOf(record, [`requests.outcomes_total.${id}`]),
      sideOf(
        record,
        outcomeRows(form).map((row) => `requests.${row}.${id}`),
      ),
    ),
  );
}
