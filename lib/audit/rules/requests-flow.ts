import { REQUEST_COLUMNS } from '../../form/index';
import type { ReportRecord } from '../../record';
import { type Check, type Equation, checkEquation } from '../equation';

const EQUATIONS = REQUEST_COLUMNS.map(
  ({ id }): Equation => ({
    left: [`requests.new_requests.${id}`, `requests.carried_in.${id}`],
    right: [`requests.outcomes_total.${id}`, `requests.carried_out.${id}`],
  }),
);

/**
 * `requests.flow`: new_requests + carried_in = outcomes_total + carried_out, in each of the seven columns.
 * Source: printed on the form over table 3 (第一项加第二项之和，等于第三项加第四项之和).
 */
export function checkRequestsFlow(record: ReportRecord): Check[] {
  return EQUATIONS.map((equation) => checkEquation('requests.flow', record, equation));
}
