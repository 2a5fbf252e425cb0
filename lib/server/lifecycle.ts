/** The server from its start to its end: checks the settings, listens, and stops in good order. */
import { createServer, type Server } from 'node:http';
import { format } from 'node:util';
import { checkSettings, setting } from '../settings';
import { log } from '../telemetry/log';
import { currentRequest } from '../telemetry/request';
import { requestListener, type Site } from './listener';
import type { Handler } from './record';
import { serverState } from './state';

/** Listens on HOSTNAME and PORT and answers with `next` what it cannot answer itself; resolves when it listens. */
type Listen = (next: Handler) => Promise<void>;

/** server.js is no part of the bundle that holds this: it leaves here what waits for it. */
const holder = globalThis as typeof globalThis & { ogiServerReady?: (listen: Listen) => void };

/** Checks the settings, from then on logs what is printed, and tells server.js how to listen. Ends the process with status 1 and
 *  a line each when settings are bad. */
export function startUp(site: Site): void {
  const problems = checkSettings();
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0) process.exit(1);
  if (process.env.NODE_ENV === 'production') logConsole();
  if (Number(process.env.UV_THREADPOOL_SIZE ?? 4) < 16)
    log().warn('UV_THREADPOOL_SIZE is below 16: a few long queries can hold up everything else');
  holder.ogiServerReady?.(async (next) => {
    const server = createServer(requestListener(next, site));
    drainOnSignal(server);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(setting('PORT'), setting('HOSTNAME'), resolve);
    });
  });
}

/**
 * On SIGTERM or SIGINT takes nothing new, lets running answers end, at most DRAIN_SECONDS long, cuts what is left and ends
 * the process with status 0: told to stop and having stopped is no failure.
 */
function drainOnSignal(server: Server): void {
  const state = serverState();
  const drain = (signal: NodeJS.Signals): void => {
    if (state.isDraining) return;
    state.isDraining = true;
    log().info({ signal, running: state.running }, 'stopping: running answers are finished');
    server.close(() => {
      log().info('stopped');
      process.exit(0);
    });
    setTimeout(() => {
      log().warn({ running: state.running }, 'answers are cut: they took longer than DRAIN_SECONDS');
      server.closeAllConnections();
    }, setting('DRAIN_SECONDS') * 1000).unref();
  };
  process.on('SIGTERM', drain);
  process.on('SIGINT', drain);
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
