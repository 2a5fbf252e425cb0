import type { Finding } from '../../issue';
import { valueOf } from '../../record';
import { differenceFinding, isSameScope, type YearPair } from '../years';

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
 * `history.jump`, soft: a total more than 10 times, or less than a tenth, of that of the year before, where the larger of
 * the two is 30 or more and both reports have the same scope. Source: none in the form; a plausibility rule.
 */
export function checkJump(pair: YearPair): Finding[] {
  if (!isSameScope(pair)) return [];
  return TOTALS.flatMap((field) => {
    const now = valueOf(pair.report, field);
    const then = valueOf(pair.before, field);
    if (now === null || then === null) return [];
    const [smaller, larger] = now < then ? [now, then] : [then, now];
    if (larger < LARGER_AT_LEAST || larger <= TIMES * smaller) return [];
    const other = { id: pair.before.id, fields: [field] };
    return [differenceFinding('history.jump', [field], now, then, 1, other)];
  });
}
