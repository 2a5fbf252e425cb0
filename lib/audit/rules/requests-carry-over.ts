import { sideOf } from '../equation';
import { REQUEST_COLUMNS } from '../../form/index';
import type { Finding } from '../../issue';
import { differenceFinding, isSameScope, type YearPair } from '../years';

/**
 * `requests.carry_over`: carried_in of a year = carried_out of the year before, in each of the seven columns, where both
 * reports have the same scope. Source: the form's rows 二、上年结转 and 四、结转下年度继续办理.
 */
export function checkCarryOver(pair: YearPair): Finding[] {
  if (!isSameScope(pair)) return [];
  return REQUEST_COLUMNS.flatMap(({ id }) => {
    const into = sideOf(pair.report, [`requests.carried_in.${id}`]);
    const out = sideOf(pair.before, [`requests.carried_out.${id}`]);
    if (into.sum === null || out.sum === null || into.sum === out.sum) return [];
    const other = { id: pair.before.id, fields: out.fields };
    return [differenceFinding('requests.carry_over', into.fields, into.sum, out.sum, 1, other)];
  });
}
