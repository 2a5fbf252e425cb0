/**
 * The reader of a table, driven by what a table's definition found of it in a document: its prints, and in each the rows
 * of the form with their readings. What is absent, printed again, doubtful or not of the form is told here, alike for all tables.
 */
import type { FormVersion } from '../../form/index';
import { type Issue, issue } from '../../issue';
import type { Place } from '../../place';
import type { ExtraRow } from '../../record';
import type { Assignment } from '../fit/align';
import { type Reading, type RowReading, type Slot, consensus } from '../fit/resolve';
import { DOUBTFUL_SCORE } from '../fit/thresholds';
import type { Segment } from '../lines/segments';

export type ReadTable = {
  /** Field id → cell with its value; every field of the form that was decided for has one. */
  cells: Map<string, Reading[number]>;
  extraRows: ExtraRow[];
  issues: Issue[];
};

export type RequestsTable = ReadTable & { form: FormVersion | null };
export type DisclosureTable = ReadTable & { forms: Record<string, FormVersion> };

/** A row of the form in one print of a table. */
export type PrintRow = {
  id: string;
  /** Its label as the form prints it, for issues. */
  label: string;
  slots: readonly Slot[];
  /** Its slots as sums, the total last; none where the form adds nothing up. */
  sums: readonly (readonly Slot[])[];
  /** Its reading; null where nothing was found of it but perhaps its label. */
  reading: RowReading | null;
  /** Where its label was found; null where it has none, as in table 4. */
  found: Assignment | null;
  /** Doubts that only this table knows, once its cells are read; none for a row that was not found. */
  doubts?: (cells: Reading) => Issue[];
};

/** Values between the rows that are no row of the form: a local row under its label, or values without any. */
export type Extra =
  | {
      kind: 'row';
      block: string;
      segment: Segment;
      slots: readonly Slot[];
      reading: RowReading;
      beside: readonly string[];
    }
  | { kind: 'values'; segment: Segment; near: readonly PrintRow[] };

/** One print of a table in a document. */
export type Print = {
  /** Where it begins; null where issues about missing rows name no place. */
  at: Place | null;
  rows: readonly PrintRow[];
  /** Segments that say a row a second time. */
  repeated: readonly Assignment[];
  outOfOrder: readonly Assignment[];
  /** The reading of a segment that says a row a second time; none in a table whose rows have no label. */
  readAgain?: (each: Assignment, row: PrintRow) => RowReading;
  extras: readonly Extra[];
  /** Doubts about the print as a whole, such as its form version; they come first. */
  issues?: readonly Issue[];
  /** What only this table checks, when all rows are read. */
  checks: (table: ReadTable) => Issue[];
};

/** What issues say of a table: its name, what stands in its place, and what is expected there. */
export type TableNames = { name: string; missing: string; expected: string };

/** The rows whose label stands somewhere in the document, with values or without. */
export type Traces = ReadonlySet<string>;

/** A table without any cell. */
export const emptyTable = (): ReadTable => ({ cells: new Map(), extraRows: [], issues: [] });

/**
 * Reads the prints of a table and holds the others against the fullest, of several the first: where they differ a cell is
 * ambiguous. What a print leaves open says nothing, so that a fragment, or a damaged copy, takes no table down.
 */
export function readPrints<P extends Print>(
  prints: readonly [P, ...P[]],
  names: TableNames,
  traces: Traces,
): ReadTable & { print: P } {
  const read = prints.map((print) => ({ print, table: readPrint(print, traces) }));
  const [first, ...others] = read.sort(
    (one, other) => readCells(other.table).length - readCells(one.table).length,
  ) as [(typeof read)[number], ...typeof read];
  for (const { table, print } of others) repeatTable(first.table, table, print.at, names.name);
  return { ...first.table, print: first.print };
}

/** The cells of a table that were read: numbers, blanks and dashes. */
const readCells = (table: ReadTable): [string, Reading[number]][] =>
  [...table.cells].filter(([, { state }]) => state === 'number' || state === 'blank' || state === 'dash');

/** A table of which nothing was found: its rows are unreadable where their label stands, absent where nothing does. */
export function absentTable(rows: readonly PrintRow[], names: TableNames, traces: Traces): ReadTable {
  const table = emptyTable();
  for (const row of rows) leaveRow(table, row.slots, traces.has(row.id));
  table.issues.push(absentIssue(table, names));
  return table;
}

/** The issue that a table is absent, for all of its cells. */
export const absentIssue = (table: ReadTable, { missing, expected }: TableNames): Issue =>
  issue('table.absent', null, missing, expected, [...table.cells.keys()]);

function readPrint(print: Print, traces: Traces): ReadTable {
  const table = emptyTable();
  table.issues.push(...(print.issues ?? []));
  for (const row of print.rows) readRow(table, row, print, traces);
  for (const extra of print.extras) keepExtra(table, extra);
  table.issues.push(...print.checks(table));
  return table;
}

function readRow(table: ReadTable, row: PrintRow, print: Print, traces: Traces): void {
  if (row.reading) putReading(table, row, row.reading, print);
  else {
    const hasLabel = traces.has(row.id);
    leaveRow(table, row.slots, hasLabel);
    const [code, actual] = hasLabel
      ? (['row.no_values', 'a label without figures'] as const)
      : (['row.absent', 'no such row'] as const);
    table.issues.push(issue(code, print.at, actual, row.label, fieldsOf(row)));
  }
  for (const each of print.repeated.filter((entry) => entry.row === row.id)) {
    const again = print.readAgain ? consensus(print.readAgain(each, row), row.slots).cells : [];
    const open = mergeCells(
      table,
      again.map((cell, index) => [row.slots[index]?.field.id ?? '', cell]),
    );
    table.issues.push(issue('row.repeated', each.segment.at, labelOf(each.segment), 'each row once', open));
  }
}

