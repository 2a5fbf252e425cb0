/** How a metric is spread over the agencies of a slice. */
import { z } from 'zod';
import { FilterError } from '../../errors';
import type { Filters } from '../../filters';
import { type Metric, metricById } from '../../metrics/registry';
import { withDatabase } from '../../store/connect';
import type { Corpus } from '../../store/corpora';
import { agencyValuesSql, withAgencyArray } from './agency-values';
import { type Meta, selectMeta } from '../meta';
import { conditionsOf } from '../sql/slice-conditions';
import { cachedQuery } from '../query-cache';

/** Agencies with a value from `from` to below `to`; null is no bound. The bin that ends at a rate of 1 includes 1. */
export type Bin = { from: number | null; to: number | null; agencies: number };

/** Quantiles of the values, interpolated. */
export type Quantiles = {
  min: number;
  p10: number;
  p25: number;
  median: number;
  p75: number;
  p90: number;
  max: number;
};

export type DistributionQuery = { metric: string; filters: Filters };

export type DistributionResult = {
  metric: string;
  /** Agencies in bins and quantiles. */
  agencies: number;
  /** Agencies left out of both: with a rate on fewer than 30 cases, and without a value. */
  few: number;
  missing: number;
  /** From the lowest value to the highest, without gaps. Empty when no agency has a value. */
  bins: Bin[];
  quantiles: Quantiles | null;
  meta: Meta;
};

const RATE_STEPS = 20;
const RATE_EDGES = Array.from({ length: RATE_STEPS + 1 }, (_, i) => i / RATE_STEPS);
/** 0, 1, 2, 5, 10, 20, 50 … for counts, whose tail is long. */
const SUM_EDGES = [
  0,
  ...Array.from({ length: 10 }, (_, i) => [1, 2, 5].map((step) => step * 10 ** i)).flat(),
];

/**
 * Distribution of one metric over agencies, each with its value over all its reports in the filters (`basis` leaves
 * none out as a duplicate: an agency is a group of its own). Throws FilterError for an unknown metric or a count.
 */
export function selectDistribution(corpus: Corpus, question: DistributionQuery): Promise<DistributionResult> {
  return cachedQuery(corpus, 'distribution', question, () => runDistribution(corpus, question));
}

async function runDistribution(corpus: Corpus, question: DistributionQuery): Promise<DistributionResult> {
  const { filters } = question;
  const metric = metricById(question.metric);
  if (!metric || metric.kind === 'count' || filters.applicant.length > 0)
    throw new FilterError('metric', question.metric, 'a sum or rate over all applicants');
  const conditions = conditionsOf(filters, ['agency']);
  const edges = binEdges(metric);
  return withDatabase(corpus, 'distribution', async (database) => {
    const isOneEach = database.manifest.one_a_year && filters.from !== null && filters.from === filters.to;
    const condition = `(${conditions.slice}) AND (${conditions.basis})`;
    const sql = spreadSql(agencyValuesSql([metric], condition, isOneEach), edges);
    const ask = () => database.rows(spreadSchema, sql, conditions.values);
    const [row] = isOneEach ? await ask() : await withAgencyArray(database, ask);
    const meta = await selectMeta(database, corpus, filters, conditions);
    const counts = { agencies: row?.agencies ?? 0, few: row?.few ?? 0, missing: row?.missing ?? 0 };
    const bins = edges.map((bin, i) => ({ from: bin.from, to: bin.to, agencies: row?.bins[i] ?? 0 }));
    const quantiles = row?.quantiles ? quantilesOf(row.quantiles) : null;
    return { metric: metric.id, ...counts, bins: trimmed(bins), quantiles, meta };
  });
}

type Edge = { from: number | null; to: number | null; condition: string };

function binEdges(metric: Metric): Edge[] {
  const edges = metric.denominator ? RATE_EDGES : SUM_EDGES;
  const last = edges.at(-1) ?? 0;
  const inside = edges.slice(0, -1).map((from, i) => {
    const to = edges[i + 1] ?? last;
    const isBelow = metric.denominator && to === last ? `v0 <= ${to}` : `v0 < ${to}`;
    return { from, to, condition: `v0 >= ${from} AND ${isBelow}` };
  });
  return [
    { from: null, to: 0, condition: 'v0 < 0' },
    ...inside,
    { from: last, to: null, condition: metric.denominator ? `v0 > ${last}` : `v0 >= ${last}` },
  ];
}

const spreadSchema = z.object({
  agencies: z.number(),
  few: z.number(),
  missing: z.number(),
  bins: z.array(z.number()),
  quantiles: z.array(z.number()).nullable(),
});

/** Only compared values are sorted and put into bins, and equal ones only once: most agencies have few cases, or few values differ. */
function spreadSql(agencyValues: string, edges: readonly Edge[]): string {
  const bins = edges.map((edge) => `coalesce(sum(n) FILTER (${edge.condition}), 0)::DOUBLE`);
  return `WITH valued AS MATERIALIZED (SELECT v0, f0 FROM (${agencyValues})),
    compared AS MATERIALIZED (SELECT v0 FROM valued WHERE v0 IS NOT NULL AND NOT f0),
    counted AS (SELECT v0, count(*) AS n FROM compared GROUP BY v0)
    SELECT
      (SELECT count(*)::DOUBLE FROM compared) AS agencies,
      (SELECT count(*)::DOUBLE FROM valued WHERE v0 IS NOT NULL AND f0) AS few,
      (SELECT count(*)::DOUBLE FROM valued WHERE v0 IS NULL) AS missing,
      [${bins.join(', ')}] AS bins,
      (SELECT quantile_cont(v0::DOUBLE, [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]) FROM compared) AS quantiles
    FROM counted`;
}

function quantilesOf([
  min = 0,
  p10 = 0,
  p25 = 0,
  median = 0,
  p75 = 0,
  p90 = 0,
  max = 0,
]: number[]): Quantiles {
  return { min, p10, p25, median, p75, p90, max };
}

/** The bins without the empty ones at both ends. */
function trimmed(bins: Bin[]): Bin[] {
  const first = bins.findIndex((bin) => bin.agencies > 0);
  const last = bins.findLastIndex((bin) => bin.agencies > 0);
  return first < 0 ? [] : bins.slice(first, last + 1);
}
