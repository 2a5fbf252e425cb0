/** What the server counts of itself, for Prometheus. Labels come from closed lists, so that no client makes new series. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

function measures() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Histogram({
      name: 'ogi_http_request_seconds',
      help: 'Time until an answer was whole or broken off, by kind of answer and status',
      labelNames: ['kind', 'status'],
      buckets: SECONDS,
      registers,
    }),
    requestsRunning: new Gauge({
      name: 'ogi_http_requests_running',
      help: 'Requests that are being answered',
      registers,
    }),
    requestsRefused: new Counter({
      name: 'ogi_http_requests_refused_total',
      help: 'Requests turned away: too many of one address, or too many at once',
      labelNames: ['reason'],
      registers,
    }),
    answers: new Counter({
      name: 'ogi_answers_total',
      help: 'Pages and answers of the API: made anew, or kept from before',
      labelNames: ['kind', 'source'],
      registers,
    }),
    queries: new Histogram({
      name: 'ogi_query_seconds',
      help: 'Time of a question to the store, waiting left out',
      labelNames: ['question', 'outcome'],
      buckets: SECONDS,
      registers,
    }),
    queriesWaiting: new Gauge({
      name: 'ogi_queries_waiting',
      help: 'Questions that wait for a connection',
      registers,
    }),
    exportsRunning: new Gauge({
      name: 'ogi_exports_running',
      help: 'Downloads that hold a connection',
      registers,
    }),
    corpusReports: new Gauge({
      name: 'ogi_corpus_reports',
      help: 'Reports of the corpus being served, by its version',
      labelNames: ['corpus', 'version'],
      registers,
    }),
  };
}

type Measures = ReturnType<typeof measures>;
const holder = globalThis as typeof globalThis & { ogiMeasures?: Measures };

/** The measures of this process. */
export function prometheus(): Measures {
  holder.ogiMeasures ??= measures();
  return holder.ogiMeasures;
}
