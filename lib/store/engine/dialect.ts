/**
 * The few words in which the engines that answer questions about metrics differ. Everything else of those questions is
 * one SQL for both; an engine that gives another answer for it fails test/store/clickhouse.test.ts.
 */

export type Dialect = {
  engine: 'duckdb' | 'clickhouse';
  /** Whether the database has the cubes (cubes.ts); without them every question goes to the reports. */
  hasCubes: boolean;
  /** Sum of a DOUBLE that keeps what plain addition loses, so that the order of rows plays no part; NULL for no value. */
  exactSum: (value: string, filter: string) => string;
  /** True where a text in small letters has the word in it, letters large or small. */
  containsWord: (text: string, word: string) => string;
  /** A text YYYY-MM-DD as a date. */
  date: (text: string) => string;
  /** One row a word, in a column `applicant` of the applicants' own type. */
  applicantRows: (words: readonly string[]) => string;
};

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

export const DUCKDB: Dialect = {
  engine: 'duckdb',
  hasCubes: true,
  exactSum: (value, filter) => `fsum(${value})${filter}`,
  containsWord: (text, word) => `contains(${text}, lower(${word}))`,
  date: (text) => `${text}::DATE`,
  applicantRows: (words) => `SELECT unnest([${quoted(words)}]::applicant[]) AS applicant`,
};

/** Needs the settings of clickhouse/connect.ts, by which ClickHouse treats null as standard SQL does. */
export const CLICKHOUSE: Dialect = {
  engine: 'clickhouse',
  hasCubes: false,
  exactSum: (value, filter) => `sumKahan(${value})${filter}`,
  containsWord: (text, word) => `position(${text}, lowerUTF8(${word})) > 0`,
  date: (text) => `toDate32(${text})`,
  applicantRows: (words) => `SELECT applicant FROM applicants WHERE applicant IN (${quoted(words)})`,
};
