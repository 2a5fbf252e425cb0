/** Words on a page that are of the other language without saying so. */
import type { Page } from 'playwright-core';

/** Texts and names with Chinese outside elements that are marked as Chinese; of `html` where it is given, else of the page. */
export async function hanOutside(page: Page, html: string | null): Promise<string[]> {
  const words = await page.evaluate(wordsOutside, { language: 'en', html });
  return words.filter((text) => /\p{Script=Han}/u.test(text));
}

/** Names that have no Chinese: of the protocol, of formats, and the ids that the API is asked with. */
const API_NAMES =
  /\/api\/v1\/\w+|(application|text)\/[\w.+-]*|GET|HEAD|API|OpenAPI|image\/svg|README|datapackage|CSVW|Parquet|gzip|CORS|RFC|curl|If-None-Match|Retry-After|where|columns|agency|year|province|region|missing|clean|page|null|jsonl|xlsx|parquet|bundle|svg|zip|xml/gi;

/** Addresses, kinds of files, and names of keys. */
const ADDRESSES = /(?:https?:\/)?(?<!\w)\/[^\s，。]*|\b(?:SVG|PNG|ZIP|Esc|Home|End)\b|\b(?:from|region)\b/g;

/** Of licences, files, fields, rules, encodings and statistics, which are the same in every language. */
const NAMES =
  /CSV|JSON|ICP|SHA-256|KB|CC BY|Wilson|deduplicated|consolidated|level|middle|requests\.[a-z_.]+|(json|html|pdf|docx?|xlsx|text)(?=，)|[\w./-]+\.(json|html?|pdf|docx?|txt)|utf-8|gb18030|reports|demo|[0-9a-f]{12}/gi;

/** Texts and names with English words outside elements that are marked as English, on the Chinese page at `path`. */
export async function latinOutside(page: Page, path: string, html: string | null): Promise<string[]> {
  const words = await page.evaluate(wordsOutside, { language: 'zh-CN', html });
  const isOfApi = path.startsWith('/data/api');
  return words.filter((text) =>
    /[A-Za-z]{3,}/.test(
      text
        .replace(ADDRESSES, '')
        .replace(NAMES, '')
        .replace(isOfApi ? API_NAMES : '', ''),
    ),
  );
}

/** Runs in the page: words a reader sees or hears that stand outside elements marked as the other language. */
const wordsOutside = ({ language, html }: { language: string; html: string | null }): string[] => {
  const seen = html === null ? document : new DOMParser().parseFromString(html, 'text/html');
  const inOther = (element: Element | null): boolean => {
    const marked = element?.closest('[lang]');
    return marked !== null && marked !== undefined && marked.getAttribute('lang') !== language;
  };
  const skipped = 'script, style, code, .printed, .raw';
  const found: string[] = [];
  const walker = seen.createTreeWalker(seen.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (parentElement && !parentElement.closest(skipped) && !inOther(parentElement))
      found.push(textContent ?? '');
  }
  for (const element of seen.querySelectorAll('[aria-label], [title], [placeholder]'))
    if (!inOther(element))
      for (const name of ['aria-label', 'title', 'placeholder']) found.push(element.getAttribute(name) ?? '');
  return found.map((text) => text.trim()).filter((text) => text !== '');
};
