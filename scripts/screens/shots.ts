/** Pictures of whole pages: which, and how they are taken and made small. */
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { changed, type HttpSite } from '../../test/site/http';
import { type Route, routesOf } from '../../test/site/routes';
import { openContext, type WindowOptions } from '../../test/site/browser';

export type Shot = WindowOptions & {
  name: string;
  path: string;
  /** Name of the file. */
  file: string;
  /** Height in px that is kept; the whole page by default. */
  height?: number;
};

const PHONE = { width: 390, height: 1400 };

/** The pictures of docs/screens: every page wide, light and in Chinese, and a few as other readers see them. */
export async function documentedShots(site: HttpSite): Promise<Shot[]> {
  const routes = await routesOf(site, 'demo');
  const find = (name: string): Route => {
    const route = routes.find((each) => each.name === name);
    if (!route) throw new Error(`screens: found no page ${name}`);
    return route;
  };
  const other = (name: string, tag: string, options: WindowOptions & { height?: number }): Shot => ({
    ...find(name),
    ...options,
    file: `${name}-${tag}.png`,
  });
  return [
    ...routes.map((route) => ({ ...route, file: `${route.name}.png`, height: 1500 })),
    other('overview', 'phone', PHONE),
    other('outcomes', 'phone-dark', { ...PHONE, theme: 'dark' }),
    other('report', 'phone', PHONE),
    other('requests', 'dark', { theme: 'dark', height: 1500 }),
    other('regions', 'en', { language: 'en', height: 1500 }),
    other('agency', 'dark-en', { theme: 'dark', language: 'en', height: 1500 }),
    {
      ...find('outcomes'),
      path: changed(find('outcomes').path, { q: '没有这个名称', region: '61' }),
      file: 'empty.png',
      height: 900,
    },
  ];
}

/** Every page of both corpora in every form, with an empty result and a bad value, for looking at. */
export async function lookShots(site: HttpSite): Promise<Shot[]> {
  const routes = [
    ...(await routesOf(site, 'demo')),
    ...(await routesOf(site, 'reports')).map((route) => ({ ...route, name: `${route.name}-real` })),
    { name: 'empty', path: '/outcomes?corpus=demo&q=没有这个名称&region=61', filtered: true },
    { name: 'bad', path: '/outcomes?corpus=demo&level=county,middle&from=20', filtered: true },
    { name: 'nowhere', path: '/no/such/page', filtered: false },
  ];
  return routes.flatMap((route) =>
    (['zh-CN', 'en'] as const).flatMap((language) =>
      (['light', 'dark'] as const).flatMap((theme) =>
        [390, 768, 1280].map((width) => ({
          ...route,
          language,
          theme,
          width,
          file: `${route.name}-${language.slice(0, 2)}-${theme}-${width}.png`,
        })),
      ),
    ),
  );
}

/** Colours of a small picture: enough for text and marks. */
const COLOURS = 48;

/** The page as PNG, of at most `most` bytes by fewer colours and then less height, and what the browser complained of. */
export async function takeShot(
  browser: Browser,
  address: string,
  shot: Shot,
  most: number | null,
): Promise<{ png: Buffer; complaints: string[] }> {
  const context = await openContext(browser, shot);
  const complaints: string[] = [];
  try {
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text().slice(0, 200));
    });
    await page.goto(address + shot.path);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) complaints.push(`${over} px wider than the window`);
    const png = await page.screenshot({ fullPage: true, animations: 'disabled' });
    return { png: most === null ? png : await small(png, most, shot.height), complaints };
  } finally {
    await context.close();
  }
}

async function small(png: Buffer, most: number, height = Number.POSITIVE_INFINITY): Promise<Buffer> {
  const { width, height: full } = await sharp(png).metadata();
  let rows = Math.min(full, height);
  for (;;) {
    const cut = await sharp(png)
      .extract({ left: 0, top: 0, width, height: rows })
      .png({ palette: true, colours: COLOURS, dither: 0, compressionLevel: 9, effort: 10 })
      .toBuffer();
    if (cut.length <= most) return cut;
    rows = Math.floor(rows * 0.9);
  }
}
