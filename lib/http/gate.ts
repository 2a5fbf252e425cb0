/** Requests that are turned away before any work is done for them. */
import { setting } from '../settings';
import { isLoopback } from './client-address';
import { type RateLimit, rateLimit, rateLimitHeaders } from './rate-limit';

/** Files of the API: what is written out whole, and costs the most. */
const EXPORT = /\.(?:csv|xlsx|zip|parquet|json\.gz)$/;

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

/**
 * The headers that tell a client of the API how much it may ask, and the 429 when that was too much. Addresses of this
 * machine have no limit: they are its owner's, or those of a proxy that TRUST_PROXY does not name.
 */
export function limitedApi(
  path: string,
  address: string,
): { headers: Record<string, string>; refusal: Response | null } {
  const isExport = EXPORT.test(path);
  const name = isExport ? 'exports' : 'api';
  const perMinute = setting(isExport ? 'RATE_LIMIT_EXPORTS' : 'RATE_LIMIT_API');
  if (perMinute === 0 || isLoopback(address)) return { headers: {}, refusal: null };
  const allowance = limitOf(name, perMinute).take(address);
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
