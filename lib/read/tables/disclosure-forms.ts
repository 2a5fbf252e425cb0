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
  FORM_VERSIONS,
  type FormVersion,
  LATEST_FORM,
  disclosureFields,
  formBefore,
  majorityForm,
} from '../../form/index';
import { DECISIONS_THIS_YEAR, DISCLOSURE_COLUMN_LABELS } from '../../form/labels';
import { type Issue, issue } from '../../issue';
import type { Assignment } from '../fit/align';
import { figuresIn } from '../fit/by-header';
import { plainLabel } from '../labels/normalise';
import { formLabels, headersFound, labelSet } from '../labels/similarity';

/** The headers of table 2's columns. */
export const COLUMN_LABELS = labelSet(formLabels(DISCLOSURE_COLUMN_LABELS));

/** The block that a row of table 2 belongs to. */
export const blockOf = (row: string): DisclosureBlock =>
  (DISCLOSURE_ROWS.find((each) => each.id === row) as (typeof DISCLOSURE_ROWS)[number]).block;

/** The fields a block has in any version: all are in doubt while the version is. */
export const fieldsOfEither = (block: DisclosureBlock): string[] => [
  ...new Set(FORM_VERSIONS.flatMap((form) => disclosureFields(block, form).map((field) => field.id))),
];

/** Block → version, for the blocks found. */
export type BlockForms = Partial<Record<DisclosureBlock, FormVersion>>;

/** The version of each block found, and the issues about those that their headers do not tell. */
export function blockForms(
  headers: Map<DisclosureBlock, string[]>,
  found: readonly Assignment[],
): { forms: BlockForms; issues: Issue[] } {
  const told: BlockForms = {};
  const shared: BlockForms = {};
  for (const [block, texts] of headers) {
    const form = formByHeaders(block, texts);
    if (!form) continue;
    // Of the headers of an older form the last may be the only one of the newer: the others may be lost.
    const older = isShared(block, form) ? formBefore(form) : null;
    if (older && isOlder(block, found, older, form)) continue;
    if (older && !saysThisYear(texts)) shared[block] = form;
    else told[block] = form;
  }
  const usual = majorityForm(told);
  const issues: Issue[] = [];
  const decided = new Map<DisclosureBlock, FormVersion>();
  for (const block of headers.keys()) {
    const byHeader = told[block] ?? (usual === null || usual === shared[block] ? shared[block] : undefined);
    const form = byHeader ?? formByFigures(block, found, usual);
    decided.set(block, form ?? usual ?? LATEST_FORM);
    if (byHeader) continue;
    const at = found.find((each) => blockOf(each.row) === block)?.segment.at ?? null;
    const code = form === null && usual === null ? 'table.form_undecided' : 'table.form_inferred';
    const expected = `the ${decided.get(block)} form`;
    issues.push(issue(code, at, 'heads of columns lost', expected, fieldsOfEither(block)));
  }
  const forms: BlockForms = {};
  for (const { id } of DISCLOSURE_BLOCKS) {
    const form = decided.get(id);
    if (form) forms[id] = form;
  }
  return { forms, issues };
}

const columnsIn = (block: DisclosureBlock, form: FormVersion): readonly DisclosureColumn[] =>
  DISCLOSURE_FORMS[form][block]?.columns ?? [];

/** The versions that print a block. */
const versionsOf = (block: DisclosureBlock): FormVersion[] =>
  FORM_VERSIONS.filter((form) => columnsIn(block, form).length > 0);

/** The columns of the blocks that several versions print, which a version has alone. */
function ownColumns(form: FormVersion): DisclosureColumn[] {
  const blocks = DISCLOSURE_BLOCKS.filter(({ id }) => versionsOf(id).length > 1);
  const columnsOf = (version: FormVersion) => blocks.flatMap(({ id }) => columnsIn(id, version));
  const others = FORM_VERSIONS.filter((version) => version !== form).flatMap(columnsOf);
  return columnsOf(form).filter((column) => !others.includes(column));
}

/** Whether other versions have all of a block's columns too, beside more of their own. */
const isShared = (block: DisclosureBlock, form: FormVersion): boolean =>
  columnsIn(block, form).every((column) => !ownColumns(form).includes(column));

/** The newer form asks for the decisions 本年, in the older one the word stands over another column. */
const saysThisYear = (texts: readonly string[]): boolean =>
  texts.some((text) => plainLabel(text).startsWith(DECISIONS_THIS_YEAR));

function formByHeaders(block: DisclosureBlock, texts: readonly string[]): FormVersion | null {
  const versions = versionsOf(block);
  if (versions.length === 1) return versions[0] ?? null;
  const found = headersFound(texts, COLUMN_LABELS);
  const told = FORM_VERSIONS.filter((form) => ownColumns(form).some((column) => found.has(column)));
  if (told.length > 0) return told.length === 1 ? (told[0] ?? null) : null;
  const hasAll = (form: FormVersion) => columnsIn(block, form).every((column) => found.has(column));
  return versions.findLast((form) => isShared(block, form) && hasAll(form)) ?? null;
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
  const sizes = new Set(FORM_VERSIONS.map((form) => columnsIn(block, form).length));
  if (sizes.size === 1) return null;
  const figures = mostFigures(block, found);
  const older = formBefore(LATEST_FORM);
  if (older && figures > columnsIn(block, LATEST_FORM).length) return older;
  if (older && isOlder(block, found, older, LATEST_FORM)) return older;
  if (usual !== null) return usual;
  return figures === 1 ? LATEST_FORM : null;
}

/** Whether a block has a row that the newer form has not, or figures for all columns that only the older form has. */
function isOlder(
  block: DisclosureBlock,
  found: readonly Assignment[],
  older: FormVersion,
  newer: FormVersion,
): boolean {
  const rows: readonly string[] = DISCLOSURE_FORMS[newer][block]?.rows ?? [];
  const hasOldRow = found.some((each) => blockOf(each.row) === block && !rows.includes(each.row));
  return hasOldRow || mostFigures(block, found) >= columnsIn(block, older).length;
}

const mostFigures = (block: DisclosureBlock, found: readonly Assignment[]): number =>
  Math.max(0, ...found.filter((each) => blockOf(each.row) === block).map((each) => figuresIn(each.segment)));
