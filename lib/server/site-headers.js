/**
 * Headers that answers carry whatever they are. A module without types, because next.config.js gives them to all that Next
 * sends and is read by Node as it stands; the front door gives them to what it answers itself.
 * @typedef {{ key: string, value: string }[]} Headers
 */

/** Of every answer. */
export const EVERY_ANSWER = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value:
      'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
  },
];

/** Of answers that are no page: nothing in them is to run, load or be framed, should a browser show them. */
export const NO_PAGE = [
  { key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" },
];

/** Of everything but embedded cards. */
export const NO_FRAME = [{ key: 'X-Frame-Options', value: 'DENY' }];
