/** A headless Chromium of the machine (CHROMIUM, or where Debian and others put it), for tests and for looking at pages. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserServer, chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

const CHROMIUM = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

/** Whether there is a Chromium. */
export const hasBrowser = CHROMIUM !== undefined;

/** A running browser, to be closed by the caller. Throws where there is none. */
export const launchBrowser = (): Promise<Browser> => chromium.launch(options());

/** A running browser that other processes connect to, to be closed by the caller. Throws where there is none. */
export const serveBrowser = (): Promise<BrowserServer> => chromium.launchServer(options());

/** A browser that `serveBrowser` started; closing it closes the windows of this connection alone. */
export const connectBrowser = (address: string): Promise<Browser> => chromium.connect(address);

function options(): { executablePath: string; args: string[] } {
  if (CHROMIUM === undefined)
    throw new Error('found no Chromium, expected one: set CHROMIUM, or install the chromium package');
  return { executablePath: CHROMIUM, args: FLAGS };
}

export type WindowOptions = {
  width?: number;
  language?: 'zh-CN' | 'en';
  theme?: 'light' | 'dark';
  javascript?: boolean;
};

/** A window of its own: 900 px high, nothing remembered. */
export function openContext(
  browser: Browser,
  { width = 1280, language = 'zh-CN', theme = 'light', javascript = true }: WindowOptions = {},
): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width, height: 900 },
    locale: language,
    colorScheme: theme,
    javaScriptEnabled: javascript,
    acceptDownloads: true,
  });
}
