/** A page → the addresses of the documents attached to it: links and frames that end in, or are named as, a document. */
import { Parser } from 'htmlparser2';

const DOCUMENT = /\.(?:docx?|pdf|xlsx?|zip)$/iu;
const VIEWER = /viewer\.html?$/iu;
const SOURCES: Record<string, string> = { a: 'href', iframe: 'src', embed: 'src', object: 'data' };

/** Addresses of attachments, each once, in the order of the page. `url` is where the page was found. */
export function attachmentLinks(page: Uint8Array, url: string): string[] {
  const links = new Set<string>();
  let base = url;
  let open: { target: string; text: string } | null = null;
  const take = (target: string, text: string) => {
    const found = documentAddress(target, text, base);
    if (found) links.add(found);
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'base' && attributes.href && URL.canParse(attributes.href, url))
        base = new URL(attributes.href, url).href;
      const target = attributes[SOURCES[name] ?? ''];
      if (target === undefined) return;
      if (name === 'a') open = { target, text: attributes.title ?? attributes.download ?? '' };
      else take(target, '');
    },
    ontext: (text) => {
      if (open) open.text += text;
    },
    onclosetag: (name) => {
      if (name !== 'a' || !open) return;
      take(open.target, open.text);
      open = null;
    },
  });
  parser.write(pageText(page));
  parser.end();
  return [...links];
}

/** Addresses are ASCII but for careless ones; those are in the page's own encoding, which is UTF-8 or a form of GB18030. */
function pageText(page: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(page);
  } catch {
    return new TextDecoder('gb18030').decode(page);
  }
}

function documentAddress(target: string, text: string, base: string): string | null {
  if (!URL.canParse(target.trim(), base)) return null;
  const url = new URL(target.trim(), base);
  url.hash = '';
  if (!/^https?:$/.test(url.protocol)) return null;
  if (DOCUMENT.test(url.pathname)) return url.href;
  const named = [...url.searchParams.values()].find((value) => DOCUMENT.test(value));
  if (named !== undefined && VIEWER.test(url.pathname) && URL.canParse(named, url.href))
    return new URL(named, url.href).href;
  return named !== undefined || DOCUMENT.test(text.trim()) ? url.href : null;
}
