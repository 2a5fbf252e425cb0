/** axe with every rule on: all routes × light and dark × wide and narrow × default, empty, error and everything open. */
import pLimit from 'p-limit';
import type { Page } from 'playwright-core';
import { axeViolations, RULES_OF_COLOUR } from '../axe';
import type { Criterion, Sheet } from './criterion';
import { changed } from './ground';
import { type Route, routesOf } from './routes';

const WIDTHS = [1280, 390];
/** Pages looked at side by side: axe works in the browser, a process a page. */
const AT_ONCE = 2;

export const axeClean: Criterion = {
  number: 9,
  name: 'axe clean, nothing muted',
  async check(ground, sheet) {
    const pages = (await routesOf(ground, 'demo')).flatMap(statesOf);
    const limit = pLimit(AT_ONCE);
    const looks = [...pages, { path: '/no/such/page', open: false }].flatMap(({ path, open }) =>
      WIDTHS.map((width) => ({ path, open, width })),
    );
    await limit.map(looks, async ({ path, open, width }) => {
      ground.progress(`${width} px ${path}, ${limit.pendingCount} to come`);
      await ground.withPage(path, { width }, async (page) => {
        if (open) await openAll(page);
        const at = `${path}${open ? ' (all open)' : ''}`;
        await checkPage(sheet, page, `${width} px light ${at}`);
        await page.emulateMedia({ colorScheme: 'dark' });
        await checkPage(sheet, page, `${width} px dark ${at}`, RULES_OF_COLOUR);
      });
    });
    sheet.measured(`${looks.length} pages and states, light and dark, every rule of axe on`);
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

async function checkPage(sheet: Sheet, page: Page, at: string, rules?: readonly string[]): Promise<void> {
  const found = await axeViolations(page, rules);
  sheet.expect(found.length === 0, at, found.slice(0, 3).join(' ; '), 'no violation');
}
