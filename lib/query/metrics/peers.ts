/** One agency beside its peers: the agencies of the same level and kind, in the same year. */
import { z } from 'zod';
import { FilterError } from '../../errors';
import { type Metric, metricById } from '../../metrics/registry';
import { BODIES, type Body, LEVELS, type Level } from '../../record';
import { withDatabase } from '../../store/connect';
import type { Corpus } from '../../store/corpora';
import { agencyValuesSql } from './agency-values';
import { regionColumn } from '../sql/basis-condition';
import type { MetricValue } from './select-metrics';
import { cachedQuery } from '../query-cache';

/** With fewer peers than this no percentile is given. */
export const FEWEST_PEERS = 30;
/** At most so many peers' values travel; of more an even choice by rank, lowest and highest among them. */
export const MOST_PEER_VALUES = 200;

/** Where an agency stands in one metric. */
export type PeerStanding = {
  own: MetricValue;
  /** Peers that are compared: with a value, and of a rate on at least 30 cases. */
  peers: number;
  /** Peers left out: with a rate on fewer than 30 cases, and without a value. */
  few: number;
  missing: number;
  /**
   * 0–100: the share of the peers with a lower value, those with an equal one counted half. Null with fewer than 30
   * peers, without an own value, or when the own rate rests on fewer than 30 cases. No judgement: high may be bad.
   */
  percentile: number | null;
  /** Of the peers' values, interpolated; null without peers. */
  quartiles: { q1: number; median: number; q3: number } | null;
  /** Peers' values ascending: all of them, or an even choice of 200. */
  values: number[];
};

export type PeersResult = {
  agency: string;
  year: number;
  level: Level | null;
  body: Body | null;
  /** Other agencies of that level and kind with a report of that year. */
  agencies: number;
  /** By metric id. */
  standings: Record<string, PeerStanding>;
  corpus_version: string;
  synthetic: boolean;
};

export type PeersQuery = {
  agency: string;
  year: number;
  metrics: readonly string[];
  /** Other peers than those of the report's own level and kind, and only those inside a region (code prefix). */
  among?: { level?: Level; body?: Body; region?: string };
};

/**
 * The agency among its peers, or null when it has no report of that year. Level and kind are those of that year's
 * report unless `among` says others; where one of them is unknown there are no peers. Throws FilterError for an unknown metric or a count.
 */
export function selectPeers(corpus: Corpus, question: PeersQuery): Promise<PeersResult | null> {
  return cachedQuery(corpus, 'peers', question, () => runPeers(corpus, question));
}

async function runPeers(corpus: Corpus, question: PeersQuery): Promise<PeersResult | null> {
  const metrics = [...new Set(question.metrics)].map(comparedMetric);
  const key = { agency: question.agency, year: question.year };
  const { region, ...chosen } = question.among ?? {};
  return withDatabase(corpus, 'peers', async (database) => {
    const [own] = await database.rows(ownSchema, OWN_SQL, key);
    if (!own) return null;
    const { level, body } = { level: own.level, body: own.body, ...chosen };
    const oneEach = database.manifest.one_a_year;
    const rows = await database.rows(standingSchema, peersSql(metrics, region, oneEach), {
      year: question.year,
      agency_no: own.agency_no,
      level,
      body,
      ...(region === undefined ? {} : { region: Number(region) }),
    });
    const standings = metrics.flatMap((metric, i) => {
      const row = rows[i];
      return row ? [[metric.id, readStanding(metric, row)]] : [];
    });
    return {
      ...key,
      level,
      body,
      agencies: rows[0]?.agencies ?? 0,
      standings: Object.fromEntries(standings),
      corpus_version: database.manifest.corpus_version,
      synthetic: database.manifest.synthetic,
    };
  });
}

function comparedMetric(id: string): Metric {
  const metric = metricById(id);
  if (!metric || metric.kind === 'count') throw new FilterError('metrics', id, 'a sum or rate');
  return metric;
}

const ownSchema = z.object({
  agency_no: z.number(),
  level: z.enum(LEVELS).nullable(),
  body: z.enum(BODIES).nullable(),
});

const OWN_SQL = `SELECT agency_no, level, body FROM reports
  WHERE agency_no = (SELECT agency_no FROM agencies WHERE agency_id = $agency) AND year = $year
  ORDER BY report_no LIMIT 1`;

