/** What the criteria stand on: a running site, a browser, HTTP that waits when it is told to, and chance with a seed. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openContext, type WindowOptions } from './browser';
import type { Windows } from './windows';

/** How much is looked at: a sample is what `npm test` has time for, and judges no time of a machine that does other work. */
export type Extent = 'sample' | 'whole';

/** A running site, asked over HTTP. */
export type Site = {
  address: string;
  seed: number;
  extent: Extent;
  /** Reports of the larger corpus of the site: the demo. */
  demoReports: number;
  /** Tells what is being done. */
  progress: (text: string) => void;
  /** An answer of the site; waits and asks again when it is told that it asked too often. */
  ask: (path: string, init?: RequestInit) => Promise<Response>;
  text: (path: string, init?: RequestInit) => Promise<string>;
};

/** The same, with a browser. */
export type Ground = Site & {
  /** Runs with a page in a fresh window, and closes it. */
  withPage: <T>(
    path: string,
    options: WindowOptions,
    run: (page: Page, context: BrowserContext) => Promise<T>,
  ) => Promise<T>;
};

/** The site that runs at `address`. */
export async function openSite(
  address: string,
  { seed, extent, progress }: Pick<Site, 'seed' | 'extent' | 'progress'>,
): Promise<Site> {
  const ask = (path: string, init?: RequestInit): Promise<Response> => patientFetch(address + path, init);
  const reports = (await (await ask('/api/v1/query?corpus=demo&basis=all&metrics=reports')).json()) as {
    rows: { reports: number }[];
  };
  return {
    address,
    seed,
    extent,
    progress,
    demoReports: reports.rows[0]?.reports ?? 0,
    ask,
    text: async (path, init) => (await ask(path, init)).text(),
  };
}

/** The site with windows that are used again, where no one looks at how soon a page stands. */
export const withWindows = (site: Site, windows: Windows): Ground => ({
  ...site,
  withPage: async (path, options, run) => {
    const page = await windows.take(options);
    try {
      await page.goto(site.address + path);
      return await run(page, page.context());
    } finally {
      await windows.give(page);
    }
  },
});

/** The site with a browser to look at it. */
export const withBrowser = (site: Site, browser: Browser): Ground => ({
  ...site,
  withPage: async (path, options, run) => {
    const context = await openContext(browser, options);
    try {
      // tsx names functions with a helper that functions sent to the page do not have there.
      await context.addInitScript({ content: 'globalThis.__name ??= (each) => each;' });
      const page = await context.newPage();
      await page.goto(site.address + path);
      return await run(page, context);
    } finally {
      await context.close();
    }
  },
});

/** A kept connection that the server closes in the moment of asking is asked for once more. */
async function patientFetch(url: string, init?: RequestInit): Promise<Response> {
  for (let tries = 0; ; tries++) {
    const answer = await fetch(url, init).catch((error: unknown) => {
      if (tries > 1 || init?.signal?.aborted) throw error;
      return null;
    });
    if (answer === null) continue;
    if (answer.status !== 429 || tries > 5) return answer;
    await answer.body?.cancel();
    const seconds = Number(answer.headers.get('retry-after') ?? 5);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

/** An address with some parameters added or changed. */
export function changed(path: string, changes: Record<string, string>): string {
  const url = new URL(path, 'http://site');
  for (const [name, value] of Object.entries(changes)) url.searchParams.set(name, value);
  return url.pathname + url.search.replaceAll('%2C', ',');
}
