/** The real server with the built databases, and a real browser on it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

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
  ? existsSync('.next/BUILD_ID')
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
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const server = spawn(process.execPath, [next, 'start', '-p', String(port), '-H', '127.0.0.1'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', UV_THREADPOOL_SIZE: '16', ...settings },
  });
  await answering(address, server);
  const browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: FLAGS });
  const contexts: BrowserContext[] = [];
  return {
    site: { address, open: (path, options) => openPage(browser, contexts, address + path, options) },
    stop: async () => {
      await browser.close();
      server.kill();
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

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const found = probe.address();
      probe.close(() => resolve(typeof found === 'object' && found ? found.port : 0));
    });
  });
}

/** Resolves when the server answers; throws when it ends or stays silent for a minute. */
async function answering(address: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) throw new Error(`the server ended with status ${server.exitCode}`);
    try {
      await fetch(`${address}/healthz`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  throw new Error('the server did not answer within a minute');
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
