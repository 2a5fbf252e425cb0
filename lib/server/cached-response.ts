/**
 * Answers as they were sent, kept to be sent again: the same address over the same corpus in the same language is the same
 * page, but for its nonce, which every answer gets anew, and an answer of the API is what its tag says. What else an answer
 * depends on is the caller's to say (AnswerKey).
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress as brotliCallback, constants, unzip as unzipCallback } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { setting } from '../settings';
import { freshNonce } from './content-security';
import { namesTag } from './entity-tag';
import { fillHoles, type HoledGzip, packHoled } from './gzip-holes';

const unzip = promisify(unzipCallback);
const brotli = promisify(brotliCallback);
/** Level of Brotli: fewer bytes than gzip's best for no more work. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** All that an answer depends on beside the code, as one text; null for a request whose answer is not to be kept. */
export type CacheKey = (request: Asked) => Promise<string | null>;

/** A request as it came. */
export type Asked = Pick<IncomingMessage, 'url' | 'headers'>;

/** An answer with its body in gzip: a page with the nonce that it was made with, in whose place another one goes, or an answer with a tag. */
export type CachedResponse = {
  headers: readonly (readonly [string, string])[];
  nonce: string | null;
  tag: string | null;
  body: HoledGzip;
  /** The body in Brotli, where it is always the same: for a nonce it would have to be packed anew. */
  brotli: Buffer | null;
};

/** Bytes of one answer that can be kept, and what an answer takes beside its bytes. */
const LARGEST_ANSWER = 4_000_000;
const OVERHEAD = 2000;
const MEGABYTE = 2 ** 20;

const holder = globalThis as typeof globalThis & { ogiKeptAnswers?: LRUCache<string, CachedResponse> };
/** The answers kept by this process: at most ANSWERS_KEPT_MB, the least used leave first. */
function answers(): LRUCache<string, CachedResponse> {
  holder.ogiKeptAnswers ??= new LRUCache({
    // Nothing at all is kept under a size that no answer has.
    maxSize: Math.max(setting('ANSWERS_KEPT_MB') * MEGABYTE, 1),
    sizeCalculation: (answer) => answer.body.packed + (answer.brotli?.length ?? 0) + OVERHEAD,
  });
  return holder.ogiKeptAnswers;
}

/** The answer kept under this key. */
export const cachedResponse = (key: string): CachedResponse | undefined => answers().get(key);

/** Headers that belong to one answer and not to what is kept. */
const OF_ONE_ANSWER: ReadonlySet<string> = new Set([
  'x-request-id',
  'date',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-encoding',
  'content-length',
  'ratelimit',
  'ratelimit-policy',
]);

/**
 * Copies what is written to the answer from now on. `keep` stores the copy under `key` once the answer was sent whole, if it
 * came with status 200, sets no cookie and is a page with a nonce or has a tag; anything else is forgotten.
 */
export function captureResponse(response: ServerResponse): { keep: (key: string) => Promise<void> } {
  let chunks: Buffer[] | null = [];
  let size = 0;
  const copy = (chunk: unknown, encoding: unknown): void => {
    if (chunks === null || (typeof chunk !== 'string' && !(chunk instanceof Uint8Array))) return;
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, textEncoding(encoding)) : Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST_ANSWER) chunks = null;
    else chunks.push(bytes);
  };
  for (const name of ['write', 'end'] as const) {
    const original = response[name].bind(response) as (...values: unknown[]) => unknown;
    const copying = (...values: unknown[]): unknown => {
      copy(values[0], values[1]);
      return original(...values);
    };
    Object.defineProperty(response, name, { value: copying, configurable: true, writable: true });
  }
  return {
    async keep(key) {
      const answer = chunks === null ? null : await answerOf(response, Buffer.concat(chunks));
      if (answer) answers().set(key, answer);
    },
  };
}

const textEncoding = (encoding: unknown): BufferEncoding =>
  typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8';

async function answerOf(response: ServerResponse, sent: Buffer): Promise<CachedResponse | null> {
  const text = (name: string): string => String(response.getHeader(name) ?? '');
  const isPage = text('content-type').startsWith('text/html');
  const nonce = isPage ? (/'nonce-([^']+)'/.exec(text('content-security-policy'))?.[1] ?? null) : null;
  const tag = text('etag') || null;
  if (response.statusCode !== 200 || response.hasHeader('set-cookie')) return null;
  // Another nonce is written over it, so it must be as long as those that we give.
  if (isPage ? nonce?.length !== freshNonce().length : tag === null) return null;
  const headers = Object.entries(response.getHeaders())
    .filter(([name]) => !OF_ONE_ANSWER.has(name))
    .map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value)] as const);
  const body = text('content-encoding') === '' ? sent : await unzip(sent);
  if (body.length > LARGEST_ANSWER) return null;
  const packed = await (nonce === null
    ? packHoled(body)
    : packHoled(body, placesOf(nonce, body), nonce.length));
  if (packed === null) return null;
  return {
    headers,
    nonce,
    tag: isPage ? null : tag,
    body: packed,
    brotli: nonce === null ? await brotli(body, BROTLI) : null,
  };
}

function placesOf(nonce: string, body: Buffer): number[] {
  const places: number[] = [];
  for (let at = body.indexOf(nonce); at >= 0; at = body.indexOf(nonce, at + nonce.length)) places.push(at);
  return places;
}

/**
 * Sends a kept answer: a page with a nonce of its own, an answer with a tag as 304 to who has it already; compressed as the
 * client takes it.
 */
export async function sendCached(
  { headers, nonce, tag, body, brotli }: CachedResponse,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const fresh = nonce === null ? '' : freshNonce();
  for (const [name, value] of headers)
    response.setHeader(name, nonce === null ? value : value.replaceAll(nonce, fresh));
  const condition = request.headers['if-none-match'];
  // `*` asks whether there is an answer, and here is one.
  if (tag !== null && (condition === '*' || namesTag(condition, tag))) {
    response.removeHeader('Content-Type');
    response.statusCode = 304;
    return void response.end();
  }
  const accepted = request.headers['accept-encoding'] ?? '';
  const zipped = (): Buffer => fillHoles(body, Buffer.from(fresh, 'latin1'));
  const [encoding, sent] =
    brotli && takes('br', accepted)
      ? ['br', brotli]
      : takes('gzip', accepted)
        ? ['gzip', zipped()]
        : [null, await unzip(zipped())];
  if (response.destroyed) return;
  if (encoding !== null) response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Length', sent.length);
  response.end(sent);
}

/** Whether a client that accepts these encodings takes this one. */
const takes = (encoding: 'br' | 'gzip', accepted: string): boolean =>
  new RegExp(`(?:^|[\\s,])${encoding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?:,|\\s|$))`, 'i').test(accepted);
