/**
 * What happens to every request before anything else sees it, whatever answers it: it gets an id and the address of its
 * client, both as headers that no client can choose. Node tells of each request on a diagnostics channel, so this holds
 * under `next start`, `next dev` and the standalone server alike.
 */
import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setting } from '../settings';
import { CLIENT_ADDRESS, clientAddress } from './client-address';

export const REQUEST_ID = 'x-request-id';

type Started = { request: IncomingMessage; response: ServerResponse };

const holder = globalThis as typeof globalThis & { ogiRequestsWatched?: boolean };

/** Watches every server of this process from now on; once, however often it is called. */
export function watchRequests(): void {
  if (holder.ogiRequestsWatched) return;
  holder.ogiRequestsWatched = true;
  subscribe('http.server.request.start', (message) => begin(message as Started));
}

function begin({ request, response }: Started): void {
  const forwarded = request.headers['x-forwarded-for'];
  const address = clientAddress(
    request.socket.remoteAddress,
    typeof forwarded === 'string' ? forwarded : forwarded?.join(),
    setting('TRUST_PROXY'),
  );
  const id = randomUUID();
  request.headers[CLIENT_ADDRESS] = address;
  request.headers[REQUEST_ID] = id;
  response.setHeader(REQUEST_ID, id);
}
