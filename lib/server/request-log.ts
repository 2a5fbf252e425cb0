/**
 * What happens to every request before anything else sees it, whatever answers it: it gets an id and the address of its
 * client, as headers that no client can choose; its end is logged and measured; what it started stops when the client
 * leaves. Node tells of each request on a diagnostics channel, so this holds under `next start`, `next dev` and the
 * standalone server alike.
 */
import { randomUUID } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setting } from '../settings';
import { log } from '../telemetry/log';
import { prometheus } from '../telemetry/prometheus';
import { enterRequest } from '../telemetry/request';
import { CLIENT_ADDRESS, clientAddress } from './client-address';
import { installResponseCache, type Site } from './response-cache';
import { type Kind, kindOf } from './kind';

const REQUEST_ID = 'x-request-id';
const REQUEST_START = 'http.server.request.start';

type Started = { request: IncomingMessage; response: ServerResponse; server: Server };

/** What the server is doing: shared by the modules of all bundles. */
export type Watch = {
  servers: Set<Server>;
  running: number;
  isDraining: boolean;
  site: Site;
  /** Watches no further server; for tests, whose files share a process. */
  stop: () => void;
};
const holder = globalThis as typeof globalThis & { ogiWatch?: Watch };

/**
 * Watches every server of this process from now on and stands before the site; once, however often it is called.
 * Gives what it sees.
 */
export function watchRequests(site: Site): Watch {
  if (holder.ogiWatch) return holder.ogiWatch;
  const onStart = (message: unknown) => begin(watch, message as Started);
  const watch: Watch = {
    servers: new Set(),
    running: 0,
    isDraining: false,
    site,
    stop: () => {
      unsubscribe(REQUEST_START, onStart);
      delete holder.ogiWatch;
    },
  };
  holder.ogiWatch = watch;
  subscribe(REQUEST_START, onStart);
  return watch;
}

/** Whether the server has been told to stop. */
export const isDraining = (): boolean => holder.ogiWatch?.isDraining ?? false;

function begin(watch: Watch, { request, response, server }: Started): void {
  const id = randomUUID();
  const gone = new AbortController();
  const startedAt = performance.now();
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const kind = kindOf(path);
  if (!watch.servers.has(server)) installResponseCache(server, watch.site);
  watch.servers.add(server);
  watch.running += 1;
  prometheus().requestsRunning.set(watch.running);
  request.headers[CLIENT_ADDRESS] = addressOf(request);
  request.headers[REQUEST_ID] = id;
  response.setHeader(REQUEST_ID, id);
  if (watch.isDraining) response.setHeader('Connection', 'close');
  enterRequest({ id, signal: gone.signal });
  response.once('close', () => {
    watch.running -= 1;
    prometheus().requestsRunning.set(watch.running);
    if (!response.writableFinished) gone.abort(new DOMException('the client left', 'AbortError'));
    end(id, request.method ?? '', path, kind, response, performance.now() - startedAt);
  });
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
