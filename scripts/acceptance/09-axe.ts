/** axe with every rule on: all routes × light and dark × wide and narrow × default, empty, error and everything open. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Criterion, Sheet } from './criterion';
import { changed } from './ground';
import { type Route, routesOf } from './routes';

const WIDTHS = [1280, 390];
const THEMES = ['light', 'dark'] as const;

export const axeClean: Criterion = {
  number: 9,
  name: 'axe clean, nothing muted',
  async check(ground, sheet) {
    let runs = 0;
    const pages = (await routesOf(ground, 'demo')).flatMap(statesOf);
    for (const { path, open } of [...pages, { path: '/no/such/page', open: false }])
      for (const width of WIDTHS) {
        ground.progress(`${width} px ${path}`);
        await ground.withPage(path, { width }, async (page) => {
          if (open) await openAll(page);
          for (const theme of THEMES) {
            await page.emulateMedia({ colorScheme: theme });
            runs++;
            await checkPage(sheet, page, `${width} px ${theme} ${path}${open ? ' (all open)' : ''}`);
          }
        });
      }
    sheet.measured(`${runs} pages and states, every rule of axe on`);
  },
};

/** A page as it is, with nothing to show, with a bad value, and with everything open that opens. */
function statesOf({ path, filtered, name }: Route): { path: string; open: boolean }[] {
  const bad = changed(path, name === 'compare' ? { year: 'soon' } : { level: 'middle' });
  return [
    { path, open: false },
    { path, open: true },
    { path: bad, open: false },
    ...(filtered ? [{ path: changed(path, { q: '没有这个名称', region: '61' }), open: false }] : []),
  ];
}

/** Opens the menu, the filters and every other fold, and the first cell of a report. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });
  const cell = page.locator('button[popovertarget]').first();
  if ((await cell.count()) > 0) await cell.click();
}

async function checkPage(sheet: Sheet, page: Page, at: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}`),
  );
  sheet.expect(found.length === 0, at, found.slice(0, 3).join(' ; '), 'no violation');
}
