/** The server as a child, until it ends. */
import { ended, startNode } from './child';
import { addressToOpen, type Listening } from './listen';

/** Serves until told to stop; the server's exit status. `onReady` is called once, when it answers. */
export async function serve(isDev: boolean, listening: Listening, onReady: () => void): Promise<number> {
  const child = startNode(['server.js', ...(isDev ? ['--dev'] : [])], 'inherit', {
    ...process.env,
    PORT: String(listening.port),
    HOSTNAME: listening.host,
  });
  const end = ended(child);
  let isOver = false;
  void end.then(() => {
    isOver = true;
  });
  while (!isOver) {
    if (await fetch(`${addressToOpen(listening)}/healthz`).catch(() => null)) {
      onReady();
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return end;
}
