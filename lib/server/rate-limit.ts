/**
 * A token bucket an address, kept as one moment each: the time at which the bucket is full again (the generic cell
 * rate algorithm). A bucket holds what a minute brings, so a client may spend that at once and then goes at its pace.
 */

export type Allowance = {
  isAllowed: boolean;
  /** Requests that may follow at once. */
  remaining: number;
  /** Seconds, whole and at least 1, until there is a token; 0 when there is one. */
  retryAfter: number;
};

export type RateLimit = {
  /** Takes a token of `address`. `now` in milliseconds, of a clock that never goes back. */
  take: (address: string, now?: number) => Allowance;
  /** Addresses that are remembered. */
  size: () => number;
};

/** More addresses than this are not remembered: those whose bucket is full go first, then the oldest. */
const ADDRESSES = 50_000;
/** Steps do not add up to exactly a minute, and a moment plus a step, less the moment, is not exactly a step. */
const ROUNDING = 1e-6;

/** `perMinute` requests a minute for each address. */
export function rateLimit(perMinute: number, addresses: number = ADDRESSES): RateLimit {
  const step = 60_000 / perMinute;
  const fullAt = new Map<string, number>();
  return {
    take(address, now = performance.now()) {
      const full = Math.max(fullAt.get(address) ?? now, now) + step;
      const isAllowed = full - now <= 60_000 + ROUNDING;
      if (isAllowed) {
        fullAt.delete(address);
        fullAt.set(address, full);
        if (fullAt.size > addresses) forget(fullAt, now, addresses);
      }
      const wait = isAllowed ? 0 : full - now - 60_000;
      return {
        isAllowed,
        remaining: isAllowed ? Math.floor((60_000 - (full - now)) / step + ROUNDING) : 0,
        retryAfter: isAllowed ? 0 : Math.max(1, Math.ceil(wait / 1000)),
      };
    },
    size: () => fullAt.size,
  };
}

function forget(fullAt: Map<string, number>, now: number, addresses: number): void {
  for (const [address, full] of fullAt) if (full <= now) fullAt.delete(address);
  for (const address of fullAt.keys()) {
    if (fullAt.size <= addresses * 0.9) return;
    fullAt.delete(address);
  }
}

/** RateLimit and RateLimit-Policy of draft-ietf-httpapi-ratelimit-headers, for an answer under the limit `name`. */
export function rateLimitHeaders(
  name: string,
  perMinute: number,
  allowance: Allowance,
): Record<string, string> {
  return {
    'RateLimit-Policy': `"${name}";q=${perMinute};w=60`,
    RateLimit: `"${name}";r=${allowance.remaining};t=${allowance.retryAfter}`,
    ...(allowance.isAllowed ? {} : { 'Retry-After': String(allowance.retryAfter) }),
  };
}
