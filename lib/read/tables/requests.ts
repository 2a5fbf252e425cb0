/**
 * Table 3, 收到和处理政府信息公开申请情况. In: the segments of a document. Out: every cell of the table in the form
 * version its own rows show, with state, raw text and place. Rows without a trace are absent, never zero.
 */
import {
  APPLICANT_COLUMNS,
  type FormVersion,
  REQUEST_COLUMNS,
  REQUEST_ROWS,
  type RequestRow,
  requestRows,
} from '../../form/index';
import { OTHER_HANDLING, TABLE_SPANS } from '../../form/labels';
import { issue } from '../../issue';
import { type Assignment, DOUBTFUL_SCORE, alignRows } from '../fit/align';
import { headersFound } from '../labels/similarity';
import { foldText } from '../labels/normalise';
import { splitNumbering } from '../labels/numbering';
import type { Segment } from '../lines/segments';
import { type RowReading, consensus } from '../fit/resolve';
import { type RequestsTable, leaveRow, mergeCells, noteBareParts, putRow } from './table';
import { tableCopies } from './request-copies';
import {
  COLUMN_LABELS,
  REQUEST_LABELS,
  type TableShape,
  isCertain,
  narrowByColumns,
  readRequestRow,
  requestShape,
  slotsOf,
} from './request-rows';

/** A label of no more letters than these is a piece of one. */
const MOST_FRAGMENT = 2;

/**
 * Reads table 3. `fallbackForm` is the version the rest of the document shows, for a table whose own rows do not tell;
 * `traces` are the rows whose label stands somewhere in the document, with values or without.
 */
export function readRequests(
  all: readonly Segment[],
  fallbackForm: FormVersion | null,
  traces: ReadonlySet<string>,
): RequestsTable {
  const table: RequestsTable = { form: null, cells: new Map(), extraRows: [], issues: [] };
  const [first, ...others] = tableCopies(all);
  if (!first) {
    table.form = fallbackForm;
    for (const row of requestRows(fallbackForm ?? '2021')) leaveRow(table, slotsOf(row), traces.has(row));
    table.issues.push(
      issue(
        'table.absent',
        null,
        traces.size > 0 ? 'labels without figures' : 'no rows of table 3',
        `${TABLE_SPANS.requests} with seven columns`,
        [...table.cells.keys()],
      ),
    );
    return table;
  }
  readCopy(table, first, fallbackForm, traces);
  for (const other of others) {
    const again: RequestsTable = { form: null, cells: new Map(), extraRows: [], issues: [] };
    readCopy(again, other, fallbackForm, new Set());
    const open = mergeCells(
      table,
      [...again.cells].filter(([, cell]) => cell.state !== 'absent'),
    );
    const actual = open.length === 0 ? 'table 3 twice, alike' : `table 3 twice, ${open.length} cells differ`;
    table.issues.push(issue('table.repeated', other[0]?.at ?? null, actual, 'table 3 once', open));
  }
  return table;
}

function readCopy(
  table: RequestsTable,
  segments: readonly Segment[],
  fallbackForm: FormVersion | null,
  traces: ReadonlySet<string>,
): void {
  const alignment = alignRows(segments, REQUEST_LABELS);
  const shape = requestShape(segments);
  const last = Math.max(...alignment.assigned.filter((each) => !each.unlabelled).map((each) => each.index));
  const placed = [...alignment.assigned, ...alignment.outOfOrder];
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
  for (const each of sure) readings.set(each.row, readRequestRow(each.segment, each.row, shape));
  narrowByColumns(readings, table.form);
  for (const row of rows) {
    const slots = slotsOf(row);
    const reading = readings.get(row);
    if (!reading) {
      leaveRow(table, slots, traces.has(row));
      const expected = REQUEST_LABELS.labels.find((label) => label.id === row)?.spellings[0] ?? row;
      const code = traces.has(row) ? 'row.no_values' : 'row.absent';
      table.issues.push(
        issue(
          code,
          segments[0]?.at ?? null,
          traces.has(row) ? 'a label without figures' : 'no such row',
          expected,
          slots.map((slot) => slot.field.id),
        ),
      );
      continue;
    }
    const agreed = consensus(reading, slots);
    putRow(table, slots, agreed.cells);
    table.issues.push(...agreed.issues);
    noteBareParts(table, slots);
  }
  noteDoubts(table, sure, alignment.outOfOrder);
  for (const each of alignment.repeated.filter(
    (entry) => entry.index <= last && entry.segment.values.some((value) => value.kind === 'value'),
  ))
    readAgain(table, each, shape);
  const others = [...alignment.left, ...placed.filter((each) => !sure.includes(each))];
  noteMoreOthers(table, sure, others);
  for (const { segment, index } of others) if (index < last) keepExtra(table, segment, index, sure, shape);
  checkHeaders(table, segments);
}

/** The fields that only one of the versions has: in doubt while the version is. */
const OTHER_FIELDS = REQUEST_ROWS.filter((row) => row.group === 'other').flatMap((row) =>
  slotsOf(row.id).map((slot) => slot.field.id),
);

