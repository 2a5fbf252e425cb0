import { translator } from '../../lib/i18n/message';
import { type Metric, metricById } from '../../lib/metrics/registry';
import type { DistributionResult, MetricsRow, MetricValue, PeerStanding } from '../../lib/query';
import { DEFAULT_FILTERS } from '../../lib/filters';

/** What charts need to speak Chinese. */
export const inChinese = { language: 'zh-CN', t: translator('zh-CN') } as const;
/** What charts need to speak English. */
export const inEnglish = { language: 'en', t: translator('en') } as const;

type Written = number | null | [numerator: number, denominator: number];

/** A row of one year; a pair stands for a rate. */
export function yearRow(year: number | null, values: Record<string, Written>, reports = 3): MetricsRow {
  const value = (written: Written): MetricValue => {
    if (!Array.isArray(written))
      return {
        value: written,
        numerator: null,
        denominator: null,
        reports: written === null ? 0 : reports,
        missing: written === null ? reports : 0,
      };
    const [numerator, denominator] = written;
    return {
      value: denominator > 0 ? numerator / denominator : null,
      numerator,
      denominator,
      reports,
      missing: 0,
    };
  };
  return {
    key: { year },
    names: {},
    reports,
    values: Object.fromEntries(Object.entries(values).map(([metric, written]) => [metric, value(written)])),
  };
}

export const REVIEW_RATE = metricById('review_rate') as Metric;

/** Where an agency stands in a rate among peers with these values. */
export function standing({ own, peers }: { own: [number, number] | null; peers: number[] }): PeerStanding {
  const [numerator, denominator] = own ?? [null, null];
  const at = (share: number): number => peers[Math.floor(share * (peers.length - 1))] ?? 0;
  return {
    own: {
      value: own ? own[0] / own[1] : null,
      numerator,
      denominator,
      reports: own ? 1 : 0,
      missing: own ? 0 : 1,
    },
    peers: peers.length,
    few: 0,
    missing: 0,
    percentile: null,
    quartiles: peers.length > 0 ? { q1: at(0.25), median: at(0.5), q3: at(0.75) } : null,
    values: peers,
  };
}

/** A spread of a rate with so many agencies in its bins of 5 %, from 0 on. */
export const spreadOver = (agencies: number[]): DistributionResult => ({
  metric: 'review_rate',
  agencies: agencies.reduce((sum, count) => sum + count, 0),
  few: 0,
  missing: 0,
  bins: agencies.map((count, index) => ({ from: index / 20, to: (index + 1) / 20, agencies: count })),
  quantiles: null,
  meta: {
    filters: DEFAULT_FILTERS,
    corpus: 'reports',
    corpus_version: '',
    synthetic: false,
    reports: 0,
    left_out: 0,
  },
});
