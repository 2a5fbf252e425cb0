/**
 * What happens to every request before Next sees it, if it ever does: it gets an id and the address of its client, as
 * headers that no client can choose; its end is logged and measured; what it started stops when the client leaves.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setting } from '../settings';
import { log } from '../telemetry/log';
import { prometheus } from '../telemetry/prometheus';
import { type CurrentRequest, enterRequest } from '../telemetry/request';
import { CLIENT_ADDRESS, clientAddress } from './client-address';
import { limitedApi } from './guards';
import { type Kind, kindOf, LIVE } from './kind';
import type { Handler } from './record';
import { type Asked, type CacheKey, responseCache, sendResponse } from './response-cache';
import { siteHeaders } from './site-headers';
import { serverState } from './state';

const REQUEST_ID = 'x-request-id';

/** What the site tells the server. */
export type Site = {
  /** What the answer to a request depends on; null for one that must not be sent to others. */
  cacheKey: (asked: Asked) => Promise<CacheKey | null>;
  /** What the server has to serve: the answer to `LIVE`. */
  live: () => Promise<Response>;
};

/** Answers every request of a server: kept answers and whether the server lives by itself, everything else through Next. */
export function requestListener(next: Handler, { cacheKey, live }: Site): RequestListener {
  const answerVisit = responseCache(next, cacheKey);
  const dispatch = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // Next changes both.
    const asked: Asked = { url: request.url, method: request.method, headers: { ...request.headers } };
    const { path, kind, current } = begin(request, response);
    const isReading = asked.method === 'GET' || asked.method === 'HEAD';
    if (path === LIVE && isReading) return sendResponse(await live(), response);
    if (isReading && (kind === 'api' || kind === 'export')) {
      const limited = limitedApi(path, String(request.headers[CLIENT_ADDRESS] ?? ''));
      for (const [name, value] of Object.entries(limited.headers)) response.setHeader(name, value);
      if (limited.refusal) return sendResponse(limited.refusal, response);
    }
    if (kind === 'page' || kind === 'api')
      return answerVisit({ asked, request, response, path, kind, current });
    await next(request, response);
  };
  return (request, response) => {
    dispatch(request, response).catch((error: unknown) => {
      log().error({ err: error }, 'a request was not answered');
      response.destroy();
    });
  };
}

function begin(
  request: IncomingMessage,
  response: ServerResponse,
): { path: string; kind: Kind; current: CurrentRequest } {
  const state = serverState();
  const gone = new AbortController();
  const startedAt = performance.now();
  const current = { id: randomUUID(), signal: gone.signal };
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const kind = kindOf(path);
  const method = request.method ?? '';
  prometheus().requestsRunning.set(++state.running);
  request.headers[CLIENT_ADDRESS] = addressOf(request);
  request.headers[REQUEST_ID] = current.id;
  for (const [name, value] of siteHeaders(path, kind)) response.setHeader(name, value);
  response.setHeader(REQUEST_ID, current.id);
  if (state.isDraining) response.setHeader('Connection', 'close');
  enterRequest(current);
  response.once('close', () => {
    prometheus().requestsRunning.set(--state.running);
    if (!response.writableFinished) gone.abort(new DOMException('the client left', 'AbortError'));
    end(current.id, method, path, kind, response, performance.now() - startedAt);
  });
  return { path, kind, current };
}

function end(
  id: string,
  method: string,
  path: string,
  kind: Kind,
  response: ServerResponse,
  milliseconds: number,
): void {
  const isWhole = response.writableFinished;
  const status = isWhole ? String(response.statusCode) : 'left';
  prometheus().requests.observe({ kind, status }, milliseconds / 1000);
  const level = kind === 'static' || kind === 'probe' ? 'debug' : 'info';
  log()[level](
    { request: id, method, path, kind, status: response.statusCode, ms: Math.round(milliseconds) },
    isWhole ? 'answered' : 'the client left',
  );
}

function addressOf(request: IncomingMessage): string {
  const forwarded = request.headers['x-forwarded-for'];
  const text = typeof forwarded === 'string' ? forwarded : forwarded?.join();
  return clientAddress(request.socket.remoteAddress, text, setting('TRUST_PROXY'));
}
