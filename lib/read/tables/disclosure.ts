/**
 * Table 2, 主动公开政府信息情况. In: the segments of a document. Out: the cells of each block in the version that the
 * block's own headers show (reports mix them); where the headers are lost, the number of figures and the neighbouring blocks
 * decide, and an issue says so.
 */
import {
  DISCLOSURE_BLOCKS,
  DISCLOSURE_FORMS,
  DISCLOSURE_ROWS,
  type DisclosureBlock,
  type DisclosureRow,
  type FormVersion,
  disclosureFields,
} from '../../form/index';
import {
  BLOCK_HEADING,
  DISCLOSURE_COLUMN_LABELS,
  DISCLOSURE_ROW_LABELS,
  TABLE_SPANS,
} from '../../form/labels';
import { issue } from '../../issue';
import { type Alignment, type Assignment, DOUBTFUL_SCORE, alignRows } from '../fit/align';
import {
  type BlockForms,
  COLUMN_LABELS,
  blockForms,
  blockOf,
  fieldsOfEither,
  majorityForm,
} from './disclosure-forms';
import { type RowEnds, cellsOf, endsBefore, fitOf, rowEnds } from '../fit/columns';
import { formLabels, labelSet } from '../labels/similarity';
import { foldText } from '../labels/normalise';
import type { Segment } from '../lines/segments';
import { type RowReading, type Slot, consensus, resolveRow } from '../fit/resolve';
import type { Token } from '../lines/tokens';
import { type DisclosureTable, leaveRow, mergeCells, putRow } from './table';
import { cellsUnderHeaders } from '../fit/by-header';

const ROW_LABELS = labelSet(formLabels(DISCLOSURE_ROW_LABELS));
/** Fewer rows than this found by their labels are no table 2. */
const LEAST_ROWS = 2;

/** Reads table 2. `traces` are the rows whose label stands somewhere in the document, with values or without. */
export function readDisclosure(all: readonly Segment[], traces: ReadonlySet<string>): DisclosureTable {
  const table: DisclosureTable = { forms: {}, cells: new Map(), extraRows: [], issues: [] };
  const segments = tableStretch(all);
  const alignment = alignRows(segments, ROW_LABELS);
  const found = [...alignment.assigned.filter((each) => !each.unlabelled), ...alignment.outOfOrder].sort(
    (a, b) => a.index - b.index,
  );
  const headers = blockHeaders(segments, found);
  const enough = found.length >= LEAST_ROWS;
  const forms = enough ? blockForms(headers, found, table) : {};
  const usual = majorityForm(table.forms) ?? '2021';
  const source: Source = {
    found: enough ? found : [],
    headers,
    alignment,
    traces,
    ends: rowEnds(found.map((each) => each.segment)),
  };
  for (const { id } of DISCLOSURE_BLOCKS) readBlock(table, id, forms[id] ?? usual, source);
  if (
    (traces.has('procurement') || namesProcurement(all)) &&
    !table.cells.has('disclosure.procurement.projects')
  )
    table.issues.push(
      issue(
        'row.no_values',
        null,
        `${DISCLOSURE_ROW_LABELS.procurement[0]} without its block`,
        'the block 20(9)',
        fieldsOfEither('20(9)'),
      ),
    );
  if (enough) {
    keepExtras(table, alignment, found, forms);
    noteBlocksOfNoForm(table, forms, traces);
  } else
    table.issues.push(
      issue('table.absent', null, `${found.length} rows of table 2`, TABLE_SPANS.disclosure, [
        ...table.cells.keys(),
      ]),
    );
  return table;
}

/** Whether headers of the block 20(9) stand somewhere, which the 2021 form does not print. */
const namesProcurement = (segments: readonly Segment[]): boolean =>
  segments.some(({ headers }) =>
    headers.some((header) => PROCUREMENT_HEADERS.some((label) => foldText(header).startsWith(label))),
  );
const PROCUREMENT_HEADERS = [...DISCLOSURE_COLUMN_LABELS.projects, ...DISCLOSURE_COLUMN_LABELS.amount_yuan];

/** What the blocks are read from. */
type Source = {
  found: readonly Assignment[];
  headers: ReadonlyMap<DisclosureBlock, readonly string[]>;
  alignment: Alignment;
  traces: ReadonlySet<string>;
  ends: RowEnds;
};

