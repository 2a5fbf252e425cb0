/** Target 3 without the network: 64 readers at once, none of them answered from memory. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Corpus, selectMetrics } from '../../lib/query/index';
import { clearQueryCache } from '../../lib/query/query-cache';
import type { Line } from './lines';
import { demo } from './questions';
import { quantile } from './timing';

const CLIENTS = 64;
const QUESTIONS_EACH = 20;

/** Each reader asks for the trend of another slice, one after the other. */
export async function measureClients(corpus: Corpus): Promise<Line> {
  const times: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  const read = async (client: number): Promise<void> => {
    for (let i = 0; i < QUESTIONS_EACH; i++) {
      const asked = performance.now();
      const filters = demo({ from: 2019 + ((client + i) % 7) });
      clearQueryCache();
      await selectMetrics(corpus, { metrics: ['new_requests'], by: ['year', 'level'], filters });
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, (_, client) => read(client)));
  const seconds = (performance.now() - start) / 1000;
  delay.disable();
  const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
  const lag = delay.percentile(99) / 1e6;
  const pace = times.length / seconds;
  return {
    target: 3,
    what: `${CLIENTS} readers at the query layer, no kept answers`,
    measured: `${pace.toFixed(0)} questions/s, p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, event loop p99 ${lag.toFixed(0)} ms late`,
    wanted: '≥ 450/s, p99/p50 ≤ 1.6, ≤ 20 ms late',
    met: pace >= 450 && p99 / p50 <= 1.6 && lag <= 20,
  };
}
