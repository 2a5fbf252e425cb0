/**
 * Which addresses are taken from: http and https, on hosts of the public internet. Names are resolved here, every
 * address is checked, and the connection is made to an address that was checked, so that a name that answers
 * differently the second time (DNS rebinding) gains nothing.
 */
import type { LookupAddress, LookupOptions } from 'node:dns';
import { lookup as systemLookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { FetchError } from './fetch-error';

/** Host name → its addresses. */
export type Resolve = (host: string) => Promise<LookupAddress[]>;

const resolveBySystem: Resolve = (host) => systemLookup(host, { all: true });

/** Ranges that are not the public internet. Source: IANA special-purpose address registries (RFC 6890 and updates). */
const SPECIAL = new BlockList();
for (const range of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/127',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
]) {
  const [network = '', bits] = range.split('/');
  SPECIAL.addSubnet(network, Number(bits), isIP(network) === 6 ? 'ipv6' : 'ipv4');
}

/** True for an address of the public internet; IPv4 written inside IPv6 counts as the IPv4 address it is. */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && !SPECIAL.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** The URL, or a Refusal where it is none, has another scheme, holds a password, or names a private address. */
export function parseAddress(text: string, allowPrivate: boolean): URL {
  if (!URL.canParse(text))
    throw new FetchError(`"${text.slice(0, 80)}"`, 'an address such as https://host/page');
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchError(url.protocol, 'http or https');
  if (url.username !== '' || url.password !== '') throw new FetchError('a password in the address', 'none');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !allowPrivate && !isPublic(host)) throw privateHost(host, host);
  url.hash = '';
  return url;
}

const privateHost = (host: string, address: string): FetchError =>
  new FetchError(
    host === address ? `the private address ${address}` : `${host} at the private address ${address}`,
    'a public address (--allow-private takes others)',
  );

type LookupCallback = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** A `lookup` for node:http that gives only addresses that were checked: all of a host's must be public. */
export function checkedLookup(allowPrivate: boolean, resolve: Resolve = resolveBySystem) {
  return (host: string, options: LookupOptions, callback: LookupCallback): void => {
    resolve(host).then(
      (addresses) => {
        const bad = allowPrivate ? undefined : addresses.find(({ address }) => !isPublic(address));
        const [first] = addresses;
        if (bad) callback(privateHost(host, bad.address), '');
        else if (!first) callback(new FetchError(`no address for ${host}`, 'one'), '');
        else if (options.all) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => callback(error as Error, ''),
    );
  };
}
