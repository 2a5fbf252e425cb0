/** Other sites may read the API (CORS): it answers the same to everybody and knows no one. */

/** Headers that let scripts of other sites read an answer. */
export const CORS_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'Content-Disposition, ETag, Link, RateLimit, RateLimit-Policy, Retry-After, X-Corpus, X-Request-Id, X-Row-Count',
};

/**
 * What a browser asks before it lets a script of another site send a header of its own, such as `If-None-Match`:
 * 204 with what is allowed. Null for every other method.
 */
export function preflight(method: string): Response | null {
  if (method !== 'OPTIONS') return null;
  return new Response(null, {
    status: 204,
    headers: {
      ...CORS_HEADERS,
      Allow: 'GET, HEAD, OPTIONS',
      'Access-Control-Allow-Methods': 'GET, HEAD',
      'Access-Control-Allow-Headers': '*',
      'Access-Control-Max-Age': '86400',
    },
  });
}
