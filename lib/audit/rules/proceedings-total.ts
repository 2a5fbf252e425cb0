import { checkEquation, type Equation } from '../../figures';
import { PROCEEDING_COLUMNS, PROCEEDING_ROWS } from '../../form';
import type { ReportRule } from './rule';

const EQUATIONS = PROCEEDING_ROWS.map(
  ({ id }): Equation => ({
    left: [`proceedings.${id}.total`],
    right: PROCEEDING_COLUMNS.filter((column) => column.id !== 'total').map(
      (column) => `proceedings.${id}.${column.id}`,
    ),
  }),
);

/** `proceedings.total`. Source: the form's columns 总计 of table 4. */
export const proceedingsTotal = {
  id: 'proceedings.total',
  severity: 'warning',
  scope: 'report',
  formula: 'total = upheld + corrected + other_result + pending, each of 3 groups',
  often: 'a miscount',
  check: (report) => EQUATIONS.map((equation) => checkEquation(report, equation)),
} as const satisfies ReportRule;
