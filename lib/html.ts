/**
 * HTML text in which every inserted value is escaped. For the popovers of a report alone: two hundred of them as
 * React elements cost more than the rest of the page together. The values are words of hostile files, so there is no
 * way to insert one unescaped but as the result of another `html`.
 */

/** HTML that was made here and may stand as it is. */
export class Html {
  constructor(readonly text: string) {}
}

type Value = string | Html | null | false | readonly Html[];

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for HTML content and quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (each) => ESCAPES[each] ?? each);

/** A template whose strings are HTML and whose values are text (escaped), `Html`, lists of it, or nothing. */
export function html(strings: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(strings.reduce((text, part, index) => text + insert(values[index - 1]) + part));
}

function insert(value: Value | undefined): string {
  if (value === undefined || value === null || value === false) return '';
  if (value instanceof Html) return value.text;
  return typeof value === 'string' ? escapeHtml(value) : value.map((each) => each.text).join('');
}
