/**
 * What stands between Node's server and Next: pages that were made before are sent again, of those still to be made a few
 * are made at a time, and so are answers of the API. Pages are rendered on the one thread that also serves everything
 * else; with a bound on them a probe, a kept page or a file is answered at once however many readers come.
 */
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { setting } from '../settings';
import { measure } from '../telemetry/measures';
import { currentRequest } from '../telemetry/request';
import { tooMany } from './gate';
import { type Asked, copyAnswer, keptPage, type PageKey, sendPage } from './kept-pages';
import { kindOf } from './kind';
import { type Turnstile, turnstile } from './turnstile';

type Visit = { request: IncomingMessage; response: ServerResponse; path: string; pass: () => void };

type Door = {
  pageKey: PageKey;
  pages: Turnstile;
  answers: Turnstile;
  /** Pages being made, by key: who asks for the same one waits for it instead of making it again. */
  making: Map<string, Promise<void>>;
};

/** Stands before the listeners that the server has by now, for every request from the one at hand on. */
export function openFrontDoor(server: Server, pageKey: PageKey): void {
  const most = setting('REQUESTS_WAITING');
  const door: Door = {
    pageKey,
    pages: turnstile(setting('PAGES_AT_ONCE'), most),
    answers: turnstile(setting('ANSWERS_AT_ONCE'), most),
    making: new Map(),
  };
  const listeners = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const pass = (): void => {
      for (const listener of listeners) listener.call(server, request, response);
    };
    const visit = { request, response, path, pass };
    const kind = kindOf(path);
    if (request.method !== 'GET' || (kind !== 'page' && kind !== 'api')) pass();
    else void (kind === 'page' ? visitPage(door, visit) : letIn(door.answers, visit));
  });
}

/** Runs the visit when it is its turn and gives whether it was let in; beyond the queue it is told to come again. */
async function letIn(turns: Turnstile, { response, path, pass }: Visit): Promise<boolean> {
  const gone = currentRequest()?.signal ?? new AbortController().signal;
  const leave = await turns.enter(gone);
  if (leave === null) {
    if (!gone.aborted) await sendWhole(tooMany(path), response);
    return false;
  }
  response.once('close', leave);
  pass();
  return true;
}

async function visitPage(door: Door, visit: Visit): Promise<void> {
  // Next changes the address and the headers of the request that it is given.
  const asked: Asked = { url: visit.request.url, headers: { ...visit.request.headers } };
  const keyNow = (): Promise<string | null> => door.pageKey(asked).catch(() => null);
  const key = await keyNow();
  if (key === null) return void letIn(door.pages, visit);
  await door.making.get(key);
  const kept = keptPage(key);
  if (kept) {
    measure().pages.inc({ source: 'kept' });
    return sendPage(kept, visit.request, visit.response);
  }
  const making = makePage(door, key, keyNow, visit);
  door.making.set(key, making);
  await making;
  if (door.making.get(key) === making) door.making.delete(key);
}

/** Lets Next make the page; resolves when the answer has ended and, if it can be, is kept. */
async function makePage(
  door: Door,
  key: string,
  keyNow: () => Promise<string | null>,
  visit: Visit,
): Promise<void> {
  const { response } = visit;
  const current = currentRequest();
  const copy = copyAnswer(response);
  const ended = new Promise<void>((resolve) => response.once('close', resolve));
  if (!(await letIn(door.pages, visit))) return;
  measure().pages.inc({ source: 'made' });
  await ended;
  if (!response.writableFinished || current?.hasFailed) return;
  // A database that was replaced meanwhile may be in the page under the key of the one before.
  if ((await keyNow()) === key) await copy.keep(key).catch(() => undefined);
}

async function sendWhole(answer: Response, response: ServerResponse): Promise<void> {
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.end(await answer.text());
}
