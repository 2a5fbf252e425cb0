/**
 * Table 3, 收到和处理政府信息公开申请情况: how its rows are found, in the form version that they themselves show. In: the
 * segments of a document. Out: every cell of the table with state, raw text and place.
 */
import {
  APPLICANT_COLUMNS,
  FORM_VERSIONS,
  type FormVersion,
  LATEST_FORM,
  REQUEST_ROWS,
  type RequestRow,
  requestRows,
} from '../../form/index';
import { OTHER_HANDLING, OTHER_HANDLING_ROWS, TABLE_SPANS } from '../../form/labels';
import { type Issue, issue } from '../../issue';
import type { Place } from '../../place';
import { type Assignment, alignRows } from '../fit/align';
import type { RowReading } from '../fit/resolve';
import { LEAST_REQUEST_HEADERS, MOST_FRAGMENT } from '../fit/thresholds';
import { foldText } from '../labels/normalise';
import { splitNumbering } from '../labels/numbering';
import { headersFound } from '../labels/similarity';
import type { Segment } from '../lines/segments';
import {
  type Extra,
  type Print,
  type PrintRow,
  type RequestsTable,
  type TableNames,
  type Traces,
  absentTable,
  fieldsOf,
  readPrints,
} from './read-table';
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

/**
 * Reads table 3. `fallback` is the version the rest of the document shows, for a table whose own rows do not tell;
 * `traces` are the rows whose label stands somewhere in the document, with values or without.
 */
export function readRequests(
  all: readonly Segment[],
  fallback: FormVersion | null,
  traces: Traces,
): RequestsTable {
  const copies = tableCopies(all).map((segments) => findRows(segments, fallback));
  const names: TableNames = {
    name: 'table 3',
    missing: REQUEST_ROWS.some(({ id }) => traces.has(id)) ? 'labels without figures' : 'no rows of table 3',
    expected: `${TABLE_SPANS.requests} with seven columns`,
  };
  const [first, ...others] = copies;
  if (!first) {
    const rows = requestRows(fallback ?? LATEST_FORM).map((row) => printRow(row, null, null));
    return { ...absentTable(rows, names, traces), form: fallback };
  }
  const { print, ...table } = readPrints([printOf(first), ...others.map(printOf)], names, traces);
  return { ...table, form: print.form };
}

/** The rows of one print of the table: which segments are sure to be which row, and all that is left over. */
type FoundRows = {
  segments: readonly Segment[];
  shape: TableShape;
  form: FormVersion;
  /** About the form version. */
  issues: Issue[];
  sure: readonly Assignment[];
  repeated: readonly Assignment[];
  outOfOrder: readonly Assignment[];
  others: readonly { segment: Segment; index: number }[];
  /** Index of the last segment with a label of the table. */
  last: number;
};

function findRows(segments: readonly Segment[], fallback: FormVersion | null): FoundRows {
  const { assigned, outOfOrder, repeated, left } = alignRows(segments, REQUEST_LABELS);
  const placed = [...assigned, ...outOfOrder];
  const { form, issues } = formOf(placed, fallback, segments[0]?.at ?? null);
  const rows = requestRows(form);
  const leftAt = left.map((entry) => entry.index);
  const sure = placed.filter(
    (each) => rows.includes(each.row as RequestRow) && isCertain(each, placed, leftAt, rows),
  );
  return {
    segments,
    shape: requestShape(segments),
    form,
    issues,
    sure,
    repeated,
    outOfOrder,
    others: [...left, ...placed.filter((each) => !sure.includes(each))],
    last: Math.max(...assigned.filter((each) => !each.unlabelled).map((each) => each.index)),
  };
}

function printOf(found: FoundRows): Print & { form: FormVersion } {
  const { segments, shape, form, sure, last } = found;
  const readings = new Map<string, RowReading>();
  for (const each of sure) readings.set(each.row, readRequestRow(each.segment, each.row, shape));
  narrowByColumns(readings, form);
  const rows = requestRows(form).map((row) =>
    printRow(row, readings.get(row) ?? null, sure.find((each) => each.row === row) ?? null),
  );
  return {
    form,
    at: segments[0]?.at ?? null,
    issues: found.issues,
    rows,
    repeated: found.repeated.filter(
      ({ index, segment }) => index <= last && segment.values.some((value) => value.kind === 'value'),
    ),
    outOfOrder: found.outOfOrder,
    readAgain: ({ segment, row }) => readRequestRow(segment, row, shape),
    extras: found.others.flatMap((each) => extraOf(each, found, rows)),
    checks: (table) => [...moreOthers(found), ...mixedHeaders(segments, [...table.cells.keys()])],
  };
}

