/**
 * Table 3, 收到和处理政府信息公开申请情况. In: the segments of a document. Out: every cell of the table in the form
 * version its own rows show, with state, raw text and place. Rows without a trace are absent, never zero.
 */
import {
  ALL_FIELDS,
  APPLICANT_COLUMNS,
  type FormVersion,
  REQUEST_COLUMNS,
  REQUEST_ROWS,
  type RequestRow,
  outcomeRows,
  requestFields,
  requestRows,
} from '../form';
import { REQUEST_COLUMN_LABELS, REQUEST_ROW_LABELS } from '../form/labels';
import { issue } from '../issue';
import { type Assignment, DOUBTFUL_SCORE, alignRows } from './align';
import { formLabels, headsFound, labelScores, labelSet } from './match';
import { foldText } from './plain';
import type { Segment } from './segments';
import { type Reading, type RowReading, type Slot, agreeOn, canAddUp, readRow } from './settle';
import { type RequestsTable, mergeRepeated, putRow } from './table';

const ROW_LABELS = labelSet(formLabels(REQUEST_ROW_LABELS));
const COLUMN_LABELS = labelSet(formLabels(REQUEST_COLUMN_LABELS));
const SIZE = REQUEST_COLUMNS.length;
/** Fewer rows than this found by their labels are no table 3. */
const LEAST_ROWS = 4;

/** Reads table 3. `fallbackForm` is the version the rest of the document shows, for a table whose own rows do not tell. */
export function readRequests(all: readonly Segment[], fallbackForm: FormVersion | null): RequestsTable {
  const table: RequestsTable = { form: null, cells: new Map(), extraRows: [], issues: [] };
  const copies = tableCopies(all);
  const [first, ...others] = copies;
  if (!first) {
    const at = all[0]?.at ?? null;
    table.form = fallbackForm;
    for (const field of requestFields(fallbackForm ?? '2021'))
      table.cells.set(field.id, { raw: '', state: 'absent', at: null, value: null, issues: [] });
    table.issues.push(
      issue('table.absent', at, 'no rows of table 3', '本年新收 … 结转下年度 with seven columns', [
        ...table.cells.keys(),
      ]),
    );
    return table;
  }
  readCopy(table, first, fallbackForm);
  for (const other of others) {
    const again: RequestsTable = { form: null, cells: new Map(), extraRows: [], issues: [] };
    readCopy(again, other, fallbackForm);
    compareCopies(table, again, other[0]?.at ?? null);
  }
  return table;
}

/** The stretches of segments that can each be one print of the table, the fullest first. */
function tableCopies(segments: readonly Segment[]): Segment[][] {
  const starts = segments.flatMap((segment, index) =>
    (labelScores(segment.ways, ROW_LABELS)[0] as number) >= 0.85 ? [index] : [],
  );
  const bounds = starts.length === 0 ? [0] : starts[0] === 0 ? starts : [0, ...starts];
  const stretches = bounds.map((from, index) => segments.slice(from, bounds[index + 1] ?? segments.length));
  const sized = stretches
    .map((stretch) => splitRuns(stretch))
    .map((stretch) => ({
      stretch,
      rows: alignRows(stretch, ROW_LABELS).assigned.filter(
        (each) => !each.unlabelled && each.score >= DOUBTFUL_SCORE,
      ).length,
    }))
    .filter((each) => each.rows >= LEAST_ROWS);
  const most = Math.max(0, ...sized.map((each) => each.rows));
  return sized
    .filter((each) => each.rows >= most / 2)
    .sort((a, b) => b.rows - a.rows)
    .map((each) => each.stretch);
}

/** A run of 14, 21 … values is several rows whose labels were lost. */
function splitRuns(segments: readonly Segment[]): Segment[] {
  return segments.flatMap((segment) => {
    const sure = segment.values.filter((value) => !value.optional);
    if (segment.solid || sure.length <= SIZE || sure.length % SIZE !== 0 || sure.length > SIZE * 30)
      return [segment];
    return Array.from({ length: sure.length / SIZE }, (_, index): Segment => {
      const values = sure.slice(index * SIZE, (index + 1) * SIZE);
      if (index === 0) return { ...segment, values };
      return { ...segment, labels: [], ways: [], heads: [], values, at: values[0]?.at ?? segment.at };
    });
  });
}

const SLOTS = new Map<string, Slot[]>(
  REQUEST_ROWS.map((row) => [
    row.id,
    ALL_FIELDS.filter((field) => field.table === 'requests' && field.row === row.id).map((field) => ({
      field,
      headerUnit: null,
    })),
  ]),
);

const slotsOf = (row: string): Slot[] => SLOTS.get(row) as Slot[];

const rowAddsUp = (reading: Reading): boolean =>
  canAddUp(reading.slice(0, SIZE - 1), reading[SIZE - 1] as Reading[number]);