/** The segments between the first and the last 第二十条第（…）项, or all where these headers are lost. */
function tableStretch(segments: readonly Segment[]): readonly Segment[] {
  const marked = segments.flatMap((segment, index) =>
    segment.headers.some((header) => BLOCK_HEADING.test(foldText(header))) ? [index] : [],
  );
  if (marked.length < 2) return segments;
  const last = marked.at(-1) as number;
  return segments.slice(Math.max(0, (marked[0] as number) - 4), last + 5);
}

/** The texts printed over the first row of each block. */
function blockHeaders(
  segments: readonly Segment[],
  found: readonly Assignment[],
): Map<DisclosureBlock, string[]> {
  const headers = new Map<DisclosureBlock, string[]>();
  for (const each of found) {
    const block = blockOf(each.row);
    if (headers.has(block)) continue;
    const own = (segments[each.index] as Segment).headers;
    const start = own.findLastIndex((header) => BLOCK_HEADING.test(foldText(header)));
    headers.set(block, own.slice(Math.max(0, start)));
  }
  return headers;
}

function slotsOf(row: DisclosureRow, form: FormVersion, headers: readonly string[]): Slot[] {
  const folded = headers.map(foldText).join(' ');
  const unit = /万元/u.test(folded) ? '万元' : /[(（]元[)）]|单位:?元/u.test(folded) ? '元' : null;
  return disclosureFields(blockOf(row), form)
    .filter((field) => field.row === row)
    .map((field) => ({
      field,
      headerUnit:
        field.kind === 'amount_10k_yuan' ? (unit ?? '万元') : field.kind === 'amount_yuan' ? unit : null,
    }));
}

function readBlock(table: DisclosureTable, block: DisclosureBlock, form: FormVersion, source: Source): void {
  for (const row of DISCLOSURE_FORMS[form][block]?.rows ?? []) {
    const slots = slotsOf(row, form, source.headers.get(block) ?? []);
    const each = source.found.find((entry) => entry.row === row);
    if (each) readFoundRow(table, each, slots, source);
    else leaveMissingRow(table, row, slots, source.traces.has(row));
  }
  noteLostNeighbours(table, block, form, source);
}

/** Blocks of which labels alone are left may be of either version: what the version taken for them does not have is in doubt. */
function noteBlocksOfNoForm(table: DisclosureTable, forms: BlockForms, traces: ReadonlySet<string>): void {
  for (const { id } of DISCLOSURE_BLOCKS) {
    const hasLabel = DISCLOSURE_ROWS.some((row) => row.block === id && traces.has(row.id));
    if (forms[id] || id === '20(9)' || !hasLabel) continue;
    const others = fieldsOfEither(id).filter((field) => !table.cells.has(field));
    table.issues.push(
      issue('table.form_undecided', null, 'labels without figures', `the columns of block ${id}`, others),
    );
  }
}

/** Where a block's other row is gone without its label, loose figures may be what is left of both. */
function noteLostNeighbours(
  table: DisclosureTable,
  block: DisclosureBlock,
  form: FormVersion,
  { found, traces }: Source,
): void {
  const rows = DISCLOSURE_FORMS[form][block]?.rows ?? [];
  const lost = rows.find((row) => !traces.has(row) && !found.some((each) => each.row === row));
  if (lost === undefined) return;
  for (const row of rows) {
    const segment = found.find((each) => each.row === row)?.segment;
    if (!segment || segment.solid) continue;
    const fields = slotsOf(row, form, []).map((slot) => slot.field.id);
    const label = segment.labels.at(-1)?.slice(0, 60) ?? '';
    table.issues.push(
      issue('row.label_doubtful', segment.at, label, `${lost} beside it, whose label is gone`, fields),
    );
  }
}

/** A row without figures: its cells stay unreadable or absent, and the issue says which. */
function leaveMissingRow(
  table: DisclosureTable,
  row: string,
  slots: readonly Slot[],
  hasLabel: boolean,
): void {
  leaveRow(table, slots, hasLabel);
  const label = ROW_LABELS.labels.find((each) => each.id === row)?.spellings[0] ?? row;
  const fields = slots.map((slot) => slot.field.id);
  table.issues.push(
    hasLabel
      ? issue('row.no_values', null, 'a label without figures', label, fields)
      : issue('row.absent', null, 'no such row', label, fields),
  );
}

/**
 * A row's cells. Blank lines before figures that are too many are those of a row whose neighbour's label was lost; a row that ends
 * behind another of its block may have a cell too many anywhere.
 */
