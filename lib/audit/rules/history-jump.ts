import { valueOf } from '../../figures';
import {
  type Disagreement,
  type YearsRule,
  isSameScope,
  numbersDiffer,
  overPairs,
  type YearPair,
} from './rule';

/** The totals that are watched: requests received and handled, and the three kinds of proceedings. */
const TOTALS = [
  'requests.new_requests.total',
  'requests.outcomes_total.total',
  'proceedings.reconsideration.total',
  'proceedings.litigation_direct.total',
  'proceedings.litigation_after_reconsideration.total',
];
const TIMES = 10;
/** Below this the larger of the two is too small to say anything. */
const LARGER_AT_LEAST = 30;

/**
 * `history.jump`, soft: a total more than 10 times, or less than a tenth, of that of the year before. Source: none in the
 * form; a plausibility rule.
 */
export const historyJump = {
  id: 'history.jump',
  severity: 'info',
  scope: 'years',
  formula:
    'larger > 10 × smaller, of a total(y) and total(y−1), larger ≥ 30; new_requests, outcomes_total and the three totals of table 4; same scope',
  often: 'a campaign of requests, a change of scope, or a slip',
  check: overPairs(compareTotals),
} as const satisfies YearsRule;

function compareTotals(pair: YearPair): Disagreement[] {
  if (!isSameScope(pair)) return [];
  return TOTALS.flatMap((field) => {
    const now = valueOf(pair.report, field);
    const then = valueOf(pair.before, field);
    if (now === null || then === null) return [];
    const [smaller, larger] = now < then ? [now, then] : [then, now];
    if (larger < LARGER_AT_LEAST || larger <= TIMES * smaller) return [];
    return [numbersDiffer([field], now, then, { id: pair.before.id, fields: [field] })];
  });
}
