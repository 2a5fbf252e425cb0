/** Hands what an upload gave from the request's first step (proxy.ts) to its page. Gone with the request. */
import { type CurrentRequest, currentRequest } from '../telemetry/request';
import type { ReadOutcome } from './outcome';

/** Why nothing of an upload was read. */
export type RefusalReason = 'off' | 'none' | 'too_many' | 'too_large' | 'broken' | 'busy' | 'often';

export type UploadAnswer =
  | { kind: 'read'; outcomes: ReadOutcome[] }
  | { kind: 'refused'; why: RefusalReason; status: number; retryAfter: number | null };

/** Shared by the modules of all bundles. */
const holder = globalThis as typeof globalThis & { ogiUploads?: WeakMap<CurrentRequest, UploadAnswer> };

/** Keeps the answer for the page of the request at hand. */
export function keepAnswer(answer: UploadAnswer): void {
  const request = currentRequest();
  if (!request) throw new Error('an upload outside of a request');
  holder.ogiUploads ??= new WeakMap();
  holder.ogiUploads.set(request, answer);
}

/** The answer to the request at hand; null when it uploaded nothing. */
export function keptAnswer(): UploadAnswer | null {
  const request = currentRequest();
  return (request && holder.ogiUploads?.get(request)) ?? null;
}
