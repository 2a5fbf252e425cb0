/**
 * Table 2, 主动公开政府信息情况. In: the segments of a document. Out: the cells of each block in the version that the
 * block's own heads show (reports mix them); where the heads are lost, the number of figures and the neighbouring blocks
 * decide, and an issue says so.
 */
import {
  DISCLOSURE_BLOCKS,
  DISCLOSURE_FORMS,
  DISCLOSURE_ROWS,
  type DisclosureBlock,
  type DisclosureColumn,
  type DisclosureRow,
  type FormVersion,
  disclosureFields,
} from '../form';
import { DISCLOSURE_COLUMN_LABELS, DISCLOSURE_ROW_LABELS } from '../form/labels';
import { issue } from '../issue';
import { type Alignment, type Assignment, DOUBTFUL_SCORE, alignRows } from './align';
import { formLabels, headsFound, labelSet } from './match';
import { foldText } from './plain';
import type { Segment } from './segments';
import { type Slot, agreeOn, readRow } from './settle';
import { type DisclosureTable, mergeRepeated, putRow } from './table';

const ROW_LABELS = labelSet(formLabels(DISCLOSURE_ROW_LABELS));
const COLUMN_LABELS = labelSet(formLabels(DISCLOSURE_COLUMN_LABELS));
const ITEM = /第二十条第[(（]?[一二三四五六七八九十]{1,2}[)）]?项/u;
/** Fewer rows than this found by their labels are no table 2. */
const LEAST_ROWS = 2;

/** Reads table 2. */
export function readDisclosure(all: readonly Segment[]): DisclosureTable {
  const table: DisclosureTable = { forms: {}, cells: new Map(), extraRows: [], issues: [] };
  const segments = tableStretch(all);
  const alignment = alignRows(segments, ROW_LABELS);
  const found = [...alignment.assigned.filter((each) => !each.unlabelled), ...alignment.outOfOrder].sort(
    (a, b) => a.index - b.index,
  );
  if (found.length < LEAST_ROWS) {
    for (const block of DISCLOSURE_BLOCKS)
      for (const field of disclosureFields(block.id, '2021')) absent(table, field.id);
    table.issues.push(
      issue('table.absent', null, `${found.length} rows of table 2`, '规章 … 行政事业性收费', [
        ...table.cells.keys(),
      ]),
    );
    return table;
  }
  const heads = blockHeads(segments, found);
  const forms = blockForms(heads, found, table);
  for (const { id } of DISCLOSURE_BLOCKS)
    readBlock(table, id, forms[id], heads.get(id) ?? [], found, alignment);
  keepExtras(table, alignment, found, segments, forms);
  return table;
}

/** The segments between the first and the last 第二十条第（…）项, or all where these heads are lost. */
function tableStretch(segments: readonly Segment[]): readonly Segment[] {
  const marked = segments.flatMap((segment, index) =>
    segment.heads.some((head) => ITEM.test(foldText(head))) ? [index] : [],
  );
  if (marked.length < 2) return segments;
  const last = marked.at(-1) as number;
  return segments.slice(marked[0] as number, last + 5);
}

const blockOf = (row: string): DisclosureBlock =>
  (DISCLOSURE_ROWS.find((each) => each.id === row) as (typeof DISCLOSURE_ROWS)[number]).block;

/** The texts printed over the first row of each block. */
function blockHeads(
  segments: readonly Segment[],
  found: readonly Assignment[],
): Map<DisclosureBlock, string[]> {
  const heads = new Map<DisclosureBlock, string[]>();
  for (const each of found) {
    const block = blockOf(each.row);
    if (heads.has(block)) continue;
    const own = (segments[each.index] as Segment).heads;
    const start = own.findLastIndex((head) => ITEM.test(foldText(head)));
    heads.set(block, own.slice(Math.max(0, start)));
  }
  return heads;
}

type BlockForms = Partial<Record<DisclosureBlock, FormVersion>>;

