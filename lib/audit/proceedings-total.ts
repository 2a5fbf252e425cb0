import { PROCEEDING_COLUMNS, PROCEEDING_ROWS } from '../form';
import type { ReportRecord } from '../record';
import { type Check, checkOf, sideOf } from './equation';

/**
 * `proceedings.total`: total = upheld + corrected + other + pending, in each of the three groups.
 * Source: the form's columns 总计 of table 4.
 */
export function checkProceedingsTotal(record: ReportRecord): Check[] {
  return PROCEEDING_ROWS.map(({ id }) =>
    checkOf(
      'proceedings.total',
      sideOf(record, [`proceedings.${id}.total`]),
      sideOf(
        record,
        PROCEEDING_COLUMNS.filter((column) => column.id !== 'total').map(
          (column) => `proceedings.${id}.${column.id}`,
        ),
      ),
    ),
  );
}
