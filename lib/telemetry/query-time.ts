/** How long questions to the store take: measured all, and logged by name when slow, stopped or failed. */
import { FilterError } from '../errors';
import { setting } from '../settings';
import { errorText, log } from './log';
import { prometheus } from './prometheus';
import { currentRequest } from './request';

export type QueryTiming = { end: (outcome: unknown) => void };

/** Begins to time a question that was asked at `askedAt` (performance.now) and now has its turn. */
export function beginQuery(corpus: string, question: string, askedAt: number): QueryTiming {
  const startedAt = performance.now();
  const waited = Math.round(startedAt - askedAt);
  return {
    end(outcome) {
      const milliseconds = performance.now() - startedAt;
      const name = outcomeName(outcome);
      prometheus().queries.observe({ question, outcome: name }, milliseconds / 1000);
      const line = { corpus, question, ms: Math.round(milliseconds), waited };
      if (name === 'left') log().info(line, 'question stopped: the client left');
      else if (name === 'failed') log().error({ ...line, cause: errorText(outcome) }, 'question failed');
      else if (milliseconds >= setting('SLOW_QUERY_MS')) log().warn(line, 'slow question');
    },
  };
}

/** `answered`, or what became of it; a filter that was not understood is no failure. */
function outcomeName(outcome: unknown): 'answered' | 'refused' | 'left' | 'failed' {
  if (outcome === 'answered') return 'answered';
  if (outcome instanceof FilterError) return 'refused';
  return currentRequest()?.signal.aborted ? 'left' : 'failed';
}
