/** What the corpus holds of a slice: which tables the reports have, and which reports its totals leave out. */
import { z } from 'zod';
import type { Filters } from '../../filters';
import { LEVELS } from '../../record';
import { withDatabase } from '../../store/connect';
import type { Corpus } from '../../store/corpora';
import { type Meta, selectMeta } from '../meta';
import { conditionsOf } from '../sql/slice-conditions';
import { countSource } from '../sql/count-source';
import { cachedQuery } from '../query-cache';

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

export type CoverageResult = { rows: CoverageRow[]; meta: Meta };

/** One row a year and level, in that order; nulls last. */
export function selectCoverage(corpus: Corpus, filters: Filters): Promise<CoverageResult> {
  return cachedQuery(corpus, 'coverage', filters, () => runCoverage(corpus, filters));
}

async function runCoverage(corpus: Corpus, filters: Filters): Promise<CoverageResult> {
  const conditions = conditionsOf(filters);
  const { from, count } = countSource(filters, ['year', 'level']);
  return withDatabase(corpus, 'coverage', async (database) => {
    const rows = await database.rows(
      coverageRowSchema.omit({ agencies: true }),
      `SELECT
         reports.year,
         reports.level,
         ${count()} AS reports,
         ${count('reports', conditions.basis)} AS counted,
         ${count('with_requests')} AS with_requests,
         ${count('with_proceedings')} AS with_proceedings,
         ${count('with_disclosure')} AS with_disclosure,
         ${count('with_findings')} AS with_findings,
         ${count('with_issues')} AS with_issues
       FROM ${from}
       WHERE ${conditions.slice}
       GROUP BY reports.year, reports.level
       ORDER BY reports.year NULLS LAST, reports.level NULLS LAST`,
      conditions.values,
    );
    const agencies = database.manifest.one_a_year
      ? rows.map((row) => ({ agencies: row.reports }))
      : await database.rows(
          z.object({ agencies: z.number() }),
          `SELECT count(DISTINCT agency_no)::DOUBLE AS agencies
           FROM reports
           WHERE ${conditions.slice}
           GROUP BY year, level
           ORDER BY year NULLS LAST, level NULLS LAST`,
          conditions.values,
        );
    return {
      rows: rows.map((row, i) => ({ ...row, agencies: agencies[i]?.agencies ?? 0 })),
      meta: await selectMeta(database, corpus, filters, conditions),
    };
  });
}