function readCopy(
  table: RequestsTable,
  segments: readonly Segment[],
  fallbackForm: FormVersion | null,
): void {
  const alignment = alignRows(segments, ROW_LABELS);
  const last = Math.max(...alignment.assigned.filter((each) => !each.unlabelled).map((each) => each.index));
  const placed = [
    ...alignment.assigned.filter((each) => each.index <= last || each.unlabelled),
    ...alignment.outOfOrder,
  ];
  table.form = formOf(placed, fallbackForm, table, segments[0]?.at ?? null);
  const rows = requestRows(table.form);
  const sure = placed.filter(
    (each) =>
      rows.includes(each.row as RequestRow) &&
      isCertain(
        each,
        placed,
        alignment.left.map((entry) => entry.index),
        rows,
      ),
  );

  const readings = new Map<string, RowReading>();
  for (const each of sure)
    readings.set(each.row, readRow(rowTokens(each.segment, segments), slotsOf(each.row), rowAddsUp));
  narrowByColumns(readings, table.form);
  for (const row of rows) {
    const slots = slotsOf(row);
    const reading = readings.get(row);
    if (!reading) {
      putRow(
        table,
        slots,
        slots.map(() => ({ raw: '', state: 'absent', at: null, value: null, issues: [] })),
      );
      table.issues.push(
        issue(
          'row.absent',
          segments[0]?.at ?? null,
          'no such row',
          ROW_LABELS.labels.find((label) => label.id === row)?.spellings[0] ?? row,
          slots.map((slot) => slot.field.id),
        ),
      );
      continue;
    }
    const agreed = agreeOn(reading, slots);
    putRow(table, slots, agreed.cells);
    table.issues.push(...agreed.issues);
  }
  noteDoubts(table, sure, alignment.outOfOrder);
  for (const each of alignment.repeated.filter(
    (entry) => entry.index <= last && entry.segment.values.some((value) => value.kind === 'value'),
  ))
    readAgain(table, each);
  for (const { segment, index } of alignment.left)
    if (index < last) keepExtra(table, segment, index, sure, segments);
  checkHeads(table, segments);
}

/** Values of a grid row whose leading blanks belong to merged label cells: cut to the columns other rows use. */
function rowTokens(segment: Segment, segments: readonly Segment[]): Segment['values'] {
  if (segment.grid === null || segment.values.filter((value) => !value.optional).length === SIZE)
    return segment.values;
  const starts = new Map<number, number>();
  for (const other of segments)
    if (other.grid === segment.grid && other.ways.length > 0 && other.values.length === SIZE) {
      const start = other.values[0]?.column ?? -1;
      starts.set(start, (starts.get(start) ?? 0) + 1);
    }
  const [usual] = [...starts].sort((a, b) => b[1] - a[1]);
  if (!usual) return segment.values;
  const within = segment.values.filter((value) => (value.column ?? 0) >= usual[0] || value.kind === 'value');
  return within.length >= SIZE ? within : segment.values;
}

/** The form version by the rows that are there: three rows of 其他处理 (2021) or one (2019). */
function formOf(
  placed: readonly Assignment[],
  fallback: FormVersion | null,
  table: RequestsTable,
  at: Segment['at'] | null,
): FormVersion {
  const has = (row: RequestRow) => placed.some((each) => each.row === row && !each.unlabelled);
  if (has('other_amendment_overdue') || has('other_fee_overdue')) return '2021';
  if (has('other_total')) return '2019';
  const form = fallback ?? '2021';
  table.issues.push(
    issue(
      'table.form_inferred',
      at,
      'no row of 其他处理',
      `rows of the ${form} form, as in the rest of the report`,
    ),
  );
  return form;
}

/** An unlabelled segment is a row only if the rows around it leave no choice. */
function isCertain(
  each: Assignment,
  placed: readonly Assignment[],
  left: readonly number[],
  rows: readonly RequestRow[],
): boolean {
  if (!each.unlabelled) return true;
  const labelled = placed.filter((other) => !other.unlabelled && rows.includes(other.row as RequestRow));
  const before = labelled.filter((other) => other.index < each.index).at(-1);
  const after = labelled.find((other) => other.index > each.index);
  if (!before || !after) return false;
  const between = rows.indexOf(after.row as RequestRow) - rows.indexOf(before.row as RequestRow) - 1;
  const found = placed.filter(
    (other) => other.unlabelled && other.index > before.index && other.index < after.index,
  ).length;
  const unplaced = left.filter((index) => index > before.index && index < after.index).length;
  return between === found && unplaced === 0;
}

/** Column equations (requests.flow, requests.outcomes) may leave one of a row's rivals, once the other rows are sure. */
function narrowByColumns(readings: Map<string, RowReading>, form: FormVersion): void {
  const sure = (row: string, column: number) => {
    const reading = readings.get(row);
    return reading?.rivals.length === 1 ? reading.rivals[0]?.[column] : undefined;
  };
  for (const [row, reading] of readings) {
    if (reading.rivals.length === 1) continue;
    const fits = reading.rivals.filter((rival) =>
      rival.every((cell, column) => {
        const at = (other: string) => (other === row ? cell : sure(other, column));
        const outcomes = outcomeRows(form).map(at);
        const total = at('outcomes_total');
        if (total && outcomes.every((part) => part !== undefined) && !canAddUp(outcomes, total)) return false;
        const [incoming, carriedIn, carriedOut] = [at('new_requests'), at('carried_in'), at('carried_out')];
        if (!incoming || !carriedIn || !carriedOut || !total) return true;
        const known = [incoming, carriedIn, carriedOut, total].every(
          (part) => part.state === 'number' || part.state === 'blank' || part.state === 'dash',
        );
        return (
          !known ||
          (incoming.value ?? 0) + (carriedIn.value ?? 0) === (total.value ?? 0) + (carriedOut.value ?? 0)
        );
      }),
    );
    if (fits.length > 0 && fits.length < reading.rivals.length)
      readings.set(row, { ...reading, rivals: fits, narrowed: true });
  }
}

