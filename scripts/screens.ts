/**
 * `npx tsx scripts/screens.ts FOLDER [ADDRESS] [NAME…]`: pictures of every page of a running server (default
 * http://localhost:3000) at three widths, light and dark, Chinese and English, for looking at. Needs a Chromium
 * (CHROMIUM, or /usr/bin/chromium). Progress and complaints of the browser go to stderr.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const WIDTHS = [390, 768, 1280] as const;
const THEMES = ['light', 'dark'] as const;
const LANGUAGES = ['zh-CN', 'en'] as const;
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const [folder, base = 'http://localhost:3000', ...only] = process.argv.slice(2);
if (!folder) throw new Error('screens: found no folder, expected: screens.ts FOLDER [ADDRESS] [NAME…]');
await mkdir(folder, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: FLAGS,
});
for (const [name, path] of Object.entries(await pages(base)))
  if (only.length === 0 || only.some((each) => name.startsWith(each)))
    for (const language of LANGUAGES)
      for (const theme of THEMES)
        for (const width of WIDTHS) await take(browser, { name, path, language, theme, width });
await browser.close();

type Shot = { name: string; path: string; language: string; theme: 'light' | 'dark'; width: number };

/** One picture of the whole page: FOLDER/name-language-theme-width.png. */
async function take(from: Browser, { name, path, language, theme, width }: Shot): Promise<void> {
  const page = await from.newPage({ viewport: { width, height: 900 }, locale: language, colorScheme: theme });
  const file = `${name}-${language.slice(0, 2)}-${theme}-${width}.png`;
  page.on('console', (message) => {
    if (message.type() === 'error') process.stderr.write(`${file}: ${message.text().slice(0, 200)}\n`);
  });
  await page.goto(base + path);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (over > 0) process.stderr.write(`${file}: ${over} px wider than the window\n`);
  await page.screenshot({ path: join(folder ?? '.', file), fullPage: true, caret: 'initial' });
  await page.close();
}

/** Every page by name; report pages are found in the lists of both corpora. */
async function pages(address: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {
    home: '/',
    'home-demo': '/?corpus=demo',
    'home-filtered': '/?corpus=demo&region=32&level=county&from=2020&to=2024&applicant=org_commercial',
    'home-empty': '/?corpus=demo&q=没有这个名称&region=61',
    'home-bad': '/?corpus=demo&level=county,middle&from=20&lang2=x&region=abc',
    reports: '/reports',
    'reports-demo': '/reports?corpus=demo&basis=all&sort=new_requests&order=desc',
    'reports-empty': '/reports?q=没有这个名称',
    methods: '/methods',
    missing: '/reports/000000-nobody-1999',
    nowhere: '/no/such/page',
  };
  for (const [corpus, query] of [
    ['real', '?basis=all'],
    ['demo', '?corpus=demo&basis=all&sort=findings&order=desc'],
  ]) {
    const html = await (await fetch(`${address}/reports${query}`)).text();
    const links = [...html.matchAll(/href="(\/reports\/[^"?]+[^"]*)"/g)].map((match) => match[1] ?? '');
    for (const [index, link] of [...new Set(links)].slice(0, corpus === 'real' ? 9 : 2).entries())
      found[`report-${corpus}-${index + 1}`] = link.replaceAll('&amp;', '&');
  }
  return found;
}
