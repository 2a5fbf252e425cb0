/** Answers by year and level, taken apart by level. */
import { LEVELS } from '../../lib/record';
import type { MetricsResult, MetricsRow } from '../../lib/query/index';

export type Level = (typeof LEVELS)[number];

/** The levels that have a row, from the highest down. */
export const levelsOf = (answer: MetricsResult): Level[] =>
  LEVELS.filter((level) => answer.rows.some((row) => row.key.level === level));

/** The rows of one level. */
export const rowsOfLevel = (answer: MetricsResult, level: Level): MetricsRow[] =>
  answer.rows.filter((row) => row.key.level === level);
