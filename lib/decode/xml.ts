/**
 * XML parts of a document → elements, told by their local names: namespaces and their prefixes differ between the
 * programs that write them. Entities of a document type are not resolved, so there is no XXE and no multiplying.
 */
import { isTag, isText } from 'domhandler';
import type { ChildNode, Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { DecodeError } from '../errors';

/** Characters of one part. A report's largest part has a few hundred thousand. */
const MAX_LENGTH = 30 * 1024 * 1024;
/** Nesting that any walk over the elements may meet. Reports nest some twenty deep. */
const MAX_DEPTH = 200;

export type { ChildNode, Element } from 'domhandler';

/** Text of an XML part: UTF-8, or UTF-16 with a mark; empty for a part that is not there. */
export function xmlText(part: Uint8Array | undefined): string {
  if (!part) return '';
  const label = part[0] === 0xff ? 'utf-16le' : part[0] === 0xfe ? 'utf-16be' : 'utf-8';
  return new TextDecoder(label).decode(part);
}

/** The root element of a part. Throws DecodeError for text without one, and for parts too large or too deep to walk. */
export function parseXml(text: string): Element {
  if (text.length > MAX_LENGTH)
    throw new DecodeError(
      `an XML part of ${Math.round(text.length / 1024 / 1024)} MB`,
      'a report',
      'split it',
    );
  const root = parseDocument(text, { xmlMode: true, decodeEntities: true }).children.find(isTag);
  if (!root) throw new DecodeError('an XML part without elements', 'a document', 'save it again');
  checkDepth(root);
  return root;
}

function checkDepth(root: Element): void {
  const open: [Element, number][] = [[root, 1]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [element, depth] = next;
    if (depth > MAX_DEPTH)
      throw new DecodeError(`elements nested over ${MAX_DEPTH} deep`, 'a report', 'save it again');
    for (const child of element.children) if (isTag(child)) open.push([child, depth + 1]);
  }
}

/** An element's name without its prefix. */
export function localName(element: Element): string {
  return element.name.slice(element.name.indexOf(':') + 1);
}

/** An attribute by its name without prefix, or undefined. */
export function attribute(element: Element, name: string): string | undefined {
  const own = element.attribs[name];
  if (own !== undefined) return own;
  const suffix = `:${name}`;
  for (const [key, value] of Object.entries(element.attribs)) if (key.endsWith(suffix)) return value;
  return undefined;
}

/** The elements directly inside, all or those of one name. */
export function elementsIn(parent: Element, name?: string): Element[] {
  return parent.children.filter(
    (child): child is Element => isTag(child) && (name === undefined || localName(child) === name),
  );
}

/** The first element of a name directly inside, or undefined. */
export function firstIn(parent: Element | undefined, name: string): Element | undefined {
  return parent && elementsIn(parent, name)[0];
}

/** All text inside an element, in order. */
export function textIn(element: Element | undefined): string {
  if (!element) return '';
  let text = '';
  const visit = (nodes: ChildNode[]) => {
    for (const node of nodes)
      if (isText(node)) text += node.data;
      else if ('children' in node) visit(node.children as ChildNode[]);
  };
  visit(element.children);
  return text;
}
