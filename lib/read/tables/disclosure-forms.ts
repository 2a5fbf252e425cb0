/**
 * Which form version each block of table 2 follows: by the headers of its columns; where they are lost, by the number of its
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
} from '../../form/index';
import { DECISIONS_THIS_YEAR, DISCLOSURE_COLUMN_LABELS } from '../../form/labels';
import { issue } from '../../issue';
import type { Assignment } from '../fit/align';
import { formLabels, headersFound, labelSet } from '../labels/similarity';
import { plainLabel } from '../labels/normalise';
import type { DisclosureTable } from './table';
import { figuresIn } from '../fit/by-header';

/** The headers of table 2's columns. */
export const COLUMN_LABELS = labelSet(formLabels(DISCLOSURE_COLUMN_LABELS));

/** The block that a row of table 2 belongs to. */
export const blockOf = (row: string): DisclosureBlock =>
  (DISCLOSURE_ROWS.find((each) => each.id === row) as (typeof DISCLOSURE_ROWS)[number]).block;

/** The fields a block has in either version: all are in doubt while the version is. */
export const fieldsOfEither = (block: DisclosureBlock): string[] => [
  ...new Set(
    [...disclosureFields(block, '2019'), ...disclosureFields(block, '2021')].map((field) => field.id),
  ),
];

/** The version that most blocks follow, null when none was decided. */
export function majorityForm(forms: Partial<Record<string, FormVersion>>): FormVersion | null {
  const versions = Object.values(forms).filter((form) => form !== undefined);
  if (versions.length === 0) return null;
  return versions.filter((version) => version === '2019').length * 2 > versions.length ? '2019' : '2021';
}

/** Block → version, for the blocks found. */
export type BlockForms = Partial<Record<DisclosureBlock, FormVersion>>;

/** Decides the version of each block found and notes it on the table. */
export function blockForms(
  headers: Map<DisclosureBlock, string[]>,
  found: readonly Assignment[],
  table: DisclosureTable,
): BlockForms {
  const forms: BlockForms = {};
  const byLastHeader: DisclosureBlock[] = [];
  for (const [block, texts] of headers) {
    const form = formByHeaders(block, texts);
    // Of the headers of 20(5) and 20(6) in the older form the last is the only one of the newer: the others may be lost.
    const isByLast = form === '2021' && (block === '20(5)' || block === '20(6)');
    if (isByLast && isOlder(block, found)) continue;
    if (isByLast && !saysThisYear(texts)) byLastHeader.push(block);
    else if (form) forms[block] = form;
  }
  const usual = majorityForm(forms);
  for (const block of headers.keys()) {
    if (byLastHeader.includes(block) && usual !== '2019') forms[block] = '2021';
    if (forms[block]) continue;
    const form = formByFigures(block, found, usual);
    forms[block] = form ?? usual ?? '2021';
    const at = found.find((each) => blockOf(each.row) === block)?.segment.at ?? null;
    const code = form === null && usual === null ? 'table.form_undecided' : 'table.form_inferred';
    table.issues.push(
      issue(code, at, 'heads of columns lost', `the ${forms[block]} form`, fieldsOfEither(block)),
    );
  }
  for (const { id } of DISCLOSURE_BLOCKS) if (forms[id]) table.forms[id] = forms[id];
  return forms;
}

/** The newer form asks for the decisions 本年, in the older one the word stands over another column. */
const saysThisYear = (texts: readonly string[]): boolean =>
  texts.some((text) => plainLabel(text).startsWith(DECISIONS_THIS_YEAR));

function formByHeaders(block: DisclosureBlock, texts: readonly string[]): FormVersion | null {
  const found = headersFound(texts, COLUMN_LABELS);
  const has = (...columns: DisclosureColumn[]) => columns.some((column) => found.has(column));
  if (block === '20(9)') return '2019';
  const old = has('new_made', 'newly_disclosed', 'disclosed_total', 'items_last_year', 'items_change');
  const recent = has('issued', 'repealed', 'in_force', 'amount_10k_yuan');
  if (old !== recent) return old ? '2019' : '2021';
  if (!old && (block === '20(5)' || block === '20(6)') && has('decisions')) return '2021';
  return null;
}

/**
 * The version by the number of figures, where the versions differ in it: more figures than a version has columns rule it
 * out; fewer do not, because blank cells get lost. The other blocks' version stands where the figures fit it.
 */
function formByFigures(
  block: DisclosureBlock,
  found: readonly Assignment[],
  usual: FormVersion | null,
): FormVersion | null {
  if (block === '20(1)') return null;
  if (mostFigures(block, found) > (DISCLOSURE_FORMS['2021'][block]?.columns.length ?? 0)) return '2019';
  if (isOlder(block, found)) return '2019';
  if (usual !== null) return usual;
  return mostFigures(block, found) === 1 ? '2021' : null;
}

/** Whether a block has a row that the 2021 form has not, or figures for all columns that only the 2019 form has. */
function isOlder(block: DisclosureBlock, found: readonly Assignment[]): boolean {
  const rows: readonly string[] = DISCLOSURE_FORMS['2021'][block]?.rows ?? [];
  const columns = DISCLOSURE_FORMS['2019'][block]?.columns ?? [];
  const hasOldRow = found.some((each) => blockOf(each.row) === block && !rows.includes(each.row));
  return hasOldRow || mostFigures(block, found) >= columns.length;
}

const mostFigures = (block: DisclosureBlock, found: readonly Assignment[]): number =>
  Math.max(0, ...found.filter((each) => blockOf(each.row) === block).map((each) => figuresIn(each.segment)));
