/**
 * How a rule looks at printed values. A blank or a dash beside other figures counts as nothing, as on paper; a value that
 * could not be read makes the equation untellable, and an untellable equation is no finding.
 */
import { type Finding, RULES, type RuleId } from '../issue';
import { type ReportRecord, valueOf } from '../record';

/** A side of an equation: its fields and their sum, null when it cannot be told. */
export type Side = { fields: readonly string[]; sum: number | null };

type Audited = Pick<ReportRecord, 'requests' | 'proceedings' | 'disclosure' | 'cells'>;

/** The sum of some fields as printed. Null when one of them was not readable, or when none is printed at all. */
export function sideOf(record: Audited, fields: readonly string[]): Side {
  let sum: number | null = null;
  for (const field of fields) {
    const value = valueOf(record, field);
    const state = record.cells[field]?.state;
    if (value !== null) sum = (sum ?? 0) + value;
    else if (state !== 'blank' && state !== 'dash') return { fields, sum: null };
  }
  return { fields, sum };
}

/** A finding when both sides can be told and differ, else none. */
export function compareSides(rule: RuleId, left: Side, right: Side): Finding[] {
  if (left.sum === null || right.sum === null || left.sum === right.sum) return [];
  return [
    {
      rule,
      severity: RULES[rule],
      fields: [...left.fields, ...right.fields],
      left: left.sum,
      right: right.sum,
      difference: left.sum - right.sum,
      left_fields: left.fields.length,
    },
  ];
}

/** One equation of a rule over a record, with whether it holds: null when it cannot be told. For the list of checks on a page. */
export type Check = { rule: RuleId; left: Side; right: Side; holds: boolean | null };

/** The verdict over two sides. */
export function checkOf(rule: RuleId, left: Side, right: Side): Check {
  return {
    rule,
    left,
    right,
    holds: left.sum === null || right.sum === null ? null : left.sum === right.sum,
  };
}

/** What the form says is equal: the sum of the fields on the left, and of those on the right. */
export type Equation = { left: readonly string[]; right: readonly string[] };

/** The verdict over the two sides of an equation of the form, as the record prints them. */
export const checkEquation = (rule: RuleId, record: Audited, equation: Equation): Check =>
  checkOf(rule, sideOf(record, equation.left), sideOf(record, equation.right));
