/** Who asks. A header of ours carries it, written by the server from the socket, so that no client can choose it. */
import { isIP } from 'node:net';

export const CLIENT_ADDRESS = 'x-client-address';

/**
 * The address of the client: that of the socket, or with `trusted` proxies in front the one that the outermost of them
 * saw, the `trusted`-th from the end of X-Forwarded-For. An IPv6 address is cut to its /64, which is one subscriber's.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwarded: string | undefined,
  trusted: number,
): string {
  const hops = (forwarded ?? '').split(',').map((each) => each.trim());
  const named = trusted > 0 ? (hops.at(-trusted) ?? '') : '';
  return subscriber(isIP(named) ? named : (socketAddress ?? ''));
}

/** Whether an address of `clientAddress` is this machine. */
export const isLoopback = (address: string): boolean =>
  address.startsWith('127.') || address === '::1' || address === '';

function subscriber(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (isIP(address) !== 6 || address === '::1') return address;
  const bare = address.replace(/%.*$/, '');
  const [head = '', tail] = bare.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
