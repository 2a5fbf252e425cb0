import type { IdentityRule } from './rule';

/**
 * `identity.year_conflict`, soft: title, period and publication speak of different years. Source: the Regulations'
 * article 50, by which a report is published in the January after its year.
 */
export const identityYearConflict = {
  id: 'identity.year_conflict',
  severity: 'info',
  scope: 'identity',
  formula: 'year of the title = year of the period = year of publication − 1',
  often: "last year's text reused",
} as const satisfies IdentityRule;
