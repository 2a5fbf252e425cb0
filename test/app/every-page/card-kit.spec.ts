/** Every card has its kit: words around the picture, four views, pictures that explain themselves, print, dark, two languages. */
import { check, isWhole, measured } from '../../site/checks';
import { type PageSite, testPages } from '../../site/site';
import type { Page } from 'playwright-core';
import { hanOutside, latinOutside } from './language-words';
import { changed } from '../../site/http';
import { type Route, routesOf } from '../../site/routes';

/** The parts of a card that a reader must find, as the page tells them. */
type Kit = {
  id: string;
  /** Kind of its first picture. */
  picture: string;
  title: string;
  subtitle: string;
  foot: string;
  views: string[];
  files: string[];
  hasDownload: boolean;
  embed: string;
  notes: string;
};

/** Where no page is, which speaks both languages too. */
const LOST: Pick<Route, 'name' | 'path'> = { name: 'lost', path: '/no/such/page' };
/** An answer of the site that is no page: a window to read others in. */
const EMPTY = '/healthz';
/** Pages that a sample sees with their script, in the English cards, on paper and in the dark. */
const SAMPLED = new Set(['overview', 'agency']);

/** Kinds of pictures that the cards have at least. */
const PICTURES = 8;

testPages('every card has its words, views, files and pictures', async (site) => {
  const routes = [...(await routesOf(site, 'demo')), LOST];
  const cards = new Set<string>();
  const pictures = new Set<string>();
  for (const route of routes)
    for (const language of ['zh-CN', 'en'] as const) {
      // In a sample the window says which language: other criteria ask for the same pages.
      const path = isWhole ? changed(route.path, { lang: language }) : route.path;
      const isClose = isWhole || SAMPLED.has(route.name);
      // What is not looked at closely is read as it is served, which says all but what charts say when they are touched.
      const html = isClose ? null : await site.text(path, { headers: { 'accept-language': language } });
      await site.withPage(isClose ? path : EMPTY, { language }, async (page) => {
        if (isClose && (await page.locator('figure.plot').count()) > 0)
          await page.locator('figure.plot[tabindex="0"]').first().waitFor();
        if (isClose || language === 'zh-CN')
          for (const kit of await kitsOf(page, html)) {
            const at = `${path}#${kit.id}`;
            cards.add(kit.id);
            if (isClose) check(kit.hasDownload, at, 'no button', 'a button for the PNG');
            const svg = checkKit(at, kit, language);
            // A sample fetches the file of one card of each kind of picture.
            const picture = `${language} ${kit.picture}`;
            if (svg && (isWhole || !pictures.has(picture))) await checkSvg(site, svg, kit);
            pictures.add(picture);
          }
        await checkLanguage(path, page, { language, html });
        if (language === 'zh-CN' && (isWhole || SAMPLED.has(route.name))) await checkLooks(path, page);
      });
    }
  await checkPng(site);
  measured(`${cards.size} cards in two languages, as svg files too`);
  const kinds = [...pictures].filter((each) => each.startsWith('zh-CN'));
  check(kinds.length >= PICTURES, 'pictures', kinds, `at least ${PICTURES} kinds`);
});

/** The cards of `html` where it is given, else of the page. */
const kitsOf = (page: Page, html: string | null): Promise<Kit[]> =>
  page.evaluate((served) => {
    const seen = served === null ? document : new DOMParser().parseFromString(served, 'text/html');
    return [...seen.querySelectorAll('section.card')]
      .filter((card) => card.querySelector('svg.chart'))
      .map((card) => {
        const words = (selector: string): string => card.querySelector(selector)?.textContent ?? '';
        return {
          id: card.id,
          picture: card.querySelector('figure.plot')?.getAttribute('data-kind') ?? '',
          title: words('h2'),
          subtitle: words('.subtitle'),
          foot: words('.foot'),
          views: [...card.querySelectorAll('.tabs label')].map((each) => (each.textContent ?? '').trim()),
          files: [...card.querySelectorAll('.view-download a[href*="/api/v1/"]')].map(
            (each) => each.getAttribute('href') ?? '',
          ),
          hasDownload: card.querySelector('.view-download button') !== null,
          embed: card.querySelector('.view-download a[href^="/embed/"]')?.getAttribute('href') ?? '',
          notes: words('.view-notes'),
        };
      });
  }, html);

const VIEWS = { 'zh-CN': ['图', '表', '下载', '说明'], en: ['Chart', 'Table', 'Download', 'Notes'] };

