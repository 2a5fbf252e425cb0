/**
 * Runs before every page and every answer of the API that is made anew. Guards turn away what cannot be answered; what is
 * left is a page, for which the language (the root layout cannot see the address) and whether there is such a page are
 * settled here, or goes on to the API. Limits on clients and headers of answers are those of lib/server.
 */
import { type NextRequest, NextResponse } from 'next/server';
import { cardById } from './app/cards/index';
import { refusedMethod } from './app/api/_http/problem';
import { parseFilters } from './lib/filters';
import { foldRegionControls } from './lib/filters/region-cascade';
import { CLIENT_ADDRESS } from './lib/server/client-address';
import { preflight } from './lib/server/cors';
import { badAddress, busyStore, noCorpusPage } from './lib/server/guards';
import { kindOf } from './lib/server/kind';
import { negotiateLanguage } from './lib/i18n/language';
import { corpusOf, hasReport, selectAgency } from './lib/query';
import { corpusManifest, queriesWaiting } from './lib/store/connect';
import { keepAnswer } from './lib/upload/answers';
import { UPLOAD_PATH } from './lib/upload/bounds';
import { receiveUpload } from './lib/upload/receive';
import { errorText, log } from './lib/telemetry/log';

type Url = NextRequest['nextUrl'];
/** The answer to a request that goes no further; null lets it pass. */
type Guard = (request: NextRequest, url: Url) => Response | null | Promise<Response | null>;

/** 400 for a path that is no UTF-8. */
const pathIsText: Guard = (_, url) => badAddress(url.pathname);

/** 503 while too many questions wait. */
const storeIsFree: Guard = (_, url) => busyStore(url.pathname, queriesWaiting());

/** What a browser asks before it lets another site read the API, and 405 for a method that it does not have. */
const methodReads: Guard = ({ method }) => preflight(method) ?? refusedMethod(method);

/** One address for each state of a form: 307 to the one without the parameters that a plain GET form sends empty and with its region controls folded. */
const addressIsPlain: Guard = (request, url) => {
  foldRegionControls(url.searchParams);
  dropEmpty(url.searchParams);
  return url.search === request.nextUrl.search ? null : NextResponse.redirect(url);
};

/** 503 while the corpus of the address cannot be served; asks no query. */
const corpusIsThere: Guard = async (_, url) => {
  try {
    await corpusManifest(corpusOf(parseFilters(url.searchParams).filters.corpus));
    return null;
  } catch (error) {
    log().error(`no page can be made: ${errorText(error)}`);
    return noCorpusPage();
  }
};

const OF_ALL = [pathIsText, storeIsFree];
const OF_API = [...OF_ALL, methodReads];
const OF_PAGES = [...OF_ALL, addressIsPlain, corpusIsThere];

/** What the first guard answers that does not let the request pass; else lets the page or the API answer. */
export async function proxy(request: NextRequest): Promise<Response> {
  const url = request.nextUrl.clone();
  const isPage = kindOf(url.pathname) === 'page';
  for (const guard of isPage ? OF_PAGES : OF_API) {
    const refusal = await guard(request, url);
    if (refusal) return refusal;
  }
  if (!isPage) return NextResponse.next();
  const isUpload = request.method === 'POST' && url.pathname === UPLOAD_PATH;
  return isUpload ? uploadResponse(request, url) : pageResponse(request, url);
}

/** The page of an upload, made of what was read; its status is that of the reading. */
async function uploadResponse(request: NextRequest, url: Url): Promise<NextResponse> {
  const answer = await receiveUpload(request, request.headers.get(CLIENT_ADDRESS) ?? '');
  keepAnswer(answer);
  const response = await pageResponse(request, url, answer.kind === 'refused' ? answer.status : 200);
  if (answer.kind === 'refused' && answer.retryAfter !== null)
    response.headers.set('Retry-After', String(answer.retryAfter));
  return response;
}

/** Lets the page be drawn, with its language and address in `x-language` and `x-address`; one that is not there as the 404 page. */
async function pageResponse(request: NextRequest, url: Url, status = 200): Promise<NextResponse> {
  const language = negotiateLanguage(url.searchParams.get('lang'), request.headers.get('accept-language'));
  const head = new Headers(request.headers);
  head.set('x-language', language);
  head.set('x-address', url.pathname.replace(NOWHERE, '') + url.search);
  // The form is read by now; with its type Next would look for an action of its own in it.
  head.delete('content-type');
  const forward = { status, request: { headers: head } };
  // A page that calls `notFound` is empty in the HTML, so it is not asked for.
  const response = (await isMissing(url))
    ? NextResponse.rewrite(Object.assign(url, { pathname: NOWHERE + url.pathname }), forward)
    : NextResponse.next(forward);
  response.headers.set('content-language', language);
  return response;
}

/**
 * The beginning of addresses that no page has: Next answers them with `app/global-not-found.tsx` and status 404. The address
 * that was asked for follows it, because Next may bring the new address here once more.
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