function readFigures(
  { segment, row }: Assignment,
  slots: readonly Slot[],
  { ends, found }: Source,
): RowReading {
  const under = cellsUnderHeaders(
    segment,
    slots.map((slot) => slot.field.column),
    COLUMN_LABELS,
  );
  if (under) return resolveRow(under, slots, null);
  const cells = segment.values.filter((value) => !value.inferred).length;
  const isTwo = !segment.solid && segment.values[0]?.kind === 'blank' && cells > slots.length;
  // One line beyond the figures may close the row; of two, one is a cell, pushed there by a figure that is printed twice.
  const isPushed = !segment.solid && slots.length > 1 && segment.values.length > slots.length + 1;
  const isLonger = found.some(
    (other) => blockOf(other.row) === blockOf(row) && endsBefore(other.segment, segment),
  );
  const fit = isTwo || isPushed || isLonger ? 'longer' : fitOf(segment, ends);
  return resolveRow(cellsOf(segment, fit), slots, null, fit);
}

/** Whether a figure stands on a line by itself where other rows have theirs beside the label: it may be the page's number. */
const isAway = ({ isBeside, values }: Segment, found: readonly Assignment[]): boolean =>
  !isBeside &&
  values.filter((value) => value.kind === 'value').length === 1 &&
  found.some(
    (other) => other.segment.isBeside && other.segment.values.some((value) => value.kind === 'value'),
  );

/** Whether lines lack between figures that are as many as they should be: one of them may be another row's. */
function hasGap(values: readonly Token[]): boolean {
  const isGap = (value: Token): boolean => value.inferred && value.column === null;
  const first = values.findIndex((value) => value.kind === 'value');
  const last = values.findLastIndex((value) => value.kind === 'value');
  return values.some((value, index) => isGap(value) && index > first && index < last);
}

function readFoundRow(
  table: DisclosureTable,
  each: Assignment,
  slots: readonly Slot[],
  source: Source,
): void {
  const fields = slots.map((slot) => slot.field.id);
  const label = each.segment.labels.at(-1)?.slice(0, 60) ?? '';
  const read = consensus(readFigures(each, slots, source), slots);
  putRow(table, slots, read.cells);
  table.issues.push(...read.issues);
  // A lone pipe may fill up a row that lost a figure, or be its last cell.
  const { solid, values } = each.segment;
  const isFilled =
    !solid && slots.length > 1 && values.length === slots.length && values.at(-1)?.column !== null;
  if (
    hasGap(values) ||
    (isFilled && read.cells.at(-1)?.state === 'blank' && read.cells.some((cell) => cell.value !== null))
  )
    table.issues.push(issue('cell.blank_inferred', each.segment.at, label, `${slots.length} values`, fields));
  if (each.score < DOUBTFUL_SCORE)
    table.issues.push(issue('row.label_doubtful', each.segment.at, label, `label of ${each.row}`, fields));
  if (isAway(each.segment, source.found))
    table.issues.push(
      issue(
        'row.label_doubtful',
        each.segment.at,
        'a figure on a line by itself',
        `${label} beside it`,
        fields,
      ),
    );
  if (source.alignment.outOfOrder.includes(each))
    table.issues.push(issue('row.order', each.segment.at, label, 'the order of the form', fields));
  for (const other of source.alignment.repeated.filter((entry) => entry.row === each.row)) {
    const { segment } = other;
    const again = consensus(readFigures(other, slots, source), slots).cells;
    const open = mergeCells(
      table,
      again.map((cell, index) => [fields[index] ?? '', cell]),
    );
    table.issues.push(
      issue('row.repeated', segment.at, segment.labels.at(-1)?.slice(0, 60) ?? '', 'each row once', open),
    );
  }
}

/** Rows of a block that the form does not have, such as 其他主动公开文件, kept under the block's own columns. */
function keepExtras(
  table: DisclosureTable,
  alignment: Alignment,
  found: readonly Assignment[],
  forms: BlockForms,
): void {
  const last = Math.max(...found.map((each) => each.index));
  for (const { segment, index } of alignment.left) {
    const before = found.filter((each) => each.index < index).at(-1);
    const label = segment.labels.at(-1)?.trim() ?? '';
    if (!before || index > last || label === '') continue;
    const block = segment.headers.some((header) => BLOCK_HEADING.test(foldText(header)))
      ? null
      : blockOf(before.row);
    const form = block === null ? undefined : forms[block];
    if (block === null || !form) continue;
    const slots = slotsOf(before.row as DisclosureRow, form, []);
    const { cells } = consensus(resolveRow(segment.values, slots, null), slots);
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
