/**
 * `npm run load`: many readers at once on the real server: pages, API and files, over whatever corpus there is. First every
 * address is asked once, then all readers ask at once, a few of them for pages that nobody has asked for before. Prints a
 * table of both by kind, how long the health check took meanwhile, and the memory of the server. Status 1 when an answer
 * failed or the pages that were asked for before, the health check or the memory left their bounds.
 *   --connections 64 --seconds 60 --corpus demo --cold (all at once from the start) --url http://… (a running server)
 */
import { fork } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import pLimit from 'p-limit';
import type { Observed } from './load/observer';
import { SECTIONS } from '../test/site/routes';
import { type Server, startServer } from '../test/site/server';

const { values } = parseArgs({
  options: {
    connections: { type: 'string', default: '64' },
    seconds: { type: 'string', default: '60' },
    corpus: { type: 'string', default: 'demo' },
    cold: { type: 'boolean', default: false },
    url: { type: 'string' },
  },
});
const connections = Number(values.connections);
const seconds = Number(values.seconds);
const corpus = values.corpus === 'reports' ? '' : `corpus=${values.corpus}`;

/** Reports whose pages many ask for, and reports each asked for once: more than are made within the time. */
const WELL_KNOWN = 100;
const UNKNOWN = 3000;

/** Bounds of a page, of the health check and of the server's memory. */
const PAGE_MS = 1000;
const HEALTH_MS = 50;
const MEMORY_MB = 1536;

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const own: Server | null = values.url ? null : await startServer({ settings: { LOG_LEVEL: 'warn' } });
const address = values.url ?? own?.address ?? '';
try {
  const mix = await readMix();
  say(
    `${connections} connections for ${seconds} s on ${address}: ${mix.map((kind) => `${kind.paths.length} ${kind.name} addresses`).join(', ')}`,
  );
  if (!values.cold) await warmUp(mix);
  const probes = watch();
  const results = await Promise.all(mix.map(async (kind) => ({ ...kind, result: await fire(kind) })));
  const watched = await probes.stop();
  process.exitCode = report(results, watched);
} finally {
  await own?.stop();
}

type Kind = {
  name: 'page' | 'new page' | 'API' | 'CSV';
  share: number;
  paths: string[];
};

/** What readers ask, varied over the places, years and reports that the corpus has; only pages that there are. */
async function readMix(): Promise<Kind[]> {
  const json = async (path: string): Promise<{ rows: Record<string, unknown>[] }> =>
    (await (await fetch(address + path)).json()) as { rows: Record<string, unknown>[] };
  const provinces = (await json(`/api/v1/query?${corpus}&metrics=reports&by=province`)).rows
    .map((row) => row.province)
    .filter((code) => code !== null)
    .map(String);
  const reportPages = (await reportIds(WELL_KNOWN + UNKNOWN)).map(
    (id) => `/reports/${encodeURIComponent(id)}?${corpus}`,
  );
  const there = await Promise.all(
    SECTIONS.map(async (path) => (await fetch(`${address}${path}?${corpus}`)).status === 200),
  );
  const pages = SECTIONS.filter((_, i) => there[i]).flatMap((path) =>
    ['', ...provinces.slice(0, 12).map((code) => `region=${code}`)].map(
      (slice) => `${path}?${corpus}&${slice}`,
    ),
  );
  const metrics = ['new_requests', 'disclosure_rate', 'denial_rate', 'review_correction_rate'];
  const by = ['year', 'province', 'year,level', 'body', 'year,province'];
  return [
    {
      name: 'page',
      share: 0.47,
      paths: [...pages, ...reportPages.slice(0, WELL_KNOWN)],
    },
    { name: 'new page', share: 0.03, paths: reportPages.slice(WELL_KNOWN) },
    {
      name: 'API',
      share: 0.44,
      paths: metrics.flatMap((metric) =>
        by.flatMap((each) =>
          ['', ...provinces.slice(0, 5)].map(
            (code) => `/api/v1/query?${corpus}&metrics=${metric}&by=${each}${code ? `&region=${code}` : ''}`,
          ),
        ),
      ),
    },
    {
      name: 'CSV',
      share: 0.06,
      paths: [
        // What the cards offer, over and over; and now and then all of a province, as agencies and as reports.
        ...metrics.flatMap((metric) =>
          provinces
            .slice(0, 8)
            .map((code) => `/api/v1/query.csv?${corpus}&metrics=${metric}&by=year,level&region=${code}`),
        ),
        ...provinces
          .slice(0, 4)
          .map((code) => `/api/v1/query.csv?${corpus}&metrics=granted,denied&by=year,agency&region=${code}`),
        ...provinces.slice(4, 8).map((code) => `/api/v1/reports.csv?${corpus}&region=${code}`),
      ],
    },
  ];
}