const standingSchema = z.object({
  agencies: z.number(),
  own: z.number().nullable(),
  own_denominator: z.number().nullable(),
  own_reports: z.number(),
  own_missing: z.number(),
  is_few: z.boolean(),
  own_value: z.number().nullable(),
  peers: z.number(),
  few: z.number(),
  missing: z.number(),
  below: z.number(),
  equal: z.number(),
  quartiles: z.array(z.number()).nullable(),
  values: z.array(z.number()),
});

/** One row a metric, in their order. Every agency's values are set one below the other, so that one pass ranks them all. */
function peersSql(metrics: readonly Metric[], region: string | undefined, isOneEach: boolean): string {
  const inside = region === undefined ? '' : ` AND ${regionColumn(region)} = $region`;
  const condition = `reports.year = $year
    AND (reports.agency_no = $agency_no OR (reports.level = $level AND reports.body = $body${inside}))`;
  const columns = metrics.map((metric, i) => {
    const denominator = metric.denominator ? `m${i}_d` : 'NULL::DOUBLE';
    return `{i: ${i}, m: m${i}, d: ${denominator}, n: m${i}_n, missing: m${metrics.length} - m${i}_n, v: v${i}::DOUBLE, f: f${i}}`;
  });
  const ranks = Array.from({ length: MOST_PEER_VALUES }, (_, rank) => rank / (MOST_PEER_VALUES - 1));
  return `WITH valued AS MATERIALIZED (
      SELECT agency_no = $agency_no AS is_own, unnest([${columns.join(', ')}], recursive := true)
      FROM (${agencyValuesSql([...metrics, REPORTS], condition, isOneEach)})
    ),
    own AS (SELECT i, max(v) AS own_v FROM valued WHERE is_own GROUP BY i),
    ranked AS (
      SELECT valued.*, NOT is_own AND v IS NOT NULL AND NOT f AS compared, own_v
      FROM valued LEFT JOIN own USING (i)
    )
    SELECT
      i, (count(*) FILTER (NOT is_own))::DOUBLE AS agencies,
      any_value(m) FILTER (is_own) AS own, any_value(d) FILTER (is_own) AS own_denominator,
      any_value(n) FILTER (is_own) AS own_reports, any_value(missing) FILTER (is_own) AS own_missing,
      any_value(own_v) AS own_value, bool_or(f) FILTER (is_own) AS is_few,
      (count(*) FILTER (compared))::DOUBLE AS peers,
      (count(*) FILTER (NOT is_own AND v IS NOT NULL AND f))::DOUBLE AS few,
      (count(*) FILTER (NOT is_own AND v IS NULL))::DOUBLE AS missing,
      (count(*) FILTER (compared AND v < own_v))::DOUBLE AS below,
      (count(*) FILTER (compared AND v = own_v))::DOUBLE AS equal,
      quantile_cont(v, [0.25, 0.5, 0.75]) FILTER (compared) AS quartiles,
      CASE
        WHEN count(*) FILTER (compared) <= ${MOST_PEER_VALUES}
        THEN coalesce(list_sort(list(v) FILTER (compared)), [])
        ELSE quantile_disc(v, [${ranks.join(', ')}]) FILTER (compared)
      END AS "values"
    FROM ranked
    GROUP BY i
    ORDER BY i`;
}

const REPORTS = metricById('reports') as Metric;

function readStanding(metric: Metric, found: z.infer<typeof standingSchema>): PeerStanding {
  const [q1, median, q3] = found.quartiles ?? [];
  const isRanked = found.own_value !== null && !found.is_few && found.peers >= FEWEST_PEERS;
  return {
    own: {
      value: found.own_value,
      numerator: metric.denominator ? found.own : null,
      denominator: found.own_denominator,
      reports: found.own_reports,
      missing: found.own_missing,
    },
    peers: found.peers,
    few: found.few,
    missing: found.missing,
    percentile: isRanked ? (100 * (found.below + found.equal / 2)) / found.peers : null,
    quartiles: q1 === undefined || median === undefined || q3 === undefined ? null : { q1, median, q3 },
    values: found.values,
  };
}
