/**
 * Which form version each block of table 2 follows: by the heads of its columns; where they are lost, by the number of its
 * figures, then by the other blocks, and an issue says so. Never by the year or the notice cited.
 */
import {
  DISCLOSURE_BLOCKS,
  DISCLOSURE_FORMS,
  DISCLOSURE_ROWS,
  type DisclosureBlock,
  type DisclosureColumn,
  type FormVersion,
  disclosureFields,
} from '../form';
import { DISCLOSURE_COLUMN_LABELS } from '../form/labels';
import { issue } from '../issue';
import type { Assignment } from './align';
import { formLabels, headsFound, labelSet } from './match';
import type { DisclosureTable } from './table';

const COLUMN_LABELS = labelSet(formLabels(DISCLOSURE_COLUMN_LABELS));

/** The block that a row of table 2 belongs to. */
export const blockOf = (row: string): DisclosureBlock =>
  (DISCLOSURE_ROWS.find((each) => each.id === row) as (typeof DISCLOSURE_ROWS)[number]).block;

/** The version that most blocks follow, null when none was decided. */
export function majorityForm(forms: Record<string, FormVersion>): FormVersion | null {
  const versions = Object.values(forms);
  if (versions.length === 0) return null;
  return versions.filter((version) => version === '2019').length * 2 > versions.length ? '2019' : '2021';
}

/** Block → version, for the blocks found. */
export type BlockForms = Partial<Record<DisclosureBlock, FormVersion>>;

/** Decides the version of each block found and notes it on the table. */
export function blockForms(
  heads: Map<DisclosureBlock, string[]>,
  found: readonly Assignment[],
  table: DisclosureTable,
): BlockForms {
  const forms: BlockForms = {};
  const undecided: DisclosureBlock[] = [];
  for (const [block, texts] of heads) {
    const form = formByHeads(block, texts) ?? formByCount(block, found);
    if (form === null) undecided.push(block);
    else forms[block] = form;
    if (form !== null && formByHeads(block, texts) === null)
      table.issues.push(
        issue(
          'table.form_inferred',
          found.find((each) => blockOf(each.row) === block)?.segment.at ?? null,
          'heads of columns lost',
          `the ${form} form, by the number of figures`,
          disclosureFields(block, form).map((field) => field.id),
        ),
      );
  }
  const votes = Object.values(forms);
  const majority = majorityForm(forms as Record<string, FormVersion>) ?? '2021';
  for (const block of undecided) {
    forms[block] = majority;
    const code = votes.length === 0 ? 'table.form_undecided' : 'table.form_inferred';
    table.issues.push(
      issue(
        code,
        found.find((each) => blockOf(each.row) === block)?.segment.at ?? null,
        'heads of columns lost',
        `the ${majority} form, as in the other blocks`,
        disclosureFields(block, majority).map((field) => field.id),
      ),
    );
  }
  for (const { id } of DISCLOSURE_BLOCKS) if (forms[id]) table.forms[id] = forms[id] as FormVersion;
  return forms;
}

function formByHeads(block: DisclosureBlock, texts: readonly string[]): FormVersion | null {
  const found = headsFound(texts, COLUMN_LABELS);
  const has = (...columns: DisclosureColumn[]) => columns.some((column) => found.has(column));
  if (block === '20(9)') return '2019';
  const old = has('new_made', 'newly_disclosed', 'disclosed_total', 'items_last_year', 'items_change');
  const recent = has('issued', 'repealed', 'in_force', 'amount_10k_yuan');
  if (old !== recent) return old ? '2019' : '2021';
  if (!old && (block === '20(5)' || block === '20(6)') && has('decisions')) return '2021';
  return null;
}

/** Blocks whose versions differ in the number of columns tell by their figures. */
function formByCount(block: DisclosureBlock, found: readonly Assignment[]): FormVersion | null {
  if (block === '20(1)') return null;
  const counts = found
    .filter((each) => blockOf(each.row) === block)
    .map((each) => each.segment.values.filter((value) => value.kind === 'value').length);
  const size = DISCLOSURE_FORMS['2019'][block]?.columns.length ?? 0;
  if (counts.length > 0 && counts.every((count) => count === size)) return '2019';
  if (counts.length > 0 && counts.every((count) => count === 1)) return '2021';
  return null;
}
