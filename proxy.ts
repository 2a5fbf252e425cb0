/**
 * Runs before every page and every answer of the API. For pages it settles the language (the root layout cannot see the
 * address) and the content security policy, and gives each state of a form one address by taking away the parameters
 * that a plain GET form sends empty and folding its region controls. For the API it holds the rate limits.
 */
import { type NextRequest, NextResponse } from 'next/server';
import { cardById } from './app/cards/index';
import { refusedMethod } from './app/api/_http/problem';
import { parseFilters } from './lib/filters';
import { foldRegionControls } from './lib/filters/region-cascade';
import { CLIENT_ADDRESS } from './lib/server/client-address';
import { freshNonce, pagePolicy } from './lib/server/content-security';
import { badAddress, busyStore, limitedApi, noCorpusPage } from './lib/server/guards';
import { preflight } from './lib/server/cors';
import { negotiateLanguage } from './lib/i18n/language';
import { corpusOf, hasReport, selectAgency } from './lib/query';
import { corpusManifest, queriesWaiting } from './lib/store/connect';
import { keepAnswer } from './lib/upload/answers';
import { UPLOAD_PATH } from './lib/upload/bounds';
import { receiveUpload } from './lib/upload/receive';
import { errorText, log } from './lib/telemetry/log';

/**
 * Continues with the language and the address in `x-language` and `x-address`; redirects (307) to the address without
 * its empty parameters; rewrites a report or an agency that is not there to the 404 page, because a page that calls
 * `notFound` stands empty in the HTML. Answers 400 to a path that is no UTF-8, 405 to a method that the API does not
 * have, 429 beyond a rate limit, 503 while too many questions wait and while there is no corpus.
 */
export async function proxy(request: NextRequest): Promise<NextResponse | Response> {
  const url = request.nextUrl.clone();
  const refusal = badAddress(url.pathname) ?? busyStore(url.pathname, queriesWaiting());
  if (refusal) return refusal;
  if (/^\/api(?:\/|$)/.test(url.pathname)) {
    const permission = preflight(request.method) ?? refusedMethod(request.method);
    if (permission) return permission;
    const limited = limitedApi(url.pathname, request.headers.get(CLIENT_ADDRESS) ?? '');
    return limited.refusal ?? NextResponse.next({ headers: limited.headers });
  }
  foldRegionControls(url.searchParams);
  dropEmpty(url.searchParams);
  if (url.search !== request.nextUrl.search) return NextResponse.redirect(url);
  if (!(await hasCorpus(url))) return noCorpusPage();
  return request.method === 'POST' && url.pathname === UPLOAD_PATH
    ? uploadResponse(request, url)
    : pageResponse(request, url);
}

/** The page of an upload, made of what was read; its status is that of the reading. */
async function uploadResponse(request: NextRequest, url: NextRequest['nextUrl']): Promise<NextResponse> {
  const answer = await receiveUpload(request, request.headers.get(CLIENT_ADDRESS) ?? '');
  keepAnswer(answer);
  const response = await pageResponse(request, url, answer.kind === 'refused' ? answer.status : 200);
  if (answer.kind === 'refused' && answer.retryAfter !== null)
    response.headers.set('Retry-After', String(answer.retryAfter));
  return response;
}

/** Whether the corpus of the address can be served at all; asks no query. */
async function hasCorpus(url: URL): Promise<boolean> {
  try {
    await corpusManifest(corpusOf(parseFilters(url.searchParams).filters.corpus));
    return true;
  } catch (error) {
    log().error(`no page can be made: ${errorText(error)}`);
    return false;
  }
}

async function pageResponse(
  request: NextRequest,
  url: NextRequest['nextUrl'],
  status = 200,
): Promise<NextResponse> {
  const policy = pagePolicy(
    url.pathname.replace(NOWHERE, ''),
    freshNonce(),
    process.env.NODE_ENV === 'development',
  );
  const language = negotiateLanguage(url.searchParams.get('lang'), request.headers.get('accept-language'));
  const head = new Headers(request.headers);
  head.set('x-language', language);
  head.set('x-address', url.pathname.replace(NOWHERE, '') + url.search);
  // Next reads the nonce for its scripts from the policy of the request.
  head.set('content-security-policy', policy);
  // The form is read by now; with its type Next would look for an action of its own in it.
  head.delete('content-type');
  const forward = { status, request: { headers: head } };
  const response = (await isMissing(url))
    ? NextResponse.rewrite(Object.assign(url, { pathname: NOWHERE + url.pathname }), forward)
    : NextResponse.next(forward);
  response.headers.set('content-language', language);
  response.headers.set('content-security-policy', policy);
  return response;
}

/**
 * The beginning of addresses that no page has: Next answers them with `app/global-not-found.tsx` and status 404. What was
 * asked for stands behind it, because Next may bring the new address here once more.
 */
const NOWHERE = '/-/nowhere';

function dropEmpty(parameters: URLSearchParams): void {
  for (const name of new Set(parameters.keys()))
    if (parameters.getAll(name).every((value) => value.trim() === '')) parameters.delete(name);
}

/** Whether the address names a report or an agency that its corpus does not have, or a card that the site does not have. */
async function isMissing(url: URL): Promise<boolean> {
  const [, kind, id] = /^\/(reports|agencies|embed)\/([^/]+)$/.exec(url.pathname) ?? [];
  if (id === undefined) return false;
  if (kind === 'embed') return !cardById(decodeURIComponent(id));
  const corpus = corpusOf(parseFilters(url.searchParams).filters.corpus);
  const name = decodeURIComponent(id);
  try {
    return kind === 'reports'
      ? !(await hasReport(corpus, name))
      : (await selectAgency(corpus, name)) === null;
  } catch {
    return false;
  }
}

export const config = {
  matcher: ['/((?!_next/|readyz$|metrics$|theme$|icon.svg$|favicon.ico$|robots.txt$).*)'],
};
