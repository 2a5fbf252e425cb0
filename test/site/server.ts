/** Servers that a script or a test starts for itself: the real one, as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';

/** Whether the site is built; without it no server can be started. */
export const isBuilt = existsSync('.next/BUILD_ID');

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const found = probe.address();
      probe.close(() => resolve(typeof found === 'object' && found ? found.port : 0));
    });
  });
}

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
  /** Command of Node and its working folder; by default server.js here. */
  command?: string[];
  folder?: string;
  /** The Node that runs it; this one by default. */
  binary?: string;
  /** How long it may take to answer; a minute by default. */
  patienceSeconds?: number;
};

/** Starts a server on a free port and waits until it answers. Throws when it ends or stays silent too long. */
export async function startServer({
  settings = {},
  command,
  folder,
  binary = process.execPath,
  patienceSeconds = 60,
}: ServerOptions = {}): Promise<Server> {
  const port = await freePort();
  const child = spawn(binary, command ?? ['server.js'], {
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
  await untilLive(
    server.address,
    () => {
      if (child.exitCode !== null)
        throw new Error(`the server ended with status ${child.exitCode}: ${written}`);
    },
    patienceSeconds,
  );
  return server;
}

/** Resolves when the server at `address` answers; throws when it is too late, or what `check` throws before each try. */
export async function untilLive(
  address: string,
  check: () => void = () => undefined,
  patienceSeconds = 60,
): Promise<void> {
  for (let tries = 0; tries < patienceSeconds * 20; tries++) {
    check();
    const answer = await fetch(`${address}/healthz`).catch(() => null);
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the server did not answer within ${patienceSeconds} s`);
}
