/** Requests that are turned away before any work is done for them. */
import { setting } from '../settings';
import { prometheus } from '../telemetry/prometheus';
import { isLoopback } from './client-address';
import { kindOf } from './kind';
import { problemResponse } from './problem';
import { type RateLimit, rateLimit, rateLimitHeaders } from './rate-limit';

const holder = globalThis as typeof globalThis & { ogiRateLimits?: Map<string, RateLimit> };

const refuse = (status: number, title: string, detail: string, headers: Record<string, string>): Response =>
  problemResponse({ status, title, detail }, { 'Cache-Control': 'no-store', ...headers });

/** 400 for a path that is not the percent-encoding of UTF-8 text, else null. */
export function badAddress(path: string): Response | null {
  try {
    decodeURIComponent(path);
    return null;
  } catch {
    return refuse(400, 'Bad Request', 'the path is not percent-encoded UTF-8', {});
  }
}

/** A page of a few words in both languages, for when no page can be made. */
function noticePage(zh: string, en: string, retryAfter: number): Response {
  const html = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${zh}</title></head>
<body><main><h1>${zh}</h1><p lang="en">${en}</p></main></body></html>
`;
  return new Response(html, {
    status: 503,
    headers: {
      'Retry-After': String(retryAfter),
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
    },
  });
}

/** 503 when more questions wait than QUERIES_WAITING allows, else null. */
export const busyStore = (path: string, waiting: number): Response | null =>
  waiting < setting('QUERIES_WAITING') ? null : tooMany(path);

/** 503 that says when to come again: a page as a page, the API as a problem. */
export function tooMany(path: string): Response {
  prometheus().requestsRefused.inc({ reason: 'busy' });
  if (kindOf(path) === 'page')
    return noticePage(
      '访问的人太多，请稍后再试。',
      'Too many people are asking at once. Please try again in a moment.',
      5,
    );
  const detail = 'too many questions at once, try again later';
  return refuse(503, 'Service Unavailable', detail, { 'Retry-After': '5' });
}

/** 503 with what to do, for pages of a corpus that is not there. */
export const noCorpusPage = (): Response =>
  noticePage(
    '还没有数据。请先运行 npm run ingest -- 文件夹，再运行 npm run build-db；建好之后刷新即可，无需重启。',
    'There is no data yet. Run “npm run ingest -- FOLDER”, then “npm run build-db”; reload when it is done, no restart is needed.',
    30,
  );

/**
 * The headers that tell a client of the API how much it may ask, and the 429 when that was too much. Addresses of this
 * machine have no limit: they are its owner's, or those of a proxy that TRUST_PROXY does not name.
 */
export function limitedApi(
  path: string,
  address: string,
): { headers: Record<string, string>; refusal: Response | null } {
  const isExport = kindOf(path) === 'export';
  const name = isExport ? 'exports' : 'api';
  const perMinute = setting(isExport ? 'RATE_LIMIT_EXPORTS' : 'RATE_LIMIT_API');
  if (perMinute === 0 || isLoopback(address)) return { headers: {}, refusal: null };
  const allowance = limitOf(name, perMinute).take(address);
  if (!allowance.isAllowed) prometheus().requestsRefused.inc({ reason: 'rate' });
  const headers = rateLimitHeaders(name, perMinute, allowance);
  const detail = `more than ${perMinute} requests a minute, try again in ${allowance.retryAfter} s`;
  return {
    headers,
    refusal: allowance.isAllowed ? null : refuse(429, 'Too Many Requests', detail, headers),
  };
}

/** Seconds that an address has to wait before it may upload again; 0 when it may now. */
export function uploadWait(address: string): number {
  const perMinute = setting('RATE_LIMIT_UPLOADS');
  if (perMinute === 0 || isLoopback(address)) return 0;
  const { retryAfter } = limitOf('uploads', perMinute).take(address);
  if (retryAfter > 0) prometheus().requestsRefused.inc({ reason: 'rate' });
  return retryAfter;
}

function limitOf(name: string, perMinute: number): RateLimit {
  holder.ogiRateLimits ??= new Map();
  const known = holder.ogiRateLimits.get(name);
  if (known) return known;
  const limit = rateLimit(perMinute);
  holder.ogiRateLimits.set(name, limit);
  return limit;
}
