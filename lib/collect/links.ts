/** A page → the addresses of the documents attached to it: links and frames that end in, or are named as, a document. */
import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import { ATTACHMENT_ENDINGS } from '../decode/kinds';

const DOCUMENT = new RegExp(`\\.(?:${ATTACHMENT_ENDINGS.join('|')})$`, 'iu');
const VIEWER = /viewer\.html?$/iu;
const SOURCES: Record<string, string> = { a: 'href', iframe: 'src', embed: 'src', object: 'data' };

/** Elements whose content is no markup. */
const RAW: Record<string, number> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
};

/** Addresses of attachments, each once, in the order of the page. `url` is where the page was found. */
export function attachmentLinks(page: Uint8Array, url: string): string[] {
  const links = new Set<string>();
  let base = url;
  let open: { target: string; names: string[]; text: string } | null = null;
  const take = (target: string, names: string[]) => {
    const found = documentAddress(target, names, base);
    if (found) links.add(found);
  };
  const addText = ({ chars }: Token.CharacterToken) => {
    if (open) open.text += chars;
  };
  const ignore = () => undefined;
  // Tags are enough: no tree is built, so nesting costs nothing.
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag: ({ tagName, attrs }) => {
        const attributes = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
        if (tagName === 'base' && attributes.href && URL.canParse(attributes.href, url))
          base = new URL(attributes.href, url).href;
        tokenizer.state = RAW[tagName] ?? tokenizer.state;
        const target = attributes[SOURCES[tagName] ?? ''];
        if (target === undefined) return;
        const names = [attributes.title ?? '', attributes.download ?? ''];
        if (tagName === 'a') open = { target, names, text: '' };
        else take(target, names);
      },
      onEndTag: ({ tagName }) => {
        if (tagName !== 'a' || !open) return;
        take(open.target, [...open.names, open.text]);
        open = null;
      },
      onCharacter: addText,
      onWhitespaceCharacter: addText,
      onNullCharacter: ignore,
      onComment: ignore,
      onDoctype: ignore,
      onEof: ignore,
    },
  );
  tokenizer.write(pageText(page), true);
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

function documentAddress(target: string, names: string[], base: string): string | null {
  if (!URL.canParse(target.trim(), base)) return null;
  const url = new URL(target.trim(), base);
  url.hash = '';
  if (!/^https?:$/.test(url.protocol)) return null;
  if (DOCUMENT.test(url.pathname)) return url.href;
  const named = [...url.searchParams.values()].find((value) => DOCUMENT.test(value));
  if (named !== undefined && VIEWER.test(url.pathname) && URL.canParse(named, url.href))
    return new URL(named, url.href).href;
  return named !== undefined || names.some((name) => DOCUMENT.test(name.trim())) ? url.href : null;
}
