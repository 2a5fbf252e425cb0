/**
 * Pages and answers of the API: sent again when they were made before, else made by Next, a few at a time. Everything runs
 * on the one thread that also serves files and probes, so what waits is bounded, and refused beyond that.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import { setting } from '../settings';
import { prometheus } from '../telemetry/prometheus';
import type { CurrentRequest } from '../telemetry/request';
import { type Answer, answerOf, isPage, sendAnswer, sizeOf, withPolicy, withTag } from './answer';
import { freshNonce, nonceHeader } from './content-security';
import { tooMany } from './guards';
import { type Handler, type Recorded, record } from './record';

/** A request as it came: Next changes the address and the headers of the one that it is given. */
export type Asked = Pick<IncomingMessage, 'url' | 'headers' | 'method'>;

/** What an answer depends on beside the code, as one text, and whether it is drawn as its reader chose. */
export type CacheKey = { text: string; isOwn: boolean };

export type Visit = {
  asked: Asked;
  request: IncomingMessage;
  response: ServerResponse;
  path: string;
  kind: 'page' | 'api';
  current: CurrentRequest;
};

const MEGABYTE = 2 ** 20;
/**
 * Kept answers sent in one round of the event loop. All of a crowd's would fill each round, and a page that is being made,
 * which takes hundreds of rounds, would hardly end.
 */
const SENT_A_ROUND = 8;
/** Bytes of an answer that is too long to be kept. */
const LARGEST_ANSWER = 4_000_000;

/**
 * Gives what answers a visit to a page or the API. `cacheKey` tells what the answer to a request depends on, null for one
 * that must be made anew; `next` makes it.
 */
export function responseCache(
  next: Handler,
  cacheKey: (asked: Asked) => Promise<CacheKey | null>,
): (visit: Visit) => Promise<void> {
  const kept = new LRUCache<string, Answer>({
    // Nothing at all is kept under a size that no answer has.
    maxSize: Math.max(setting('ANSWERS_KEPT_MB') * MEGABYTE, 1),
    sizeCalculation: sizeOf,
  });
  const turns = { page: pLimit(setting('PAGES_AT_ONCE')), api: pLimit(setting('ANSWERS_AT_ONCE')) };
  const sending = pLimit(SENT_A_ROUND);
  const waiting = setting('REQUESTS_WAITING');
  /** Answers being made: who asks for the same one waits for it. Null when it must not be sent to others. */
  const making = new Map<string, Promise<Answer | null>>();
  const keyOf = (asked: Asked): Promise<CacheKey | null> => cacheKey(asked).catch(() => null);

  /** What Next answers, when it is the visit's turn; null when its client left before. */
  const made = async ({ asked, request, path, kind, current }: Visit): Promise<Recorded | null> => {
    const nonce = freshNonce();
    if (kind === 'page') request.headers['content-security-policy'] = nonceHeader(nonce);
    const make = (): Promise<Recorded | null> => record(request, current.signal, next);
    // What a form sends is bounded where it is read.
    const recorded = await (asked.method === 'POST' ? make() : turns[kind](make));
    return recorded && withPolicy(recorded, path, nonce);
  };

  /** Whether the key is what it was: a database that was replaced meanwhile may be in an answer under the key of the one before. */
  const isStill = async (key: CacheKey, asked: Asked): Promise<boolean> =>
    (await keyOf(asked))?.text === key.text;

  /** Makes the answer and sends it; gives it when others may be sent it too. */
  const makeAndSend = async (visit: Visit, key: CacheKey | null): Promise<Answer | null> => {
    const { asked, response, path, kind, current } = visit;
    if (asked.method !== 'POST' && turns[kind].pendingCount >= waiting) {
      await sendResponse(tooMany(path), response);
      return null;
    }
    const recorded = await made(visit);
    if (recorded === null) return null;
    prometheus().answers.inc({ kind, source: 'made' });
    const isKept = key !== null && !current.hasFailed && canBeKept(recorded) && (await isStill(key, asked));
    const answer = await answerOf(isKept ? withTag(recorded, key.isOwn) : recorded, isKept);
    if (isKept) kept.set(key.text, answer);
    sendAnswer(answer, asked, response);
    return isKept ? answer : null;
  };

  return async (visit) => {
    const { asked, response, kind } = visit;
    const key = asked.method === 'GET' || asked.method === 'HEAD' ? await keyOf(asked) : null;
    if (key === null) return void (await makeAndSend(visit, null));
    const found = kept.get(key.text) ?? (await making.get(key.text)?.catch(() => null));
    if (found) {
      prometheus().answers.inc({ kind, source: 'kept' });
      return sending(() => {
        sendAnswer(found, asked, response);
        return setImmediate();
      });
    }
    const answer = makeAndSend(visit, key).finally(() => {
      if (making.get(key.text) === answer) making.delete(key.text);
    });
    making.set(key.text, answer);
    await answer;
  };
}

/** Whether an answer may be sent to others: a whole page, or what has a tag. */
const canBeKept = (made: Recorded): boolean =>
  made.status === 200 &&
  made.headers['set-cookie'] === undefined &&
  made.body.length <= LARGEST_ANSWER &&
  (isPage(made) || made.headers.etag !== undefined);

/** Sends an answer that Next never sees. */
export async function sendResponse(answer: Response, response: ServerResponse): Promise<void> {
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  response.end(Buffer.from(await answer.arrayBuffer()));
}