function printRow(id: RequestRow, reading: RowReading | null, found: Assignment | null): PrintRow {
  const label = REQUEST_LABELS.labels.find((each) => each.id === id)?.spellings[0] ?? id;
  const slots = slotsOf(id);
  return { id, label, slots, sums: [slots], reading, found };
}

/** The fields that only some of the versions have: in doubt while the version is. */
const OTHER_FIELDS = REQUEST_ROWS.filter((row) => row.group === 'other').flatMap((row) =>
  fieldsOf({ slots: slotsOf(row.id) }),
);

/** The form version by the rows that are there and that not every version prints, the latest first. */
function formOf(
  placed: readonly Assignment[],
  fallback: FormVersion | null,
  at: Place | null,
): { form: FormVersion; issues: Issue[] } {
  const has = (row: RequestRow) => placed.some((each) => each.row === row && !each.unlabelled);
  const isOwn = (row: RequestRow) => FORM_VERSIONS.some((form) => !requestRows(form).includes(row));
  const own = FORM_VERSIONS.findLast((form) => requestRows(form).some((row) => isOwn(row) && has(row)));
  if (own) return { form: own, issues: [] };
  const form = fallback ?? LATEST_FORM;
  const expected = `rows of the ${form} form, as in the rest of the report`;
  return {
    form,
    issues: [issue('table.form_inferred', at, `no row of ${OTHER_HANDLING}`, expected, OTHER_FIELDS)],
  };
}

/** One row of 其他处理 and rows without a label below it may be the newer form's three. */
function moreOthers({ sure, others }: FoundRows): Issue[] {
  const one = sure.find((each) => each.row === 'other_total');
  const next = one && others.find(({ index }) => index === one.index + 1);
  if (next?.segment.labelCandidates.length !== 0) return [];
  const actual = `a row without a label below ${OTHER_HANDLING}`;
  return [issue('table.form_inferred', next.segment.at, actual, OTHER_HANDLING_ROWS, OTHER_FIELDS)];
}

/** A row of values inside the table that the form does not have. */
function extraOf(
  { segment, index }: { segment: Segment; index: number },
  { sure, shape, last }: FoundRows,
  rows: readonly PrintRow[],
): Extra[] {
  const isInside = sure.some((each) => each.index < index) && sure.some((each) => each.index > index);
  if (index >= last || !isInside || segment.values.every((value) => value.kind === 'blank')) return [];
  const rowsAt = (isNear: (at: number) => boolean): PrintRow[] =>
    sure
      .filter((each) => isNear(each.index))
      .flatMap((each) => rows.find((row) => row.id === each.row) ?? []);
  if (segment.labelCandidates.length === 0)
    return [{ kind: 'values', segment, near: rowsAt((at) => Math.abs(at - index) <= 2) }];
  const reading = readRequestRow(segment, 'granted', shape, null);
  // A number or a character is no row's label but the first piece of one, and the rest may have gone to the row beside it.
  const isPiece = splitNumbering(segment.labels.at(-1) ?? '').plain.length <= MOST_FRAGMENT;
  // So they may where the row below has blanks alone: a page cut them, and the figures stand beside the first piece.
  const below = sure.find((each) => each.index === index + 1);
  const isCut = below?.segment.values.every((value) => value.kind === 'blank') ?? false;
  const near = isPiece
    ? (at: number) => Math.abs(at - index) === 1
    : (at: number) => isCut && at === index + 1;
  const beside = rowsAt(near).flatMap(fieldsOf);
  return [{ kind: 'row', block: 'requests', segment, slots: slotsOf('granted'), reading, beside }];
}

/** The five kinds of organisation must stand in the form's order and the total behind 自然人, or the columns mean something else. */
function mixedHeaders(segments: readonly Segment[], fields: string[]): Issue[] {
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
  if (headersFound(headers, COLUMN_LABELS).size < LEAST_REQUEST_HEADERS || !(isMixed || isTotalFirst))
    return [];
  return [
    issue('header.differs', segments[0]?.at ?? null, said.join(' '), APPLICANT_COLUMNS.join(' '), fields),
  ];
}
