/**
 * Pages as they were sent, kept to be sent again: the same address over the same corpus in the same language is the same
 * page, but for its nonce, which every answer gets anew. What a page depends on is the caller's to say (PageKey).
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip as gzipCallback, unzip as unzipCallback } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { setting } from '../settings';
import { freshNonce } from './content-security';

const gzip = promisify(gzipCallback);
const unzip = promisify(unzipCallback);

/** All that a page depends on beside the code, as one text; null for a request whose answer is not to be kept. */
export type PageKey = (request: Asked) => Promise<string | null>;

/** A request as it came. */
export type Asked = Pick<IncomingMessage, 'url' | 'headers'>;

/** A page between the places of its nonce; `headers` hold the nonce of the answer it was taken from. */
export type KeptPage = { headers: readonly (readonly [string, string])[]; nonce: string; parts: Buffer[] };

/** Bytes of one page that can be kept, and what a page takes beside its bytes. */
const LARGEST_PAGE = 4_000_000;
const OVERHEAD = 2000;
const MEGABYTE = 2 ** 20;

const holder = globalThis as typeof globalThis & { ogiPages?: LRUCache<string, KeptPage> };
/** The pages kept by this process: at most PAGES_KEPT_MB, the least used leave first. */
function pages(): LRUCache<string, KeptPage> {
  holder.ogiPages ??= new LRUCache({
    // Nothing at all is kept under a size that no page has.
    maxSize: Math.max(setting('PAGES_KEPT_MB') * MEGABYTE, 1),
    sizeCalculation: (page) => page.parts.reduce((sum, part) => sum + part.length, OVERHEAD),
  });
  return holder.ogiPages;
}

/** The page kept under this key. */
export const keptPage = (key: string): KeptPage | undefined => pages().get(key);

/** Headers that belong to one answer and not to the page. */
const OF_ONE_ANSWER: ReadonlySet<string> = new Set([
  'x-request-id',
  'date',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-encoding',
  'content-length',
]);

/**
 * Copies what is written to the answer from now on. `keep` stores the copy under `key` once the answer was sent whole, if
 * it is a page with a nonce that came with status 200 and sets no cookie; anything else is forgotten.
 */
export function copyAnswer(response: ServerResponse): { keep: (key: string) => Promise<void> } {
  let chunks: Buffer[] | null = [];
  let size = 0;
  const copy = (chunk: unknown, encoding: unknown): void => {
    if (chunks === null || (typeof chunk !== 'string' && !(chunk instanceof Uint8Array))) return;
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, textEncoding(encoding)) : Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST_PAGE) chunks = null;
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
      const page = chunks === null ? null : await pageOf(response, Buffer.concat(chunks));
      if (page) pages().set(key, page);
    },
  };
}

const textEncoding = (encoding: unknown): BufferEncoding =>
  typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8';

async function pageOf(response: ServerResponse, sent: Buffer): Promise<KeptPage | null> {
  const text = (name: string): string => String(response.getHeader(name) ?? '');
  const nonce = /'nonce-([^']+)'/.exec(text('content-security-policy'))?.[1];
  if (response.statusCode !== 200 || !text('content-type').startsWith('text/html')) return null;
  if (nonce === undefined || response.hasHeader('set-cookie')) return null;
  const headers = Object.entries(response.getHeaders())
    .filter(([name]) => !OF_ONE_ANSWER.has(name))
    .map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value)] as const);
  const body = text('content-encoding') === '' ? sent : await unzip(sent);
  if (body.length > LARGEST_PAGE) return null;
  return { headers, nonce, parts: split(body, nonce) };
}

function split(body: Buffer, nonce: string): Buffer[] {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = body.indexOf(nonce); at >= 0; at = body.indexOf(nonce, from)) {
    parts.push(body.subarray(from, at));
    from = at + nonce.length;
  }
  return [...parts, body.subarray(from)];
}

/** Sends a kept page with a nonce of its own, compressed when the client takes gzip. */
export async function sendPage(
  page: KeptPage,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const nonce = freshNonce();
  for (const [name, value] of page.headers) response.setHeader(name, value.replaceAll(page.nonce, nonce));
  const between = Buffer.from(nonce);
  const plain = Buffer.concat(page.parts.flatMap((part, i) => (i === 0 ? [part] : [between, part])));
  const isGzip = takesGzip(String(request.headers['accept-encoding'] ?? ''));
  const body = isGzip ? await gzip(plain, { level: 4 }) : plain;
  if (response.destroyed) return;
  if (isGzip) response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Content-Length', body.length);
  response.end(body);
}

const takesGzip = (accepted: string): boolean => /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|\s|$))/i.test(accepted);
