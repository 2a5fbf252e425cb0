/**
 * Answers that did not change: an answer depends on its address, on the corpus and on the code that makes it, so their
 * versions are its tag. A client that has it already gets 304 before anything is asked of the store.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fresh from 'fresh';
import type { CorpusName } from '../../../lib/filters';
import { corpusOf } from '../../../lib/query';
import { CORS_HEADERS } from '../../../lib/server/cors';
import { corpusManifest } from '../../../lib/store/connect';

const startedAt = String(Date.now());

/** Name of the build that serves; of an unbuilt server, the time it started. */
function codeVersion(): string {
  try {
    return readFileSync(join(/* turbopackIgnore: true */ process.cwd(), '.next', 'BUILD_ID'), 'utf8').trim();
  } catch {
    return startedAt;
  }
}
const CODE_VERSION = codeVersion();

/**
 * The answer with its tag, or 304 when the request names that tag. Clients must ask again each time (`no-cache`),
 * since a corpus can be replaced at any moment. `corpus` is null for an answer that rests on the code alone.
 */
export async function tagged(
  request: Request,
  corpus: CorpusName | null,
  answer: () => Promise<Response>,
): Promise<Response> {
  const version = corpus === null ? '' : (await corpusManifest(corpusOf(corpus))).corpus_version;
  const { pathname, search } = new URL(request.url);
  const hash = createHash('sha256').update([pathname, search, version, CODE_VERSION].join('\n'));
  const headers = { ETag: `W/"${hash.digest('hex').slice(0, 24)}"`, 'Cache-Control': 'no-cache' };
  const condition = request.headers.get('if-none-match')?.trim();
  const unchanged = (): Response =>
    new Response(null, { status: 304, headers: { ...CORS_HEADERS, ...headers } });
  const isAny = condition === '*';
  if (!isAny && fresh({ 'if-none-match': condition }, { etag: headers.ETag })) return unchanged();
  const response = await answer();
  // `*` is any answer there is (RFC 9110 §13.1.2), so whether there is one must be known first.
  if (isAny && response.ok) {
    await response.body?.cancel();
    return unchanged();
  }
  if (response.ok) for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}
