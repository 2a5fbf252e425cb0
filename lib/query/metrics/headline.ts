/** The figures at the top of the home page. */
import { z } from 'zod';
import type { Filters } from '../../filters';
import { METRICS } from '../../metrics/registry';
import type { Corpus } from '../../store/corpora';
import { withEngine } from '../../store/engine/index';
import type { Meta } from '../meta';
import { conditionsOf } from '../sql/slice-conditions';
import { countSource } from '../sql/count-source';
import { type MetricValue, selectMetrics } from './select-metrics';
import { cachedQuery } from '../query-cache';

const figuresSchema = z.object({
  from: z.number().nullable(),
  to: z.number().nullable(),
  provinces: z.number(),
  with_findings: z.number(),
  with_issues: z.number(),
});

export type HeadlineResult = {
  /** Every metric of the registry over the whole slice, by id. */
  values: Record<string, MetricValue>;
  /** First and last report year in the slice; null when it is empty or no report has a year. */
  years: { from: number; to: number } | null;
  provinces: number;
  /** Reports with at least one finding, and with an issue that makes a value doubtful or missing. */
  with_findings: number;
  with_issues: number;
  meta: Meta & { missing: Record<string, number> };
};

/** Headline figures of the slice. */
export function selectHeadline(corpus: Corpus, filters: Filters): Promise<HeadlineResult> {
  return cachedQuery(corpus, 'headline', filters, () => runHeadline(corpus, filters));
}

async function runHeadline(corpus: Corpus, filters: Filters): Promise<HeadlineResult> {
  const metrics = METRICS.map((metric) => metric.id);
  const { rows, meta } = await selectMetrics(corpus, { metrics, by: [], filters });
  const { from, to, ...counts } = await selectFigures(corpus, filters);
  const years = from === null || to === null ? null : { from, to };
  return { values: rows[0]?.values ?? {}, years, ...counts, meta };
}

function selectFigures(corpus: Corpus, filters: Filters): Promise<z.infer<typeof figuresSchema>> {
  return withEngine(corpus, 'headline', async (database, dialect) => {
    const conditions = conditionsOf(filters, [], dialect);
    const { from, count } = countSource(filters, [], dialect);
    const [figures] = await database.rows(
      figuresSchema,
      `SELECT
         min(reports.year) AS "from",
         max(reports.year) AS "to",
         count(DISTINCT reports.province)::DOUBLE AS provinces,
         ${count('with_findings')} AS with_findings,
         ${count('with_issues')} AS with_issues
       FROM ${from}
       WHERE (${conditions.slice}) AND (${conditions.basis})`,
      conditions.values,
    );
    return figures ?? { from: null, to: null, provinces: 0, with_findings: 0, with_issues: 0 };
  });
}
