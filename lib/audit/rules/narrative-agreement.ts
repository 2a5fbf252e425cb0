import { type Figures, isEqual, type Sides, valueOf } from '../../figures';
import { DISCLOSURE_FORMS, type FormVersion, LATEST_FORM, REQUEST_ROWS } from '../../form';
import type { ReportRule } from './rule';

/**
 * The fields of the tables that a count in prose may mean. A count of documents may be any of the row's columns; a count
 * of suits is both kinds together. Empty for topics that the tables do not ask.
 */
export function fieldsMeant(topic: string, disclosureForm: FormVersion | undefined): string[][] {
  if (topic === 'narrative.litigation')
    return [['proceedings.litigation_direct.total', 'proceedings.litigation_after_reconsideration.total']];
  if (topic === 'narrative.normative_documents') {
    const columns = DISCLOSURE_FORMS[disclosureForm ?? LATEST_FORM]['20(1)']?.columns ?? [];
    return columns
      .filter((column) => column !== 'repealed')
      .map((column) => [`disclosure.normative_documents.${column}`]);
  }
  const rows = REQUEST_ROWS.filter(({ group }) => topic === `requests.${group}`);
  if (rows.length > 0) return [rows.map(({ id }) => `requests.${id}.total`)];
  return topic.startsWith('narrative.') ? [] : [[topic]];
}

/**
 * `narrative.agreement`, soft: prose may speak of another scope. One check a count; where several counts speak of one thing
 * and one of them agrees with the table, the others are taken to mean something else. Source: none in the form; the
 * Regulations' article 50 asks for both.
 */
export const narrativeAgreement = {
  id: 'narrative.agreement',
  severity: 'info',
  scope: 'report',
  formula: "a count stated in prose = the table's",
  often: 'prose about another scope, or a slip in either',
  check: compareCounts,
} as const satisfies ReportRule;

function compareCounts(report: Figures): Sides[] {
  const checks: Sides[] = [];
  for (const count of report.narrative) {
    const meant = fieldsMeant(count.field, report.forms.disclosure['20(1)']);
    if (meant.length === 0) continue;
    const sums = meant.map((fields) => {
      const values = fields.map((field) => valueOf(report, field));
      return values.some((value) => value === null)
        ? null
        : values.reduce<number>((sum, value) => sum + (value as number), 0);
    });
    const agreeing = sums.findIndex((sum) => sum === count.value);
    const shown = agreeing >= 0 ? agreeing : sums.findIndex((sum) => sum !== null);
    checks.push({
      left: { fields: [], sum: count.value },
      right: { fields: meant[Math.max(0, shown)] ?? [], sum: shown >= 0 ? (sums[shown] as number) : null },
    });
  }
  const agreed = new Set(checks.filter(isEqual).map((check) => check.right.fields[0]));
  return checks.filter((check) => isEqual(check) !== false || !agreed.has(check.right.fields[0]));
}
