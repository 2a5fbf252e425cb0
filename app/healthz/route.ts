import { CORPORA } from '../../lib/filters/values';
import { withDatabase } from '../../lib/store/connect';
import { corpusOf } from '../../lib/store/corpora';

export const dynamic = 'force-dynamic';

type Health = { corpus: string; ready: boolean; version: string | null; reports: number | null };

/** 200 when every corpus answers, 503 when one does not; which version and how many reports each serves. */
export async function GET(): Promise<Response> {
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
    process.stderr.write(`healthz: ${error instanceof Error ? error.message : error}\n`);
    return { corpus: name, ready: false, version: null, reports: null };
  }
}
