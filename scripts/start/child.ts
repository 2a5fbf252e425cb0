/** Child commands of the start: what stops the start stops them, and none is left behind. */
import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';

/** DuckDB runs on libuv's threads; with the usual four, four long queries would stop the server. */
const ENVIRONMENT = { NEXT_TELEMETRY_DISABLED: '1', UV_THREADPOOL_SIZE: '16' };
const running = new Set<ChildProcess>();
let told: NodeJS.Signals | null = null;

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    told = signal;
    for (const child of running) child.kill(signal);
    // Before the first child and between two of them nothing else would end this process.
    if (running.size === 0) process.exit(128);
  });

/** Whether this process was told to end: what its children then say is no fault. */
export const isStopping = (): boolean => told !== null;

/** A command of Node, to be awaited with `ended`. */
export function startNode(
  command: string[],
  stdio: StdioOptions,
  environment: NodeJS.ProcessEnv = process.env,
): ChildProcess {
  const child = spawn(process.execPath, command, { stdio, env: { ...environment, ...ENVIRONMENT } });
  running.add(child);
  child.on('close', () => running.delete(child));
  return child;
}

/** Its exit status; 128 when a signal ended it. */
export function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => resolve(status ?? (signal ? 128 : 1)));
  });
}

/** npm passes a signal to its shell alone, so when that is gone this process has to go by itself. */
export function endWithNpm(): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}
