/**
 * Table 2, 主动公开政府信息情况: how its rows are found, block by block. In: the segments of a document. Out: the cells of each
 * block in the version that the block's own headers show (reports mix them); where the headers are lost, the number of figures
 * and the neighbouring blocks decide, and an issue says so.
 */
import {
  DISCLOSURE_BLOCKS,
  DISCLOSURE_FORMS,
  DISCLOSURE_ROWS,
  type DisclosureBlock,
  type DisclosureRow,
  type FormVersion,
  LATEST_FORM,
  disclosureFields,
  majorityForm,
} from '../../form/index';
import {
  BLOCK_HEADING,
  DISCLOSURE_COLUMN_LABELS,
  DISCLOSURE_ROW_LABELS,
  TABLE_SPANS,
} from '../../form/labels';
import { type Issue, issue } from '../../issue';
import { type Alignment, type Assignment, alignRows } from '../fit/align';
import { cellsUnderHeaders, hasPushedCell } from '../fit/by-header';
import { type RowEnds, cellsOf, endsBefore, fitOf, rowEnds } from '../fit/columns';
import { type Reading, type RowReading, type Slot, resolveRow } from '../fit/resolve';
import { LEAST_COLUMN_ROWS, LEAST_DISCLOSURE_ROWS } from '../fit/thresholds';
import { foldText } from '../labels/normalise';
import { formLabels, labelSet } from '../labels/similarity';
import type { Segment } from '../lines/segments';
import type { Token } from '../lines/tokens';
import { type BlockForms, COLUMN_LABELS, blockForms, blockOf, fieldsOfEither } from './disclosure-forms';
import {
  type DisclosureTable,
  type Extra,
  type PrintRow,
  type ReadTable,
  type Traces,
  absentIssue,
  fieldsOf,
  labelOf,
  readPrints,
} from './read-table';

const ROW_LABELS = labelSet(formLabels(DISCLOSURE_ROW_LABELS));

/** Reads table 2. `traces` are the rows whose label stands somewhere in the document, with values or without. */
export function readDisclosure(all: readonly Segment[], traces: Traces): DisclosureTable {
  const { source, issues } = findRows(all, traces);
  const { alignment, found, forms } = source;
  const names = {
    name: 'table 2',
    missing: `${source.named} rows of table 2`,
    expected: TABLE_SPANS.disclosure,
  };
  const usual = majorityForm(forms) ?? LATEST_FORM;
  const rows = DISCLOSURE_BLOCKS.flatMap(({ id }) => blockRows(id, forms[id] ?? usual, source));
  const { print: _print, ...table } = readPrints(
    [
      {
        at: null,
        issues,
        rows,
        repeated: alignment.repeated.filter((entry) => found.some(({ row }) => row === entry.row)),
        outOfOrder: alignment.outOfOrder,
        readAgain: (each, { slots }) => readFigures(each, slots, source),
        extras: found.length > 0 ? extrasOf(source) : [],
        checks: (read) => [
          ...lostProcurement(read, all, traces),
          ...(found.length > 0 ? blocksOfNoForm(read, source) : [absentIssue(read, names)]),
        ],
      },
    ],
    names,
    traces,
  );
  return { ...table, forms: forms as Record<string, FormVersion> };
}

/** What the blocks are read from. */
type Source = {
  /** The rows found by their labels, in the order of the document; none where too few for a table were named. */
  found: readonly Assignment[];
  /** How many rows were found by their labels. */
  named: number;
  headers: ReadonlyMap<DisclosureBlock, readonly string[]>;
  forms: BlockForms;
  alignment: Alignment;
  traces: Traces;
  ends: RowEnds;
};

function findRows(all: readonly Segment[], traces: Traces): { source: Source; issues: Issue[] } {
  const segments = tableStretch(all);
  const alignment = alignRows(segments, ROW_LABELS);
  const named = [...alignment.assigned.filter((each) => !each.unlabelled), ...alignment.outOfOrder].sort(
    (a, b) => a.index - b.index,
  );
  const headers = blockHeaders(segments, named);
  const isTable = named.length >= LEAST_DISCLOSURE_ROWS;
  const { forms, issues } = isTable ? blockForms(headers, named) : { forms: {}, issues: [] };
  const ends = rowEnds(named.map((each) => each.segment));
  const found = isTable ? withoutRowEnds(named, forms) : [];
  return { source: { found, named: named.length, headers, forms, alignment, traces, ends }, issues };
}

/** How many cells a row has in the version of its block; 0 where none was decided. */
function sizeOf(row: string, forms: BlockForms): number {
  const form = forms[blockOf(row)];
  return form ? (DISCLOSURE_FORMS[form][blockOf(row)]?.columns.length ?? 0) : 0;
}

