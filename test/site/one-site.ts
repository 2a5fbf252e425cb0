/** What all page tests share, started once for all of them: the site over the built databases (or the one at SITE_ADDRESS), and one browser. */
import type { TestProject } from 'vitest/node';
import { hasBrowser, serveBrowser } from './browser';
import { isBuilt, startServer } from './server';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the site; null where it is not built. */
    site: string | null;
    /** Where the browser listens; null where there is none. */
    browser: string | null;
  }
}

/**
 * Limits for strangers so small that a test meets them. The tests come from this machine, which has none; they play a
 * stranger by the header that a proxy writes.
 */
const SETTINGS = { TRUST_PROXY: '1', RATE_LIMIT_API: '2', RATE_LIMIT_EXPORTS: '2', LOG_LEVEL: 'error' };

export default async function start({ provide }: TestProject): Promise<() => Promise<void>> {
  const given = process.env.SITE_ADDRESS;
  const server = isBuilt && !given ? await startServer({ settings: SETTINGS }) : null;
  const browser = isBuilt && hasBrowser ? await serveBrowser() : null;
  provide('site', given ?? server?.address ?? null);
  provide('browser', browser?.wsEndpoint() ?? null);
  return async () => {
    await browser?.close();
    await server?.stop();
  };
}
