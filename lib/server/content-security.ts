/** The policies that answers carry for browsers. Pages get a nonce each time; answers that are no page allow nothing. */

/** Whether other sites may show the page at this path in a frame. */
const mayBeFramed = (path: string): boolean => path === '/embed' || path.startsWith('/embed/');

/**
 * Content-Security-Policy of a page. Scripts run by nonce only; style attributes stay allowed, because charts place
 * their parts by them. Next's development server compiles with eval and talks over a socket.
 */
export function pagePolicy(path: string, nonce: string, isDevelopment: boolean): string {
  const directives: Record<string, string> = {
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data: blob:",
    'connect-src': isDevelopment ? "'self' ws:" : "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': mayBeFramed(path) ? '*' : "'none'",
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}

/** A fresh nonce: 128 random bits, in base64. */
export function freshNonce(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
}
