/**
 * Table 4, 政府信息公开行政复议、行政诉讼情况: where its fifteen figures stand, three groups of five. In: the segments of a document.
 * Out: the fifteen cells. The row carries no label; it is known by the headers over it.
 */
import { PROCEEDING_COLUMNS, PROCEEDING_FIELDS, PROCEEDING_ROWS } from '../../form/index';
import { PROCEEDING_COLUMN_LABELS, TABLE_SPANS } from '../../form/labels';
import { issue } from '../../issue';
import { cellsOf } from '../fit/columns';
import { formLabels, labelSet } from '../labels/similarity';
import { hasProceedingHeaders, isLitigation, isProceedingHeading } from './proceeding-headers';
import type { Segment } from '../lines/segments';
import { type Reading, type RowReading, type Slot, canAddUp, resolveRow } from '../fit/resolve';
import type { Token } from '../lines/tokens';
import {
  type Print,
  type PrintRow,
  type ReadTable,
  type TableNames,
  type Traces,
  absentTable,
  readPrints,
} from './read-table';
import { cellsUnderHeaders } from '../fit/by-header';

const GROUP = PROCEEDING_COLUMNS.length;
const SIZE = PROCEEDING_FIELDS.length;
const SLOTS: Slot[] = PROCEEDING_FIELDS.map((field) => ({ field, headerUnit: null }));

const COLUMN_IDS = PROCEEDING_COLUMNS.map((column) => column.id);
const COLUMN_HEADERS = labelSet(formLabels(PROCEEDING_COLUMN_LABELS));

const groupAddsUp = (reading: Reading): boolean =>
  reading.every(
    (_, start) =>
      start % GROUP !== 0 ||
      canAddUp(reading.slice(start, start + GROUP - 1), reading[start + GROUP - 1] as Reading[number]),
  );

/** Reads table 4. `texts` are all texts of the document's tables, to tell a table without figures from none. */
export function readProceedings(segments: readonly Segment[], texts: readonly string[]): ReadTable {
  const prints = tablePrints(segments).filter((print) => !isFragment(print));
  const [first, ...others] = prints.length > 0 ? prints.map(printOf) : withoutHeadersOver(segments);
  const hasLabels = hasProceedingHeaders(texts);
  const names: TableNames = {
    name: 'table 4',
    missing: hasLabels ? 'heads without figures' : `no line of 15 figures under ${TABLE_SPANS.proceedings}`,
    expected: 'table 4',
  };
  const traces: Traces = new Set(hasLabels ? ['line 1'] : []);
  if (!first) return absentTable([printRow(1, SLOTS, null)], names, traces);
  const { print: _print, ...table } = readPrints([first, ...others], names, traces);
  return table;
}

/** The fifteen cells of one print: a line, or three segments of five figures, each a group of the form. */
function printOf(print: readonly Segment[]): Print {
  const size = SIZE / print.length;
  const rows = print.map((segment, index) => {
    const slots = SLOTS.slice(index * size, (index + 1) * size);
    return printRow(index + 1, slots, readLine(segment, slots));
  });
  return {
    at: print[0]?.at ?? null,
    rows,
    repeated: [],
    outOfOrder: [],
    extras: [],
    checks: () => [],
  };
}

/**
 * Three or four figures and blanks for all the others, not under the heading of table 4: some other table's, beside labels as narrow as its
 * headers. Were they read, the blanks behind them would stand for the real figures.
 */
function isFragment(print: readonly Segment[]): boolean {
  if (print.some((segment) => segment.headers.some(isProceedingHeading))) return false;
  const cells = print.flatMap((segment) => segment.values);
  const last = cells.findLastIndex(hasDigit);
  return cells.length >= SIZE && last >= 0 && last < GROUP - 1;
}

const hasDigit = (token: Token): boolean => /\d/u.test(token.text);

/** Under its heading, fifteen figures whose sums all hold are the table, though its headers are lost; an issue says so. */
function withoutHeadersOver(segments: readonly Segment[]): Print[] {
  const line = segments.find(
    (segment) => certainCells(segment).length === SIZE && segment.headers.some(isProceedingHeading),
  );
  if (!line) return [];
  const reading = resolveRow(certainCells(line), SLOTS, groupAddsUp);
  const [only] = reading.candidates;
  const isSure =
    reading.all.length === 1 && only?.every(({ state }) => state === 'number') && groupAddsUp(only);
  if (!isSure) return [];
  const fields = SLOTS.map((slot) => slot.field.id);
  const doubt = issue('header.differs', line.at, 'no headers', 'the headers of table 4', fields);
  const print = printOf([line]);
  return [{ ...print, rows: [printRow(1, SLOTS, reading)], issues: [doubt] }];
}

