import { PROCEEDING_COLUMNS, PROCEEDING_ROWS } from '../../form/index';
import type { ReportRecord } from '../../record';
import { type Check, type Equation, checkEquation } from '../equation';

const EQUATIONS = PROCEEDING_ROWS.map(
  ({ id }): Equation => ({
    left: [`proceedings.${id}.total`],
    right: PROCEEDING_COLUMNS.filter((column) => column.id !== 'total').map(
      (column) => `proceedings.${id}.${column.id}`,
    ),
  }),
);

/**
 * `proceedings.total`: total = upheld + corrected + other + pending, in each of the three groups.
 * Source: the form's columns 总计 of table 4.
 */
export function checkProceedingsTotal(record: ReportRecord): Check[] {
  return EQUATIONS.map((equation) => checkEquation('proceedings.total', record, equation));
}
