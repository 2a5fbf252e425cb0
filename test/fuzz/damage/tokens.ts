/** Damage to single values: one dropped, doubled, swapped with its neighbour, cut. */
import type { Page, ValueCell } from '../page/page';
import { chance, integer, pick, type Random } from '../../../lib/synth/random';
import { valueRows } from './rows';

/** What of a cell without text remains in a shape: its column stays in place, or not even a blank is seen. */
export type Traces = { keepsPlaces: boolean; hidesBlanks: boolean };

/** Takes a value away. Where a shape keeps columns in place its cell stays, empty; elsewhere the row gets shorter. */
export function dropToken(random: Random, page: Page, { keepsPlaces }: Traces): void {
  const row = pick(random, valueRows(page));
  const at = integer(random, 0, row.values.length - 1);
  const value = row.values[at];
  if (!value) return;
  const truth = value.field ? page.truth[value.field] : undefined;
  if (keepsPlaces) {
    value.text = '';
    if (value.field) page.truth[value.field] = { value: null, raw: '', state: 'blank', ...originOf(truth) };
    return;
  }
  row.values.splice(at, 1);
  if (value.field) page.truth[value.field] = { value: null, raw: '', state: 'absent', ...originOf(truth) };
  for (const { field } of [value, ...row.values]) {
    const said = field ? page.truth[field] : undefined;
    if (said) said.isUnknowable = true;
  }
}

const originOf = (truth: { value: number | null } | undefined): { origin?: number } =>
  truth?.value === null || truth === undefined ? {} : { origin: truth.value };

/**
 * Prints a value twice. Not in a row with a blank where blanks leave no trace: the second would stand in for it, and
 * nothing in the document could tell.
 */
export function doubleToken(random: Random, page: Page, { hidesBlanks }: Traces): void {
  const rows = valueRows(page).filter((each) => !hidesBlanks || each.values.every(({ text }) => text !== ''));
  if (rows.length === 0) return;
  const row = pick(random, rows);
  const at = integer(random, 0, row.values.length - 1);
  const value = row.values[at];
  if (value) row.values.splice(at, 0, { ...value, field: null });
}

/** Exchanges two neighbouring values that differ: the document now says the exchanged ones. */
export function swapTokens(random: Random, page: Page): void {
  const pairs = valueRows(page).flatMap((row) =>
    row.values.flatMap((value, i): [ValueCell, ValueCell][] => {
      const next = row.values[i + 1];
      return next && next.text !== value.text && next.kind === value.kind ? [[value, next]] : [];
    }),
  );
  if (pairs.length === 0) return;
  const [a, b] = pick(random, pairs);
  [a.text, b.text] = [b.text, a.text];
  if (!a.field || !b.field) return;
  const kept = page.truth[a.field];
  const other = page.truth[b.field];
  if (!kept || !other) return;
  page.truth[a.field] = other;
  page.truth[b.field] = kept;
}

/** Cuts the digits of a number: 1234 → 12. The document now says the shorter number. */
export function cutToken(random: Random, page: Page): void {
  const long = valueRows(page).flatMap((row) => row.values.filter(({ text }) => /^\d{2,}$/.test(text)));
  if (long.length === 0) return;
  const value = pick(random, long);
  const keep = integer(random, 1, value.text.length - 1);
  const text = chance(random, 0.7) ? value.text.slice(0, keep) : value.text.slice(-keep);
  value.text = text;
  const truth = value.field ? page.truth[value.field] : undefined;
  if (!truth || !value.field || truth.value === null) return;
  const isPlain = /^(?:0|[1-9]\d*)$/.test(text);
  page.truth[value.field] = {
    value: isPlain ? Number(text) : null,
    raw: text,
    state: isPlain ? 'number' : 'ambiguous',
  };
}
