/** The real server with the built databases, and a real browser on it: those of all page tests, or a server of its own. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { type Ground, openSite, withWindows } from './ground';
import { connectBrowser, hasBrowser, type WindowOptions } from './browser';
import { type Windows, windowsOf } from './windows';
import { isBuilt, startServer } from './log-lines';

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

/** The windows of this process. */
let windows: Promise<Windows> | null = null;
function sharedWindows(): Promise<Windows> {
  windows ??= sharedBrowser().then(windowsOf);
  return windows;
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
  const pages: Page[] = [];
  beforeAll(async () => {
    const server = settings ? await startServer({ settings }) : null;
    if (server) ({ stop } = server);
    const address = server?.address ?? sharedAddress();
    const own = await sharedWindows();
    site = { address, open: (path, options) => openPage(own, pages, address + path, options) };
  });
  afterAll(async () => {
    const own = await sharedWindows();
    for (const page of pages.splice(0)) await own.give(page);
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
  return withWindows(await openSite(sharedAddress(), options), await sharedWindows());
}

async function openPage(own: Windows, pages: Page[], url: string, options?: WindowOptions): Promise<Page> {
  for (const page of pages.splice(0)) await own.give(page);
  const page = await own.take(options);
  pages.push(page);
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
