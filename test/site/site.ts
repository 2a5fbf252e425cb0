/** The real server with the built databases, and a real browser on it: those of all page tests, or a server of its own. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connectBrowser, hasBrowser, type WindowOptions } from './browser';
import { isWhole } from './checks';
import { type HttpSite, siteAt } from './http';
import { isBuilt, startServer } from './server';
import { type Windows, windowsOf } from './windows';

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

/** The site of all page tests: over HTTP, and in windows that are used again. */
export type PageSite = HttpSite & {
  /** Runs with a page in a window that remembers nothing. */
  withPage: <T>(path: string, options: WindowOptions, run: (page: Page) => Promise<T>) => Promise<T>;
};

/** Seconds on an idle machine; a busy one may take its time, and more where every page is looked at. */
const PATIENCE_MS = isWhole ? 7_200_000 : 900_000;

/** Declares a test that looks at many pages of the site of all page tests (checks.ts). */
export function testPages(name: string, look: (site: PageSite) => Promise<void>, isAsked = true): void {
  test.skipIf(!canBrowse || !isAsked)(
    `every page: ${name}`,
    async () => {
      await look(await openPageSite());
      expect.hasAssertions();
    },
    PATIENCE_MS,
  );
}

/** Declares one of times, which only `npm run acceptance` judges: `npm test` does other work beside it. */
export function testTimes(name: string, look: (site: PageSite) => Promise<void>): void {
  testPages(`${name} (npm run acceptance)`, look, isWhole);
}

async function openPageSite(): Promise<PageSite> {
  const site = siteAt(sharedAddress());
  const own = await sharedWindows();
  return {
    ...site,
    withPage: async (path, options, run) => {
      const page = await own.take(options);
      try {
        await page.goto(site.address + path);
        return await run(page);
      } finally {
        await own.give(page);
      }
    },
  };
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
