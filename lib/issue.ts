/**
 * Trouble in reading; trouble in the content is a finding (`audit/rules`). Issues are returned beside values, stored
 * and shown, never thrown. The codes are a closed list; `docs/issues.md` has cause and remedy of each (tested).
 */
import { z } from 'zod';
import { placeSchema } from './place';

export const SEVERITIES = ['info', 'warning', 'error'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Every issue code with its severity. `error`: values are missing; `warning`: values are doubtful; `info`: settled. */
export const ISSUE_SEVERITY = {
  // decoding
  'decode.encoding_guessed': 'info',
  'decode.replacement_characters': 'warning',
  'decode.no_text_layer': 'error',
  'decode.picture_table': 'error',
  'decode.recognised': 'info',
  'decode.truncated': 'warning',
  'decode.glyphs_unmapped': 'warning',
  // tables
  'table.absent': 'error',
  'table.repeated': 'warning',
  'table.form_undecided': 'warning',
  'table.form_inferred': 'info',
  'row.absent': 'error',
  'row.no_values': 'error',
  'row.values_missing': 'error',
  'row.values_surplus': 'warning',
  'row.repeated': 'warning',
  'row.unlabelled': 'warning',
  'row.label_doubtful': 'warning',
  'row.not_in_form': 'info',
  'row.order': 'warning',
  'row.total_blank': 'warning',
  'header.differs': 'warning',
  // cells
  'cell.digits_run_together': 'info',
  'cell.settled_by_arithmetic': 'info',
  'cell.ambiguous': 'warning',
  'cell.blank_inferred': 'info',
  'cell.note_dropped': 'info',
  'cell.not_a_number': 'warning',
  'cell.decimal_in_count': 'warning',
  'cell.count_too_large': 'warning',
  'cell.digits_spaced': 'info',
  'cell.unit_missing': 'warning',
  'cell.unit_converted': 'info',
  'cell.recognition_doubtful': 'error',
  // identity
  'identity.agency_unknown': 'warning',
  'identity.region_unknown': 'warning',
  'identity.region_ambiguous': 'warning',
  'identity.year_unknown': 'error',
  'identity.year_inferred': 'info',
  'identity.scope_unknown': 'info',
  'identity.curated': 'info',
} as const satisfies Record<string, Severity>;

export type IssueCode = keyof typeof ISSUE_SEVERITY;
export const ISSUE_CODES = Object.keys(ISSUE_SEVERITY) as [IssueCode, ...IssueCode[]];

export const issueSchema = z.object({
  code: z.enum(ISSUE_CODES),
  severity: z.enum(SEVERITIES),
  at: placeSchema.nullable(),
  actual: z.string(),
  expected: z.string(),
  /** Field ids whose values the issue makes doubtful or explains; empty when it is about no cell. */
  fields: z.array(z.string()),
});
export type Issue = z.infer<typeof issueSchema>;

/** An issue with the severity its code has. */
export function issue(
  code: IssueCode,
  at: Issue['at'],
  actual: string,
  expected: string,
  fields: string[] = [],
): Issue {
  return { code, severity: ISSUE_SEVERITY[code], at, actual, expected, fields };
}