/** The rows without the blank line that closes each of them, where rows with all their figures show that one does. */
function withoutRowEnds(found: readonly Assignment[], forms: BlockForms): Assignment[] {
  const endsInBlank = ({ segment }: Assignment): boolean =>
    !segment.solid && segment.values.at(-1)?.kind === 'blank' && segment.values.at(-1)?.inferred === false;
  const full = found.filter(({ segment, row }) => {
    const size = sizeOf(row, forms);
    const own = segment.values.slice(0, size);
    return !segment.solid && size > 1 && own.length === size && own.every(({ kind }) => kind === 'value');
  });
  const isHabit =
    full.filter(endsInBlank).length >= LEAST_DISCLOSURE_ROWS &&
    full.every(({ segment }) => segment.values.at(-1)?.kind === 'blank');
  return found.map((each) => {
    if (!isHabit || !endsInBlank(each)) return each;
    const last = each.segment.values.length - 1;
    const values = each.segment.values.map((value, index) =>
      index < last ? value : { ...value, inferred: true },
    );
    return { ...each, segment: { ...each.segment, values } };
  });
}

/** The segments between the first and the last 第二十条第（…）项, or all where these headers are lost. */
function tableStretch(segments: readonly Segment[]): readonly Segment[] {
  const marked = segments.flatMap((segment, index) => (hasBlockHeading(segment) ? [index] : []));
  if (marked.length < 2) return segments;
  const last = marked.at(-1) as number;
  return segments.slice(Math.max(0, (marked[0] as number) - 4), last + 5);
}

const isBlockHeading = (header: string): boolean => BLOCK_HEADING.test(foldText(header));
const hasBlockHeading = ({ headers }: Segment): boolean => headers.some(isBlockHeading);

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
    headers.set(block, own.slice(Math.max(0, own.findLastIndex(isBlockHeading))));
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

/** The rows that a version prints of a block. */
function blockRows(block: DisclosureBlock, form: FormVersion, source: Source): PrintRow[] {
  const ids = DISCLOSURE_FORMS[form][block]?.rows ?? [];
  const rowOf = (id: string): Assignment | null => source.found.find((each) => each.row === id) ?? null;
  const lost = ids.find((id) => !source.traces.has(id) && !rowOf(id));
  return ids.map((id) => {
    const slots = slotsOf(id, form, source.headers.get(block) ?? []);
    const found = rowOf(id);
    const label = ROW_LABELS.labels.find((each) => each.id === id)?.spellings[0] ?? id;
    const row: PrintRow = { id, label, slots, sums: [], reading: null, found };
    if (!found) return row;
    const doubts = (cells: Reading) => rowDoubts({ ...row, found }, cells, source, lost);
    return { ...row, reading: readFigures(found, slots, source), doubts };
  });
}

/**
 * A row's cells. Blank lines before figures that are too many are those of a row whose neighbour's label was lost; a row that ends
 * behind another of its block may have a cell too many anywhere.
 */
function readFigures({ segment, row }: Assignment, slots: readonly Slot[], source: Source): RowReading {
  const under = cellsUnderHeaders(
    segment,
    slots.map((slot) => slot.field.column),
    COLUMN_LABELS,
  );
  if (under) return resolveRow(under, slots, null);
  if (endsInStray({ segment, row }, slots.length, source)) {
    const read = resolveRow(segment.values.slice(0, -1), slots, null);
    const actual = `${segment.values.at(-1)?.text} behind ${slots.length} values`;
    const fields = fieldsOf({ slots });
    const doubt = issue('row.values_surplus', segment.at, actual, `${slots.length} values`, fields);
    return { ...read, issues: [...read.issues, doubt] };
  }
  const { ends, found } = source;
  const cells = segment.values.filter((value) => !value.inferred).length;
  const isTwo = !segment.solid && segment.values[0]?.kind === 'blank' && cells > slots.length;
  // One line beyond the figures may close the row; of two, one is a cell, pushed there by a figure that is printed twice.
  const pipes = segment.values.filter((value) => value.inferred && value.column !== null);
  const lines = segment.values.length - pipes.length + new Set(pipes.map(({ at }) => at.line)).size;
  const isPushed = !segment.solid && slots.length > 1 && lines > slots.length + 1;
  const isLonger = found.some(
    (other) => blockOf(other.row) === blockOf(row) && endsBefore(other.segment, segment),
  );
  const fit = isTwo || isPushed || isLonger || hasPushedCell(segment) ? 'longer' : fitOf(segment, ends);
  return resolveRow(cellsOf(segment, fit), slots, null, fit);
}

/**
 * Whether the table's last row has a figure behind its own where every other row has as many as the form: it is the page's
 * number, or the first of the next sentence.
 */
function endsInStray(
  each: Pick<Assignment, 'segment' | 'row'>,
  size: number,
  { found, forms }: Source,
): boolean {
  const isLast = each.segment === found.at(-1)?.segment;
  if (!isLast || !isLoose(each.segment) || each.segment.values.length !== size + 1) return false;
  const others = found.slice(0, -1);
  return (
    others.length >= LEAST_COLUMN_ROWS &&
    others.every(({ segment, row }) => isLoose(segment) && segment.values.length === sizeOf(row, forms))
  );
}

/** A row of figures that each have a line of their own, with no blank among them. */
const isLoose = ({ solid, values }: Segment): boolean =>
  !solid && values.every((value) => value.kind === 'value' && value.column === null);

