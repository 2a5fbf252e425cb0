/**
 * Record → findings: what does not add up inside one report. One rule a file; each says which fields and both sides.
 * Nothing is ever corrected. Rules over the years of an agency are listed in `history.ts`.
 */
import type { Finding } from '../issue';
import type { ReportRecord } from '../record';
import { type Check, compareSides } from './equation';
import { checkNarrativeAgreement } from './rules/narrative-agreement';
import { checkProceedingsTotal } from './rules/proceedings-total';
import { checkRequestsColumns } from './rules/requests-columns';
import { checkRequestsFlow } from './rules/requests-flow';
import { checkRequestsOutcomes } from './rules/requests-outcomes';

export type { Check } from './equation';

const CHECKS = [
  checkRequestsFlow,
  checkRequestsOutcomes,
  checkRequestsColumns,
  checkProceedingsTotal,
  checkNarrativeAgreement,
];

/** Every equation of the rules over one report, with whether it holds; null where it cannot be told. */
export function checkRecord(record: ReportRecord): Check[] {
  return CHECKS.flatMap((check) => check(record));
}

/** The findings of one report: the equations that do not hold. */
export function auditRecord(record: ReportRecord): Finding[] {
  return checkRecord(record).flatMap((check) => compareSides(check.rule, check.left, check.right));
}
