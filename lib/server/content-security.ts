/**
 * The policy of a page: it runs the scripts that Next wrote into it, told by their hashes, and files of this site. So a
 * page has no part that differs from one answer to the next, and can be kept, compared and passed on as it is.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mayBeFramed } from './site-headers';

/** Content-Security-Policy value of the page at `path`. Style attributes stay allowed, because charts place their parts by them. */
export function pagePolicy(path: string, scriptHashes: readonly string[]): string {
  // Next's development server compiles with eval and talks over a socket.
  const isDevelopment = process.env.NODE_ENV === 'development';
  const scripts = ["'self'", ...scriptHashes.map((hash) => `'${hash}'`)];
  const directives: Record<string, string> = {
    'default-src': "'self'",
    'script-src': [...scripts, ...(isDevelopment ? ["'unsafe-eval'"] : [])].join(' '),
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

/** A mark for Next to put on the scripts that it writes itself: 128 random bits, in hex. */
export const freshNonce = (): string => randomBytes(16).toString('hex');

/** The header by which Next is told the mark. */
export const nonceHeader = (nonce: string): string => `script-src 'nonce-${nonce}'`;

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/g;

/**
 * The page without the mark, and the hashes (`sha256-…`) of the scripts in it that carried it. Only these may run: a script
 * that got into the page by its data has no mark, since nobody knew it before the page was made.
 */
export function hashScripts(marked: string, nonce: string): { html: string; hashes: string[] } {
  const withoutMark = (text: string): string =>
    text.replaceAll(` nonce="${nonce}"`, '').replaceAll(nonce, '');
  const hashes = new Set<string>();
  for (const [, attributes = '', code = ''] of marked.matchAll(SCRIPT))
    if (attributes.includes(`nonce="${nonce}"`) && code !== '')
      hashes.add(`sha256-${createHash('sha256').update(withoutMark(code)).digest('base64')}`);
  return { html: withoutMark(marked), hashes: [...hashes] };
}
