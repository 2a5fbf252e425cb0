/** The rows of table 3 as the reader needs them: labels, slots, their equations, and which places are certain. */
import {
  ALL_FIELDS,
  type FormVersion,
  REQUEST_COLUMNS,
  REQUEST_ROWS,
  type RequestRow,
  outcomeRows,
} from '../../form/index';
import { REQUEST_COLUMN_LABELS, REQUEST_ROW_LABELS } from '../../form/labels';
import type { Assignment } from '../fit/align';
import {
  type RowEnds,
  type ValueColumns,
  cellsOf,
  fitOf,
  placeInColumns,
  rowEnds,
  valueColumns,
} from '../fit/columns';
import { formLabels, labelSet } from '../labels/similarity';
import type { Segment } from '../lines/segments';
import {
  type Equation,
  type Reading,
  type RowReading,
  type Slot,
  canAddUp,
  eitherResolution,
  resolveRow,
} from '../fit/resolve';
import { cellsUnderHeaders } from '../fit/by-header';
import { MOST_LABEL_CELLS } from '../fit/thresholds';

/** The labels of table 3 in form order, of both versions. */
export const REQUEST_LABELS = labelSet(
  formLabels(REQUEST_ROW_LABELS, Object.fromEntries(REQUEST_ROWS.map((row) => [row.id, row.no]))),
);
/** The headers of table 3's columns. */
export const COLUMN_LABELS = labelSet(formLabels(REQUEST_COLUMN_LABELS));
const COLUMN_IDS = REQUEST_COLUMNS.map((column) => column.id);
/** Seven columns. */
export const REQUEST_WIDTH = REQUEST_COLUMNS.length;

const SLOTS = new Map<string, Slot[]>(
  REQUEST_ROWS.map((row) => [
    row.id,
    ALL_FIELDS.filter((field) => field.table === 'requests' && field.row === row.id).map((field) => ({
      field,
      headerUnit: null,
    })),
  ]),
);

/** The seven cells of a row. */
export const slotsOf = (row: string): Slot[] => SLOTS.get(row) as Slot[];

/** `requests.columns` over a reading of one row. */
export const rowAddsUp = (reading: Reading): boolean =>
  canAddUp(reading.slice(0, REQUEST_WIDTH - 1), reading[REQUEST_WIDTH - 1] as Reading[number]);

/** What the rows of a table tell about its shape. */
export type TableShape = { columns: ValueColumns; ends: RowEnds };

/** The shape of table 3 by its rows. */
export const requestShape = (segments: readonly Segment[]): TableShape => ({
  columns: valueColumns(segments, REQUEST_WIDTH),
  ends: rowEnds(segments),
});

/** The reading of a row's cells, by the columns of the table's figures where these are known. */
export function readRequestRow(
  segment: Segment,
  row: string,
  { columns, ends }: TableShape,
  equation: Equation | null = rowAddsUp,
): RowReading {
  const known = segment.columns === null ? undefined : columns.get(segment.columns);
  const { tokens, fits, isOneWay } = placeInColumns(segment.values, known);
  const under = fits ? null : cellsUnderHeaders(segment, COLUMN_IDS, COLUMN_LABELS);
  if (under) return resolveRow(under, slotsOf(row), equation);
  const placed =
    fits === null ? null : resolveRow(tokens, slotsOf(row), equation, fits ? 'unknown' : 'longer');
  if (placed && !isOneWay) return placed;
  const fit = isTwoRows(segment) ? 'longer' : fitOf(segment, ends);
  const loose = resolveRow(cellsOf(segment, fit), slotsOf(row), equation, fit);
  return placed ? eitherResolution(placed, loose, equation) : loose;
}

/** Lines of blanks before figures, more than label cells leave, are those of a row whose neighbour's label was lost. */
function isTwoRows({ solid, values }: Segment): boolean {
  const cells = values.filter((value) => !value.inferred);
  return !solid && cells[0]?.kind === 'blank' && cells.length > REQUEST_WIDTH + MOST_LABEL_CELLS;
}

/** An unlabelled segment is a row only if the rows around it leave no choice. */
export function isCertain(
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

/** Column equations (requests.flow, requests.outcomes) may leave one of a row's candidates, once the other rows are sure. */
export function narrowByColumns(readings: Map<string, RowReading>, form: FormVersion): void {
  const sure = (row: string, column: number) => {
    const reading = readings.get(row);
    return reading?.candidates.length === 1 ? reading.candidates[0]?.[column] : undefined;
  };
  for (const [row, reading] of readings) {
    if (reading.candidates.length === 1) continue;
    const fits = reading.candidates.filter((candidate) =>
      candidate.every((cell, column) => {
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
    if (fits.length > 0 && fits.length < reading.candidates.length)
      readings.set(row, { ...reading, candidates: fits, narrowed: true });
  }
}
