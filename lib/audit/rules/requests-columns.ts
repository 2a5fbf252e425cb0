import { checkEquation, type Equation } from '../../figures';
import { APPLICANT_COLUMNS, byForm, type FormVersion, requestRows } from '../../form';
import type { ReportRule } from './rule';

const equationsOf = (form: FormVersion): Equation[] =>
  requestRows(form).map((row) => ({
    left: [`requests.${row}.total`],
    right: APPLICANT_COLUMNS.map((column) => `requests.${row}.${column}`),
  }));

const EQUATIONS = byForm(equationsOf);

/** `requests.columns`. Source: the form's column 总计. */
export const requestsColumns = {
  id: 'requests.columns',
  severity: 'warning',
  scope: 'report',
  formula: 'total = natural_person + the 5 organisation columns, each row',
  often: 'the column 总计 not filled in',
  about: 'row',
  check: (report) => {
    const form = report.forms.requests;
    return form === null ? [] : EQUATIONS[form].map((equation) => checkEquation(report, equation));
  },
} as const satisfies ReportRule;
