/** What the server has to serve, for whatever watches over it. */
import { CORPORA } from '../../../lib/filters';
import { serverState } from '../../../lib/server/state';
import { corpusOf } from '../../../lib/query';
import { corpusManifest } from '../../../lib/store/connect';
import { errorText, log } from '../../../lib/telemetry/log';

type Health = { corpus: string; ready: boolean; version: string | null; reports: number | null };

/**
 * Which version and how many reports of each corpus are served. `unready` is the status when one of them is not there
 * or the server is stopping, else it is 200.
 */
export async function healthResponse(unready: 200 | 503): Promise<Response> {
  const corpora = await corporaHealth();
  const isReady = corpora.every((corpus) => corpus.ready) && !serverState().isDraining;
  return Response.json(
    { status: isReady ? 'ok' : 'unavailable', corpora },
    { status: isReady ? 200 : unready, headers: { 'Cache-Control': 'no-store' } },
  );
}

/** The state of every corpus. */
export const corporaHealth = (): Promise<Health[]> => Promise.all(CORPORA.map(checkCorpus));

async function checkCorpus(name: (typeof CORPORA)[number]): Promise<Health> {
  try {
    const { corpus_version, reports } = await corpusManifest(corpusOf(name));
    return { corpus: name, ready: true, version: corpus_version, reports };
  } catch (error) {
    log().warn(`corpus ${name} is not ready: ${errorText(error)}`);
    return { corpus: name, ready: false, version: null, reports: null };
  }
}
