/** Texts of charts at three widths in both languages: none cut, covered or small; years as years; no page too wide. */
import { check, isWhole, measured } from '../../site/checks';
import { testPages } from '../../site/site';
import type { Page } from 'playwright-core';
import { textFaults } from './chart-texts';
import { changed } from '../../site/http';
import { type Route, routesOf } from '../../site/routes';

const WIDTHS = [390, 768, 1280];
const SLICES: Record<string, string>[] = [
  { region: '32' },
  { level: 'county', basis: 'all' },
  { from: '2022', to: '2022', region: '65' },
];

testPages('texts fit in both languages at three widths', async (site) => {
  let texts = 0;
  const demo = await routesOf(site, 'demo');
  const looks = isWhole
    ? [...demo.flatMap(allOf), ...(await routesOf(site, 'reports')).flatMap(inBoth)]
    : demo.flatMap(sampleOf);
  for (const { path, language, widths = WIDTHS, javascript = true } of looks) {
    await site.withPage(path, { width: widths[0] ?? 390, language, javascript }, async (page) => {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        const at = `${width} px ${language} ${path}`;
        const faults = await textFaults(page);
        check(faults.length === 0, at, faults.slice(0, 4), 'texts that fit');
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        check(over <= 0, at, `${over} px too wide`, 'no sideways scrolling');
        const years = await groupedYears(page);
        check(years.length === 0, at, years, 'years without a separator');
        const broken = await brokenNumbers(page);
        check(broken.length === 0, at, broken.slice(0, 5), 'numbers in one line');
        texts += await page.locator('svg.chart text').count();
      }
    });
  }
  measured(`${texts} texts of charts at ${WIDTHS.join(', ')} px`);
});

type Look = { path: string; language: 'zh-CN' | 'en'; widths?: readonly number[]; javascript?: boolean };

const inBoth = ({ path }: Route): Look[] => [
  { path, language: 'zh-CN' },
  { path, language: 'en' },
];

/** In Chinese every slice, in English as it opens. */
const allOf = (route: Route): Look[] => [
  ...inBoth(route),
  ...(route.filtered ? SLICES : []).map(
    (slice) => ({ path: changed(route.path, slice), language: 'zh-CN' }) as const,
  ),
];

/**
 * Each page once. In turns: a slice in Chinese at the width of a phone, or as it opens in English at one of the others.
 * Texts stand where they are served; only the table of slices is drawn again by a script.
 */
const sampleOf = (route: Route, index: number): Look[] => {
  const slice = route.filtered ? (SLICES[(index / 2) % SLICES.length] ?? {}) : {};
  const [phone = 390, ...wider] = WIDTHS;
  const javascript = route.name === 'data';
  return index % 2 === 0
    ? [{ path: changed(route.path, slice), language: 'zh-CN', widths: [phone], javascript }]
    : [
        {
          path: route.path,
          language: 'en',
          widths: [wider[((index - 1) / 2) % wider.length] ?? phone],
          javascript,
        },
      ];
};

/** Labels of a year axis, and heads of tables, that are written as a count: 2,024. */
const groupedYears = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const ticks = [...document.querySelectorAll('svg.chart')].flatMap((svg) => {
      const texts = [...svg.querySelectorAll('text')].map((each) => each.textContent ?? '');
      const grouped = texts.filter((text) => /^2,0[12]\d$/.test(text));
      return grouped.length > 2 ? grouped : [];
    });
    const heads = [...document.querySelectorAll('th')]
      .map((each) => each.textContent ?? '')
      .filter((text) => /^2,0[12]\d$/.test(text));
    return [...ticks, ...heads];
  });

/** Numbers of tables that run over two lines, where half a number could be read as one. */
const brokenNumbers = (page: Page): Promise<string[]> =>
  page.locator('td.number button, td.num').evaluateAll((all) =>
    all.flatMap((cell) => {
      const text = cell.firstChild;
      if (text?.nodeType !== Node.TEXT_NODE || !/^[\d,.−-]+$/.test(text.textContent ?? '')) return [];
      const range = document.createRange();
      range.selectNodeContents(text);
      return range.getClientRects().length > 1 ? [text.textContent ?? ''] : [];
    }),
  );
