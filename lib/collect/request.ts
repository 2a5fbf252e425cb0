/** One request and its whole answer, within bounds of size and time. Redirects are answers like any other. */
import { Agent as HttpAgent, type IncomingMessage, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { checkedLookup, type Resolve } from './address';
import { FetchError, refusalOf } from './fetch-error';

export type RequestBounds = {
  userAgent: string;
  /** Largest body, unpacked, in bytes. */
  maxBytes: number;
  /** Seconds for the whole answer. */
  seconds: number;
  allowPrivate: boolean;
  resolve?: Resolve;
};

export type Answer = { status: number; headers: Record<string, string>; body: Buffer };

/** Sends GET requests over connections of its own; `close` ends those that are kept open. */
export type Client = {
  fetch(url: URL, headers?: Record<string, string>): Promise<Answer>;
  close(): void;
};

/** A client with these bounds. Its `fetch` throws a Refusal for everything that is no whole answer. */
export function openClient(bounds: RequestBounds): Client {
  const agents = {
    'http:': new HttpAgent({ keepAlive: true, maxSockets: 2 }),
    'https:': new HttpsAgent({ keepAlive: true, maxSockets: 2 }),
  };
  const lookup = checkedLookup(bounds.allowPrivate, bounds.resolve);
  const send = (url: URL, headers: Record<string, string>, signal: AbortSignal) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const isHttps = url.protocol === 'https:';
      const options = {
        agent: isHttps ? agents['https:'] : agents['http:'],
        headers: {
          accept: 'text/html,application/pdf,application/msword,*/*;q=0.5',
          'accept-encoding': 'gzip, deflate, br',
          'accept-language': 'zh-CN,zh;q=0.9',
          'user-agent': bounds.userAgent,
          ...headers,
        },
        lookup,
        signal,
      };
      (isHttps ? httpsRequest : httpRequest)(url, options, resolve).on('error', reject).end();
    });
  return {
    fetch: async (url, headers = {}) => {
      const signal = AbortSignal.timeout(bounds.seconds * 1000);
      try {
        const answer = await send(url, headers, signal);
        const body = await readBody(answer, bounds.maxBytes);
        return { status: answer.statusCode ?? 0, headers: plainHeaders(answer), body };
      } catch (error) {
        throw refusalOf(signal.aborted ? signal.reason : error);
      }
    },
    close: () => {
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}

async function readBody(answer: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const tooLarge = () =>
    new FetchError(`more than ${Math.round(maxBytes / 1024 / 1024)} MB`, 'a report of ordinary size');
  if (Number(answer.headers['content-length'] ?? 0) > maxBytes) {
    answer.destroy();
    throw tooLarge();
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of unpacked(answer)) {
    bytes += (chunk as Buffer).length;
    if (bytes > maxBytes) {
      answer.destroy();
      throw tooLarge();
    }
    chunks.push(chunk as Buffer);
  }
  if (!answer.complete) throw new FetchError('a connection that broke off', 'the whole page', true);
  return Buffer.concat(chunks);
}

/** The body as it was before the server packed it; a failure of the connection fails what is read from it. */
function unpacked(answer: IncomingMessage): Readable {
  const encoding = (answer.headers['content-encoding'] ?? '').trim().toLowerCase();
  const unpack =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'deflate'
        ? createInflate()
        : encoding === 'br'
          ? createBrotliDecompress()
          : null;
  if (!unpack || answer.statusCode === 304) return answer;
  answer.on('error', (error) => unpack.destroy(error));
  return answer.pipe(unpack);
}

function plainHeaders(answer: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(answer.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
  );
}
