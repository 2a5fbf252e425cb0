import { describe, expect, test } from 'vitest';
import { wordsOutside } from '../../scripts/acceptance/language-words';
import { canBrowse, FLAWED, firstReport, useSite } from './site';

const PATHS = [
  '/',
  '/?corpus=demo',
  '/?corpus=demo&level=middle&region=61&from=2020',
  '/reports?corpus=demo',
  '/methods',
  '/data/api',
  '/nowhere',
];

/** Names that have no Chinese: of the protocol, of formats, and the ids that the API is asked with. */
const API_NAMES =
  /\/api\/v1\/\w+|(application|text)\/[\w.+-]*|GET|HEAD|API|OpenAPI|image\/svg|README|datapackage|CSVW|Parquet|gzip|CORS|RFC|curl|If-None-Match|Retry-After|where|columns|agency|year|province|region|missing|clean|page|null|jsonl|xlsx|parquet|bundle|svg|zip|xml/gi;

/** Addresses, kinds of picture and the name of a key. */
const ADDRESSES = /(?:https?:\/)?(?<!\w)\/[^\s，。]*|\bSVG\b|\bPNG\b|\bEsc\b|\b(?:from|region)\b/g;

describe.skipIf(!canBrowse)('languages', () => {
  const site = useSite();

  test.each([...PATHS, 'a report'])('%s has no Chinese of our own in English', async (path) => {
    const address = path === 'a report' ? await firstReport(site(), FLAWED) : path;
    const page = await site().open(`${address}${address.includes('?') ? '&' : '?'}lang=en`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    const words = await page.evaluate(wordsOutside, 'en');
    expect(words.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });

  test.each([...PATHS, 'a report'])('%s has no English of our own in Chinese', async (path) => {
    const address = path === 'a report' ? await firstReport(site(), FLAWED) : path;
    const page = await site().open(address);
    const words = await page.evaluate(wordsOutside, 'zh-CN');
    const allowed =
      /CSV|JSON|ICP|SHA-256|KB|CC BY|Wilson|deduplicated|consolidated|level|middle|requests\.granted\.total|(json|html|pdf|docx?|xlsx|text)(?=，)|[\w./-]+\.(json|html?|pdf|docx?|txt)|utf-8|gb18030|reports|demo|[0-9a-f]{12}/gi;
    expect(
      words.filter((text) =>
        /[A-Za-z]{3,}/.test(
          text
            .replace(ADDRESSES, '')
            .replace(allowed, '')
            .replace(path === '/data/api' ? API_NAMES : '', ''),
        ),
      ),
    ).toEqual([]);
  });

  test('the choice stays in links, and the browser decides where none was made', async () => {
    const page = await site().open('/?corpus=demo', { language: 'en' });
    expect(await page.locator('h1').innerText()).toContain('printed cell');
    await page.getByRole('link', { name: '中文' }).click();
    expect(await page.locator('h1').innerText()).toContain('一格一格');
    await page.getByRole('link', { name: '报告', exact: true }).click();
    expect(await page.locator('h1').innerText()).toBe('报告');
    expect(new URL(page.url()).searchParams.get('corpus')).toBe('demo');
  });
});
