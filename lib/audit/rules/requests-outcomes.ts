import { checkEquation, type Equation } from '../../figures';
import { byForm, type FormVersion, REQUEST_COLUMNS, outcomeRows } from '../../form';
import type { ReportRule } from './rule';

const equationsOf = (form: FormVersion): Equation[] =>
  REQUEST_COLUMNS.map(({ id }) => ({
    left: [`requests.outcomes_total.${id}`],
    right: outcomeRows(form).map((row) => `requests.${row}.${id}`),
  }));

const EQUATIONS = byForm(equationsOf);

/** `requests.outcomes`. Source: the form's row （七）总计. */
export const requestsOutcomes = {
  id: 'requests.outcomes',
  severity: 'warning',
  scope: 'report',
  formula: 'outcomes_total = sum of the outcome rows 三（一）–（六）, each of 7 columns',
  often: 'a row left out of the sum',
  about: 'column',
  check: (report) => {
    const form = report.forms.requests;
    return form === null ? [] : EQUATIONS[form].map((equation) => checkEquation(report, equation));
  },
} as const satisfies ReportRule;
