/**
 * HTML text → tree, as browsers build it, with the offset of each node in the text. parse5 can record locations
 * itself but takes three times as long; its tree adapter, told the tokenizer's position, is enough.
 */
import { type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter, Parser } from 'parse5';
import { DecodeError } from '../../errors';

export type HtmlDocument = Tree.Document;
/** `end` is the offset of the last character of the start tag, or for an implied element that of the tag that implied it. */
export type HtmlElement = Tree.Element & { end?: number };
/** `end` is an offset at or shortly after the end of `first`, the node's first piece that is not blank. */
export type HtmlText = Tree.TextNode & { end?: number; first?: string };
export type HtmlNode = Tree.ChildNode;

/** Deepest nesting taken. Browsers stop at 512; parsing costs nodes × depth. */
const MAX_DEPTH = 1000;
/** A page that takes longer to parse than this, in milliseconds, was made to hang a parser. */
const MAX_MS = 20_000;
const MAX_CHARACTERS = 24_000_000;
const MAX_ATTRIBUTES_LENGTH = 200_000;

/** The tree of an HTML text. Throws DecodeError for one that is too large, too deep or takes too long. */
export function parseHtml(html: string): HtmlDocument {
  if (html.length > MAX_CHARACTERS)
    throw new DecodeError(
      `HTML of ${html.length} characters`,
      `at most ${MAX_CHARACTERS}`,
      'give the report alone',
    );
  checkTagLengths(html);
  const started = performance.now();
  let steps = 0;
  const check = () => {
    if (parser.openElements.stackTop > MAX_DEPTH)
      throw new DecodeError(`HTML nested deeper than ${MAX_DEPTH}`, 'a page', 'save the report alone');
    if (++steps % 1024 === 0 && performance.now() - started > MAX_MS)
      throw new DecodeError(
        `HTML that takes over ${MAX_MS / 1000} s to parse`,
        'a page',
        'save the report alone',
      );
  };
  const mark = (node: HtmlNode | undefined, text: string) => {
    if (!node || node.nodeName !== '#text') return;
    const textNode = node as HtmlText;
    if (textNode.first?.trim()) return;
    textNode.first = text;
    textNode.end = parser.tokenizer.preprocessor.offset;
  };
  const adapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(tagName, namespace, attributes) {
      check();
      const element: HtmlElement = defaultTreeAdapter.createElement(tagName, namespace, attributes);
      element.end = parser.tokenizer.preprocessor.offset;
      return element;
    },
    insertText(parent, text) {
      defaultTreeAdapter.insertText(parent, text);
      mark(parent.childNodes[parent.childNodes.length - 1], text);
    },
    insertTextBefore(parent, text, reference) {
      check();
      defaultTreeAdapter.insertTextBefore(parent, text, reference);
      mark(parent.childNodes[parent.childNodes.indexOf(reference) - 1], text);
    },
  };
  const parser = new Parser({ treeAdapter: adapter });
  parser.tokenizer.write(html, true);
  return parser.document;
}

/** Where an element's start tag begins, or null for an element the parser implied. */
export function elementOffset(html: string, element: HtmlElement): number | null {
  if (element.end === undefined) return null;
  const at = html.lastIndexOf('<', element.end);
  return at >= 0 && html.slice(at + 1, at + 1 + element.tagName.length).toLowerCase() === element.tagName
    ? at
    : null;
}

/** Where a text node's first characters stand. Entities hide them; then it is the nearest offset known. */
export function textOffset(html: string, node: HtmlText): number | null {
  if (node.end === undefined) return null;
  const probe = /[^\s\u00a0<>&"']{1,12}/.exec(node.first ?? '')?.[0];
  if (!probe) return node.end;
  const at = html.lastIndexOf(probe, node.end);
  return at >= Math.max(0, node.end - 10 * (node.first?.length ?? 0) - 4096) ? at : node.end;
}

export function attribute(element: HtmlElement, name: string): string | null {
  for (const a of element.attrs) if (a.name === name) return a.value;
  return null;
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

export function isText(node: HtmlNode): node is HtmlText {
  return node.nodeName === '#text';
}

/** A tag with very many attributes takes the parser time that grows with their square. */
function checkTagLengths(html: string): void {
  for (let at = html.indexOf('<'); at >= 0; ) {
    const next = html.indexOf('<', at + 1);
    const length = (next < 0 ? html.length : next) - at;
    if (length > MAX_ATTRIBUTES_LENGTH) {
      const tag = html.slice(at, at + length).split('>', 1)[0] ?? '';
      if ((tag.match(/\s[\w-]+/g)?.length ?? 0) > 5000)
        throw new DecodeError('a tag with thousands of attributes', 'a page', 'save the report alone');
    }
    at = next;
  }
}
