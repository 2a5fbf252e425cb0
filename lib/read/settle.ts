/**
 * A run of tokens ↔ the cells of a form row. With as many tokens as cells there is one reading. Otherwise every
 * reading that the shape allows is a rival; the form's own arithmetic may leave one of them (and the issue says so),
 * else only what all rivals agree on is read and the other cells are ambiguous.
 */
import type { Field } from '../form';
import { type Issue, issue } from '../issue';
import type { Place } from '../place';
import type { Cell } from '../record';
import { readNumber } from './number';
import type { Token } from './tokens';

/** A form cell to fill: its field and the money unit its column head prints. */
export type Slot = { field: Field; headerUnit: string | null };

/** A cell as read: the record's cell with its value. */
export type ReadCell = Cell & { value: number | null; issues: Issue[] };

/** One reading of a row: a cell for each slot. */
export type Reading = ReadCell[];

export type RowReading = {
  /** The readings still possible, at least one. */
  rivals: Reading[];
  /** The row's own equation ruled other readings out. */
  narrowed: boolean;
  /** How the readings came about, for the issue: what stood in the source. */
  actual: string;
  at: Place;
  issues: Issue[];
};

/** Whether a reading can be true by the form's arithmetic; lost cells may have held anything. */
export type Equation = (reading: Reading) => boolean;

const MOST_RIVALS = 2000;

/**
 * Every reading of a row's tokens as the given slots, narrowed by the row's own equation; null where the row has none,
 * and then figures run together are never taken apart (but for zeros).
 */
export function readRow(
  tokens: readonly Token[],
  slots: readonly Slot[],
  equation: Equation | null,
): RowReading {
  const sure = trimBlanks(
    tokens.filter((token) => !token.optional),
    slots.length,
  );
  const at = (tokens[0] as Token).at;
  const actual = `${sure.length} values: ${tokens.map((token) => token.text.trim() || '␣').join(' ')}`.slice(
    0,
    120,
  );
  const rowFields = slots.map((slot) => slot.field.id);
  const issues: Issue[] = [];
  const found = layouts(tokens, sure, slots.length);
  if (found.why) issues.push(issue(found.why, at, actual, `${slots.length} values`, rowFields));
  const readings = distinct(
    found.layouts.map((layout) => layout.map((piece, index) => readPiece(piece, slots[index] as Slot))),
  );
  if (readings.length === 0)
    return { rivals: [unread(slots, at, actual)], narrowed: false, actual, at, issues };
  const possible = equation ? readings.filter(equation) : readings;
  const narrowed = readings.length > 1 && possible.length > 0 && possible.length < readings.length;
  // A run of figures that adds up in no way, or in several, tells nothing: all its cells stay open.
  if (found.mustAddUp && (!equation || possible.length !== 1))
    return { rivals: [unread(slots, at, actual)], narrowed: false, actual, at, issues };
  return {
    rivals: possible.length > 0 ? possible : readings,
    narrowed: narrowed || found.mustAddUp,
    actual,
    at,
    issues,
  };
}

/**
 * What all rivals agree on, cell by cell. Where they differ the cell is ambiguous and null, with an issue; where
 * arithmetic left one reading of several, an issue says so.
 */
export function agreeOn(row: RowReading, slots: readonly Slot[]): { cells: Reading; issues: Issue[] } {
  const [first] = row.rivals as [Reading];
  const issues = [...row.issues];
  const open: string[] = [];
  const cells = first.map((cell, index): ReadCell => {
    const agreed = row.rivals.every(
      (rival) => rival[index]?.value === cell.value && rival[index]?.state === cell.state,
    );
    if (agreed) {
      issues.push(...cell.issues);
      return cell;
    }
    open.push((slots[index] as Slot).field.id);
    const texts = [...new Set(row.rivals.map((rival) => rival[index]?.raw.trim() || '␣'))];
    return { raw: texts.slice(0, 4).join(' | '), state: 'ambiguous', at: cell.at, value: null, issues: [] };
  });
  if (open.length > 0)
    issues.push(issue('cell.ambiguous', row.at, row.actual, `${slots.length} values in one reading`, open));
  else if (row.narrowed)
    issues.push(
      issue(
        'cell.settled_by_arithmetic',
        row.at,
        row.actual,
        `${slots.length} values`,
        slots.map((slot) => slot.field.id),
      ),
    );
  return { cells, issues };
}

/**
 * Whether parts and total can belong together: equal where all are known (blank and dash count as nothing), parts not
 * above the total where some are lost. True where the total itself is not printed.
 */
export function canAddUp(parts: readonly ReadCell[], total: ReadCell): boolean {
  if (total.value === null) return true;
  const known = parts.reduce((sum, part) => sum + (part.value ?? 0), 0);
  const lost = parts.some((part) => part.value === null && part.state !== 'blank' && part.state !== 'dash');
  return lost ? known <= total.value : known === total.value;
}

/** One cell's content in a layout: a token, a part of a token, or nothing where a cell must have been. */
type Piece = { token: Token; text: string } | { token: null; at: Place };
type Layout = Piece[];
type Layouts = {
  layouts: Layout[];
  why:
    | 'cell.digits_run_together'
    | 'cell.blank_inferred'
    | 'row.values_missing'
    | 'row.values_surplus'
    | 'row.no_values'
    | null;
  mustAddUp: boolean;
};

/** Blank cells beyond the form's last column say nothing. */
function trimBlanks(tokens: Token[], size: number): Token[] {
  let end = tokens.length;
  while (end > size && tokens[end - 1]?.kind === 'blank') end -= 1;
  return tokens.slice(0, end);
}

