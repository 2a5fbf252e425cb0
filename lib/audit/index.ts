/** Record → findings: what does not add up inside one report. Rules over the years of an agency run in `history.ts`. */
import { type Figures, isEqual, type Side } from '../figures';
import { type Finding, type RuleId, RULES } from './rules';
import { findingOf, unequal } from './rules/rule';

/** One equation of a rule over a record, with whether it holds: null when it cannot be told. */
export type Check = { rule: RuleId; left: Side; right: Side; holds: boolean | null };

const REPORT_RULES = RULES.filter((rule) => rule.scope === 'report');

/** Every equation of the rules over one report, with whether it holds; null where it cannot be told. */
export function checkRecord(report: Figures): Check[] {
  return REPORT_RULES.flatMap(({ id, check }) =>
    check(report).map((sides) => ({ rule: id, ...sides, holds: isEqual(sides) })),
  );
}

/** The findings of one report: the equations that do not hold. */
export function auditRecord(report: Figures): Finding[] {
  return REPORT_RULES.flatMap((rule) =>
    rule
      .check(report)
      .map(unequal)
      .filter((found) => found !== null)
      .map((found) => findingOf(rule, found)),
  );
}
