/** What HTML elements are to a reader of the page: blocks, unseen, marked, and what they show. */
import { attribute, type HtmlElement } from './tree';

export const BLOCK_ELEMENTS = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
  footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td
  tfoot th thead tr ul`.split(/\s+/),
);
/** Elements whose contents are no part of the text a reader sees. */
const UNSEEN_ELEMENTS = new Set(
  'script style template noscript select object iframe audio video canvas svg math map xml head title meta link datalist frameset noframes applet rt rp'.split(
    ' ',
  ),
);
/** Raised and struck-out text. */
export const MARKED_ELEMENTS = new Set(['sup', 's', 'strike', 'del']);

/** Whether nothing of the element is shown. */
export function isUnseen(element: HtmlElement): boolean {
  if (UNSEEN_ELEMENTS.has(element.tagName)) return true;
  for (const { name, value } of element.attrs) {
    if (name === 'hidden') return true;
    if (name === 'style' && /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(value))
      return true;
  }
  return false;
}

/** Whether line ends of the source show. */
export function keepsLineEnds(element: HtmlElement): boolean {
  const style = attribute(element, 'style');
  return style !== null && /white-space\s*:\s*pre/i.test(style);
}

/** What a form field in a page shows. */
export function inputText(element: HtmlElement): string {
  const type = attribute(element, 'type')?.toLowerCase() ?? 'text';
  return type === 'text' || type === 'number' ? (attribute(element, 'value') ?? '') : '';
}

/** A line without the white space browsers drop; no-break and ideographic spaces stay. */
export function trimLine(line: string): string {
  return line.replace(/ {2,}/g, ' ').replace(/^ | $/g, '');
}
