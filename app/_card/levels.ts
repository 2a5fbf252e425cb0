/** Answers by year and level, taken apart by level. */
import { LEVELS } from '../../lib/record';
import type { MetricsAnswer, MetricsRow } from '../../lib/query/index';

export type Level = (typeof LEVELS)[number];

/** The levels that have a row, from the highest down. */
export const levelsOf = (answer: MetricsAnswer): Level[] =>
  LEVELS.filter((level) => answer.rows.some((row) => row.key.level === level));

/** The rows of one level. */
export const rowsOfLevel = (answer: MetricsAnswer, level: Level): MetricsRow[] =>
  answer.rows.filter((row) => row.key.level === level);
