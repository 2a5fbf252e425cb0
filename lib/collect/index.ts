/**
 * A list of addresses → their pages and the documents attached to them, on disk, ready to be ingested. What is there is
 * not got again. One failing address is one line in the list of failures.
 */
import { readFile } from 'node:fs/promises';
import { kindOf } from '../decode/kinds';
import { parseAddress, type Resolve } from './address';
import { type Kept, keepUnchanged, keepVisit, readKept } from './keep';
import { attachmentLinks } from './links';
import { type CrawlOptions, openVisitor, type Visitor } from './crawler';
import { FetchError } from './fetch-error';
import { openClient } from './request';

export type CollectRequest = CrawlOptions & {
  /** Addresses of pages or documents, as a person typed them. */
  addresses: string[];
  folder: string;
  maxBytes: number;
  /** Seconds for one answer. */
  seconds: number;
  /** Ask the servers whether what is there has changed. */
  refresh: boolean;
  resolve?: Resolve;
  onProgress?: (done: number, total: number) => void;
};

export type Failure = { address: string; linkedFrom: string | null; reason: string };
export type Collected = { fetched: number; unchanged: number; failures: Failure[] };

/** Hosts visited side by side; each of them sees one request at a time. */
const HOSTS_AT_ONCE = 8;
const ATTACHMENTS_A_PAGE = 30;

/** Downloads every address and what is attached to it. Throws only when the folder cannot be written. */
export async function collect(request: CollectRequest): Promise<Collected> {
  const collected: Collected = { fetched: 0, unchanged: 0, failures: [] };
  const client = openClient(request);
  const visit = openVisitor(client, request);
  const taken = new Set<string>();
  let done = 0;

  const takeOne = async (address: string, linkedFrom: string | null): Promise<void> => {
    try {
      const url = parseAddress(address, request.allowPrivate);
      if (taken.has(url.href)) return;
      taken.add(url.href);
      const kept = await take(request, visit, url, linkedFrom, collected);
      if (linkedFrom !== null) return;
      for (const link of await attachmentsOf(kept, collected)) await takeOne(link, url.href);
    } catch (error) {
      if (!(error instanceof FetchError)) throw error;
      collected.failures.push({ address, linkedFrom, reason: error.message });
    }
  };

  const hosts = [...groupByHost(request.addresses).values()];
  const next = async (): Promise<void> => {
    for (let group = hosts.shift(); group; group = hosts.shift())
      for (const address of group) {
        if (request.signal?.aborted) return;
        await takeOne(address, null);
        request.onProgress?.(++done, request.addresses.length);
      }
  };
  try {
    await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, next));
  } finally {
    client.close();
  }
  return collected;
}

/** The addresses of a list: one a line, blank lines and lines that begin with # left out. */
export function parseAddressList(text: string): string[] {
  return text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** What an address holds: what is there already, or what the server has now. */
async function take(
  { folder, refresh }: CollectRequest,
  visit: Visitor,
  url: URL,
  linkedFrom: string | null,
  collected: Collected,
): Promise<Kept> {
  const kept = await readKept(folder, url);
  if (kept && !refresh) {
    collected.unchanged += 1;
    return kept;
  }
  const { etag, 'last-modified': modified } = kept?.meta.headers ?? {};
  const answer = await visit(url, {
    ...(etag === undefined ? {} : { 'if-none-match': etag }),
    ...(modified === undefined ? {} : { 'if-modified-since': modified }),
  });
  if (answer.status === 304) {
    if (!kept) throw new FetchError('status 304 without a question', 'the page');
    collected.unchanged += 1;
    return await keepUnchanged(kept);
  }
  collected.fetched += 1;
  return await keepVisit(folder, url, linkedFrom, answer);
}

async function attachmentsOf({ file, meta }: Kept, collected: Collected): Promise<string[]> {
  const bytes = await readFile(file);
  const kind = kindOf(bytes, file);
  const format = kind.family === 'document' ? kind.id : null;
  const isPage = format === 'html' || (format === 'text' && /html/i.test(meta.headers['content-type'] ?? ''));
  if (!isPage) return [];
  const links = attachmentLinks(bytes, meta.url);
  if (links.length > ATTACHMENTS_A_PAGE)
    collected.failures.push({
      address: meta.asked,
      linkedFrom: null,
      reason: `found ${links.length} attachments, expected at most ${ATTACHMENTS_A_PAGE}; the first ones were taken`,
    });
  return links.slice(0, ATTACHMENTS_A_PAGE);
}

function groupByHost(addresses: string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const address of addresses) {
    const host = URL.canParse(address) ? new URL(address).host : '';
    const group = groups.get(host);
    if (group) group.push(address);
    else groups.set(host, [address]);
  }
  return groups;
}