/** The form version by the rows that are there: three rows of 其他处理 (2021) or one (2019). */
function formOf(
  placed: readonly Assignment[],
  fallback: FormVersion | null,
  table: RequestsTable,
  at: Segment['at'] | null,
): FormVersion {
  const has = (row: RequestRow) => placed.some((each) => each.row === row && !each.unlabelled);
  if (has('other_amendment_overdue') || has('other_fee_overdue') || has('other_misc')) return '2021';
  if (has('other_total')) return '2019';
  const form = fallback ?? '2021';
  table.issues.push(
    issue(
      'table.form_inferred',
      at,
      `no row of ${OTHER_HANDLING}`,
      `rows of the ${form} form, as in the rest of the report`,
      OTHER_FIELDS,
    ),
  );
  return form;
}

/** One row of 其他处理 and rows without a label below it may be the newer form's three. */
function noteMoreOthers(
  table: RequestsTable,
  sure: readonly Assignment[],
  others: readonly { segment: Segment; index: number }[],
): void {
  const one = sure.find((each) => each.row === 'other_total');
  const next = one && others.find(({ index }) => index === one.index + 1);
  if (next?.segment.labelCandidates.length !== 0) return;
  table.issues.push(
    issue(
      'table.form_inferred',
      next.segment.at,
      `a row without a label below ${OTHER_HANDLING}`,
      `one row of ${OTHER_HANDLING} (2019) or three (2021)`,
      OTHER_FIELDS,
    ),
  );
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

function readAgain(table: RequestsTable, each: Assignment, shape: TableShape): void {
  const slots = slotsOf(each.row);
  if (!table.cells.has(slots[0]?.field.id ?? '')) return;
  const again = consensus(readRequestRow(each.segment, each.row, shape), slots).cells;
  const open = mergeCells(
    table,
    again.map((cell, index) => [slots[index]?.field.id ?? '', cell]),
  );
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
  shape: TableShape,
): void {
  const inside = sure.some((each) => each.index < index) && sure.some((each) => each.index > index);
  if (!inside || segment.values.every((value) => value.kind === 'blank')) return;
  const label = segment.labels.at(-1) ?? '';
  if (segment.labelCandidates.length === 0) {
    const near = sure.filter((each) => Math.abs(each.index - index) <= 2).map((each) => each.row);
    // What stands there may be what their blank cells lack.
    const blanks = near.flatMap((row) =>
      slotsOf(row).flatMap(({ field }) => (table.cells.get(field.id)?.state === 'blank' ? [field.id] : [])),
    );
    table.issues.push(
      issue(
        'row.unlabelled',
        segment.at,
        `${segment.values.length} values without a label between ${near.join(' and ')}`,
        'a label for every row',
        blanks,
      ),
    );
    return;
  }
  const slots = slotsOf('granted');
  const { cells } = consensus(readRequestRow(segment, 'granted', shape, null), slots);
  table.extraRows.push({
    block: 'requests',
    label: label.trim(),
    values: Object.fromEntries(cells.map((cell, column) => [REQUEST_COLUMNS[column]?.id ?? '', cell.value])),
    cells: cells.map(({ value: _value, issues: _issues, ...cell }) => cell),
  });
  // A number or a character is no row's label but the first piece of one, and the rest may have gone to the row beside it.
  const beside = splitNumbering(label).plain.length > MOST_FRAGMENT ? [] : [index - 1, index + 1];
  const fields = sure
    .filter((each) => beside.includes(each.index))
    .flatMap((each) => slotsOf(each.row).map((slot) => slot.field.id));
  table.issues.push(
    issue('row.not_in_form', segment.at, label.trim().slice(0, 60), 'rows of the form', fields),
  );
}

/** The five kinds of organisation must stand in the form's order and the total behind 自然人, or the columns mean something else. */
function checkHeaders(table: RequestsTable, segments: readonly Segment[]): void {
  const headers = segments.slice(0, 2).flatMap((segment) => segment.headers);
  const idOf = (text: string): string | undefined =>
    COLUMN_LABELS.labels.find((label) => label.spellings.includes(foldText(text)))?.id;
  // A line of text holds several headers, blanks between them.
  const said = headers.flatMap(
    (header) => idOf(header) ?? header.split(/\s+/u).flatMap((piece) => idOf(piece) ?? []),
  );
  const order = said.filter((id) => id !== 'total' && id !== 'natural_person' && id !== 'org_other');
  const expected = APPLICANT_COLUMNS.filter((column) => order.includes(column));
  const isMixed = order.join() !== expected.join() && new Set(order).size === order.length;
  const isTotalFirst = said.includes('total') && said.indexOf('total') < said.indexOf('natural_person');
  if (headersFound(headers, COLUMN_LABELS).size >= 3 && (isMixed || isTotalFirst))
    table.issues.push(
      issue('header.differs', segments[0]?.at ?? null, said.join(' '), APPLICANT_COLUMNS.join(' '), [
        ...table.cells.keys(),
      ]),
    );
}
