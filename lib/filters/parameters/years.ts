import { z } from 'zod';
import type { Chip, Filter, FilterWords } from '../filter';

const year = z
  .string()
  .regex(/^(19|20)\d\d$/)
  .transform(Number)
  .pipe(z.int().min(1900).max(2099));

const end = {
  list: false,
  schema: year,
  answered: z.int().nullable(),
  initial: null,
  expected: 'a year of four digits',
  inCubes: () => true,
} as const;

/** First report year, included. The control, the chip and the word in names of files are those of the whole range. */
export const from: Filter<number | null, { to: number | null }> = {
  ...end,
  order: 1,
  bar: { control: 'years', on: 'all pages' },
  conditions: (value, { bind }) => (value === null ? [] : [`reports.year >= ${bind(value)}`]),
  settle(value, { to: last }) {
    if (value === null || last === null || value <= last) return null;
    return {
      changes: { from: null, to: null },
      problem: { value: String(value), expected: `a year not after to=${last}` },
    };
  },
  chips(value, words, { to: last }): Chip[] {
    const text = yearsText(value, last, words);
    return text === null ? [] : [{ name: 'years', text, foreign: false, without: { from: null, to: null } }];
  },
  fileWords(value, { to: last }) {
    if (value === null && last === null) return [];
    return [value === last ? String(value) : `${value ?? ''}-${last ?? ''}`];
  },
};

/** Last report year, included. */
export const to: Filter<number | null> = {
  ...end,
  order: 1,
  bar: { control: 'range end', on: 'all pages' },
  conditions: (value, { bind }) => (value === null ? [] : [`reports.year <= ${bind(value)}`]),
};

/** The chosen years in words; null when none are. */
function yearsText(first: number | null, last: number | null, { message }: FilterWords): string | null {
  if (first !== null && last !== null && first !== last)
    return message('years.range', { from: String(first), to: String(last) });
  if (first !== null && last !== null) return message('years.one', { year: String(first) });
  if (first !== null) return message('years.since', { year: String(first) });
  return last === null ? null : message('years.until', { year: String(last) });
}
