/** What the corpus holds of a slice: which tables the reports have, and which reports its totals leave out. */
import { z } from 'zod';
import type { Filters } from '../filters/values';
import { LEVELS } from '../record';
import { withDatabase } from '../store/connect';
import type { Corpus } from '../store/corpora';
import { type Meta, selectMeta } from './answer';
import { conditionsOf } from './conditions';

/**
 * `reports`: those in the filters whatever their basis, and the columns after `counted` speak of them all; `counted`:
 * those of them that the totals rest on; `with_requests` etc.: those with at least one number in table 3, 4, 2;
 * `with_issues`: those with an issue that makes a value doubtful or missing.
 */
export const coverageRowSchema = z.object({
  year: z.number().nullable(),
  level: z.enum(LEVELS).nullable(),
  reports: z.number(),
  counted: z.number(),
  agencies: z.number(),
  with_requests: z.number(),
  with_proceedings: z.number(),
  with_disclosure: z.number(),
  with_findings: z.number(),
  with_issues: z.number(),
});
export type CoverageRow = z.infer<typeof coverageRowSchema>;

/** One row a year and level, in that order; nulls last. */
export async function selectCoverage(
  corpus: Corpus,
  filters: Filters,
): Promise<{ rows: CoverageRow[]; meta: Meta }> {
  const conditions = conditionsOf(filters);
  return withDatabase(corpus, 'coverage', async (database) => {
    const rows = await database.rows(
      coverageRowSchema,
      `SELECT
         year,
         level,
         count(*)::DOUBLE AS reports,
         (count(*) FILTER (${conditions.basis}))::DOUBLE AS counted,
         count(DISTINCT agency_no)::DOUBLE AS agencies,
         (count(*) FILTER (has_requests))::DOUBLE AS with_requests,
         (count(*) FILTER (has_proceedings))::DOUBLE AS with_proceedings,
         (count(*) FILTER (has_disclosure))::DOUBLE AS with_disclosure,
         (count(*) FILTER (findings > 0))::DOUBLE AS with_findings,
         (count(*) FILTER (doubts > 0))::DOUBLE AS with_issues
       FROM reports
       WHERE ${conditions.slice}
       GROUP BY year, level
       ORDER BY year NULLS LAST, level NULLS LAST`,
      conditions.values,
    );
    return { rows, meta: await selectMeta(database, corpus, filters, conditions) };
  });
}
