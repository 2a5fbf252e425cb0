/** Stopping: nothing new is taken, what runs is finished, and the process ends with status 0. */
import { setting } from '../settings';
import { log } from '../telemetry/log';
import type { Watch } from './request-log';

/**
 * On SIGTERM or SIGINT lets running answers end, at most DRAIN_SECONDS long, then cuts what is left. Next closes its
 * server and ends the process by itself when the last answer is whole, with the status of a killed process; told to
 * stop and having stopped is no failure, so the status becomes 0.
 */
export function drainOnSignal(watch: Watch): void {
  const drain = (signal: NodeJS.Signals): void => {
    if (watch.isDraining) return;
    watch.isDraining = true;
    process.once('exit', () => {
      log().info('stopped');
      process.exitCode = 0;
    });
    log().info({ signal, running: watch.running }, 'stopping: running answers are finished');
    setTimeout(() => {
      log().warn({ running: watch.running }, 'answers are cut: they took longer than DRAIN_SECONDS');
      for (const server of watch.servers) server.closeAllConnections();
    }, setting('DRAIN_SECONDS') * 1000).unref();
  };
  process.on('SIGTERM', drain);
  process.on('SIGINT', drain);
}
