/**
 * The server's log: a JSON object a line on stderr, each with the id of the request it belongs to. It names no client:
 * no addresses, no query strings, no headers.
 */
import pino, { type Logger } from 'pino';
import { setting } from '../settings';
import { currentRequest } from './request';

const holder = globalThis as typeof globalThis & { ogiLog?: Logger };

/** The logger of this process. */
export function log(): Logger {
  holder.ogiLog ??= pino(
    {
      level: setting('LOG_LEVEL'),
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => {
        const request = currentRequest();
        return request ? { request: request.id } : {};
      },
    },
    pino.destination({ dest: 2, sync: true }),
  );
  return holder.ogiLog;
}

/** What an error says, in one line; its causes after it. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = `${error.name}: ${error.message}`.replaceAll(/\s+/g, ' ');
  return error.cause === undefined ? own : `${own} (${errorText(error.cause)})`;
}
