/** What a reader downloads for a page: the document and its scripts, as gzip, in bytes. */
import { gzipSync } from 'node:zlib';

export type PageWeight = { html: number; scripts: number };

export const BUDGET: PageWeight = { html: 100_000, scripts: 200_000 };

/** Sizes of scripts already weighed, by address. */
export type KnownScripts = Map<string, number>;

/** The page at an address of a running site. Throws when it is no page. */
export async function weighPage(address: string, path: string, known: KnownScripts): Promise<PageWeight> {
  const answer = await fetch(address + path);
  const html = await answer.text();
  if (!answer.ok) throw new Error(`${path}: found status ${answer.status}, expected a page`);
  const sources = new Set(
    [...html.matchAll(/<script[^>]+src="([^"]+)"(?![^>]*nomodule)/gi)].map((match) => match[1] ?? ''),
  );
  let scripts = 0;
  for (const source of sources) {
    const size = known.get(source) ?? gzipSync(await (await fetch(address + source)).text()).length;
    known.set(source, size);
    scripts += size;
  }
  return { html: gzipSync(html).length, scripts };
}
