import { beforeAll, expect, test } from 'vitest';
import { FilterError } from '../../lib/errors';
import { DEFAULT_FILTERS, type Filters } from '../../lib/filters';
import {
  type Corpus,
  FEWEST_PEERS,
  MOST_PEER_VALUES,
  type MetricsRow,
  selectDistribution,
  selectMetrics,
  selectPeers,
} from '../../lib/query';
import type { ReportRecord } from '../../lib/record';
import { synthesizeRecords } from '../../lib/synth';
import { keptCorpus } from '../store/kept-corpus';
import { record } from '../store/small-corpus';

const SYNTHETIC = { reports: 1500, seed: 11 };
const METRICS = ['new_requests', 'disclosure_rate', 'review_rate', 'fees_10k_yuan'];

let records: ReportRecord[];
let corpus: Corpus;
beforeAll(async () => {
  records = [...synthesizeRecords(SYNTHETIC)];
  corpus = await keptCorpus({ synthetic: SYNTHETIC }, 'demo');
});

/** Every agency's values over the slice, from the function that the property tests hold against plain sums. */
async function agenciesIn(filters: Filters): Promise<MetricsRow[]> {
  return (await selectMetrics(corpus, { metrics: METRICS, by: ['agency'], filters })).rows;
}

const ascending = (a: number, b: number): number => a - b;

function comparable(rows: readonly MetricsRow[], metric: string): number[] {
  const values = rows.flatMap(({ values: { [metric]: found } }) =>
    found && found.value !== null && (found.denominator === null || found.denominator >= 30)
      ? [found.value]
      : [],
  );
  return values.sort(ascending);
}

const quantile = (sorted: readonly number[], share: number): number => {
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? 0;
  return low + ((sorted[Math.ceil(at)] ?? 0) - low) * (at - Math.floor(at));
};

test.each(METRICS)(
  'the distribution of %s has every agency in one bin or among those left out',
  async (metric) => {
    for (const slice of [{}, { from: 2023, to: 2023 }, { region: ['44'] }, { level: ['county' as const] }]) {
      const filters: Filters = { ...DEFAULT_FILTERS, corpus: 'demo', ...slice };
      const rows = await agenciesIn(filters);
      const values = comparable(rows, metric);
      const answer = await selectDistribution(corpus, { metric, filters });
      expect(answer.agencies).toBe(values.length);
      expect(answer.missing).toBe(rows.filter((row) => row.values[metric]?.value === null).length);
      expect(answer.agencies + answer.few + answer.missing).toBe(rows.length);
      const counted = answer.bins.map(({ from, to }) => {
        const isLast = metric.endsWith('rate') && to === 1;
        const inside = values.filter(
          (value) =>
            (from === null || value >= from) && (to === null || value < to || (isLast && value === to)),
        );
        return inside.filter(
          (value) => !(from === 1 && to === null && value === 1 && metric.endsWith('rate')),
        ).length;
      });
      expect(answer.bins.map((bin) => bin.agencies)).toEqual(counted);
      expect(counted.reduce((sum, count) => sum + count, 0)).toBe(values.length);
      expect(answer.quantiles?.median).toBeCloseTo(quantile(values, 0.5), 9);
      expect(answer.quantiles?.p90).toBeCloseTo(quantile(values, 0.9), 9);
      expect([answer.quantiles?.min, answer.quantiles?.max]).toEqual([values[0], values.at(-1)]);
    }
  },
);

test('an agency is compared with those of its level and kind in that year, and with no other', async () => {
  const year = 2022;
  const asked = records.filter((each, i) => each.year === year && i % 40 === 0);
  for (const { id, region, agency } of asked) {
    const own = id.slice(0, -5);
    const { level } = region;
    const { body } = agency;
    if (level === null || body === null) throw new Error('the generator always names level and body');
    const filters: Filters = {
      ...DEFAULT_FILTERS,
      corpus: 'demo',
      from: year,
      to: year,
      level: [level],
      body: [body],
    };
    const rows = await agenciesIn(filters);
    const others = rows.filter((row) => row.key.agency !== own);
    const answer = await selectPeers(corpus, { agency: own, year, metrics: METRICS });
    expect(answer).toMatchObject({ agency: own, year, level, body, agencies: others.length });
    for (const metric of METRICS) {
      const standing = answer?.standings[metric];
      const mine = rows.find((row) => row.key.agency === own)?.values[metric];
      expect(standing?.own).toEqual(mine);
      const values = comparable(others, metric);
      expect(standing?.peers).toBe(values.length);
      expect((standing?.peers ?? 0) + (standing?.few ?? 0) + (standing?.missing ?? 0)).toBe(others.length);
      expect(standing?.values).toHaveLength(Math.min(values.length, MOST_PEER_VALUES));
      expect(standing?.values.filter((each) => !values.includes(each))).toEqual([]);
      // Few enough values are all there; of more only a part is, and the ends of it are those of all.
      expect(values.length > MOST_PEER_VALUES ? values : standing?.values).toEqual(values);
      expect([standing?.values[0], standing?.values.at(-1)]).toEqual([values[0], values.at(-1)]);
      const value = mine?.value ?? null;
      const isFew = mine?.denominator !== null && (mine?.denominator ?? 0) < 30;
      const isRanked = value !== null && !isFew && values.length >= FEWEST_PEERS;
      expect(standing?.percentile !== null).toBe(isRanked);
      const below = values.filter((each) => each < (value ?? 0)).length;
      const equal = values.filter((each) => each === value).length;
      const rank = isRanked ? (100 * (below + equal / 2)) / values.length : 0;
      expect(standing?.percentile ?? 0).toBeCloseTo(rank, 9);
      expect(standing?.quartiles !== null).toBe(values.length > 0);
      expect(standing?.quartiles?.q1 ?? 0).toBeCloseTo(values.length > 0 ? quantile(values, 0.25) : 0, 9);
    }
  }
});

test('a year without a report has no peers, nor has an agency whose level is unknown', async () => {
  const made = await keptCorpus({
    records: [
      record({ name: '甲局', level: null, values: { 'requests.new_requests.total': 3 } }),
      record({ name: '乙局' }),
    ],
  });
  const ask = (year: number) => selectPeers(made, { agency: '610111-甲局', year, metrics: ['new_requests'] });
  expect(await ask(2019)).toBeNull();
  expect(await ask(2024)).toMatchObject({
    agencies: 0,
    level: null,
    standings: {
      new_requests: { own: { value: 3 }, peers: 0, percentile: null, quartiles: null, values: [] },
    },
  });
});

test('what is no sum or rate has no distribution and no peers', async () => {
  const key = { agency: 'a', year: 2024 };
  for (const metric of ['reports', 'agencies', 'nothing']) {
    const filters = { ...DEFAULT_FILTERS };
    await expect(selectDistribution(corpus, { metric, filters })).rejects.toThrow(FilterError);
    await expect(selectPeers(corpus, { ...key, metrics: [metric] })).rejects.toThrow(FilterError);
  }
});
