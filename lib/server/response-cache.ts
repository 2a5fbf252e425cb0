/**
 * What stands between Node's server and Next: pages and answers of the API that were made before are sent again, of those
 * still to be made a few are made at a time. They are made on the one thread that also serves everything else; with a
 * bound on them a probe, a kept answer or a file is sent at once however many readers come.
 */
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { setting } from '../settings';
import { prometheus } from '../telemetry/prometheus';
import { currentRequest } from '../telemetry/request';
import { CLIENT_ADDRESS } from './client-address';
import { limitedApi, tooMany } from './guards';
import {
  type CacheKey,
  type Asked,
  captureResponse,
  cachedResponse,
  type CachedResponse,
  sendCached,
} from './cached-response';
import { kindOf, LIVE } from './kind';
import { EVERY_ANSWER, NO_FRAME, NO_PAGE } from './site-headers.js';
import { type Semaphore, semaphore } from './semaphore';

type Visit = {
  request: IncomingMessage;
  response: ServerResponse;
  path: string;
  kind: 'page' | 'api';
  pass: () => void;
};

/** What the site tells those who stand before it. */
export type Site = {
  cacheKey: CacheKey;
  /** What the server has to serve: the answer to `LIVE`. */
  live: () => Promise<Response>;
};

type Door = {
  cacheKey: CacheKey;
  turns: { page: Semaphore; api: Semaphore; kept: Semaphore };
  /** Answers being made, by key: who asks for the same one waits for it instead of making it again. */
  making: Map<string, Promise<void>>;
};

/**
 * Kept answers sent in one turn of the thread. All of a crowd's would fill each turn, and what takes many turns, as a page
 * that is being made does, would never end.
 */
const KEPT_A_TURN = 2;

/**
 * Stands before the listeners that the server has by now, for every request from the one at hand on. Whether the server
 * lives is told here: on the way through Next the answer would wait for its turn of the thread several times.
 */
export function installResponseCache(server: Server, { cacheKey, live }: Site): void {
  const most = setting('REQUESTS_WAITING');
  const door: Door = {
    cacheKey,
    turns: {
      page: semaphore(setting('PAGES_AT_ONCE'), most),
      api: semaphore(setting('ANSWERS_AT_ONCE'), most),
      kept: semaphore(KEPT_A_TURN, most),
    },
    making: new Map(),
  };
  const listeners = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const pass = (): void => {
      for (const listener of listeners) listener.call(server, request, response);
    };
    const kind = kindOf(path);
    if (path === LIVE && (request.method === 'GET' || request.method === 'HEAD'))
      void live().then((answer) => sendWhole(answer, response));
    else if (request.method !== 'GET' || (kind !== 'page' && kind !== 'api')) pass();
    else void answer(door, { request, response, path, kind, pass });
  });
}

/** Waits for the visit's turn and gives what ends it; beyond the queue it is told to come again, and null comes back. */
async function turnOf(turns: Semaphore, { response, path }: Visit): Promise<(() => void) | null> {
  const gone = currentRequest()?.signal ?? new AbortController().signal;
  const leave = await turns.enter(gone);
  if (leave === null && !gone.aborted) await sendWhole(tooMany(path), response);
  return leave;
}

/** Lets Next answer the visit when it is its turn, and gives whether it was let in. */
async function letIn(turns: Semaphore, visit: Visit): Promise<boolean> {
  const leave = await turnOf(turns, visit);
  if (leave === null) return false;
  visit.response.once('close', leave);
  visit.pass();
  return true;
}

async function answer(door: Door, visit: Visit): Promise<void> {
  const { request, kind } = visit;
  // Next changes the address and the headers of the request that it is given.
  const asked: Asked = { url: request.url, headers: { ...request.headers } };
  const keyNow = (): Promise<string | null> => door.cacheKey(asked).catch(() => null);
  const key = await keyNow();
  if (key === null) return void letIn(door.turns[kind], visit);
  await door.making.get(key);
  const kept = cachedResponse(key);
  if (kept) return sendAgain(door, kept, visit);
  const making = make(door, key, keyNow, visit);
  door.making.set(key, making);
  await making;
  if (door.making.get(key) === making) door.making.delete(key);
}

/** Sends what was made before; the limit on questions to the API counts these too. */
async function sendAgain({ turns }: Door, kept: CachedResponse, visit: Visit): Promise<void> {
  const { request, response, path, kind } = visit;
  if (kind === 'api') {
    const limited = limitedApi(path, String(request.headers[CLIENT_ADDRESS] ?? ''));
    if (limited.refusal) return sendWhole(limited.refusal, response);
    for (const [name, value] of Object.entries(limited.headers)) response.setHeader(name, value);
  }
  prometheus().answers.inc({ kind, source: 'kept' });
  const leave = await turnOf(turns.kept, visit);
  if (leave === null) return;
  setImmediate(leave);
  // A slow reader takes what is sent in its own time.
  await sendCached(kept, request, response);
}

/** Lets Next make the answer; resolves when it has ended and, if it can be, is kept. */
async function make(
  door: Door,
  key: string,
  keyNow: () => Promise<string | null>,
  visit: Visit,
): Promise<void> {
  const { response, kind } = visit;
  const current = currentRequest();
  const copy = captureResponse(response);
  const ended = new Promise<void>((resolve) => response.once('close', resolve));
  if (!(await letIn(door.turns[kind], visit))) return;
  prometheus().answers.inc({ kind, source: 'made' });
  await ended;
  if (!response.writableFinished || current?.hasFailed) return;
  // A database that was replaced meanwhile may be in the answer under the key of the one before.
  if ((await keyNow()) === key) await copy.keep(key).catch(() => undefined);
}

/** Sends an answer that Next never sees, with the headers that it gives to all others. */
async function sendWhole(answer: Response, response: ServerResponse): Promise<void> {
  for (const { key, value } of [...EVERY_ANSWER, ...NO_PAGE, ...NO_FRAME]) response.setHeader(key, value);
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.end(await answer.text());
}
