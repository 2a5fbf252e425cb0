/** What a reader would call a broken picture: words cut off, words over words, words too small. */
import type { Page } from 'playwright-core';

/** Faults of the texts of every visible chart of a page, in words; empty when there is none. */
export function textFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const svg of document.querySelectorAll('svg.chart')) {
      const frame = svg.getBoundingClientRect();
      const boxes = [...svg.querySelectorAll('text')].map((text) => ({
        text: text.textContent ?? '',
        size: Number.parseFloat(getComputedStyle(text).fontSize),
        box: text.getBoundingClientRect(),
      }));
      for (const { text, box, size } of boxes) {
        if (size < 12) found.push(`${text} is ${size} px`);
        if (
          box.left < frame.left - 1 ||
          box.right > frame.right + 1 ||
          box.top < frame.top - 1 ||
          box.bottom > frame.bottom + 1
        )
          found.push(`${text} leaves`);
      }
      for (const [index, one] of boxes.entries())
        for (const other of boxes.slice(index + 1)) {
          const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
          const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
          if (wide > 1 && high > 3) found.push(`${one.text} over ${other.text}`);
        }
    }
    return found;
  });
}
