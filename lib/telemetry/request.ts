/**
 * The request that the running code works for. It follows all that a request starts, through pages and handlers, so
 * that a query knows whose it is and stops when its reader has left.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

export type CurrentRequest = {
  id: string;
  /** Aborts when the client leaves before its answer was whole. */
  signal: AbortSignal;
  /** Whether something that its answer shows could not be had: such an answer is not kept for others. */
  hasFailed?: true;
};

const holder = globalThis as typeof globalThis & { ogiRequest?: AsyncLocalStorage<CurrentRequest> };
holder.ogiRequest ??= new AsyncLocalStorage<CurrentRequest>();
const storage = holder.ogiRequest;

/** The request at hand; null in scripts and in work that belongs to no single request. */
export const currentRequest = (): CurrentRequest | null => storage.getStore() ?? null;

/** Makes what runs from here on part of `request`. */
export const enterRequest = (request: CurrentRequest): void => storage.enterWith(request);

/** Says that the answer to the request at hand lacks something, though it may be sent. */
export function markFailed(): void {
  const request = currentRequest();
  if (request) request.hasFailed = true;
}
