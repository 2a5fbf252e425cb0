/**
 * axe with every rule on: all routes × light and dark × wide and narrow × default, empty, error and everything open. A
 * sample sees each kind of page once, and each of those states once.
 */
import { check, isWhole, measured } from '../../site/checks';
import { testPages } from '../../site/site';
import pLimit from 'p-limit';
import type { Page } from 'playwright-core';
import { axeViolations, RULES_OF_COLOUR } from '../../site/axe';
import { changed } from '../../site/http';
import { type Route, routesOf } from '../../site/routes';

const WIDTHS = [1280, 390];
/** Pages looked at side by side: axe works in the browser, a process a page. */
const AT_ONCE = 2;

testPages('axe finds nothing, with no rule muted', async (site) => {
  const routes = await routesOf(site, 'demo');
  const limit = pLimit(AT_ONCE);
  const looks = isWhole ? allOf(routes) : sampleOf(routes);
  await limit.map(looks, async ({ path, open, width, themes }) => {
    const [first, ...others] = themes;
    await site.withPage(path, { width, theme: first }, async (page) => {
      if (open) await openAll(page);
      const at = `${path}${open ? ' (all open)' : ''}`;
      await checkPage(page, `${width} px ${first} ${at}`);
      for (const colorScheme of others) {
        await page.emulateMedia({ colorScheme });
        await checkPage(page, `${width} px ${colorScheme} ${at}`, RULES_OF_COLOUR);
      }
      if (open && path.startsWith('/?'))
        await checkViews(page, `${width} px ${path}`, isWhole ? VIEWS.length : 1);
    });
  });
  measured(`${looks.length} pages and states, every rule of axe on`);
});

type State = { path: string; open: boolean };
type Theme = 'light' | 'dark';
type Look = State & { width: number; themes: readonly [Theme, ...Theme[]] };

/** Where no page is. */
const LOST: State = { path: '/no/such/page', open: false };
/** The first page over the real corpus. */
const REAL: State = { path: '/', open: false };

const allOf = (routes: readonly Route[]): Look[] =>
  [...routes.flatMap((route) => Object.values(statesOf(route))), LOST, REAL].flatMap((state) =>
    WIDTHS.map((width) => ({ ...state, width, themes: ['light', 'dark'] as const })),
  );

/** What a sample sees of pages that it does not see as they open: two of the questions have every kind of card. */
const SAMPLED: Record<string, (keyof States)[]> = {
  overview: ['open', 'empty'],
  requests: [],
  outcomes: ['bad'],
  disputes: [],
  disclosure: [],
  report: ['open'],
};
/** A sample sees pages with filters over one province: most of axe's time is the contrast of rows that repeat. */
const SAMPLED_REGION = '32';

/** Colours go by theme and layout by width, so two windows see both of each: pages take turns. */
function sampleOf(routes: readonly Route[]): Look[] {
  const states = routes.flatMap((route) => {
    const path = route.filtered ? changed(route.path, { region: SAMPLED_REGION }) : route.path;
    const all = statesOf({ ...route, path });
    return (SAMPLED[route.name] ?? ['plain']).flatMap((state) => all[state] ?? []);
  });
  return [...states, LOST].map((state, index) => ({
    ...state,
    width: WIDTHS[index % WIDTHS.length] ?? 1280,
    themes: [index % WIDTHS.length === 0 ? 'light' : 'dark'],
  }));
}

const VIEWS = ['table', 'download', 'notes'];

/** The other views of the cards, which take turns; after three rounds each card has shown all of them. */
async function checkViews(page: Page, at: string, rounds: number): Promise<void> {
  const cards = await page.locator('section.card:has(.tabs)').all();
  for (let round = 0; round < rounds; round++) {
    for (const [index, card] of cards.entries())
      await card.locator(`input[value="${VIEWS[(index + round) % VIEWS.length]}"]`).check({ force: true });
    await checkPage(page, `${at} views ${round}`);
  }
}

type States = { plain: State; open: State; bad: State; empty?: State };

/** A page as it is, with everything open that opens, with a bad value, and with nothing to show. */
function statesOf({ path, filtered, name }: Route): States {
  const bad = changed(path, name === 'compare' ? { year: 'soon' } : { level: 'middle' });
  return {
    plain: { path, open: false },
    open: { path, open: true },
    bad: { path: bad, open: false },
    ...(filtered ? { empty: { path: changed(path, { q: '没有这个名称', region: '61' }), open: false } } : {}),
  };
}

/** Opens the menu, the filters and every other fold, and the first cell of a report, one at fault if there is any. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });
  const [cells, flawed] = [page.locator('button[popovertarget]'), page.locator('td.whole-mark button')];
  const cell = (await flawed.count()) > 0 ? flawed : cells;
  if ((await cell.count()) > 0) await cell.first().click();
}

async function checkPage(page: Page, at: string, rules?: readonly string[]): Promise<void> {
  const found = await axeViolations(page, rules);
  check(found.length === 0, at, found.slice(0, 3).join(' ; '), 'no violation');
}
