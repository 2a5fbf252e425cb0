/**
 * The column `reports.tested`, which says which rules with equations can be tested in a report: one bit a rule, so that
 * counting them reads a byte a report.
 */
import type { Figures } from '../figures';
import { type RuleId, RULES } from './rules';
import { checkRecord } from './index';

const WITH_EQUATIONS: RuleId[] = RULES.filter(({ scope }) => scope === 'report').map(({ id }) => id);

const bitOf = (rule: RuleId): number => 2 ** WITH_EQUATIONS.indexOf(rule);

/** `reports.tested` of a report: the bits of the rules of which an equation can be told in it. */
export function testableBits(report: Figures): number {
  const told = new Set(checkRecord(report).flatMap(({ rule, holds }) => (holds === null ? [] : [rule])));
  return WITH_EQUATIONS.reduce((bits, rule) => bits + (told.has(rule) ? bitOf(rule) : 0), 0);
}

/**
 * SQL over the table reports, rule → whether it can be tested in the report: by its own equations, by a report of the same
 * agency and scope for the year before, or, about identity, in every one.
 */
export const TESTABLE_SQL = Object.fromEntries(
  RULES.map(({ id, scope }) => {
    if (scope === 'identity') return [id, 'true'];
    return [id, scope === 'years' ? 'reports.has_year_before' : `(reports.tested & ${bitOf(id)}) <> 0`];
  }),
) as Record<RuleId, string>;
