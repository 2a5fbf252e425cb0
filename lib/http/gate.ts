/** Requests that are turned away before any work is done for them. */
import { setting } from '../settings';
import { measure } from '../telemetry/measures';
import { isLoopback } from './client-address';
import { kindOf } from './kind';
import { type RateLimit, rateLimit, rateLimitHeaders } from './rate-limit';

const holder = globalThis as typeof globalThis & { ogiRateLimits?: Map<string, RateLimit> };

function problem(status: number, title: string, detail: string, headers: Record<string, string>): Response {
  return new Response(JSON.stringify({ type: 'about:blank', status, title, detail }), {
    status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      'Cache-Control': 'no-store',
      ...headers,
    },
  });
}

/** 400 for a path that is not the percent-encoding of UTF-8 text, else null. */
export function badAddress(path: string): Response | null {
  try {
    decodeURIComponent(path);
    return null;
  } catch {
    return problem(400, 'Bad Request', 'the path is not percent-encoded UTF-8', {});
  }
}

const BUSY_PAGE = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>503</title></head>
<body><main><h1>访问的人太多，请稍后再试。</h1><p lang="en">Too many people are asking at once. Please try again in a moment.</p></main></body></html>
`;

/** 503 when more questions wait than QUERIES_WAITING allows, else null: a page as a page, the API as a problem. */
export function busyStore(path: string, waiting: number): Response | null {
  if (waiting < setting('QUERIES_WAITING')) return null;
  measure().requestsRefused.inc({ reason: 'busy' });
  const headers = { 'Retry-After': '5' };
  return kindOf(path) === 'page'
    ? new Response(BUSY_PAGE, {
        status: 503,
        headers: {
          ...headers,
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
          'Cache-Control': 'no-store',
        },
      })
    : problem(503, 'Service Unavailable', 'too many questions at once, try again later', headers);
}

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
  if (!allowance.isAllowed) measure().requestsRefused.inc({ reason: 'rate' });
  const headers = rateLimitHeaders(name, perMinute, allowance);
  const detail = `more than ${perMinute} requests a minute, try again in ${allowance.retryAfter} s`;
  const open = { ...headers, 'Access-Control-Allow-Origin': '*' };
  return {
    headers,
    refusal: allowance.isAllowed ? null : problem(429, 'Too Many Requests', detail, open),
  };
}

function limitOf(name: string, perMinute: number): RateLimit {
  holder.ogiRateLimits ??= new Map();
  const known = holder.ogiRateLimits.get(name);
  if (known) return known;
  const limit = rateLimit(perMinute);
  holder.ogiRateLimits.set(name, limit);
  return limit;
}
