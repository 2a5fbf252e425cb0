/**
 * What the bytes of an answer depend on, for keeping it: the address, the host and the corpora as they are now, and for a page
 * all that proxy.ts, the layout and `readPageContext` take from a request and the day, which citations name. What reads
 * anything else of its request must be named here, or one reader is sent what another asked for.
 */
import { CORPORA } from '../../lib/filters';
import type { Asked, CacheKey } from '../../lib/server/response-cache';
import { kindOf } from '../../lib/server/kind';
import { negotiateLanguage } from '../../lib/i18n/language';
import { corpusOf } from '../../lib/query';
import { corpusManifest } from '../../lib/store/connect';
import { today } from '../_request/today';
import { THEME_COOKIE } from '../_request/theme';

/** Headers under which Next sends something else than the page. */
const OTHER_ANSWERS = ['rsc', 'next-action', 'next-router-prefetch', 'next-router-state-tree', 'range'];

/** The key of what the request asks for; null where answers change without their data (development). */
export async function cacheKey(request: Asked): Promise<CacheKey | null> {
  const { headers, url = '/' } = request;
  if (process.env.NODE_ENV !== 'production' || OTHER_ANSWERS.some((name) => name in headers)) return null;
  const path = url.split('?')[0] ?? '/';
  const themes = kindOf(path) === 'page' ? themesIn(headers.cookie ?? '') : [];
  const text = JSON.stringify([
    url,
    headers['x-forwarded-proto'] ?? null,
    headers['x-forwarded-host'] ?? headers.host ?? null,
    await Promise.all(CORPORA.map(versionOf)),
    kindOf(path) === 'page' ? [languageOf(url, headers), themes, today()] : null,
  ]);
  return { text, isOwn: themes.length > 0 };
}

const languageOf = (url: string, headers: Asked['headers']): string =>
  negotiateLanguage(new URL(url, 'http://site').searchParams.get('lang'), headers['accept-language'] ?? null);

async function versionOf(name: (typeof CORPORA)[number]): Promise<string | null> {
  try {
    return (await corpusManifest(corpusOf(name))).corpus_version;
  } catch {
    return null;
  }
}

/** Every cookie of the theme as it was sent: which of several counts is not for this place to know. */
const themesIn = (header: string): string[] =>
  header.split(';').filter((pair) => pair.split('=')[0]?.trim() === THEME_COOKIE);
