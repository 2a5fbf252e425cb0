/** What the server has to serve, for whatever watches over it. */
import { CORPORA } from '../../../lib/filters';
import { corpusOf } from '../../../lib/query';
import { withDatabase } from '../../../lib/store/connect';

type Health = { corpus: string; ready: boolean; version: string | null; reports: number | null };

/** 200 when every corpus answers, 503 when one does not; which version and how many reports each serves. */
export async function healthResponse(): Promise<Response> {
  const corpora = await Promise.all(CORPORA.map(checkCorpus));
  const isReady = corpora.every((corpus) => corpus.ready);
  return Response.json(
    { status: isReady ? 'ok' : 'unavailable', corpora },
    { status: isReady ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}

async function checkCorpus(name: (typeof CORPORA)[number]): Promise<Health> {
  try {
    const { corpus_version, reports } = await withDatabase(corpusOf(name), async ({ manifest }) => manifest);
    return { corpus: name, ready: true, version: corpus_version, reports };
  } catch (error) {
    process.stderr.write(`healthz: ${error instanceof Error ? error.message : String(error)}\n`);
    return { corpus: name, ready: false, version: null, reports: null };
  }
}
