/**
 * Answers as they were sent, kept to be sent again: the same address over the same corpus in the same language is the same
 * page, but for its nonce, which every answer gets anew, and an answer of the API is what its tag says. What else an answer
 * depends on is the caller's to say (AnswerKey).
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip as gzipCallback, unzip as unzipCallback } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { setting } from '../settings';
import { freshNonce } from './content-security';
import { namesTag } from './entity-tag';

const gzip = promisify(gzipCallback);
const unzip = promisify(unzipCallback);
/** Much less work than the usual level for a little more bytes. */
const LEVEL = { level: 4 };

/** All that an answer depends on beside the code, as one text; null for a request whose answer is not to be kept. */
export type AnswerKey = (request: Asked) => Promise<string | null>;

/** A request as it came. */
export type Asked = Pick<IncomingMessage, 'url' | 'headers'>;

/** An answer with its body in gzip; `nonce` is that of the page it was taken from, null for an answer with a tag instead. */
export type KeptAnswer = {
  headers: readonly (readonly [string, string])[];
  nonce: string | null;
  tag: string | null;
  zipped: Buffer;
};

/** Bytes of one answer that can be kept, and what an answer takes beside its bytes. */
const LARGEST_ANSWER = 4_000_000;
const OVERHEAD = 2000;
const MEGABYTE = 2 ** 20;

const holder = globalThis as typeof globalThis & { ogiKeptAnswers?: LRUCache<string, KeptAnswer> };
/** The answers kept by this process: at most ANSWERS_KEPT_MB, the least used leave first. */
function answers(): LRUCache<string, KeptAnswer> {
  holder.ogiKeptAnswers ??= new LRUCache({
    // Nothing at all is kept under a size that no answer has.
    maxSize: Math.max(setting('ANSWERS_KEPT_MB') * MEGABYTE, 1),
    sizeCalculation: (answer) => answer.zipped.length + OVERHEAD,
  });
  return holder.ogiKeptAnswers;
}

/** The answer kept under this key. */
export const keptAnswer = (key: string): KeptAnswer | undefined => answers().get(key);

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
export function copyAnswer(response: ServerResponse): { keep: (key: string) => Promise<void> } {
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

async function answerOf(response: ServerResponse, sent: Buffer): Promise<KeptAnswer | null> {
  const text = (name: string): string => String(response.getHeader(name) ?? '');
  const isPage = text('content-type').startsWith('text/html');
  const nonce = /'nonce-([^']+)'/.exec(text('content-security-policy'))?.[1] ?? null;
  const tag = text('etag') || null;
  if (response.statusCode !== 200 || response.hasHeader('set-cookie')) return null;
  if (isPage ? nonce === null : tag === null) return null;
  const headers = Object.entries(response.getHeaders())
    .filter(([name]) => !OF_ONE_ANSWER.has(name))
    .map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value)] as const);
  const body = text('content-encoding') === '' ? sent : await unzip(sent);
  if (body.length > LARGEST_ANSWER) return null;
  return { headers, nonce, tag: isPage ? null : tag, zipped: await gzip(body, LEVEL) };
}

/**
 * Sends a kept answer: a page with a nonce of its own, an answer with a tag as 304 to who has it already; compressed when
 * the client takes gzip.
 */
export async function sendKept(
  answer: KeptAnswer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const nonce = answer.nonce === null ? null : freshNonce();
  const renew = (text: string): string =>
    nonce === null || answer.nonce === null ? text : text.replaceAll(answer.nonce, nonce);
  for (const [name, value] of answer.headers) response.setHeader(name, renew(value));
  if (answer.tag !== null && namesTag(request.headers['if-none-match'], answer.tag)) {
    response.removeHeader('Content-Type');
    response.statusCode = 304;
    return void response.end();
  }
  const isGzip = takesGzip(String(request.headers['accept-encoding'] ?? ''));
  const body = nonce === null ? await asTaken(answer, isGzip) : await renewed(answer, renew, isGzip);
  if (response.destroyed) return;
  if (isGzip) response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Content-Length', body.length);
  response.end(body);
}

const asTaken = async ({ zipped }: KeptAnswer, isGzip: boolean): Promise<Buffer> =>
  isGzip ? zipped : unzip(zipped);

async function renewed(
  { zipped }: KeptAnswer,
  renew: (text: string) => string,
  isGzip: boolean,
): Promise<Buffer> {
  // A nonce is ASCII, so that it is found byte by byte whatever the page is written in.
  const plain = Buffer.from(renew((await unzip(zipped)).toString('latin1')), 'latin1');
  return isGzip ? gzip(plain, LEVEL) : plain;
}

const takesGzip = (accepted: string): boolean => /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|\s|$))/i.test(accepted);
