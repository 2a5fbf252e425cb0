/** The real server with the built databases, and a real browser on it. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { hasBrowser, launchBrowser, openContext, type WindowOptions } from '../../scripts/browser';
import { isBuilt, startServer } from './server';

/** Why the pages cannot be tested here, or null. */
const hindrance = hasBrowser
  ? isBuilt
    ? null
    : 'the site is not built: run npm test, or npm start once'
  : 'no Chromium: set CHROMIUM, or install the chromium package';

export type Site = {
  address: string;
  /** A page in a window of its own; closed with the site. */
  open: (path: string, options?: WindowOptions) => Promise<Page>;
};

/** Whether there is a browser and a built site; suites are skipped where there is not, and stderr says why. */
export const canBrowse = hindrance === null;
if (hindrance) process.stderr.write(`page tests skipped: ${hindrance}\n`);

/** Starts the site for the suite it is called in, and stops it after; gives the way to it. `settings` are variables of its environment. */
export function useSite(settings: Record<string, string> = {}): () => Site {
  let running: { site: Site; stop: () => Promise<void> } | null = null;
  beforeAll(async () => {
    running = await startSite(settings);
  });
  afterAll(async () => {
    await running?.stop();
  });
  return () => {
    if (!running) throw new Error('the site is not running');
    return running.site;
  };
}

async function startSite(
  settings: Record<string, string>,
): Promise<{ site: Site; stop: () => Promise<void> }> {
  const server = await startServer({ settings });
  const { address } = server;
  const browser = await launchBrowser();
  const contexts: BrowserContext[] = [];
  return {
    site: { address, open: (path, options) => openPage(browser, contexts, address + path, options) },
    stop: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

async function openPage(
  browser: Browser,
  contexts: BrowserContext[],
  url: string,
  options?: WindowOptions,
): Promise<Page> {
  for (const context of contexts.splice(0)) await context.close();
  const context = await openContext(browser, options);
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
