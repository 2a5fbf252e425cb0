import { APPLICANT_COLUMNS, byForm, type FormVersion, requestRows } from '../../form/index';
import type { ReportRecord } from '../../record';
import { type Check, type Equation, checkEquation } from '../equation';

const equationsOf = (form: FormVersion): Equation[] =>
  requestRows(form).map((row) => ({
    left: [`requests.${row}.total`],
    right: APPLICANT_COLUMNS.map((column) => `requests.${row}.${column}`),
  }));

const EQUATIONS = byForm(equationsOf);

/**
 * `requests.columns`: total = natural person + the five kinds of organisation, in each row.
 * Source: the form's column 总计.
 */
export function checkRequestsColumns(record: ReportRecord): Check[] {
  const form = record.forms.requests;
  return form === null
    ? []
    : EQUATIONS[form].map((equation) => checkEquation('requests.columns', record, equation));
}
