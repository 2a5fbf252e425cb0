/** The years of what is compared. */
import type { Compared } from './compare-table';

/** Every year of which a subject has a report, each once, in order. */
export const yearsOf = (compared: readonly Compared[]): number[] =>
  [...new Set(compared.flatMap(({ result }) => result.rows.map((row) => row.key.year)))]
    .filter((year) => typeof year === 'number')
    .sort((a, b) => a - b);