function putReading(table: ReadTable, row: PrintRow, reading: RowReading, print: Print): void {
  const { cells, issues } = consensus(reading, row.slots);
  putRow(table, row.slots, cells);
  table.issues.push(...issues);
  for (const sum of row.sums) noteBareParts(table, sum);
  table.issues.push(...(row.doubts?.(cells) ?? []));
  if (row.found) table.issues.push(...placeDoubts(row.found, row, print));
}

/** Doubts about the label of a row and its place among the others. */
function placeDoubts(each: Assignment, row: PrintRow, { outOfOrder }: Print): Issue[] {
  const { segment, unlabelled, score } = each;
  const doubt = (
    code: 'row.unlabelled' | 'row.label_doubtful' | 'row.order',
    actual: string,
    expected: string,
  ) => issue(code, segment.at, actual, expected, fieldsOf(row));
  const own = `label of ${row.id}`;
  return [
    ...(unlabelled ? [doubt('row.unlabelled', 'a row of values without a label', own)] : []),
    ...(!unlabelled && score < DOUBTFUL_SCORE ? [doubt('row.label_doubtful', labelOf(segment), own)] : []),
    ...(outOfOrder.some(({ index }) => index === each.index)
      ? [doubt('row.order', labelOf(segment), 'the order of the form')]
      : []),
  ];
}

/** Keeps a row that the form does not have; values without a label may be what blank cells near them lack. */
function keepExtra(table: ReadTable, extra: Extra): void {
  const { segment } = extra;
  if (extra.kind === 'values') {
    const blanks = extra.near.flatMap(fieldsOf).filter((id) => table.cells.get(id)?.state === 'blank');
    const actual = `${segment.values.length} values without a label between ${extra.near.map(({ id }) => id).join(' and ')}`;
    table.issues.push(issue('row.unlabelled', segment.at, actual, 'a label for every row', blanks));
    return;
  }
  const { block, slots, reading, beside } = extra;
  const label = segment.labels.at(-1)?.trim() ?? '';
  const { cells } = consensus(reading, slots);
  table.extraRows.push({
    block,
    label,
    values: Object.fromEntries(cells.map((cell, at) => [slots[at]?.field.column ?? '', cell.value])),
    cells: cells.map(({ value: _value, issues: _issues, ...cell }) => cell),
  });
  table.issues.push(
    issue('row.not_in_form', segment.at, label.slice(0, 60), 'rows of the form', [...beside]),
  );
}

/** Holds a second print of a table against the first. */
function repeatTable(table: ReadTable, again: ReadTable, at: Place | null, name: string): void {
  const open = mergeCells(table, readCells(again));
  if (open.length > 0)
    table.issues.push(
      issue('table.repeated', at, `${name} twice, ${open.length} cells differ`, `${name} once`, open),
    );
}

/** The ids of a row's fields. */
export const fieldsOf = ({ slots }: Pick<PrintRow, 'slots'>): string[] => slots.map(({ field }) => field.id);

/** A segment's own label as issues quote it. */
export const labelOf = (segment: Segment): string => segment.labels.at(-1)?.slice(0, 60) ?? '';

/** Puts a row's cells into a table. */
export function putRow(table: ReadTable, slots: readonly Slot[], reading: Reading): void {
  reading.forEach((cell, index) => {
    const slot = slots[index];
    if (slot) table.cells.set(slot.field.id, cell);
  });
}

/** Leaves a row without values: unreadable where its label stands, absent where nothing does. Never zero. */
export function leaveRow(table: ReadTable, slots: readonly Slot[], hasLabel: boolean): void {
  const state = hasLabel ? 'unreadable' : 'absent';
  putRow(
    table,
    slots,
    slots.map(() => ({ raw: '', state, at: null, value: null, issues: [] })),
  );
}

/** Holds a second print of cells against the first: where they differ the cell is ambiguous. The fields that do. */
export function mergeCells(
  table: ReadTable,
  again: readonly (readonly [string, Reading[number]])[],
): string[] {
  const open: string[] = [];
  for (const [id, cell] of again) {
    const before = table.cells.get(id);
    if (!before || (before.value === cell.value && before.state === cell.state)) continue;
    open.push(id);
    const raw = `${before.raw.trim() || '␣'} | ${cell.raw.trim() || '␣'}`;
    table.cells.set(id, { raw, state: 'ambiguous', at: before.at, value: null, issues: [] });
  }
  return open;
}

/**
 * Names the figures of a row whose last cell, the total, is blank: nothing tells whether they stand in their columns, or
 * whether a page number was taken for one. `slots` are the parts and then their total.
 */
export function noteBareParts(table: ReadTable, slots: readonly Slot[]): void {
  const cells = slots.map((slot) => ({ id: slot.field.id, cell: table.cells.get(slot.field.id) }));
  const total = cells.at(-1);
  if (total?.cell?.state !== 'blank' && total?.cell?.state !== 'dash') return;
  const parts = cells.filter(({ cell }) => cell !== undefined && cell.value !== null && cell.value !== 0);
  const [first] = parts;
  if (!first) return;
  const figures = parts.map(({ cell }) => cell?.raw.trim()).join(', ');
  table.issues.push(
    issue(
      'row.total_blank',
      first.cell?.at ?? null,
      `${figures} beside a blank total`,
      'a total of the row',
      [...parts.map(({ id }) => id), total.id],
    ),
  );
}
