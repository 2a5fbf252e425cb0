import { sideOf } from '../../figures';
import { REQUEST_COLUMNS } from '../../form';
import {
  type Disagreement,
  type YearsRule,
  isSameScope,
  numbersDiffer,
  overPairs,
  type YearPair,
} from './rule';

/** `requests.carry_over`. Source: the form's rows 二、上年结转 and 四、结转下年度继续办理. */
export const requestsCarryOver = {
  id: 'requests.carry_over',
  severity: 'warning',
  scope: 'years',
  formula:
    'carried_in(y) = carried_out(y−1), each of 7 columns; same agency, same scope, years that follow one another',
  often: 'requests recounted at the turn of the year',
  about: 'column',
  check: overPairs(compareCarried),
} as const satisfies YearsRule;

function compareCarried(pair: YearPair): Disagreement[] {
  if (!isSameScope(pair)) return [];
  return REQUEST_COLUMNS.flatMap(({ id }) => {
    const into = sideOf(pair.report, [`requests.carried_in.${id}`]);
    const out = sideOf(pair.before, [`requests.carried_out.${id}`]);
    if (into.sum === null || out.sum === null || into.sum === out.sum) return [];
    return [numbersDiffer(into.fields, into.sum, out.sum, { id: pair.before.id, fields: out.fields })];
  });
}
