import { describe, expect, it } from 'vitest';
import { isPublic, parseAddress } from '../../lib/collect/address';
import { testFolder } from '../batch/report-text';
import { collectFrom, site } from './site';

const PRIVATE = [
  '127.0.0.1',
  '127.8.8.8',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '0.0.0.0',
  '100.64.0.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '192.0.2.1',
  '203.0.113.9',
  '240.0.0.1',
  '::1',
  '::',
  'fe80::1',
  'fc00::1',
  'fd12::1',
  'ff02::1',
  '2001:db8::1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:10.0.0.1',
  'fec0::1',
];
const PUBLIC = [
  '1.2.4.8',
  '114.114.114.114',
  '172.32.0.1',
  '11.0.0.1',
  '2408:8000::1',
  '2400:3200::1',
  '::ffff:1.2.4.8',
];

describe('an address', () => {
  it('of loopback, a private net, a link or anything special is not public', () => {
    expect(PRIVATE.filter(isPublic)).toEqual([]);
    expect(PUBLIC.filter((address) => !isPublic(address))).toEqual([]);
    expect(isPublic('no address')).toBe(false);
  });

  it('is taken only over http and https, without a password, however a private host is written', () => {
    const refused: [string, RegExp][] = [
      ['ftp://a.cn/x', /found ftp:, expected http or https/],
      ['file:///etc/passwd', /found file:/],
      ['javascript:alert(1)', /found javascript:/],
      ['just words', /found "just words", expected an address/],
      ['http://user:secret@a.cn/', /found a password in the address, expected none/],
      ['http://127.0.0.1/', /found the private address 127\.0\.0\.1/],
      ['http://2130706433/', /found the private address 127\.0\.0\.1/],
      ['http://0x7f.1/', /found the private address 127\.0\.0\.1/],
      ['http://017700000001/', /found the private address 127\.0\.0\.1/],
      ['http://[::1]:8080/', /found the private address ::1/],
      ['http://[::ffff:127.0.0.1]/', /found the private address ::ffff:7f00:1/],
      ['http://169.254.169.254/latest/meta-data/', /found the private address 169\.254\.169\.254/],
    ];
    for (const [address, message] of refused)
      expect(() => parseAddress(address, false), address).toThrow(message);
    expect(parseAddress('HTTPS://WWW.Example.gov.cn:443/a#b', false).href).toBe(
      'https://www.example.gov.cn/a',
    );
    expect(parseAddress('http://127.0.0.1/', true).hostname).toBe('127.0.0.1');
  });
});

describe('a host name', () => {
  const at =
    (...addresses: string[]) =>
    () =>
      Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));

  it('that leads to a private address is refused before anything is sent, also when only one of several does', async () => {
    const { url, visits } = await site({ '/a.html': 'secret' });
    const { port } = new URL(url);
    for (const resolve of [at('127.0.0.1'), at('1.2.4.8', '127.0.0.1'), at('::ffff:127.0.0.1')]) {
      const more = { allowPrivate: false, resolve, retries: 0 };
      const { failures } = await collectFrom([`http://report.gov.cn:${port}/a.html`], testFolder(), more);
      expect(failures[0]?.reason).toMatch(/report\.gov\.cn at the private address (::ffff:)?127\.0\.0\.1/);
    }
    expect(visits).toEqual([]);
  });

  it('is resolved once for a connection, so that a second answer cannot lead elsewhere', async () => {
    const { url, visits } = await site({ '/a.html': 'a' });
    let asked = 0;
    const resolve = () => {
      asked += 1;
      return at('127.0.0.1')();
    };
    const { failures } = await collectFrom([`http://report.test:${new URL(url).port}/a.html`], testFolder(), {
      resolve,
    });
    expect(failures).toEqual([]);
    expect(asked).toBeLessThanOrEqual(visits.length);
  });

  it('behind a redirect is checked like any other', async () => {
    const { url, visits } = await site({
      '/a.html': (_, response) => response.writeHead(302, { location: 'http://10.0.0.7/secret' }).end(),
      '/b.html': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    });
    const resolve = at('127.0.0.1');
    const { failures } = await collectFrom([`${url}/a.html`, `${url}/b.html`], testFolder(), {
      resolve,
      redirects: 5,
    });
    expect(failures.map(({ reason }) => reason)[1]).toMatch(/found file:, expected http or https/);
    expect(visits.some(({ path }) => path.includes('secret'))).toBe(false);
  });

  it('that does not exist is one line', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));
    const { failures } = await collectFrom(['http://nowhere.gov.cn/a.html'], testFolder(), {
      resolve,
      retries: 0,
    });
    expect(failures[0]?.reason).toMatch(/a host that does not exist/);
  });
});
