/** The real server, as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { freePort } from '../../scripts/served';

/** Whether the site is built; without it no server can be started. */
export const isBuilt = existsSync('.next/BUILD_ID');

export type Server = {
  address: string;
  process: ChildProcess;
  /** What it wrote to stderr so far: the log. */
  log: () => string;
  /** Its exit status, when it has ended. */
  ended: Promise<number | null>;
  stop: () => Promise<number | null>;
};

export type ServerOptions = {
  /** Variables of its environment. */
  settings?: Record<string, string>;
  /** Command of Node and its working folder; by default `next start` here. */
  command?: string[];
  folder?: string;
};

/** Starts a server on a free port and waits until it answers. Throws when it ends or stays silent for a minute. */
export async function startServer({ settings = {}, command, folder }: ServerOptions = {}): Promise<Server> {
  const port = await freePort();
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const child = spawn(process.execPath, command ?? [next, 'start', '-p', String(port), '-H', '127.0.0.1'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    cwd: folder,
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      UV_THREADPOOL_SIZE: '16',
      PORT: String(port),
      HOSTNAME: '127.0.0.1',
      ...settings,
    },
  });
  let written = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    written += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', (status) => resolve(status)));
  const server: Server = {
    address: `http://127.0.0.1:${port}`,
    process: child,
    log: () => written,
    ended,
    stop: () => {
      child.kill();
      return ended;
    },
  };
  await untilAnswering(server);
  return server;
}

/** The lines of a log that are of the server: objects. */
export function logLines(log: string): Record<string, unknown>[] {
  return log
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** Resolves when `check` is true; throws after ten seconds, saying what was waited for. */
export async function until(what: string, check: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited for ${what}`);
}

async function untilAnswering(server: Server): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (server.process.exitCode !== null)
      throw new Error(`the server ended with status ${server.process.exitCode}: ${server.log()}`);
    try {
      await fetch(`${server.address}/healthz`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  throw new Error('the server did not answer within a minute');
}
