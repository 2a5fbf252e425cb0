/** Who asks. A header of ours carries it, written by the server from the socket, so that no client can choose it. */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

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
  const address = [named, socketAddress ?? ''].find((each) => isIP(each) !== 0);
  if (address === undefined) return '';
  // `process` gives the IPv4 address that an IPv6 one may be mapped from.
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4' || parsed.range() === 'loopback') return parsed.toString();
  return parsed.toNormalizedString().split(':').slice(0, 4).join(':');
}

/** Whether an address of `clientAddress` is this machine. */
export const isLoopback = (address: string): boolean =>
  address.startsWith('127.') || address === '::1' || address === '';
