/** What goes wrong in a request, as problem documents (RFC 9457). Nothing of the inside, no stack, no path. */
import { FilterError } from '../../../lib/errors';
import type { FilterProblem } from '../../../lib/filters';
import { BusyError, CorpusError } from '../../../lib/store/connect';
import { log } from '../../../lib/telemetry/log';
import { currentRequest } from '../../../lib/telemetry/request';
import { problemResponse } from '../../../lib/server/problem';

/** Parameters that were not understood; answered with 400. */
export class ParameterProblems extends Error {
  override name = 'ParameterProblems';
  constructor(readonly problems: readonly FilterProblem[]) {
    super(problems.map((problem) => problem.parameter).join(', '));
  }
}

const LONGEST_ECHO = 200;

/** 404 for an id that the corpus does not have. */
export function notFound(kind: string, id: string): Response {
  return problemResponse({
    status: 404,
    title: 'Not Found',
    detail: `no ${kind} has the id ${id.slice(0, LONGEST_ECHO)}`,
  });
}

/** 405 for a method other than those that read; null for these. */
export function refusedMethod(method: string): Response | null {
  if (method === 'GET' || method === 'HEAD') return null;
  const detail = `${method} is not understood here: the API only reads, with GET`;
  return problemResponse(
    { status: 405, title: 'Method Not Allowed', detail },
    { Allow: 'GET, HEAD, OPTIONS' },
  );
}

/** The response to whatever a handler threw. What is nobody's fault but ours is logged in full and told as 500. */
export function problemOf(error: unknown): Response {
  if (error instanceof ParameterProblems) return badParameters(error.problems);
  if (error instanceof FilterError)
    return badParameters([{ parameter: error.parameter, value: error.value, expected: error.expected }]);
  if (error instanceof BusyError)
    return problemResponse(
      { status: 503, title: 'Service Unavailable', detail: `${error.message}, try again later` },
      { 'Retry-After': '30' },
    );
  if (!currentRequest()?.signal.aborted) log().error({ err: error }, 'the API failed');
  if (error instanceof CorpusError)
    return problemResponse(
      { status: 503, title: 'Service Unavailable', detail: 'the corpus is not ready' },
      { 'Retry-After': '30' },
    );
  return problemResponse({ status: 500, title: 'Internal Server Error', detail: 'the request failed' });
}

function badParameters(problems: readonly FilterProblem[]): Response {
  const errors = problems.map((problem) => ({ ...problem, value: problem.value.slice(0, LONGEST_ECHO) }));
  const [first] = errors;
  return problemResponse({
    status: 400,
    title: 'Bad Request',
    detail: first ? detailOf(first) : 'bad parameter',
    errors,
  });
}

/** One line: what was given, where it stops making sense, what may stand there. */
function detailOf({ parameter, value, at, found, expected }: FilterProblem): string {
  const place = at === undefined ? '' : ` at character ${at}: found ${found},`;
  return `${parameter}=${value}${place || ':'} expected ${expected}`;
}