function noteDoubts(
  table: RequestsTable,
  sure: readonly Assignment[],
  outOfOrder: readonly Assignment[],
): void {
  for (const each of sure) {
    const fields = slotsOf(each.row).map((slot) => slot.field.id);
    const label = each.segment.labels.at(-1)?.slice(0, 60) ?? '';
    if (each.unlabelled)
      table.issues.push(
        issue(
          'row.unlabelled',
          each.segment.at,
          'a row of values without a label',
          `label of ${each.row}`,
          fields,
        ),
      );
    else if (each.score < DOUBTFUL_SCORE)
      table.issues.push(issue('row.label_doubtful', each.segment.at, label, `label of ${each.row}`, fields));
    if (outOfOrder.includes(each))
      table.issues.push(issue('row.order', each.segment.at, label, 'the order of the form', fields));
  }
}

function readAgain(table: RequestsTable, each: Assignment): void {
  const slots = slotsOf(each.row);
  if (!table.cells.has(slots[0]?.field.id ?? '')) return;
  const again = agreeOn(readRow(each.segment.values, slots, rowAddsUp), slots).cells;
  const open = mergeRepeated(table, slots, again);
  table.issues.push(
    issue(
      'row.repeated',
      each.segment.at,
      each.segment.labels.at(-1)?.slice(0, 60) ?? '',
      'each row once',
      open,
    ),
  );
}

/** A row of values inside the table that the form does not have is kept apart. */
function keepExtra(
  table: RequestsTable,
  segment: Segment,
  index: number,
  sure: readonly Assignment[],
  segments: readonly Segment[],
): void {
  const inside = sure.some((each) => each.index < index) && sure.some((each) => each.index > index);
  if (!inside || segment.values.every((value) => value.kind === 'blank')) return;
  const label = segment.labels.at(-1) ?? '';
  if (segment.ways.length === 0) {
    const near = sure.filter((each) => Math.abs(each.index - index) <= 1).map((each) => each.row);
    table.issues.push(
      issue(
        'row.unlabelled',
        segment.at,
        `${segment.values.length} values without a label between ${near.join(' and ')}`,
        'a label for every row',
      ),
    );
    return;
  }
  const slots = slotsOf('granted');
  const { cells } = agreeOn(readRow(rowTokens(segment, segments), slots, null), slots);
  table.extraRows.push({
    block: 'requests',
    label: label.trim(),
    values: Object.fromEntries(cells.map((cell, column) => [REQUEST_COLUMNS[column]?.id ?? '', cell.value])),
    cells: cells.map(({ value: _value, issues: _issues, ...cell }) => cell),
  });
  table.issues.push(issue('row.not_in_form', segment.at, label.trim().slice(0, 60), 'rows of the form'));
}

/** The five kinds of organisation must stand in the form's order, or the columns mean something else. */
function checkHeads(table: RequestsTable, segments: readonly Segment[]): void {
  const heads = segments.slice(0, 2).flatMap((segment) => segment.heads);
  const order = heads.flatMap((head) => {
    const found = COLUMN_LABELS.labels.find((label) => label.spellings.includes(foldText(head)));
    return found && found.id !== 'total' && found.id !== 'natural_person' && found.id !== 'org_other'
      ? [found.id as string]
      : [];
  });
  const expected = APPLICANT_COLUMNS.filter((column) => order.includes(column));
  if (
    headsFound(heads, COLUMN_LABELS).size >= 3 &&
    order.join() !== expected.join() &&
    new Set(order).size === order.length
  )
    table.issues.push(
      issue('header.differs', segments[0]?.at ?? null, order.join(' '), expected.join(' '), [
        ...table.cells.keys(),
      ]),
    );
}

function compareCopies(table: RequestsTable, again: RequestsTable, at: Segment['at'] | null): void {
  const open: string[] = [];
  for (const [id, cell] of again.cells) {
    const before = table.cells.get(id);
    if (!before || (before.value === cell.value && before.state === cell.state) || cell.state === 'absent')
      continue;
    open.push(id);
    table.cells.set(id, {
      raw: `${before.raw} | ${cell.raw}`,
      state: 'ambiguous',
      at: before.at,
      value: null,
      issues: [],
    });
  }
  table.issues.push(
    issue(
      'table.repeated',
      at,
      open.length === 0 ? 'table 3 twice, alike' : `table 3 twice, ${open.length} cells differ`,
      'table 3 once',
      open,
    ),
  );
}
