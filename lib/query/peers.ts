/** One agency beside its peers: the agencies of the same level and kind, in the same year. */
import { z } from 'zod';
import { FilterError } from '../errors';
import { type Metric, metricById } from '../metrics';
import { BODIES, type Body, LEVELS, type Level } from '../record';
import { withDatabase } from '../store/connect';
import type { Corpus } from '../store/corpora';
import { agencyValuesSql } from './agency-values';
import type { MetricValue } from './metrics';

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

export type PeersAnswer = {
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

export type PeersQuestion = { agency: string; year: number; metrics: readonly string[] };

/**
 * The agency among its peers, or null when it has no report of that year. Level and kind are those of that year's
 * report; where one of them is unknown there are no peers. Throws FilterError for an unknown metric or a count.
 */
export async function selectPeers(corpus: Corpus, question: PeersQuestion): Promise<PeersAnswer | null> {
  const metrics = [...new Set(question.metrics)].map(comparedMetric);
  const key = { agency: question.agency, year: question.year };
  return withDatabase(corpus, 'peers', async (database) => {
    const [own] = await database.rows(ownSchema, OWN_SQL, key);
    if (!own) return null;
    const [row] = await database.rows(z.record(z.string(), z.unknown()), peersSql(metrics), {
      year: question.year,
      agency_no: own.agency_no,
      level: own.level,
      body: own.body,
    });
    const standings = metrics.map((metric, i) => [metric.id, readStanding(metric, row?.[`s${i}`])]);
    return {
      ...key,
      level: own.level,
      body: own.body,
      agencies: z.number().parse(row?.agencies),
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

/** One row: `agencies` and a struct `s{i}` for each metric. */
function peersSql(metrics: readonly Metric[]): string {
  const condition = `reports.year = $year
    AND (reports.agency_no = $agency_no OR (reports.level = $level AND reports.body = $body))`;
  return `WITH valued AS (
      SELECT *, agency_no = $agency_no AS is_own
      FROM (${agencyValuesSql([...metrics, REPORTS], condition)})
    ),
    own AS (SELECT * FROM valued WHERE is_own),
    others AS (SELECT * FROM valued WHERE NOT is_own)
    SELECT ${['(SELECT count(*) FROM others)::DOUBLE AS agencies', ...metrics.map((metric, i) => standingSql(metric, i, metrics.length))].join(', ')}`;
}

const REPORTS = metricById('reports') as Metric;

function standingSql(metric: Metric, i: number, reports: number): string {
  const denominator = metric.denominator ? `own.m${i}_d` : 'NULL::DOUBLE';
  const compared = `others.v${i} IS NOT NULL AND NOT others.f${i}`;
  const ranks = Array.from({ length: MOST_PEER_VALUES }, (_, rank) => rank / (MOST_PEER_VALUES - 1));
  return `(
    SELECT {
      own: any_value(own.m${i}), own_denominator: any_value(${denominator}),
      own_reports: any_value(own.m${i}_n), own_missing: any_value(own.m${reports}) - any_value(own.m${i}_n),
      own_value: any_value(own.v${i}), is_few: any_value(own.f${i}),
      peers: (count(*) FILTER (${compared}))::DOUBLE,
      few: (count(*) FILTER (others.v${i} IS NOT NULL AND others.f${i}))::DOUBLE,
      missing: (count(others.agency_no) FILTER (others.v${i} IS NULL))::DOUBLE,
      below: (count(*) FILTER (${compared} AND others.v${i} < own.v${i}))::DOUBLE,
      equal: (count(*) FILTER (${compared} AND others.v${i} = own.v${i}))::DOUBLE,
      quartiles: quantile_cont(others.v${i}::DOUBLE, [0.25, 0.5, 0.75]) FILTER (${compared}),
      "values": CASE
        WHEN count(*) FILTER (${compared}) <= ${MOST_PEER_VALUES}
        THEN coalesce(list_sort(list(others.v${i}::DOUBLE) FILTER (${compared})), [])
        ELSE quantile_disc(others.v${i}::DOUBLE, [${ranks.join(', ')}]) FILTER (${compared})
      END
    }
    FROM own LEFT JOIN others ON true
  ) AS s${i}`;
}

function readStanding(metric: Metric, column: unknown): PeerStanding {
  const found = standingSchema.parse(column);
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
