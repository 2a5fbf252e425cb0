/**
 * Requests as a guest makes them: one at a time on a host, with a pause between, only what robots.txt allows, and after
 * a failure that may pass a longer pause and another try. Redirects are followed under the same rules.
 */
import robotsParser from 'robots-parser';
import { parseAddress } from './address';
import { FetchError } from './fetch-error';
import type { Answer, Client } from './request';

export type CrawlOptions = {
  userAgent: string;
  /** Seconds between two requests to a host; a longer Crawl-delay is kept up to `longestDelay`. */
  delay: number;
  /** Further tries after a failure that may pass. */
  retries: number;
  redirects: number;
  allowPrivate: boolean;
  /** Ends waiting and trying. */
  signal?: AbortSignal;
};

export type Visit = Answer & { url: string; redirects: string[] };
export type Visitor = (url: URL, headers?: Record<string, string>) => Promise<Visit>;

/** Longest pause in seconds that a server is granted, by Crawl-delay or Retry-After. */
const LONGEST_PAUSE = 120;
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);
const MOVED = new Set([301, 302, 303, 307, 308]);

type Rules = { isAllowed(url: string): boolean; delay: number };

/** A visitor that keeps to these options. It throws a FetchError where nothing may be or could be taken. */
export function openVisitor(client: Client, options: CrawlOptions): Visitor {
  const fetchPatiently = patientFetch(client, options);
  const rules = new Map<string, Promise<Rules>>();
  const rulesOf = (url: URL): Promise<Rules> => {
    const known = rules.get(url.origin) ?? askRules(url, options, fetchPatiently);
    rules.set(url.origin, known);
    return known;
  };
  return async (url, headers = {}) => {
    const visit = await follow(url, options, rulesOf, (to, delay) => fetchPatiently(to, delay, headers));
    if (visit.status === 304 || (visit.status >= 200 && visit.status < 300)) return visit;
    throw statusRefusal(visit, false);
  };
}

/** An answer of any status but those that may pass; `delay` is the pause in seconds after the request. */
type PatientFetch = (url: URL, delay: number, headers: Record<string, string>) => Promise<Answer>;

/** Fetches in the turn of the host, and again after a failure that may pass. */
function patientFetch(client: Client, { retries, delay, signal }: CrawlOptions): PatientFetch {
  const inTurn = hostTurns(signal);
  return async (url, pause, headers) => {
    for (let attempt = 0; ; attempt++) {
      try {
        const answer = await inTurn(url, pause, () => client.fetch(url, headers));
        if (PASSING.has(answer.status)) throw statusRefusal(answer, true);
        return answer;
      } catch (error) {
        if (!(error instanceof FetchError) || !error.isPassing || attempt >= retries) throw error;
        const wait = error.retryAfter ?? Math.max(delay, 0.01) * 2 ** (attempt + 1);
        await sleep(Math.min(wait, LONGEST_PAUSE) * 1000, signal);
      }
    }
  };
}

/** Runs tasks one at a time on a host, each after the pause in seconds that the one before asked for. */
function hostTurns(
  signal: AbortSignal | undefined,
): <T>(url: URL, pause: number, task: () => Promise<T>) => Promise<T> {
  const hosts = new Map<string, { last: Promise<unknown>; next: number }>();
  return async (url, pause, task) => {
    const host = hosts.get(url.host) ?? { last: Promise.resolve(), next: 0 };
    hosts.set(url.host, host);
    const run = host.last.then(async () => {
      await sleep(host.next - Date.now(), signal);
      try {
        return await task();
      } finally {
        host.next = Date.now() + pause * 1000;
      }
    });
    host.last = run.catch(() => undefined);
    return await run;
  };
}

/** What is at an address or where it leads to, as far as the rules of each host allow. */
async function follow(
  start: URL,
  { redirects: most, allowPrivate }: CrawlOptions,
  rulesOf: (url: URL) => Promise<Rules>,
  fetch: (url: URL, delay: number) => Promise<Answer>,
): Promise<Visit> {
  let url = start;
  const redirects: string[] = [];
  for (;;) {
    const { isAllowed, delay } = await rulesOf(url);
    if (!isAllowed(url.href)) throw new FetchError(`${url.href} closed by robots.txt`, 'an open page');
    const answer = await fetch(url, delay);
    const to = answer.headers.location;
    if (!MOVED.has(answer.status) || to === undefined) return { ...answer, url: url.href, redirects };
    if (redirects.length >= most) throw new FetchError(`more than ${most} redirects`, 'a page');
    redirects.push(url.href);
    url = parseAddress(URL.canParse(to, url.href) ? new URL(to, url.href).href : to, allowPrivate);
  }
}

/** RFC 9309: no robots.txt (4xx) closes nothing; one that cannot be had (5xx, no answer) closes everything. */
async function askRules(url: URL, options: CrawlOptions, fetch: PatientFetch): Promise<Rules> {
  const address = new URL('/robots.txt', url.origin);
  const open = { isAllowed: () => true, delay: options.delay };
  let answer: Visit;
  try {
    answer = await follow(
      address,
      options,
      () => Promise.resolve(open),
      (to, delay) => fetch(to, delay, {}),
    );
  } catch (error) {
    const { found } = error as FetchError;
    throw new FetchError(`no robots.txt (${found})`, 'to be told what is open', false, null, {
      cause: error,
    });
  }
  if (answer.status >= 400) return open;
  const robots = robotsParser(address.href, answer.body.subarray(0, 512 * 1024).toString('utf8'));
  const asked = robots.getCrawlDelay(options.userAgent) ?? 0;
  return {
    isAllowed: (page) => robots.isAllowed(page, options.userAgent) !== false,
    delay: Math.min(Math.max(options.delay, asked), LONGEST_PAUSE),
  };
}

function statusRefusal({ status, headers }: Answer, isPassing: boolean): FetchError {
  return new FetchError(`status ${status}`, '200', isPassing, secondsOf(headers['retry-after']));
}

/** Retry-After in seconds: a number, or a date. */
function secondsOf(header: string | undefined): number | null {
  if (header === undefined) return null;
  if (/^\d+$/.test(header.trim())) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, (at - Date.now()) / 1000);
}

async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) throw new FetchError('the command ending', 'time');
  if (milliseconds <= 0) return;
  await new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new FetchError('the command ending', 'time'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
