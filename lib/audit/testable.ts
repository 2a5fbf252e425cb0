/**
 * What each rule is tested on, and the column `reports.tested` that says which rules with equations can be tested in a report:
 * one bit a rule, so that counting them reads a byte a report.
 */
import { RULE_IDS, type RuleId } from '../issue';

/** What a rule is tested on: its own equations, a report of the same agency and scope for the year before, or every report. */
const TESTED_ON: Record<RuleId, 'equations' | 'year_before' | 'every_report'> = {
  'requests.flow': 'equations',
  'requests.outcomes': 'equations',
  'requests.columns': 'equations',
  'proceedings.total': 'equations',
  'narrative.agreement': 'equations',
  'requests.carry_over': 'year_before',
  'disclosure.stock': 'year_before',
  'history.copied_table': 'year_before',
  'history.jump': 'year_before',
  'history.unit_slip': 'year_before',
  'identity.name_overwritten': 'every_report',
  'identity.year_conflict': 'every_report',
};

const WITH_EQUATIONS = RULE_IDS.filter((rule) => TESTED_ON[rule] === 'equations');

const bitOf = (rule: RuleId): number => 2 ** WITH_EQUATIONS.indexOf(rule);

/** `reports.tested` of a report in which an equation of each of these rules can be told. */
export const testableBits = (rules: ReadonlySet<RuleId>): number =>
  WITH_EQUATIONS.reduce((bits, rule) => bits + (rules.has(rule) ? bitOf(rule) : 0), 0);

/** SQL, over the table reports: whether the rule can be tested in the report. */
export function isTestableSql(rule: RuleId): string {
  if (TESTED_ON[rule] === 'every_report') return 'true';
  if (TESTED_ON[rule] === 'year_before') return 'reports.has_year_before';
  return `(reports.tested & ${bitOf(rule)}) <> 0`;
}
