/**
 * Every rule, in the order in which pages and docs list them and in which a record has its findings; and what a finding is:
 * trouble in the content of a report, not in our reading of it.
 */
import { z } from 'zod';
import { SEVERITIES } from '../../issue';
import { disclosureStock } from './disclosure-stock';
import { historyCopiedTable } from './history-copied-table';
import { historyJump } from './history-jump';
import { historyUnitSlip } from './history-unit-slip';
import { identityNameOverwritten } from './identity-name-overwritten';
import { identityYearConflict } from './identity-year-conflict';
import { narrativeAgreement } from './narrative-agreement';
import { proceedingsTotal } from './proceedings-total';
import { requestsCarryOver } from './requests-carry-over';
import { requestsColumns } from './requests-columns';
import { requestsFlow } from './requests-flow';
import { requestsOutcomes } from './requests-outcomes';
import type { Rule } from './rule';

export const RULES = [
  requestsFlow,
  requestsOutcomes,
  requestsColumns,
  requestsCarryOver,
  proceedingsTotal,
  disclosureStock,
  narrativeAgreement,
  historyCopiedTable,
  historyUnitSlip,
  historyJump,
  identityNameOverwritten,
  identityYearConflict,
] as const;

export type RuleId = (typeof RULES)[number]['id'];
/** In the order in which pages and docs list them. */
export const RULE_IDS = RULES.map(({ id }) => id) as [RuleId, ...RuleId[]];

export const findingSchema = z.object({
  rule: z.enum(RULE_IDS),
  severity: z.enum(SEVERITIES),
  /** Field ids involved: those of the left side first, then those of the right side. */
  fields: z.array(z.string()),
  left: z.union([z.number(), z.string()]),
  right: z.union([z.number(), z.string()]),
  /** left − right where both are numbers. */
  difference: z.number().nullable(),
  /** How many of `fields` belong to the left side. */
  left_fields: z.int().nonnegative(),
  /** The part of the right side that another year's report prints: its record id and its fields there. */
  other: z.object({ id: z.string(), fields: z.array(z.string()) }).optional(),
});
export type Finding = z.infer<typeof findingSchema>;

const BY_ID = new Map<string, Rule>(RULES.map((rule) => [rule.id, rule]));

/** The rule that a finding breaks. Throws for an id of no rule. */
export function ruleOf({ rule }: { rule: string }): Rule {
  const found = BY_ID.get(rule);
  if (!found) throw new Error(`found the rule ${rule}, expected one of ${RULE_IDS.join(', ')}`);
  return found;
}
