/** What Next makes, held back until it is whole: only then are the hashes of a page's scripts and its tag known. */
import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Writable } from 'node:stream';
import { errorText, log } from '../telemetry/log';

/** Makes an answer, as Next's request handler does. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** An answer as it was made, not compressed. */
export type Recorded = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

/** A response that nobody is sent. Its socket takes everything at once and drops it, so that it ends as any other. */
class Recorder extends ServerResponse {
  readonly chunks: Buffer[] = [];

  constructor(request: IncomingMessage) {
    super(request);
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
    this.assignSocket(nowhere as unknown as Socket);
  }

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    this.#keep(chunk, rest[0]);
    super.write(chunk, ...(rest as [BufferEncoding]));
    // Nobody would say when there is room again, and there always is.
    return true;
  }

  override end(chunk?: unknown, ...rest: unknown[]): this {
    this.#keep(chunk, rest[0]);
    return super.end(chunk, ...(rest as [BufferEncoding]));
  }

  #keep(chunk: unknown, encoding: unknown): void {
    if (typeof chunk === 'string') this.chunks.push(Buffer.from(chunk, encoding as BufferEncoding));
    else if (chunk instanceof Uint8Array) this.chunks.push(Buffer.from(chunk));
  }
}

/**
 * What `make` answers to the request, uncompressed and with its body even for HEAD; null when `gone` aborts before it is
 * whole. What `make` throws is logged and answered with 500.
 */
export function record(request: IncomingMessage, gone: AbortSignal, make: Handler): Promise<Recorded | null> {
  if (gone.aborted) return Promise.resolve(null);
  delete request.headers['accept-encoding'];
  if (request.method === 'HEAD') request.method = 'GET';
  const recorder = new Recorder(request);
  const close = (): void => void recorder.socket?.destroy();
  gone.addEventListener('abort', close, { once: true });
  return new Promise((resolve) => {
    recorder.once('finish', () => {
      const body = Buffer.concat(recorder.chunks);
      resolve({ status: recorder.statusCode, headers: recorder.getHeaders(), body });
      close();
    });
    recorder.once('close', () => resolve(null));
    const fail = (error: unknown): void => {
      log().error(`an answer could not be made: ${errorText(error)}`);
      recorder.statusCode = 500;
      recorder.end('Internal Server Error');
    };
    void (async () => make(request, recorder))().catch(fail);
  });
}
