/** The real server with the built databases, and a real browser on it. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { isBuilt, startServer } from './server';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const CHROMIUM = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

/** Why the pages cannot be tested here, or null. */
const hindrance = CHROMIUM
  ? isBuilt
    ? null
    : 'the site is not built: run npm test, or npm start once'
  : 'no Chromium: set CHROMIUM, or install the chromium package';

export type Site = {
  address: string;
  /** A page in a window of its own; closed with the site. */
  open: (path: string, options?: WindowOptions) => Promise<Page>;
};

export type WindowOptions = {
  width?: number;
  language?: 'zh-CN' | 'en';
  theme?: 'light' | 'dark';
  javascript?: boolean;
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
  const browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: FLAGS });
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
  { width = 1280, language = 'zh-CN', theme = 'light', javascript = true }: WindowOptions = {},
): Promise<Page> {
  for (const context of contexts.splice(0)) await context.close();
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: language,
    colorScheme: theme,
    javaScriptEnabled: javascript,
  });
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
