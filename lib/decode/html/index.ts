/** HTML pages, and HTML that Word exported, → Document: text as lines, tables as grids, what the page states as meta. */
import type { Document } from '../../document';
import { decodeText } from '../charset';
import { endLine, type Flow } from './flow';
import { attribute, type HtmlElement, type HtmlNode, isElement, isText, parseHtml } from './tree';
import { walkNodes } from './walk';
import { indexLines } from './line-index';
import { findPictureTables } from '../picture';

const MAX_MS = 20_000;
/** Bounds on what a page may state about itself. */
const MAX_META = 200;
const MAX_META_LENGTH = 1000;

/**
 * The page as a document. Places: line, column (from 1) and offset (from 0) in the decoded page, for cells also table,
 * row and cell. Issues: those of `decodeText` and `decode.picture_table`. Throws DecodeError for pages that are
 * binary, too large or nested too deep.
 */
export function decodeHtml(bytes: Uint8Array, declared: string | null): Document {
  const { text, encoding, issues } = decodeText(bytes, declared);
  const tree = parseHtml(text);
  const flow: Flow = {
    html: text,
    lines: indexLines(text),
    blocks: [],
    pictures: [],
    tables: 0,
    keepLineEnds: isTextWithTables(text),
    line: '',
    start: null,
    deadline: performance.now() + MAX_MS,
  };
  walkNodes(tree.childNodes, flow);
  endLine(flow, false);
  const stated = readHead(tree.childNodes);
  return {
    format: 'html',
    encoding,
    title: stated.title,
    meta: stated.meta,
    url: stated.canonical ?? savedFrom(text) ?? stated.meta['og:url'] ?? null,
    blocks: flow.blocks,
    issues: [...issues, ...findPictureTables(flow.blocks, flow.pictures)],
  };
}

/** Markdown or recognised text whose tables are HTML: its own line ends count. */
function isTextWithTables(text: string): boolean {
  return !/^\s*</.test(text) && !/<(html|body|div|p|br)\b/i.test(text);
}

/** What the page states about itself: the first title, meta name → content, the canonical address. */
function readHead(nodes: readonly HtmlNode[]) {
  const meta: Record<string, string> = {};
  let title: string | null = null;
  let canonical: string | null = null;
  const visit = (list: readonly HtmlNode[]) => {
    for (const node of list) {
      if (!isElement(node)) continue;
      if (node.tagName === 'title') title ??= textOf(node);
      else if (node.tagName === 'meta') addMeta(node, meta);
      else if (node.tagName === 'link' && attribute(node, 'rel')?.toLowerCase() === 'canonical')
        canonical ??= attribute(node, 'href');
      else visit(node.childNodes);
    }
  };
  visit(nodes);
  return { title: title as string | null, meta, canonical: canonical as string | null };
}

function addMeta(element: HtmlElement, meta: Record<string, string>): void {
  const name = attribute(element, 'name') ?? attribute(element, 'property');
  const content = attribute(element, 'content')?.trim();
  if (!name || !content || Object.keys(meta).length >= MAX_META) return;
  if (!Object.hasOwn(meta, name) && name !== '__proto__') meta[name] = content.slice(0, MAX_META_LENGTH);
}

function textOf(element: HtmlElement): string | null {
  const text = element.childNodes.map((node) => (isText(node) ? node.value : '')).join('');
  return text.replace(/\s+/g, ' ').trim() || null;
}

/** The address a browser notes when it saves a page: `<!-- saved from url=(0042)http://… -->`. */
function savedFrom(html: string): string | null {
  return /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i.exec(html.slice(0, 8192))?.[1] ?? null;
}
