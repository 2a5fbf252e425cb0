/** Headers that every answer carries, whatever made it; pages bring their own policy (content-security.ts). */
import type { Kind } from './kind';

const EVERY_ANSWER: readonly (readonly [string, string])[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  [
    'Permissions-Policy',
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
  ],
];

/** Policy of an answer that is no page: nothing in it may run, load or be framed, should a browser show it. */
export const NO_PAGE_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Whether other sites may show the page at this path in a frame. */
export const mayBeFramed = (path: string): boolean => path === '/embed' || path.startsWith('/embed/');

/** Names and values of the headers of an answer at this path. A page replaces the policy by its own. */
export const siteHeaders = (path: string, kind: Kind): (readonly [string, string])[] => [
  ...EVERY_ANSWER,
  ...(kind === 'static' ? [] : [['Content-Security-Policy', NO_PAGE_POLICY] as const]),
  ...(mayBeFramed(path) ? [] : [['X-Frame-Options', 'DENY'] as const]),
];
