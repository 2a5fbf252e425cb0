/** Target 3: 64 clients of the API at the real server. */
import autocannon from 'autocannon';
import type { Line } from './lines';

const CLIENTS = 64;
const SECONDS = 15;
const METRICS = ['new_requests', 'disclosure_rate', 'denial_rate', 'review_correction_rate', 'granted'];
const BY = ['year', 'province', 'year,level', 'body', 'year,province', 'level,body'];
const PROVINCES = ['', '11', '13', '32', '33', '44', '51', '61'];

/** The server at `address` serves the corpus `demo`. Every address is asked for the first time, then again and again. */
export async function measureApi(address: string): Promise<Line> {
  const paths = METRICS.flatMap((metric) =>
    BY.flatMap((by) =>
      PROVINCES.map((code) => `/api/v1/query?corpus=demo&metrics=${metric}&by=${by}&region=${code}`),
    ),
  );
  const before = await late(address);
  const result = await autocannon({
    url: address,
    connections: CLIENTS,
    duration: SECONDS,
    timeout: 60,
    requests: paths.map((path) => ({ method: 'GET', path })),
  });
  const after = await late(address);
  const pace = result.requests.total / SECONDS;
  const { p50, p99 } = result.latency;
  const errors = result.errors + result.non2xx;
  return {
    target: 3,
    what: `${CLIENTS} clients on the API, ${paths.length} addresses`,
    measured: `${pace.toFixed(0)} answers/s, p50 ${p50} ms, p99 ${p99} ms, event loop ${Math.max(before, after).toFixed(0)} ms late (p99), ${errors} errors`,
    wanted: '≥ 450/s, p99/p50 ≤ 1.6, ≤ 20 ms late, 0 errors',
    met: pace >= 450 && p99 / p50 <= 1.6 && after <= 20 && errors === 0,
  };
}

/** The 99th percentile of how late the event loop was since it was last asked, in ms. */
async function late(address: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text();
  return 1000 * Number(/^nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(text)?.[1]);
}