/** A line of the table, which has no label: all of its cells or those of one group. */
function printRow(number: number, slots: readonly Slot[], reading: RowReading | null): PrintRow {
  const groups = Array.from({ length: slots.length / GROUP }, (_, at) => at * GROUP);
  const sums = groups.map((from) => slots.slice(from, from + GROUP));
  return { id: `line ${number}`, label: TABLE_SPANS.proceedings, slots, sums, reading, found: null };
}

function readLine(segment: Segment, slots: readonly Slot[]): RowReading {
  // Under headers that are as many as the figures, a line with a cell more has one twice.
  const under = underHeaders(segment, slots.length);
  if (under) return resolveRow(under, slots, groupAddsUp);
  const isLonger =
    segment.headerWidth === slots.length && segment.solid && segment.values.length > slots.length;
  const values = withoutHeaders(isLonger ? cellsOf(segment, 'longer') : segment.values);
  return resolveRow(values, slots, groupAddsUp, isLonger ? 'longer' : 'unknown');
}

/** The cells under the headers of so many columns; null where headers or cells do not tell. */
const underHeaders = (segment: Segment, size: number): Token[] | null =>
  cellsUnderHeaders(
    segment,
    Array.from({ length: size }, (_, at) => COLUMN_IDS[at % GROUP] ?? ''),
    COLUMN_HEADERS,
  );

/** A segment's cells that are certain: those under the headers of the table, of one of its sides or of one group, or all. */
const certainCells = (segment: Segment): readonly Token[] =>
  underHeaders(segment, SIZE) ??
  underHeaders(segment, SIZE - GROUP) ??
  underHeaders(segment, GROUP) ??
  segment.values.filter((value) => !value.optional);

/** The figures' own cells: a blank before the end of a line, which pipes alone tell, is what was left of a header. */
function withoutHeaders(values: readonly Token[]): readonly Token[] {
  const first = values.findIndex((value) => value.kind === 'value');
  const end = values.slice(0, Math.max(0, first)).findLastIndex((value) => value.inferred);
  return values.slice(0, Math.max(0, end)).some((value) => !value.inferred) ? values.slice(end + 1) : values;
}

/** Each place where the headers of table 4 are followed by its figures: one segment, or one for each group. */
function tablePrints(segments: readonly Segment[]): Segment[][] {
  const prints: Segment[][] = [];
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i] as Segment;
    if (!hasProceedingHeaders(segment.headers)) continue;
    const groups = segments.slice(i, i + PROCEEDING_ROWS.length);
    if (
      groups.length === PROCEEDING_ROWS.length &&
      groups.every((group) => Math.abs(certainCells(group).length - GROUP) <= 1)
    ) {
      prints.push(groups);
      i += PROCEEDING_ROWS.length - 1;
      continue;
    }
    const { joined, last } = joinBroken(segments, i);
    prints.push([joined]);
    i = last;
  }
  return prints;
}

/**
 * A line of figures broken in several rows (a page break, a wrapped cell) is one line again while it stays within 15; so are the five
 * of 行政复议 and the ten of 行政诉讼 that have tables of their own.
 */
function joinBroken(segments: readonly Segment[], start: number): { joined: Segment; last: number } {
  const first = segments[start] as Segment;
  const sides = [first, ...segments.slice(start + 1, start + 2)];
  const [own = [], other = []] = sides.map(certainCells);
  if (
    own.length === GROUP &&
    other.length === SIZE - GROUP &&
    isLitigation(first.headers, sides[1]?.headers ?? [])
  )
    return { joined: { ...first, values: [...own, ...other], headerCells: [] }, last: start + 1 };
  const values = [...first.values];
  const count = () => values.filter((value) => !value.optional).length;
  for (let i = start + 1; i < segments.length && count() < SIZE; i++) {
    const next = segments[i] as Segment;
    const more = next.values.filter((value) => !value.optional).length;
    if (next.headers.length > 0 || count() + more > SIZE) break;
    values.push(...next.values);
  }
  return { joined: { ...first, values }, last: start };
}