const whole = (token: Token): Piece => ({ token, text: token.text });

function layouts(tokens: readonly Token[], sure: readonly Token[], size: number): Layouts {
  if (sure.length === size) return { layouts: [sure.map(whole)], why: null, mustAddUp: false };
  if (sure.length > size) return surplusLayouts(sure, size);
  const run = runLayouts(sure, size);
  if (sure.length === 1 && run.length > 0) {
    const zeros = /^[0０]+$/u.test(sure[0]?.text ?? '');
    return { layouts: run, why: 'cell.digits_run_together', mustAddUp: !zeros };
  }
  const explicit = tokens.filter((token) => !token.inferred);
  for (const pool of [explicit, tokens]) {
    const optional = pool.filter((token) => token.optional).length;
    if (sure.length + optional < size) continue;
    return {
      layouts: chooseOptional(pool, size - sure.length).map((chosen) => chosen.map(whole)),
      why: pool === explicit ? null : 'cell.blank_inferred',
      mustAddUp: false,
    };
  }
  if (sure.length === 0) return { layouts: [], why: 'row.no_values', mustAddUp: false };
  return {
    layouts: [...run, ...gapLayouts(sure, size)],
    why: run.length > 0 ? 'cell.digits_run_together' : 'row.values_missing',
    mustAddUp: false,
  };
}

/** Too many values: one or two of them are none of this row's. */
function surplusLayouts(sure: readonly Token[], size: number): Layouts {
  const surplus = sure.length - size;
  if (surplus > 3 || binomial(sure.length, surplus) > MOST_RIVALS)
    return { layouts: [], why: 'row.values_surplus', mustAddUp: false };
  return {
    layouts: subsets(sure, size).map((kept) => kept.map(whole)),
    why: 'row.values_surplus',
    mustAddUp: false,
  };
}

/** Too few values: some tokens may be several figures run together. */
function runLayouts(sure: readonly Token[], size: number): Layout[] {
  const results: Layout[] = [];
  const extend = (index: number, layout: Layout) => {
    if (results.length > MOST_RIVALS || layout.length + (sure.length - index) > size) return;
    const token = sure[index];
    if (!token) {
      if (layout.length === size) results.push(layout);
      return;
    }
    const rest = sure.slice(index + 1).reduce((sum, each) => sum + digitsOf(each).length, 0);
    const digits = digitsOf(token);
    const need = size - layout.length - (sure.length - index - 1);
    if (layout.length + digits.length + rest < size) return;
    for (let parts = 1; parts <= Math.min(need, Math.max(1, digits.length)); parts++)
      for (const split of parts === 1 ? [[token.text]] : splits(digits, parts))
        extend(index + 1, [...layout, ...split.map((text) => ({ token, text }))]);
  };
  extend(0, []);
  return results.length > MOST_RIVALS ? [] : results;
}

const digitsOf = (token: Token): string => {
  const folded = token.text.normalize('NFKC').trim();
  return /^\d{2,40}$/u.test(folded) ? folded : '';
};

/** The ways to cut a digit string in n figures, none with a leading zero but 0 itself. */
function splits(digits: string, parts: number): string[][] {
  if (parts === 1) return /^0\d/u.test(digits) ? [] : [[digits]];
  const results: string[][] = [];
  const longest = digits[0] === '0' ? 1 : Math.min(6, digits.length - parts + 1);
  for (let size = 1; size <= longest && results.length <= MOST_RIVALS; size++)
    for (const rest of splits(digits.slice(size), parts - 1)) results.push([digits.slice(0, size), ...rest]);
  return results;
}

/** Too few values and no trace of the others: the lost cells may have stood anywhere. */
function gapLayouts(sure: readonly Token[], size: number): Layout[] {
  if (binomial(size, sure.length) > MOST_RIVALS) return [];
  const slots = Array.from({ length: size }, (_, index) => index);
  return subsets(slots, sure.length).map((kept) => {
    const places = new Map(kept.map((slot, index) => [slot, sure[index] as Token]));
    return slots.map((slot) => {
      const token = places.get(slot);
      return token ? whole(token) : { token: null, at: (sure[0] as Token).at };
    });
  });
}

/** The token lists that use exactly `count` of the optional blanks. */
function chooseOptional(tokens: readonly Token[], count: number): Token[][] {
  const optional = tokens.flatMap((token, index) => (token.optional ? [index] : []));
  if (binomial(optional.length, count) > MOST_RIVALS) {
    // All blanks at one end are interchangeable; anything else is too open to enumerate.
    return [];
  }
  return subsets(optional, count).map((used) =>
    tokens.filter((token, index) => !token.optional || used.includes(index)),
  );
}

function binomial(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) result = (result * (n - i + 1)) / i;
  return result;
}

function subsets<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  if (size > items.length) return [];
  const [first, ...rest] = items as [T, ...T[]];
  return [...subsets(rest, size - 1).map((subset) => [first, ...subset]), ...subsets(rest, size)];
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

const unread = (slots: readonly Slot[], at: Place, raw: string): Reading =>
  slots.map(() => ({ raw, state: 'unreadable', at, value: null, issues: [] }));

const signature = (reading: Reading): string => reading.map((cell) => `${cell.value}${cell.state[0]}`).join();

function distinct(readings: Reading[]): Reading[] {
  const seen = new Map<string, Reading>();
  for (const reading of readings) if (!seen.has(signature(reading))) seen.set(signature(reading), reading);
  return [...seen.values()];
}
