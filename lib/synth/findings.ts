/** The equations inside one report. */
import { APPLICANT_COLUMNS, outcomeRows, PROCEEDING_ROWS, REQUEST_COLUMNS, requestRows } from '../form';
import { type Finding, RULES, type RuleId } from '../issue';
import type { ReportRecord } from '../record';

export function checkSums(record: ReportRecord): Finding[] {
  const findings: Finding[] = [];
  const form = record.forms.requests ?? '2021';
  const sum = (
    table: 'requests' | 'proceedings',
    cells: readonly (readonly [string, string])[],
  ): number | null => {
    let total = 0;
    for (const [row, column] of cells) {
      const value = record[table][row]?.[column] ?? null;
      if (value === null) return null;
      total += value;
    }
    return total;
  };
  const check = (
    rule: RuleId,
    table: 'requests' | 'proceedings',
    left: readonly (readonly [string, string])[],
    right: readonly (readonly [string, string])[],
  ): void => {
    const a = sum(table, left);
    const b = sum(table, right);
    if (a === null || b === null || a === b) return;
    findings.push({
      rule,
      severity: RULES[rule],
      fields: [...left, ...right].map(([row, column]) => `${table}.${row}.${column}`),
      left: a,
      right: b,
      difference: a - b,
      left_fields: left.length,
    });
  };
  for (const { id: c } of REQUEST_COLUMNS) {
    check(
      'requests.flow',
      'requests',
      [
        ['new_requests', c],
        ['carried_in', c],
      ],
      [
        ['outcomes_total', c],
        ['carried_out', c],
      ],
    );
    check(
      'requests.outcomes',
      'requests',
      [['outcomes_total', c]],
      outcomeRows(form).map((row) => [row, c] as const),
    );
  }
  for (const row of requestRows(form))
    check(
      'requests.columns',
      'requests',
      [[row, 'total']],
      APPLICANT_COLUMNS.map((column) => [row, column] as const),
    );
  for (const { id } of PROCEEDING_ROWS)
    check(
      'proceedings.total',
      'proceedings',
      [[id, 'total']],
      (['upheld', 'corrected', 'other_result', 'pending'] as const).map((column) => [id, column] as const),
    );
  return findings;
}