/** Doubts about the figures of a row that was read; `lost` is a row of its block that is gone with its label. */
function rowDoubts(
  row: PrintRow & { found: Assignment },
  cells: Reading,
  { found }: Source,
  lost: string | undefined,
): Issue[] {
  const { segment } = row.found;
  const label = labelOf(segment);
  const doubt = (code: Issue['code'], actual: string, expected: string): Issue =>
    issue(code, segment.at, actual, expected, fieldsOf(row));
  return [
    ...(hasGap(segment.values) || isFilledUp(segment, cells)
      ? [doubt('cell.blank_inferred', label, `${cells.length} values`)]
      : []),
    ...(!segment.solid && cells.some(lacksUnit)
      ? [doubt('cell.ambiguous', label, 'an amount with its unit: figures may have run together')]
      : []),
    ...(isAway(segment, found)
      ? [doubt('row.label_doubtful', 'a figure on a line by itself', `${label} beside it`)]
      : []),
    // Where a block's other row is gone without its label, loose figures may be what is left of both.
    ...(lost !== undefined && !segment.solid
      ? [doubt('row.label_doubtful', label, `${lost} beside it, whose label is gone`)]
      : []),
  ];
}

/** Whether a cell holds a bare figure where an amount of money should stand: it may be another cell's, or the next sentence's. */
const lacksUnit = ({ issues }: Reading[number]): boolean =>
  issues.some(({ code }) => code === 'cell.unit_missing');

/** Whether lines lack between figures that are as many as they should be: one of them may be another row's. */
function hasGap(values: readonly Token[]): boolean {
  const isGap = (value: Token): boolean => value.inferred && value.column === null;
  const first = values.findIndex((value) => value.kind === 'value');
  const last = values.findLastIndex((value) => value.kind === 'value');
  return values.some((value, index) => isGap(value) && index > first && index < last);
}

/** Whether a lone pipe may fill up a row that lost a figure, or be its last cell. */
function isFilledUp({ solid, values }: Segment, cells: Reading): boolean {
  const isFull =
    !solid && cells.length > 1 && values.length === cells.length && values.at(-1)?.column !== null;
  return isFull && cells.at(-1)?.state === 'blank' && cells.some((cell) => cell.value !== null);
}

/** Whether a figure stands on a line by itself where other rows have theirs beside the label: it may be the page's number. */
const isAway = ({ isBeside, values }: Segment, found: readonly Assignment[]): boolean =>
  !isBeside &&
  values.filter((value) => value.kind === 'value').length === 1 &&
  found.some(
    (other) => other.segment.isBeside && other.segment.values.some((value) => value.kind === 'value'),
  );

/** Whether headers of the block 20(9) stand somewhere, which the newer form does not print. */
const namesProcurement = (segments: readonly Segment[]): boolean =>
  segments.some(({ headers }) =>
    headers.some((header) => PROCUREMENT_HEADERS.some((label) => foldText(header).startsWith(label))),
  );
const PROCUREMENT_HEADERS = [...DISCLOSURE_COLUMN_LABELS.projects, ...DISCLOSURE_COLUMN_LABELS.amount_yuan];

/** Words of the block 20(9) where the version that was taken does not print it. */
function lostProcurement(table: ReadTable, all: readonly Segment[], traces: Traces): Issue[] {
  const isNamed = traces.has('procurement') || namesProcurement(all);
  if (!isNamed || table.cells.has('disclosure.procurement.projects')) return [];
  const actual = `${DISCLOSURE_ROW_LABELS.procurement[0]} without its block`;
  return [issue('row.no_values', null, actual, 'the block 20(9)', fieldsOfEither('20(9)'))];
}

/** Blocks of which labels alone are left may be of any version: what the version taken for them does not have is in doubt. */
function blocksOfNoForm(table: ReadTable, { forms, traces }: Source): Issue[] {
  return DISCLOSURE_BLOCKS.flatMap(({ id }) => {
    const hasLabel = DISCLOSURE_ROWS.some((row) => row.block === id && traces.has(row.id));
    if (forms[id] || id === '20(9)' || !hasLabel) return [];
    const others = fieldsOfEither(id).filter((field) => !table.cells.has(field));
    return [
      issue('table.form_undecided', null, 'labels without figures', `the columns of block ${id}`, others),
    ];
  });
}

/** Rows of a block that the form does not have, such as 其他主动公开文件, under the block's own columns. */
function extrasOf({ alignment, found, forms }: Source): Extra[] {
  const last = Math.max(...found.map((each) => each.index));
  return alignment.left.flatMap(({ segment, index }): Extra[] => {
    const before = found.findLast((each) => each.index < index);
    const label = segment.labels.at(-1)?.trim() ?? '';
    if (!before || index > last || label === '' || hasBlockHeading(segment)) return [];
    const block = blockOf(before.row);
    const form = forms[block];
    if (!form) return [];
    const slots = slotsOf(before.row as DisclosureRow, form, []);
    return [
      { kind: 'row', block, segment, slots, reading: resolveRow(segment.values, slots, null), beside: [] },
    ];
  });
}