/** The words and links of a card; gives the address of its svg file. */
function checkKit(at: string, kit: Kit, language: 'zh-CN' | 'en'): string | undefined {
  check(kit.title.length > 3, at, kit.title, 'a title');
  check(kit.subtitle.length > 5, at, kit.subtitle, 'a subtitle');
  const period = /(?:19|20)\d\d|年度|year/i.test(kit.subtitle);
  check(period, at, kit.subtitle, 'a period in the subtitle');
  check(/来源|Source/.test(kit.foot), at, kit.foot, 'a source');
  check(/\d(?:／|\s*of\s*|\/)\s*\d/.test(kit.foot.replaceAll(',', '')), at, kit.foot, 'a coverage of n/N');
  check(kit.views.join() === VIEWS[language].join(), at, kit.views, VIEWS[language].join(' / '));
  check(kit.notes.length > 20, at, kit.notes, 'notes on how it is made');
  check(
    kit.files.some((file) => file.includes('.csv')),
    at,
    kit.files,
    'a link to a CSV file',
  );
  check(kit.embed !== '', at, 'no link', 'a link to the embedded card');
  const svg = kit.files.find((file) => file.includes('.svg'));
  check(svg !== undefined, at, kit.files, 'a link to the svg file');
  return svg;
}

/** The picture alone says what it shows and where it comes from. */
async function checkSvg(site: PageSite, svg: string, kit: Kit): Promise<void> {
  const answer = await site.ask(svg);
  const text = await answer.text();
  const plain = text.replaceAll(/<\/tspan>|<[^>]+>/g, '').replaceAll(/\s+/g, '');
  for (const [what, words] of Object.entries({ title: kit.title, source: /来源|Source/ }))
    check(
      answer.status === 200 &&
        (typeof words === 'string' ? plain.includes(words.replaceAll(/\s+/g, '')) : words.test(plain)),
      svg,
      `${answer.status} ${plain.slice(0, 120)}`,
      `the ${what} inside: ${String(words)}`,
    );
}

/** Words of the other language stand only where they are marked as such. */
async function checkLanguage(
  path: string,
  page: Page,
  { language, html }: { language: 'zh-CN' | 'en'; html: string | null },
): Promise<void> {
  const words = await (language === 'en' ? hanOutside(page, html) : latinOutside(page, path, html));
  check(words.length === 0, path, words.slice(0, 5), 'no unmarked word of the other language');
  const marked =
    html === null
      ? await page.locator('html').getAttribute('lang')
      : (/<html[^>]* lang="([^"]*)"/.exec(html)?.[1] ?? null);
  check(marked === language, path, marked, language);
}

/** In print the furniture goes and the charts stay; in the dark marks keep a contrast with the page. */
async function checkLooks(path: string, page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  const printed = await page.evaluate(() => ({
    furniture: [...document.querySelectorAll('nav.nav, form[data-filters], .tabs')].filter(
      (each) => each.getClientRects().length > 0,
    ).length,
    hidden: [...document.querySelectorAll('section.card svg.chart')].filter(
      (each) => each.getClientRects().length === 0,
    ).length,
  }));
  check(printed.furniture === 0, `${path} printed`, `${printed.furniture} controls`, 'no controls on paper');
  check(printed.hidden === 0, `${path} printed`, `${printed.hidden} charts hidden`, 'every chart on paper');
  await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
  const dark = await page.evaluate(() => {
    const brightness = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    // A number inside a bar stands on the bar's colour, not on the page.
    const isOnMark = (text: Element): boolean => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      return [
        ...(text.closest('svg.chart')?.querySelectorAll('rect[data-series], [data-series] rect') ?? []),
      ].some((mark) => {
        const box = mark.getBoundingClientRect();
        return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
      });
    };
    const texts = [...document.querySelectorAll('svg.chart text')]
      .filter((each) => !isOnMark(each))
      .map((each) => brightness(getComputedStyle(each).fill));
    return {
      page: brightness(getComputedStyle(document.body).backgroundColor),
      dim: texts.filter((each) => each < 60).length,
      texts: texts.length,
    };
  });
  check(dark.page < 60, `${path} dark`, dark.page, 'a dark page');
  check(
    dark.dim <= dark.texts / 10,
    `${path} dark`,
    `${dark.dim} of ${dark.texts} texts dark on dark`,
    'light texts',
  );
  await page.emulateMedia({ colorScheme: 'light' });
}

/** One card of each page saved as PNG by the browser, twice the size of the svg. */
async function checkPng(site: PageSite): Promise<void> {
  for (const path of [
    '/outcomes?corpus=demo',
    '/requests?corpus=demo',
    '/disputes?corpus=demo',
    '/regions?corpus=demo',
  ].slice(0, isWhole ? undefined : 1))
    await site.withPage(path, {}, async (page) => {
      const card = page
        .locator('section.card')
        .filter({ has: page.locator('svg.chart') })
        .first();
      await card.locator('input[value="download"]').check({ force: true });
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        card.locator('.view-download button').first().click(),
      ]);
      const pieces: Buffer[] = [];
      for await (const piece of await download.createReadStream()) pieces.push(piece as Buffer);
      const file = Buffer.concat(pieces);
      const name = download.suggestedFilename();
      check(name === `${await card.getAttribute('id')}.png`, path, name, 'a file named after the card');
      const isPng = file.subarray(1, 4).toString() === 'PNG';
      check(
        isPng && file.readUInt32BE(16) >= 1200,
        path,
        `${file.length} bytes`,
        'a PNG at least 1200 px wide',
      );
    });
}
