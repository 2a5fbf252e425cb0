/** Commands of this repository in processes of their own, which tests kill or starve. */
import { type ChildProcess, spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';

export type Running = {
  child: ChildProcess;
  said: () => string;
  ended: Promise<{ status: number | null; said: string }>;
  /** Resolves when it has said `text`, or has ended. */
  hasSaid: (text: string) => Promise<void>;
};

/** Runs a script; with `blocks` no file of it may grow beyond so many KiB, as on a disk that is full. */
export function run(script: string, args: string[], blocks?: number): Running {
  const command = [process.execPath, '--import', 'tsx', script, ...args];
  const child =
    blocks === undefined
      ? spawn(command[0] ?? '', command.slice(1), { stdio: ['ignore', 'ignore', 'pipe'] })
      : spawn('bash', ['-c', `trap '' XFSZ; ulimit -f ${blocks}; exec "$@"`, 'bash', ...command], {
          stdio: ['ignore', 'ignore', 'pipe'],
        });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = new Promise<{ status: number | null; said: string }>((resolve) =>
    child.on('close', (status) => resolve({ status, said })),
  );
  const hasSaid = (text: string): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (said.includes(text) || child.exitCode !== null) resolve();
        else setTimeout(look, 5);
      };
      look();
    });
  return { child, said: () => said, ended, hasSaid };
}
