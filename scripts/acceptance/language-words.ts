/** Words on an English page that are Chinese without saying so. */
import type { Page } from 'playwright-core';

/** Texts and names with Chinese outside elements that are marked as Chinese. */
export async function hanOutside(page: Page): Promise<string[]> {
  const words = await page.evaluate(wordsOutside, 'en');
  return words.filter((text) => /\p{Script=Han}/u.test(text));
}

/** Runs in the page: words a reader sees or hears that stand outside elements marked as the other language. */
export const wordsOutside = (language: string): string[] => {
  const inOther = (element: Element | null): boolean => {
    const marked = element?.closest('[lang]');
    return marked !== null && marked !== undefined && marked.getAttribute('lang') !== language;
  };
  const skipped = 'script, style, code, .src, .raw';
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (parentElement && !parentElement.closest(skipped) && !inOther(parentElement))
      found.push(textContent ?? '');
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
    if (!inOther(element))
      for (const name of ['aria-label', 'title', 'placeholder']) found.push(element.getAttribute(name) ?? '');
  return found.map((text) => text.trim()).filter((text) => text !== '');
};
