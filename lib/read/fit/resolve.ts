/**
 * A run of tokens ↔ the cells of a form row. With as many tokens as cells there is one reading. Otherwise every
 * reading that the shape allows is a candidate; the form's own arithmetic may leave one of them (and the issue says so),
 * else only what all candidates agree on is read and the other cells are ambiguous.
 */
import type { Field } from '../../form/index';
import { type Issue, issue } from '../../issue';
import type { Place } from '../../place';
import type { Cell } from '../../figures';
import { type Piece, type RowFit, rowCandidates } from './candidates';
import { readNumber } from '../number';
import type { Token } from '../lines/tokens';

/** A form cell to fill: its field and the money unit its column header prints. */
export type Slot = { field: Field; headerUnit: string | null };

/** A cell as read: the record's cell with its value. */
export type ReadCell = Cell & { value: number | null; issues: Issue[] };

/** One reading of a row: a cell for each slot. */
export type Reading = ReadCell[];

export type RowReading = {
  /** The readings still possible, at least one. */
  candidates: Reading[];
  /** Every reading, those that arithmetic ruled out too. */
  all: Reading[];
  /** The row's own equation ruled other readings out. */
  narrowed: boolean;
  /** How the readings came about, for the issue: what stood in the source. */
  actual: string;
  at: Place;
  issues: Issue[];
};

/** Whether a reading can be true by the form's arithmetic; lost cells may have held anything. */
export type Equation = (reading: Reading) => boolean;

/**
 * Every reading of a row's tokens as the given slots, narrowed by the row's own equation; null where the row has none,
 * and then figures run together are never taken apart (but for zeros).
 */
export function resolveRow(
  tokens: readonly Token[],
  slots: readonly Slot[],
  equation: Equation | null,
  fit: RowFit = 'unknown',
): RowReading {
  const at = (tokens[0] as Token).at;
  const actual =
    `${tokens.filter((token) => token.kind === 'value').length} values: ${tokens.map((token) => token.text.trim() || '␣').join(' ')}`.slice(
      0,
      120,
    );
  const rowFields = slots.map((slot) => slot.field.id);
  const issues: Issue[] = [];
  const found = rowCandidates(tokens, slots.length, fit);
  if (found.why) issues.push(issue(found.why, at, actual, `${slots.length} values`, rowFields));
  const readings = distinct(
    found.candidates.map((candidate) =>
      candidate.map((piece, index) => readPiece(piece, slots[index] as Slot)),
    ),
  );
  const only = (state: 'unreadable' | 'ambiguous'): RowReading => {
    const candidates = [withoutValues(state, slots, at, actual)];
    return { candidates, all: candidates, narrowed: false, actual, at, issues };
  };
  if (readings.length === 0 && !found.why)
    issues.push(issue('row.values_missing', at, actual, `${slots.length} values`, rowFields));
  if (readings.length === 0) return only('unreadable');
  const possible = equation ? readings.filter(equation) : readings;
  // A run of figures that adds up in no way, or in several, tells nothing: all its cells stay open.
  if (found.mustAddUp && (!equation || possible.length !== 1)) return only('unreadable');
  // When no reading can be true, the true one is not among them: what they have in common proves nothing.
  if (readings.length > 1 && possible.length === 0) {
    issues.push(issue('cell.ambiguous', at, actual, `${slots.length} values in one reading`, rowFields));
    return only('ambiguous');
  }
  const row = { all: readings, actual, at, issues };
  // A single reading stands even where it does not add up: that is the report's, and a finding will say so.
  if (readings.length === 1) return { ...row, candidates: readings, narrowed: found.mustAddUp };
  return { ...row, candidates: possible, narrowed: found.mustAddUp || possible.length < readings.length };
}

/** The readings of one row that two ways to find its cells give, narrowed by its equation where that leaves any. */
export function eitherResolution(one: RowReading, other: RowReading, equation: Equation | null): RowReading {
  const all = distinct([...one.all, ...other.all]);
  const possible = equation ? all.filter(equation) : all;
  if (possible.length === 0) return { ...one, all, candidates: all, narrowed: false };
  return { ...one, all, candidates: possible, narrowed: one.narrowed || possible.length < all.length };
}

/**
 * The one reading left, or what all readings agree on, cell by cell: arithmetic that leaves several has settled nothing, for
 * the report may not add up. Where they differ the cell is ambiguous and null, with an issue; where arithmetic left one
 * reading of several, an issue says so.
 */
export function consensus(row: RowReading, slots: readonly Slot[]): { cells: Reading; issues: Issue[] } {
  const candidates = row.candidates.length === 1 ? row.candidates : row.all;
  const [first] = candidates as [Reading];
  const issues = [...row.issues];
  let open = 0;
  const cells = first.map((cell, index): ReadCell => {
    const agreed = candidates.every(
      (candidate) => candidate[index]?.value === cell.value && candidate[index]?.state === cell.state,
    );
    if (agreed) {
      issues.push(...cell.issues);
      return cell;
    }
    open += 1;
    const texts = [...new Set(candidates.map((candidate) => candidate[index]?.raw.trim() || '␣'))];
    return { raw: texts.slice(0, 4).join(' | '), state: 'ambiguous', at: cell.at, value: null, issues: [] };
  });
  const rowFields = slots.map((slot) => slot.field.id);
  // What all readings have in common stands, but in doubt: the true reading may be none of them.
  if (open > 0)
    issues.push(
      issue('cell.ambiguous', row.at, row.actual, `${slots.length} values in one reading`, rowFields),
    );
  else if (row.narrowed)
    issues.push(issue('cell.settled_by_arithmetic', row.at, row.actual, `${slots.length} values`, rowFields));
  return { cells, issues };
}

/**
 * Whether parts and total can belong together: equal where all are known (blank and dash count as nothing), parts not
 * above the total where some are lost. True where the total itself is not printed, or nothing but the total.
 */
export function canAddUp(parts: readonly ReadCell[], total: ReadCell): boolean {
  if (total.value === null || parts.every((part) => part.value === null)) return true;
  const known = parts.reduce((sum, part) => sum + (part.value ?? 0), 0);
  const lost = parts.some((part) => part.value === null && part.state !== 'blank' && part.state !== 'dash');
  return lost ? known <= total.value : known === total.value;
}

function readPiece(piece: Piece, slot: Slot): ReadCell {
  if (piece.token === null) return { raw: '', state: 'absent', at: piece.at, value: null, issues: [] };
  const reading = readNumber(piece.text, slot.field.kind, slot.headerUnit);
  return {
    raw: piece.text,
    state: reading.state,
    at: piece.token.at,
    value: reading.value,
    ...(reading.note === undefined ? {} : { note: reading.note }),
    issues: reading.notes.map((note) =>
      issue(note.code, piece.token.at, piece.text.trim().slice(0, 60), note.expected, [slot.field.id]),
    ),
  };
}

const withoutValues = (
  state: 'unreadable' | 'ambiguous',
  slots: readonly Slot[],
  at: Place,
  raw: string,
): Reading => slots.map(() => ({ raw, state, at, value: null, issues: [] }));

const signature = (reading: Reading): string => reading.map((cell) => `${cell.value}${cell.state[0]}`).join();

function distinct(readings: Reading[]): Reading[] {
  const seen = new Map<string, Reading>();
  for (const reading of readings) if (!seen.has(signature(reading))) seen.set(signature(reading), reading);
  return [...seen.values()];
}
