/** JSON answers and the frame around every handler. */
import { CORS_HEADERS } from '../../../lib/server/cors';
import { problemOf } from './problem';

/** What the handler answers, or the problem document for what it throws. */
export async function answering(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    return problemOf(error);
  }
}

/** A body as JSON. */
export function jsonResponse(body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...CORS_HEADERS, ...headers },
  });
}

/** The query of a request. */
export const paramsOf = (request: Request): URLSearchParams => new URL(request.url).searchParams;

/**
 * A page of a list: its cursor in `meta.next` becomes the address of the next page, relative to the site and also given
 * as a Link header (RFC 8288); null on the last page.
 */
export function listResponse<M extends { next: string | null }>(
  request: Request,
  answer: { meta: M } & Record<string, unknown>,
): Response {
  const url = new URL(request.url);
  url.searchParams.delete('page');
  if (answer.meta.next !== null) url.searchParams.set('after', answer.meta.next);
  const next = answer.meta.next === null ? null : `${url.pathname}${url.search}`;
  const headers: Record<string, string> = next === null ? {} : { Link: `<${next}>; rel="next"` };
  return jsonResponse({ ...answer, meta: { ...answer.meta, next } }, headers);
}
