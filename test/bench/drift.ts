/** Target 8: the memory of a process that has answered ten thousand questions. */
import { type Corpus, selectMetrics, selectReports } from '../../lib/query/index';
import { clearQueryCache } from '../../lib/query/query-cache';
import type { Line } from './lines';
import { demo, someAgency } from './questions';
import { quantile } from './timing';

const WARM_UP = 2000;
const QUESTIONS = 10_000;
const AT_ONCE = 4;
const SAMPLE_EVERY = 100;
const MOST_DRIFT = 0.03;

/** Memory after a warm-up against memory ten thousand questions later, both the median of the last tenth. */
export async function measureDrift(corpus: Corpus): Promise<Line> {
  const agency = await someAgency(corpus);
  const before = await askMany(corpus, agency, WARM_UP);
  const after = await askMany(corpus, agency, QUESTIONS);
  const drift = after / before - 1;
  const mb = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
  return {
    target: 8,
    what: `memory after ${QUESTIONS} mixed questions`,
    measured: `${mb(before)} → ${mb(after)}, ${(100 * drift).toFixed(1)} %`,
    wanted: `drift ≤ ${100 * MOST_DRIFT} %`,
    met: drift <= MOST_DRIFT,
  };
}

/** Mostly charts of ever other slices; in twenty, one history, one list and one map of a province. Bytes at the end. */
async function askMany(corpus: Corpus, agency: string, count: number): Promise<number> {
  const sizes: number[] = [];
  let asked = 0;
  const kinds = (i: number): (() => Promise<unknown>) => {
    const filters = demo({ from: 2018 + (i % 7), region: [String(11 + (i % 5))] });
    if (i % 20 === 7)
      return () =>
        selectMetrics(corpus, { metrics: ['granted'], by: ['year'], filters: demo({ agency: [agency] }) });
    if (i % 20 === 13) return () => selectReports(corpus, filters, { pageSize: 20 });
    if (i % 20 === 17)
      return () => selectMetrics(corpus, { metrics: ['denied'], by: ['prefecture'], filters });
    return () =>
      selectMetrics(corpus, { metrics: ['granted', 'denial_rate'], by: ['year', 'body'], filters });
  };
  const reader = async (): Promise<void> => {
    while (asked < count) {
      const i = asked++;
      clearQueryCache();
      await kinds(i)();
      if (i % SAMPLE_EVERY === 0) sizes.push(process.memoryUsage.rss());
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, reader));
  return quantile(sizes.slice(-Math.max(1, Math.floor(sizes.length / 10))), 0.5);
}
