import type { IdentityRule } from './rule';

/**
 * `identity.name_overwritten`, soft: the title names another agency than text, footer and host do, as copies on hijacked
 * sites have it. Source: none in the form; a plausibility rule.
 */
export const identityNameOverwritten = {
  id: 'identity.name_overwritten',
  severity: 'info',
  scope: 'identity',
  formula: 'the agency named in the title = the one that text, footer and host speak of',
  often: 'a hijacked copy of the page',
} as const satisfies IdentityRule;
