/** Where the server listens, and whether it can: asked before anything is built. */
import { createServer } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { setting } from '../../lib/settings';

export type Listening = { host: string; port: number };

/**
 * HOSTNAME and PORT of the environment. A HOSTNAME that is the machine's own name was set by a shell or by Docker, not by
 * a person who wants to be reached from elsewhere, and counts as unset.
 */
export function wantedAddress(
  environment: Readonly<Record<string, string | undefined>>,
  ownName = hostname(),
): Listening {
  const chosen = environment.HOSTNAME === ownName ? { ...environment, HOSTNAME: '' } : environment;
  return { host: setting('HOSTNAME', chosen), port: setting('PORT', environment) };
}

/** The port that can be listened on (a free one for 0), or one line that says why none can. */
export function tryListening({ host, port }: Listening): Promise<{ port: number } | { refused: string }> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.on('error', (error: NodeJS.ErrnoException) => resolve({ refused: reason(error, { host, port }) }));
    probe.listen(port, host, () => {
      const found = probe.address();
      const free = typeof found === 'object' && found ? found.port : port;
      probe.close(() => resolve({ port: free }));
    });
  });
}

function reason({ code, message }: NodeJS.ErrnoException, { host, port }: Listening): string {
  switch (code) {
    case 'EADDRINUSE':
      return `PORT: something listens on ${host} port ${port} already, expected a free one; end it or choose another, as PORT=${port + 1}`;
    case 'EACCES':
      return `PORT: found ${port}, which this user may not listen on; choose one from 1024, as PORT=3000`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return `HOSTNAME: found "${host}", expected an address of this machine: 127.0.0.1, 0.0.0.0 for every one, ${otherAddresses().join(', ')}`;
    default:
      return `HOSTNAME and PORT: cannot listen on ${host} port ${port}: ${message}`;
  }
}

/** What to write into the browser: an address that listens to all is opened through the machine itself. */
export function addressToOpen({ host, port }: Listening): string {
  if (host === '0.0.0.0') return `http://127.0.0.1:${port}`;
  if (host === '::') return `http://[::1]:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** The addresses under which other machines may reach this one. */
export function otherAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address);
}
