/** Ten views that must keep their looks: one element each, so that a change elsewhere on the page does not touch it. */
import type { Browser } from 'playwright-core';
import { openContext, type WindowOptions } from '../../test/site/browser';

export type KeyView = WindowOptions & {
  name: string;
  path: string;
  /** The element that is looked at; the first one. */
  element: string;
};

const FLAWED = '/reports/100000-%E8%87%AA%E7%84%B6%E8%B5%84%E6%BA%90%E9%83%A8-2021?corpus=demo';

export const KEY_VIEWS: readonly KeyView[] = [
  { name: 'headline', path: '/?corpus=demo', element: '.headline-figures' },
  { name: 'filters', path: '/requests?corpus=demo&region=32', element: '.filters' },
  { name: 'outcome-mix', path: '/outcomes?corpus=demo', element: '#outcomes-by-year' },
  { name: 'flow', path: '/outcomes?corpus=demo', element: '#outcomes-flow' },
  { name: 'rates-dark', path: '/disputes?corpus=demo', element: '#dispute-rates', theme: 'dark' },
  { name: 'tile-map', path: '/regions?corpus=demo', element: '#regions-measure .panels' },
  {
    name: 'levels-phone-en',
    path: '/requests?corpus=demo',
    element: '#requests-by-level',
    width: 390,
    language: 'en',
  },
  { name: 'form-table', path: FLAWED, element: 'section:has(td.number) >> nth=1' },
  { name: 'report-phone-dark', path: FLAWED, element: 'section:has(td.number)', width: 390, theme: 'dark' },
  { name: 'coverage-board', path: '/quality?corpus=demo&region=3205', element: '#board' },
];

/** A picture of the view as the site at `address` shows it now: a PNG. */
export async function takeView(browser: Browser, address: string, view: KeyView): Promise<Buffer> {
  const context = await openContext(browser, view);
  try {
    const page = await context.newPage();
    await page.goto(address + view.path);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return await page.locator(view.element).first().screenshot({ animations: 'disabled' });
  } finally {
    await context.close();
  }
}
