/** What the server does once, before its first request. */
import { format } from 'node:util';
import { checkSettings } from '../settings';
import { log } from '../telemetry/log';
import { currentRequest } from '../telemetry/request';
import { drainOnSignal } from './drain';
import type { Site } from './response-cache';
import { letThreadsStepBack } from './thread-priority';
import { watchRequests } from './request-log';

/** Checks the settings, and from then on logs, watches requests, stands before the site and stops in good order. Ends the process with status 1
 *  and a line each when settings are bad. */
export function startUp(site: Site): void {
  const problems = checkSettings();
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0) process.exit(1);
  if (process.env.NODE_ENV === 'production') {
    logConsole();
    void letThreadsStepBack();
  }
  if (Number(process.env.UV_THREADPOOL_SIZE ?? 4) < 16)
    log().warn('UV_THREADPOOL_SIZE is below 16: a few long queries can hold up everything else');
  drainOnSignal(watchRequests(site));
}

/** What Next and libraries print becomes lines of the log like any other. */
function logConsole(): void {
  const text = (parts: unknown[]): string => format(...parts).trim();
  console.log = (...parts: unknown[]) => log().info(text(parts));
  console.info = console.log;
  console.warn = (...parts: unknown[]) => log().warn(text(parts));
  console.error = (...parts: unknown[]) => {
    // A page whose reader has left ends in errors that nobody needs to look into.
    const level = currentRequest()?.signal.aborted ? 'debug' : 'error';
    log()[level](text(parts));
  };
}
