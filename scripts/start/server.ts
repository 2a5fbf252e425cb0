/** The server as a child, until it answers. */
import { ended, startNode } from './child';
import { addressToOpen, type Listening } from './listen';
import { NEXT } from './pages';

/**
 * Serves until told to stop; the server's exit status. `onReady` is called once, when it answers. What Next prints before
 * that is shown only if it never gets there: the log is on stderr.
 */
export async function serve(
  command: 'start' | 'dev',
  listening: Listening,
  onReady: () => void,
): Promise<number> {
  const child = startNode(
    [NEXT, command, '-p', String(listening.port), '-H', listening.host],
    ['inherit', 'pipe', 'inherit'],
  );
  let held: string | null = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    if (held === null) process.stdout.write(text);
    else held += text;
  });
  const end = ended(child);
  let isOver = false;
  void end.then(() => {
    isOver = true;
  });
  while (!isOver) {
    const answer = await fetch(`${addressToOpen(listening)}/healthz`).catch(() => null);
    if (answer) {
      held = null;
      onReady();
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const status = await end;
  if (held !== null && status !== 0) process.stderr.write(held);
  return status;
}
