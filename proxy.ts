/**
 * Runs before every page: settles the language (the root layout cannot see the address), and gives each state of a
 * form one address by taking away the parameters that a plain GET form sends empty.
 */
import { type NextRequest, NextResponse } from 'next/server';
import { parseFilters } from './lib/filters';
import { negotiateLanguage } from './lib/i18n/language';
import { corpusOf, selectReport } from './lib/query';

/**
 * Continues with the language and the address in `x-language` and `x-address`; redirects (307) to the address without
 * its empty parameters; rewrites a report that is not there to the 404 page, because a page that calls `notFound`
 * stands empty in the HTML.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const url = request.nextUrl.clone();
  dropEmpty(url.searchParams);
  if (url.search !== request.nextUrl.search) return NextResponse.redirect(url);
  const head = new Headers(request.headers);
  const language = negotiateLanguage(url.searchParams.get('lang'), request.headers.get('accept-language'));
  head.set('x-language', language);
  head.set('x-address', url.pathname + url.search);
  const forward = { request: { headers: head } };
  const response = (await isMissingReport(url))
    ? NextResponse.rewrite(Object.assign(url, { pathname: NOWHERE }), forward)
    : NextResponse.next(forward);
  response.headers.set('content-language', language);
  return response;
}

/** An address that no page has: Next answers it with `app/global-not-found.tsx` and status 404. */
const NOWHERE = '/-/nowhere';

function dropEmpty(parameters: URLSearchParams): void {
  for (const name of new Set(parameters.keys()))
    if (parameters.getAll(name).every((value) => value.trim() === '')) parameters.delete(name);
}

async function isMissingReport(url: URL): Promise<boolean> {
  const id = /^\/reports\/([^/]+)$/.exec(url.pathname)?.[1];
  if (id === undefined) return false;
  const { filters } = parseFilters(url.searchParams);
  try {
    return (await selectReport(corpusOf(filters.corpus), decodeURIComponent(id))) === null;
  } catch {
    return false;
  }
}

export const config = { matcher: ['/((?!api/|_next/|healthz|theme|icon.svg).*)'] };
