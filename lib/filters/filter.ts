/**
 * What a filter is: one object that says how an address writes it, which reports it keeps, what the pages show of it and
 * what files are called after it. All filters are in `registry.ts`; whatever reads, writes, asks or shows them loops over
 * these objects. Its words are messages: `filter.<name>` its label, `parameter.<name>` what it means, `problem.<name>`
 * what it may say.
 */
import type { z } from 'zod';

/** What conditions in SQL are made with; lib/query knows the database and supplies it. Reports are named `reports`. */
export type ConditionSql = {
  /** The name of a bound value. */
  bind(value: string | number): string;
  /** The column is one of these values. */
  oneOf(column: string, values: readonly string[]): string;
  /** The report's agency meets a condition over `agencies`. */
  ofAgency(condition: string): string;
  /** The text, which is in small letters, has the word in it. */
  containsWord(text: string, word: string): string;
  /** The report lies in the region of this code prefix. */
  inRegion(prefix: string): string;
  /** One of the alternatives of a group of the condition language holds. */
  holds(group: string): string;
};

/** What a filter needs to put its values into words, in the language of a page. */
export type FilterWords = {
  /** The message of a key; throws for a key that the dictionaries do not have. */
  message(key: string, values?: Record<string, string>): string;
  label: 'zh' | 'en';
  regionName(prefix: string): string;
  condition(group: string): string;
};

/** A choice that is set, as the page shows it; `without` are the parameters of the address that take it away. */
export type Chip = { name: string; text: string; foreign: boolean; without: Record<string, string | null> };

/** What `settle` makes of a value: the parameters as they then are, and what is to be told of it. */
export type Settled = {
  changes: Record<string, unknown>;
  problem?: { value: string; expected: string };
};

/** What can be chosen, in this order, and how the reports behind each choice are counted. */
export type Choices =
  /** Each report has one of the values in this column of `reports`; `order` is that of the values, else ascending. */
  | { counted: 'by column'; column: string; order?: readonly string[] }
  /** A report may fit several values. */
  | { counted: 'one by one'; values: readonly string[] }
  | { counted: 'never'; values: readonly string[]; none: string };

/** How the filter bar offers a filter, and on which pages; `range end` belongs to the control of another filter. */
export type Bar = {
  control: 'choices' | 'text' | 'regions' | 'years' | 'range end';
  on: 'all pages' | 'lists of reports' | 'pages of charts';
};

/** `Value` is what the filter holds, `Beside` what it looks at of the other filters. */
export type Filter<Value, Beside = unknown> = {
  /** Whether it takes several values: repeated or separated by commas. */
  list: boolean;
  /** One value as an address writes it. */
  schema: z.ZodType;
  /** The filter as answers of the API repeat it. */
  answered: z.ZodType;
  /** What it holds when nothing is asked: null, '' and an empty list put no condition. */
  initial: Value;
  /** What one value may say, for programs. */
  expected: string;
  /** Reads a value when `schema` alone cannot say what is wrong with it: at which character (from 1), and what it found. */
  read?(text: string): { data: unknown } | { at: number; found: string; expected: string };
  /** Values that are good alone but not together, or that are spelled in several ways; null when there is nothing to do. */
  settle?(value: Value, beside: Beside): Settled | null;
  /** Conditions over reports, all of which must hold. */
  conditions?(value: Value, sql: ConditionSql): string[];
  /** Whether the cubes can follow this value; without it, they cannot follow any but the initial one. */
  inCubes?(value: Value): boolean;
  choices?: Choices;
  bar?: Bar;
  /** Place in the bar and among the chips, from the left. */
  order: number;
  /** One value in words. A filter without words for its values has no chips of its own. */
  valueText?(value: string, words: FilterWords): string;
  /** Whether values are Chinese names, on English pages too. */
  foreign?: boolean;
  /** Chips that are not one a value. */
  chips?(value: Value, words: FilterWords, beside: Beside): Chip[];
  /** Words for names of files: of closed lists, or free texts that a name may have to cut. */
  fileWords?(value: Value, beside: Beside, regionName: (prefix: string) => string): string[];
  freeFileWords?(value: Value): string[];
};
