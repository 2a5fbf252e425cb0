/**
 * `npm run load`: many readers at once on the real server: pages, API and files, over whatever corpus there is. Prints
 * a table by kind, how long the health check took meanwhile, and the memory of the server. Status 1 when an answer
 * failed or the health check or the memory left their bounds.
 *   --connections 64 --seconds 60 --corpus demo --url http://… (a running server instead of an own one)
 */
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { SECTIONS } from './sections';
import { type Server, startServer } from './served';

const { values } = parseArgs({
  options: {
    connections: { type: 'string', default: '64' },
    seconds: { type: 'string', default: '60' },
    corpus: { type: 'string', default: 'demo' },
    url: { type: 'string' },
  },
});
const connections = Number(values.connections);
const seconds = Number(values.seconds);
const corpus = values.corpus === 'reports' ? '' : `corpus=${values.corpus}`;

/** Bounds of the health check and of the server's memory. */
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
  const probes = watch();
  const results = await Promise.all(mix.map(async (kind) => ({ ...kind, result: await fire(kind) })));
  const watched = await probes.stop();
  process.exitCode = report(results, watched);
} finally {
  await own?.stop();
}

type Kind = { name: string; share: number; paths: string[] };

/** What readers ask, varied over the places, years and reports that the corpus has; only pages that there are. */
async function readMix(): Promise<Kind[]> {
  const json = async (path: string): Promise<{ rows: Record<string, unknown>[] }> =>
    (await (await fetch(address + path)).json()) as { rows: Record<string, unknown>[] };
  const provinces = (await json(`/api/v1/query?${corpus}&metrics=reports&by=province`)).rows
    .map((row) => row.province)
    .filter((code) => code !== null)
    .map(String);
  const reports = (await json(`/api/v1/reports?${corpus}&basis=all&page_size=100`)).rows.map((row) =>
    String(row.id),
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
      share: 0.5,
      paths: [...pages, ...reports.map((id) => `/reports/${encodeURIComponent(id)}?${corpus}`)],
    },
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
        ...provinces
          .slice(0, 8)
          .map((code) => `/api/v1/query.csv?${corpus}&metrics=granted,denied&by=year,agency&region=${code}`),
        ...provinces.slice(0, 8).map((code) => `/api/v1/reports.csv?${corpus}&region=${code}`),
      ],
    },
  ];
}

function fire(kind: Kind): Promise<autocannon.Result> {
  // Connections go through the list in order; in the order of a hash they do not ask the same at the same time.
  const paths = [...kind.paths].sort((a, b) => spread(a) - spread(b));
  return autocannon({
    url: address,
    connections: Math.max(1, Math.round(connections * kind.share)),
    duration: seconds,
    timeout: 60,
    requests: paths.map((path) => ({ method: 'GET', path })),
  });
}

function spread(text: string): number {
  return [...text].reduce((hash, each) => (hash * 31 + each.charCodeAt(0)) % 65_521, 7);
}

type Watched = { health: number[]; memory: number[] };

/** Asks the health check four times a second and the memory once. */
function watch(): { stop: () => Promise<Watched> } {
  const seen: Watched = { health: [], memory: [] };
  let isOver = false;
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const health = async (): Promise<void> => {
    while (!isOver) {
      const start = performance.now();
      const answer = await fetch(`${address}/healthz`).catch(() => null);
      await answer?.arrayBuffer();
      seen.health.push(answer?.ok ? performance.now() - start : Number.POSITIVE_INFINITY);
      await pause(250);
    }
  };
  const memory = async (): Promise<void> => {
    while (!isOver) {
      const text = await (await fetch(`${address}/metrics`)).text();
      const bytes = /^process_resident_memory_bytes (\S+)/m.exec(text)?.[1];
      seen.memory.push(Number(bytes) / 2 ** 20);
      await pause(1000);
    }
  };
  const running = [health(), memory()];
  return {
    stop: async () => {
      isOver = true;
      await Promise.all(running);
      return seen;
    },
  };
}

/** Prints the table; gives the exit status. */
function report(results: (Kind & { result: autocannon.Result })[], { health, memory }: Watched): number {
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
  const sorted = [...health].sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  const late = memory.slice(Math.floor(memory.length / 3));
  const [warm = 0, end = 0] = [late[0], late.at(-1)].map((each) => Math.round(each ?? 0));
  const most = Math.round(Math.max(...memory));
  process.stdout.write(
    `health check: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms (bound ${HEALTH_MS})\n` +
      `memory: ${warm} MB after a third of the time, ${end} MB at the end, at most ${most} MB (bound ${MEMORY_MB})\n`,
  );
  const errors = results.reduce((sum, { result }) => sum + result.errors + result.non2xx, 0);
  return errors > 0 || at(0.99) > HEALTH_MS || most > MEMORY_MB ? 1 : 0;
}
