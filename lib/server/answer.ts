/**
 * Whole answers, as they are kept and sent: compressed once for every encoding that is given, with a tag, so that who has
 * one already is sent 304. A page gets the policy of its own scripts here.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gunzipSync, gzip } from 'node:zlib';
import fresh from 'fresh';
import Negotiator from 'negotiator';
import { hashScripts, pagePolicy } from './content-security';
import type { Recorded } from './record';

/** Encodings in the order of preference. */
const ENCODINGS = ['br', 'gzip', 'identity'] as const;
type Encoding = (typeof ENCODINGS)[number];

/** Level of Brotli: fewer bytes than gzip's best for no more work. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const pack = {
  br: (body: Buffer) => promisify(brotliCompress)(body, BROTLI),
  gzip: (body: Buffer) => promisify(gzip)(body),
};
const COMPRESSIBLE = /^text\/|[/+](?:json|xml|javascript)\b/;

/** An answer to be sent any number of times. `bodies` has gzip, and br for one that is kept; or only what cannot be compressed. */
export type Answer = {
  status: number;
  headers: readonly (readonly [string, string | string[]])[];
  /** Its entity tag, null without one. A strong one is of the body without encoding. */
  tag: string | null;
  bodies: Partial<Record<Encoding, Buffer>>;
};

/** Headers that belong to one sending of an answer. */
const OF_ONE_SENDING = [
  'date',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'etag',
  'vary',
  'ratelimit',
  'ratelimit-policy',
];

/** What a page depends on beside its address. */
const PAGE_VARIES = ['Accept-Language', 'Cookie'];
/** Browsers ask each time, by its tag; caches in front may keep a page for a minute, and send it while they ask. */
const SHARED = 'public, max-age=0, s-maxage=60, stale-while-revalidate=300';
/** A page in a theme that its reader chose. */
const OWN = 'private, no-cache';

export const isPage = ({ headers }: Recorded): boolean =>
  String(headers['content-type'] ?? '').startsWith('text/html');

/** The page at `path` with a policy that lets only the scripts run that Next marked with `nonce`; other answers as they are. */
export function withPolicy(made: Recorded, path: string, nonce: string): Recorded {
  if (!isPage(made)) return made;
  const { html, hashes } = hashScripts(made.body.toString(), nonce);
  const headers = { ...made.headers, 'content-security-policy': pagePolicy(path, hashes) };
  // What is to be loaded early carries the mark as well.
  if (headers.link !== undefined) headers.link = String(headers.link).replaceAll(`; nonce="${nonce}"`, '');
  return { ...made, headers, body: Buffer.from(html) };
}

/** A page with its tag and how long caches may have it, `isOwn` when it is drawn as one reader chose; other answers as they are. */
export function withTag(page: Recorded, isOwn: boolean): Recorded {
  if (!isPage(page)) return page;
  const hash = createHash('sha256').update(page.body).digest('hex').slice(0, 32);
  return {
    ...page,
    headers: { ...page.headers, etag: `"${hash}"`, 'cache-control': isOwn ? OWN : SHARED },
  };
}

/** The answer ready to be sent: in every encoding when it will be sent again, else in gzip alone. */
export async function answerOf(made: Recorded, isKept: boolean): Promise<Answer> {
  const { status, headers, body } = made;
  const vary = String(headers.vary ?? '').split(/\s*,\s*/);
  const varies = new Set([...vary, 'Accept-Encoding', ...(isPage(made) ? PAGE_VARIES : [])].filter(Boolean));
  const isSmaller = body.length > 0 && COMPRESSIBLE.test(String(headers['content-type'] ?? ''));
  const [zipped, brotli] = await Promise.all([
    isSmaller ? pack.gzip(body) : null,
    isSmaller && isKept ? pack.br(body) : null,
  ]);
  return {
    status,
    headers: [
      ...Object.entries(headers)
        .filter(([name, value]) => value !== undefined && !OF_ONE_SENDING.includes(name))
        .map(([name, value]) => [name, Array.isArray(value) ? value : String(value)] as const),
      ['vary', [...varies].join(', ')],
    ],
    tag: headers.etag === undefined ? null : String(headers.etag),
    bodies: {
      ...(brotli ? { br: brotli } : {}),
      ...(zipped ? { gzip: zipped } : { identity: body }),
    },
  };
}

/** Bytes of memory that an answer takes. */
export const sizeOf = ({ bodies, headers }: Answer): number =>
  JSON.stringify(headers).length + Object.values(bodies).reduce((sum, body) => sum + body.length, 1);

/** Sends the answer in the smallest encoding that the client takes, or 304 to who has it already. */
export function sendAnswer(
  { status, headers, tag, bodies }: Answer,
  request: { headers: IncomingMessage['headers'] },
  response: ServerResponse,
): void {
  const given = ENCODINGS.filter((each) => bodies[each] || each === 'identity');
  const accepted = new Negotiator(request).encodings([...given]);
  // Who refuses all of them is sent what needs no reading.
  const encoding = given.find((each) => accepted.includes(each)) ?? 'identity';
  for (const [name, value] of headers) response.setHeader(name, value);
  response.statusCode = status;
  if (tag !== null) {
    const etag = tag.startsWith('W/') ? tag : tag.replace(/"$/, `-${encoding}"`);
    response.setHeader('ETag', etag);
    // `fresh` also heeds Cache-Control of the request, which fetch() sends along with every condition.
    if (status === 200 && fresh({ 'if-none-match': request.headers['if-none-match'] }, { etag })) {
      response.statusCode = 304;
      response.removeHeader('Content-Type');
      return void response.end();
    }
  }
  const body = bodies[encoding] ?? gunzipSync(bodies.gzip ?? '');
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  if (status !== 304 && status !== 204) response.setHeader('Content-Length', body.length);
  response.end(body);
}
