/**
 * How the tokens of a row may lie over the cells of the form: the enumeration behind `resolveRow`. Nothing is judged here;
 * every layout that the shape allows is a candidate of the others.
 */
import type { Place } from '../../place';
import type { Token } from '../lines/tokens';
import { MOST_CANDIDATES, MOST_SURPLUS } from './thresholds';

/** One cell's content in a layout: a token, a part of a token, or nothing where a cell must have been. */
export type Piece = { token: Token; text: string } | { token: null; at: Place };
export type Candidate = Piece[];
/** The layouts, why there is not one plain layout, and whether a layout may only be taken when it adds up. */
export type Candidates = {
  candidates: Candidate[];
  why:
    | 'cell.digits_run_together'
    | 'cell.blank_inferred'
    | 'row.values_missing'
    | 'row.values_surplus'
    | 'row.no_values'
    | null;
  mustAddUp: boolean;
};

/**
 * Whether a row has as many cells as its table's rows usually have: one of a longer row's may be one too many, and those of a
 * shorter row may have lost one between them.
 */
export type RowFit = 'unknown' | 'longer' | 'shorter';

const whole = (token: Token): Piece => ({ token, text: token.text });

/** The ways to lay a row's tokens out over `size` cells. */
export function rowCandidates(tokens: readonly Token[], size: number, fit: RowFit): Candidates {
  const sure = tokens.filter((token) => !token.optional);
  const explicit = tokens.filter((token) => !token.inferred);
  if (fit === 'longer' && sure.length > size) return surplusCandidates(sure, null, size);
  if (sure.length > size) return surplusCandidates(sure, windows(explicit, size), size);
  if (sure.length === size) {
    // A blank between the figures may be no cell, or a figure is printed twice and it is one.
    const isOneMore = explicit.length === size + 1;
    return plain(windows(explicit, size) ?? (isOneMore ? [sure, ...subsets(explicit, size)] : [sure]));
  }
  // A run of many more cells than the row has is several rows with a label lost between them.
  if (explicit.length > size + 2 && !isAround(explicit, size)) return plain([], 'row.values_surplus');
  const run = runCandidates(sure, size);
  // A figure does not begin with 0: such a token is several, and blanks must not fill the place of its parts.
  const hasRun = sure.some((token) => /^[0０]./u.test(digitsOf(token)));
  if (hasRun) return run.length > 0 ? runsOnly(sure, run) : plain([], 'cell.digits_run_together');
  if (fit === 'shorter' && sure.length > 0)
    return {
      candidates: [
        ...plain(chooseOptional(tokens, size - sure.length)).candidates,
        ...gapCandidates(sure, size),
      ],
      why: 'row.values_missing',
      mustAddUp: false,
    };
  if (explicit.length >= size) {
    const surplus = explicit.length - size;
    const filled = plain([
      ...chooseOptional(explicit, size - sure.length),
      // A cell too many may as well be a figure printed twice; then the blanks are all cells.
      ...(surplus > 0 && surplus <= MOST_SURPLUS ? subsets(explicit, size) : []),
    ]);
    // One long figure before stray pipes is as likely several figures run together.
    return run.length > 0 && sure.length === 1
      ? { ...runsOnly(sure, [...run, ...filled.candidates]), mustAddUp: false }
      : filled;
  }
  if (sure.length === 1 && run.length > 0) return runsOnly(sure, run);
  if (tokens.length >= size) {
    const filled = plain(chooseOptional(tokens, size - sure.length), 'cell.blank_inferred');
    // Blanks at the end may fill up the line, and then the cells lost may have stood anywhere.
    const isFilledUp =
      sure.length > 0 &&
      tokens.findLastIndex((each) => !each.optional) < tokens.findIndex((each) => each.optional);
    return isFilledUp
      ? { ...filled, candidates: [...filled.candidates, ...gapCandidates(sure, size)] }
      : filled;
  }
  if (sure.length === 0) return plain([], 'row.no_values');
  return {
    candidates: [...run, ...gapCandidates(sure, size)],
    why: run.length > 0 ? 'cell.digits_run_together' : 'row.values_missing',
    mustAddUp: false,
  };
}

/** Zeros alone can be cut in one way; any other run is only taken when it adds up. */
const runsOnly = (sure: readonly Token[], candidates: Candidate[]): Candidates => ({
  candidates,
  why: 'cell.digits_run_together',
  mustAddUp: !(sure.length === 1 && /^[0０]+$/u.test(sure[0]?.text.trim() ?? '')),
});

