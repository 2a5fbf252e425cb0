/** A value of the slice as text. No dictionary in here: the words come along as data, so that the browser needs none. */

export type SliceColumn = {
  id: string;
  label: string;
  kind: 'text' | 'word' | 'count' | 'amount' | 'rate';
  /** Where its head leads: the slice sorted by it as well; null when it cannot be sorted. */
  href: string | null;
  /** Its place among the keys of the order, from 1, and the direction. */
  sorted: { place: number; descending: boolean } | null;
};

/** One row as the API gives it: values by column id, and why a cell has no number. */
export type SliceRow = {
  id: string;
  values: Record<string, string | number | null>;
  states: Record<string, string>;
};

/** Words of the page: states by id, closed lists as `level.county`, and what stands where nothing is known. */
export type SliceWords = {
  states: Record<string, string>;
  values: Record<string, string>;
  unknown: string;
  /** For a region below the report's own level. */
  outside: string;
  noRate: string;
  /** In place of a row that is being fetched, and of one that could not be. */
  loading: string;
  failed: string;
  /** Which keys scroll the table. */
  keys: string;
};

/** `absent`: the text is a word for a missing value. `note`: both terms of a rate. */
export type SliceCell = { text: string; absent: boolean; note: string };

/** Columns of regions and the levels that lie above them: a province has no prefecture, and that is known. */
const LEVELS_ABOVE: Record<string, readonly string[]> = {
  province: ['national'],
  prefecture: ['national', 'province'],
  county: ['national', 'province', 'prefecture'],
  township: ['national', 'province', 'prefecture', 'county'],
};

/** Columns that the table needs beside those it shows. */
export const withNeeded = (columns: readonly string[]): string[] =>
  columns.includes('level') || !columns.some((id) => id in LEVELS_ABOVE)
    ? [...columns]
    : [...columns, 'level'];

const isBelow = (row: SliceRow, column: string): boolean =>
  LEVELS_ABOVE[column]?.includes(String(row.values.level)) === true;

/** The cell of a row: printed numbers as they are, rates in per cent with their terms, absence as a word. */
export function cellText(row: SliceRow, column: SliceColumn, words: SliceWords): SliceCell {
  const value = row.values[column.id] ?? null;
  const state = row.states[column.id];
  if (value === null) {
    const word =
      state !== undefined
        ? (words.states[state] ?? state)
        : column.kind === 'rate'
          ? words.noRate
          : column.id.includes('.')
            ? (words.states.absent ?? '')
            : isBelow(row, column.id)
              ? words.outside
              : words.unknown;
    return { text: word, absent: true, note: '' };
  }
  if (column.kind === 'rate') {
    const terms = [row.values[`${column.id}_numerator`], row.values[`${column.id}_denominator`]];
    return { text: `${(Number(value) * 100).toFixed(1)}%`, absent: false, note: terms.join('／') };
  }
  if (typeof value === 'number') return { text: String(value).replace('-', '−'), absent: false, note: '' };
  return { text: words.values[`${column.id}.${value}`] ?? value, absent: false, note: '' };
}
