import { checkEquation, type Equation } from '../../figures';
import { REQUEST_COLUMNS } from '../../form';
import type { ReportRule } from './rule';

const EQUATIONS = REQUEST_COLUMNS.map(
  ({ id }): Equation => ({
    left: [`requests.new_requests.${id}`, `requests.carried_in.${id}`],
    right: [`requests.outcomes_total.${id}`, `requests.carried_out.${id}`],
  }),
);

/** `requests.flow`. Source: printed on the form over table 3 (第一项加第二项之和，等于第三项加第四项之和). */
export const requestsFlow = {
  id: 'requests.flow',
  severity: 'warning',
  scope: 'report',
  formula: 'new_requests + carried_in = outcomes_total + carried_out, each of 7 columns',
  often: 'a miscount; printed on the form itself',
  about: 'column',
  check: (report) => EQUATIONS.map((equation) => checkEquation(report, equation)),
} as const satisfies ReportRule;