const plain = (rows: readonly (readonly Token[])[], why: Candidates['why'] = null): Candidates => ({
  candidates: rows.map((row) => row.map(whole)),
  why,
  mustAddUp: false,
});

/**
 * The stretches of `size` cells that hold every figure: blanks before (merged label cells) and after (stray pipes, columns
 * beyond the form's last) may be none of the row's. Null where the blanks between the figures alone are too many.
 */
function windows(tokens: readonly Token[], size: number): Token[][] | null {
  const first = tokens.findIndex((token) => token.kind !== 'blank');
  const last = tokens.findLastIndex((token) => token.kind !== 'blank');
  if (first < 0) return [tokens.slice(0, size)];
  const from = Math.max(0, last - size + 1);
  const to = Math.min(first, tokens.length - size);
  if (from > to) return null;
  return Array.from({ length: to - from + 1 }, (_, index) => tokens.slice(from + index, from + index + size));
}

/** Whether all figures stand within `size` cells, so that only blanks are too many. */
const isAround = (tokens: readonly Token[], size: number): boolean =>
  tokens.findLastIndex((token) => token.kind !== 'blank') -
    tokens.findIndex((token) => token.kind !== 'blank') <
  size;

/** More cells than the form has: blanks around the figures go first, then any that may be none of this row's. */
function surplusCandidates(sure: readonly Token[], around: Token[][] | null, size: number): Candidates {
  const surplus = sure.length - size;
  // Beside blanks a figure may as well be printed twice, and the blank at the end be a cell pushed aside.
  const isSure = surplus > MOST_SURPLUS || !around?.flat().some((token) => token.kind === 'blank');
  if (around) return plain(isSure ? around : [...around, ...subsets(sure, size)]);
  if (surplus > MOST_SURPLUS || binomial(sure.length, surplus) > MOST_CANDIDATES)
    return plain([], 'row.values_surplus');
  return plain(subsets(sure, size), 'row.values_surplus');
}

/** Too few values: some tokens may be several figures run together. */
function runCandidates(sure: readonly Token[], size: number): Candidate[] {
  const results: Candidate[] = [];
  const extend = (index: number, candidate: Candidate) => {
    if (results.length > MOST_CANDIDATES || candidate.length + (sure.length - index) > size) return;
    const token = sure[index];
    if (!token) {
      if (candidate.length === size) results.push(candidate);
      return;
    }
    const rest = sure.slice(index + 1).reduce((sum, each) => sum + mostCells(each), 0);
    const need = size - candidate.length - (sure.length - index - 1);
    if (candidate.length + mostCells(token) + rest < size) return;
    for (let parts = 1; parts <= Math.min(need, mostCells(token)); parts++)
      for (const split of parts === 1 ? [[token.text]] : splits(digitsOf(token), parts))
        extend(index + 1, [...candidate, ...split.map((text) => ({ token, text }))]);
  };
  extend(0, []);
  return results.length > MOST_CANDIDATES ? [] : results;
}

const digitsOf = (token: Token): string => {
  const folded = token.text.normalize('NFKC').trim();
  return /^\d{2,40}$/u.test(folded) ? folded : '';
};

/** How many cells a token may be at most: a digit each, and one where it is no run of digits. */
const mostCells = (token: Token): number => Math.max(1, digitsOf(token).length);

/** The ways to cut a digit string in n figures, none with a leading zero but 0 itself. */
function splits(digits: string, parts: number): string[][] {
  if (parts === 1) return /^0\d/u.test(digits) ? [] : [[digits]];
  const results: string[][] = [];
  const longest = digits[0] === '0' ? 1 : Math.min(6, digits.length - parts + 1);
  for (let size = 1; size <= longest && results.length <= MOST_CANDIDATES; size++)
    for (const rest of splits(digits.slice(size), parts - 1)) results.push([digits.slice(0, size), ...rest]);
  return results;
}

/** Too few values and no trace of the others: the lost cells may have stood anywhere. */
function gapCandidates(sure: readonly Token[], size: number): Candidate[] {
  if (binomial(size, sure.length) > MOST_CANDIDATES) return [];
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
  if (binomial(optional.length, count) > MOST_CANDIDATES) {
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
