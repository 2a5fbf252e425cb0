/** A web site of the test's own on 127.0.0.1, which remembers who asked for what and when. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { collect, type CollectRequest } from '../../lib/collect';

export type Page =
  | string
  | Buffer
  | ((request: IncomingMessage, response: ServerResponse, visits: number) => void);
export type Visit = { path: string; at: number; headers: IncomingMessage['headers'] };

/** Serves these pages by path; others are 404. `visits` lists every request. */
export async function site(pages: Record<string, Page>): Promise<{ url: string; visits: Visit[] }> {
  const visits: Visit[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    visits.push({ path, at: performance.now(), headers: request.headers });
    const page = pages[path];
    if (page === undefined) response.writeHead(404).end('not here');
    else if (typeof page === 'function')
      page(request, response, visits.filter((visit) => visit.path === path).length);
    else
      response.setHeader('content-type', path.endsWith('.pdf') ? 'application/pdf' : 'text/html').end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, visits };
}

/** Collects from a site of a test: private addresses allowed, short pauses. */
export function collectFrom(addresses: string[], folder: string, more: Partial<CollectRequest> = {}) {
  return collect({
    addresses,
    folder,
    userAgent: 'ogi-annual-reports/0.1',
    allowPrivate: true,
    refresh: false,
    maxBytes: 1024 * 1024,
    seconds: 5,
    delay: 0.01,
    retries: 2,
    redirects: 5,
    ...more,
  });
}