async function reportIds(count: number): Promise<string[]> {
  const ids: string[] = [];
  let path: string | null = `/api/v1/reports?${corpus}&basis=all&page_size=1000`;
  while (path !== null && ids.length < count) {
    const { rows, meta } = (await (await fetch(address + path)).json()) as {
      rows: { id: string }[];
      meta: { next: string | null };
    };
    ids.push(...rows.map((row) => row.id));
    path = meta.next;
  }
  return ids.slice(0, count);
}

/** Asks every address but the new pages once, as the first readers of a corpus do, and prints how long that took. */
async function warmUp(mix: readonly Kind[]): Promise<void> {
  for (const { name, paths } of mix.filter((kind) => kind.name !== 'new page')) {
    const limit = pLimit(2);
    const took = await limit.map(paths, async (path) => {
      const start = performance.now();
      const answer = await fetch(address + path);
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${path}: found status ${answer.status}, expected 200`);
      return performance.now() - start;
    });
    say(`first answers, ${name}: p50 ${at(took, 0.5)} ms, p99 ${at(took, 0.99)} ms, two at a time`);
  }
}

/** A quantile of milliseconds, rounded. */
function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

function fire({ paths, share }: Kind): Promise<autocannon.Result> {
  const count = Math.max(1, Math.round(connections * share));
  const ordered = [...paths].sort((a, b) => spread(a) - spread(b));
  let started = 0;
  return autocannon({
    url: address,
    connections: count,
    duration: seconds,
    timeout: 60,
    // Each goes through the whole list from a place of its own; the list is in the order of a hash.
    setupClient: (client) => {
      const from = Math.floor((ordered.length * started++) / count);
      const own = [...ordered.slice(from), ...ordered.slice(0, from)];
      client.setRequests(
        own.map((path) => ({ method: 'GET', path, headers: { 'accept-encoding': 'gzip' } })),
      );
    },
  });
}

function spread(text: string): number {
  return [...text].reduce((hash, each) => (hash * 31 + each.charCodeAt(0)) % 65_521, 7);
}

/** Watches the server from a process of its own, whose one thread does not read what the readers here are sent. */
function watch(): { stop: () => Promise<Watched> } {
  const observer = fork(fileURLToPath(new URL('./load/observer.ts', import.meta.url)), [address]);
  const lag = monitorEventLoopDelay();
  lag.enable();
  return {
    stop: () =>
      new Promise((resolve) => {
        lag.disable();
        observer.once('message', (seen: Observed) => {
          observer.disconnect();
          resolve({ ...seen, ownLag: Math.round(lag.percentile(99) / 1e6) });
        });
        observer.send('stop');
      }),
  };
}

/** What was seen, and the 99th percentile of how late the thread of the readers here was. */
type Watched = Observed & { ownLag: number };

/** Prints the table; gives the exit status. */
function report(
  results: (Kind & { result: autocannon.Result })[],
  { health, memory, ownLag }: Watched,
): number {
  const line = (cells: (string | number)[]): string =>
    cells.map((cell, i) => (i === 0 ? String(cell).padEnd(8) : String(cell).padStart(10))).join('');
  const rows = results.map(({ name, result }) => [
    name,
    result.requests.total,
    (result.requests.total / seconds).toFixed(1),
    result.latency.p50,
    result.latency.p99,
    result.errors + result.non2xx,
  ]);
  process.stdout.write(
    `${[line(['kind', 'answers', 'a second', 'p50 ms', 'p99 ms', 'errors']), ...rows.map(line)].join('\n')}\n`,
  );
  const late = memory.slice(Math.floor(memory.length / 3));
  const [warm = 0, end = 0] = [late[0], late.at(-1)].map((each) => Math.round(each ?? 0));
  const most = Math.round(Math.max(...memory));
  process.stdout.write(
    `health check: p50 ${at(health, 0.5)} ms, p99 ${at(health, 0.99)} ms, longest ${at(health, 1)} ms (bound ${HEALTH_MS})\n` +
      `memory: ${warm} MB after a third of the time, ${end} MB at the end, at most ${most} MB (bound ${MEMORY_MB})\n` +
      `the readers' own thread: p99 ${ownLag} ms late, which is in their times\n`,
  );
  const errors = results.reduce((sum, { result }) => sum + result.errors + result.non2xx, 0);
  const isSlow = results.some(({ name, result }) => name === 'page' && result.latency.p99 > PAGE_MS);
  return errors > 0 || isSlow || at(health, 0.99) > HEALTH_MS || most > MEMORY_MB ? 1 : 0;
}
