/** JSON answers and the frame around every handler. */
import { problemOf } from './problem';

/** Anyone may read the API from a page of their own. */
export const OPEN_TO_ALL = { 'Access-Control-Allow-Origin': '*' };

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
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...OPEN_TO_ALL, ...headers },
  });
}

/** The query of a request. */
export const paramsOf = (request: Request): URLSearchParams => new URL(request.url).searchParams;

/** Address of the next page of a list, relative to the site; null on the last page. */
export function nextPage(request: Request, meta: { page: number; pages: number }): string | null {
  if (meta.page >= meta.pages) return null;
  const url = new URL(request.url);
  url.searchParams.set('page', String(meta.page + 1));
  return `${url.pathname}${url.search}`;
}
