import { queriesWaiting } from '../../lib/store/connect';
import { prometheus } from '../../lib/telemetry/prometheus';
import { corporaHealth } from '../api/_http/health';

export const dynamic = 'force-dynamic';

/** What the server counts of itself, in the text format of Prometheus. */
export async function GET(): Promise<Response> {
  const { registry, queriesWaiting: waiting, corpusReports } = prometheus();
  waiting.set(queriesWaiting());
  corpusReports.reset();
  for (const { corpus, version, reports } of await corporaHealth())
    if (version !== null && reports !== null) corpusReports.set({ corpus, version }, reports);
  return new Response(await registry.metrics(), {
    headers: { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' },
  });
}
