import { byForm, type FormVersion, REQUEST_COLUMNS, outcomeRows } from '../../form/index';
import type { ReportRecord } from '../../record';
import { type Check, type Equation, checkEquation } from '../equation';

const equationsOf = (form: FormVersion): Equation[] =>
  REQUEST_COLUMNS.map(({ id }) => ({
    left: [`requests.outcomes_total.${id}`],
    right: outcomeRows(form).map((row) => `requests.${row}.${id}`),
  }));

const EQUATIONS = byForm(equationsOf);

/**
 * `requests.outcomes`: outcomes_total = the sum of the outcome rows 三（一）to 三（六）, in each of the seven columns.
 * Source: the form's row （七）总计.
 */
export function checkRequestsOutcomes(record: ReportRecord): Check[] {
  const form = record.forms.requests;
  return form === null
    ? []
    : EQUATIONS[form].map((equation) => checkEquation('requests.outcomes', record, equation));
}
