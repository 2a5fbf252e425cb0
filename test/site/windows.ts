/**
 * Windows of a browser that are used again. To open one costs a browser more than to show a page in it, so tests that only
 * want a window that remembers nothing take one that was given back.
 */
import type { Browser, Page } from 'playwright-core';
import { openContext, type WindowOptions } from './browser';

export type Windows = {
  /** An empty page in a window that no one else has. */
  take: (options?: WindowOptions) => Promise<Page>;
  /** Ends what runs in the page and makes it forget; it may be taken again. */
  give: (page: Page) => Promise<void>;
};

export function windowsOf(browser: Browser): Windows {
  const free = new Map<string, Page[]>();
  const optionsOf = new WeakMap<Page, WindowOptions>();
  const keyOf = ({ width, language, theme, javascript }: WindowOptions): string =>
    [width ?? 1280, language ?? 'zh-CN', theme ?? 'light', javascript ?? true].join();
  return {
    take: async (options = {}) => {
      const known = free.get(keyOf(options))?.pop();
      if (known) return known;
      const context = await openContext(browser, options);
      // Names that tsx gives to functions, for those that are sent to the page.
      await context.addInitScript({ content: 'globalThis.__name ??= (each) => each;' });
      const page = await context.newPage();
      optionsOf.set(page, options);
      return page;
    },
    give: async (page) => {
      const options = optionsOf.get(page) ?? {};
      try {
        page.removeAllListeners();
        await page.goto('about:blank');
        await page.context().clearCookies();
        await page.setViewportSize({ width: options.width ?? 1280, height: 900 });
        await page.emulateMedia({ media: null, colorScheme: options.theme ?? 'light' });
        await page.mouse.move(0, 0);
        free.set(keyOf(options), [...(free.get(keyOf(options)) ?? []), page]);
      } catch {
        // A page that cannot be emptied is not used again.
        await page.context().close();
      }
    },
  };
}