function blockForms(
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
  const majority = votes.filter((form) => form === '2019').length * 2 > votes.length ? '2019' : '2021';
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

function slotsOf(row: DisclosureRow, form: FormVersion, heads: readonly string[]): Slot[] {
  const folded = heads.map(foldText).join(' ');
  const unit = /万元/u.test(folded) ? '万元' : /[(（]元[)）]|单位:?元/u.test(folded) ? '元' : null;
  return disclosureFields(blockOf(row), form)
    .filter((field) => field.row === row)
    .map((field) => ({
      field,
      headerUnit:
        field.kind === 'amount_10k_yuan' ? (unit ?? '万元') : field.kind === 'amount_yuan' ? unit : null,
    }));
}

const absent = (table: DisclosureTable, field: string) =>
  table.cells.set(field, { raw: '', state: 'absent', at: null, value: null, issues: [] });

function readBlock(
  table: DisclosureTable,
  block: DisclosureBlock,
  form: FormVersion | undefined,
  heads: readonly string[],
  found: readonly Assignment[],
  alignment: Alignment,
): void {
  if (!form) {
    const majority =
      Object.values(table.forms).filter((each) => each === '2019').length * 2 >
      Object.keys(table.forms).length
        ? '2019'
        : '2021';
    const fields = disclosureFields(block, majority).map((field) => field.id);
    for (const field of fields) absent(table, field);
    if (fields.length > 0)
      table.issues.push(
        issue(
          'row.absent',
          null,
          `no block ${block}`,
          DISCLOSURE_BLOCKS.find((each) => each.id === block)?.zh ?? block,
          fields,
        ),
      );
    return;
  }
  const shape = DISCLOSURE_FORMS[form][block];
  for (const row of shape?.rows ?? []) {
    const slots = slotsOf(row, form, heads);
    const each = found.find((entry) => entry.row === row);
    if (!each) {
      for (const slot of slots) absent(table, slot.field.id);
      table.issues.push(
        issue(
          'row.absent',
          null,
          'no such row',
          ROW_LABELS.labels.find((label) => label.id === row)?.spellings[0] ?? row,
          slots.map((slot) => slot.field.id),
        ),
      );
      continue;
    }
    const read = agreeOn(readRow(each.segment.values, slots, null), slots);
    putRow(table, slots, read.cells);
    table.issues.push(...read.issues);
    if (each.score < DOUBTFUL_SCORE)
      table.issues.push(
        issue(
          'row.label_doubtful',
          each.segment.at,
          each.segment.labels.at(-1) ?? '',
          `label of ${row}`,
          slots.map((slot) => slot.field.id),
        ),
      );
    for (const again of alignment.repeated.filter((entry) => entry.row === row)) {
      const open = mergeRepeated(
        table,
        slots,
        agreeOn(readRow(again.segment.values, slots, null), slots).cells,
      );
      table.issues.push(
        issue(
          'row.repeated',
          again.segment.at,
          again.segment.labels.at(-1)?.slice(0, 60) ?? '',
          'each row once',
          open,
        ),
      );
    }
  }
}

/** Rows of a block that the form does not have, such as 其他主动公开文件, kept under the block's own columns. */
function keepExtras(
  table: DisclosureTable,
  alignment: Alignment,
  found: readonly Assignment[],
  segments: readonly Segment[],
  forms: BlockForms,
): void {
  const last = Math.max(...found.map((each) => each.index));
  for (const { segment, index } of alignment.left) {
    const before = found.filter((each) => each.index < index).at(-1);
    const label = segment.labels.at(-1)?.trim() ?? '';
    if (!before || index > last || label === '') continue;
    const block = segment.heads.some((head) => ITEM.test(foldText(head))) ? null : blockOf(before.row);
    const form = block === null ? undefined : forms[block];
    if (block === null || !form || index >= segments.length) continue;
    const slots = slotsOf(before.row as DisclosureRow, form, []);
    const { cells } = agreeOn(readRow(segment.values, slots, null), slots);
    table.extraRows.push({
      block,
      label,
      values: Object.fromEntries(
        cells.map((cell, column) => [slots[column]?.field.column ?? '', cell.value]),
      ),
      cells: cells.map(({ value: _value, issues: _issues, ...cell }) => cell),
    });
    table.issues.push(issue('row.not_in_form', segment.at, label.slice(0, 60), 'rows of the form'));
  }
}
