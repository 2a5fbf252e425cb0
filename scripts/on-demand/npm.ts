/** npm as a child process, on every platform: Windows has no program `npm`, but a script of its shell. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);
const failure = z.object({ stderr: z.string() });

/** Runs npm in `folder` and gives what it printed. Throws with npm's own reason when it fails or takes longer than `limitMs`. */
export async function npm(parameters: string[], folder: string, limitMs: number): Promise<string> {
  const client = process.env.npm_execpath;
  const options = { cwd: folder, timeout: limitMs, maxBuffer: 64 * 1024 * 1024 };
  try {
    const { stdout } = await (client?.endsWith('.js')
      ? run(process.execPath, [client, ...parameters], options)
      : run('npm', parameters, { ...options, shell: process.platform === 'win32' }));
    return stdout;
  } catch (error) {
    const said = failure.safeParse(error).data?.stderr ?? '';
    const told = [...said.matchAll(/^npm (?:error|ERR!) (?!code |errno |syscall |A complete )(.+)$/gm)];
    throw new Error(`npm ${parameters[0]} failed: ${told[0]?.[1] ?? String(error).split('\n')[0]}`, {
      cause: error,
    });
  }
}
