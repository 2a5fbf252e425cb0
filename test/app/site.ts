/** The real server with the built databases, and a real browser on it: those of all page tests, or a server of its own. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Ground, openSite, withBrowser } from '../../scripts/acceptance/ground';
import { connectBrowser, hasBrowser, openContext, type WindowOptions } from '../../scripts/browser';
import { isBuilt, startServer } from './server';

/** Why the pages cannot be tested here, or null. */
const hindrance = hasBrowser
  ? isBuilt
    ? null
    : 'the site is not built: run npm test, or npm start once'
  : 'no Chromium: set CHROMIUM, or install the chromium package';

export type Site = {
  address: string;
  /** A page in a window of its own, which is closed when the next one opens. */
  open: (path: string, options?: WindowOptions) => Promise<Page>;
};

/** Whether there is a browser and a built site; suites are skipped where there is not, and stderr says why. */
export const canBrowse = hindrance === null;
if (hindrance) process.stderr.write(`page tests skipped: ${hindrance}\n`);

/** The connection of this process to the browser of all page tests. */
let browser: Promise<Browser> | null = null;
export function sharedBrowser(): Promise<Browser> {
  const address = inject('browser');
  if (address === null) throw new Error('the browser is not running');
  browser ??= connectBrowser(address);
  return browser;
}

/** Address of the site of all page tests. */
export function sharedAddress(): string {
  const address = inject('site');
  if (address === null) throw new Error('the site is not running');
  return address;
}

/**
 * The way to a site for the suite it is called in. Without settings it is the one of all page tests; with some, a server of
 * the suite that has them in its environment.
 */
export function useSite(settings?: Record<string, string>): () => Site {
  let site: Site | null = null;
  let stop: () => Promise<unknown> = () => Promise.resolve();
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    const own = settings ? await startServer({ settings }) : null;
    if (own) ({ stop } = own);
    const address = own?.address ?? sharedAddress();
    const windows = await sharedBrowser();
    site = { address, open: (path, options) => openPage(windows, contexts, address + path, options) };
  });
  afterAll(async () => {
    for (const context of contexts.splice(0)) await context.close();
    await stop();
  });
  return () => {
    if (!site) throw new Error('the site is not running');
    return site;
  };
}

/** Chance of the samples: always the same. Others: npm run acceptance. */
const SEED = 1;

/** The ground of the criteria: the site of all page tests, of which they look at a sample. */
export async function openGround(): Promise<Ground> {
  const options = { seed: SEED, extent: 'sample', progress: () => undefined } as const;
  return withBrowser(await openSite(sharedAddress(), options), await sharedBrowser());
}

async function openPage(
  windows: Browser,
  contexts: BrowserContext[],
  url: string,
  options?: WindowOptions,
): Promise<Page> {
  for (const context of contexts.splice(0)) await context.close();
  const context = await openContext(windows, options);
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** Address of the first report in a list. */
export async function firstReport(site: Site, query: string): Promise<string> {
  const html = await (await fetch(`${site.address}/reports?${query}`)).text();
  const link = /href="(\/reports\/[^"?]+(?:\?[^"]*)?)"/.exec(html)?.[1];
  if (!link) throw new Error(`no report in /reports?${query}`);
  return link.replaceAll('&amp;', '&');
}

/** Query of the list whose first report has the most findings of the synthetic corpus. */
export const FLAWED = 'corpus=demo&basis=all&sort=findings&order=desc';
