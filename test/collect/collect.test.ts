import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseAddressList } from '../../lib/collect';
import { downloadFile } from '../../lib/collect/keep';
import { corpusRecords, flow, ingest, reportText, testFolder } from '../batch/report-text';
import { collectFrom, type Page, site } from './site';

const kept = (folder: string, address: string) => readFileSync(downloadFile(folder, new URL(address)));
const noteOf = (folder: string, address: string) =>
  JSON.parse(readFileSync(`${downloadFile(folder, new URL(address))}.meta.json`, 'utf8')) as Record<
    string,
    unknown
  >;

describe('a list of addresses', () => {
  it('brings pages and what is attached to them, with headers, hash and time beside the bytes', async () => {
    const folder = testFolder();
    const { url, visits } = await site({
      '/a/2022.html': '<a href="../files/%E6%8A%A5%E5%91%8A.pdf">报告</a> <a href="/other.html">其他</a>',
      '/files/%E6%8A%A5%E5%91%8A.pdf': (_, response) =>
        response.writeHead(200, { etag: '"one"', 'content-type': 'application/pdf' }).end('%PDF-1.4 bytes'),
    });
    const result = await collectFrom([`${url}/a/2022.html`], folder);
    expect(result).toEqual({ fetched: 2, unchanged: 0, failures: [] });
    const pdf = `${url}/files/%E6%8A%A5%E5%91%8A.pdf`;
    expect(kept(folder, pdf).toString()).toBe('%PDF-1.4 bytes');
    expect(downloadFile(folder, new URL(pdf))).toMatch(/127\.0\.0\.1_\d+\/报告~[0-9a-f]{12}\.pdf$/);
    expect(noteOf(folder, pdf)).toMatchObject({
      url: pdf,
      linked_from: `${url}/a/2022.html`,
      status: 200,
      headers: { etag: '"one"', 'content-type': 'application/pdf' },
      sha256: createHash('sha256').update('%PDF-1.4 bytes').digest('hex'),
      bytes: 14,
      fetched_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
    });
    expect(visits.map(({ path }) => path)).toEqual([
      '/robots.txt',
      '/a/2022.html',
      '/files/%E6%8A%A5%E5%91%8A.pdf',
    ]);
    expect(visits[1]?.headers['user-agent']).toBe('ogi-annual-reports/0.1');
  });

  it('is not fetched again, and gets only what is missing or half there', async () => {
    const folder = testFolder();
    const { url, visits } = await site({
      '/p.html': '<a href="a.pdf">a</a><a href="b.pdf">b</a>',
      '/a.pdf': '%PDF a',
      '/b.pdf': '%PDF b',
    });
    await collectFrom([`${url}/p.html`], folder);
    visits.length = 0;
    expect(await collectFrom([`${url}/p.html`], folder)).toMatchObject({ fetched: 0, unchanged: 3 });
    expect(visits).toEqual([]);
    rmSync(`${downloadFile(folder, new URL(`${url}/a.pdf`))}.meta.json`);
    truncateSync(downloadFile(folder, new URL(`${url}/b.pdf`)), 2);
    expect(await collectFrom([`${url}/p.html`], folder)).toMatchObject({ fetched: 2, unchanged: 1 });
    expect(kept(folder, `${url}/b.pdf`).toString()).toBe('%PDF b');
  });

  it('asks whether what is there has changed when told to refresh', async () => {
    const folder = testFolder();
    let version = 'one';
    const { url, visits } = await site({
      '/p.html': (request, response) => {
        if (request.headers['if-none-match'] === version) response.writeHead(304).end();
        else
          response
            .writeHead(200, { etag: version, 'last-modified': 'Sun, 01 Nov 2026 00:00:00 GMT' })
            .end(version);
      },
    });
    await collectFrom([`${url}/p.html`], folder);
    expect(await collectFrom([`${url}/p.html`], folder, { refresh: true })).toMatchObject({
      fetched: 0,
      unchanged: 1,
    });
    expect(visits.at(-1)?.headers).toMatchObject({ 'if-modified-since': 'Sun, 01 Nov 2026 00:00:00 GMT' });
    version = 'two';
    expect(await collectFrom([`${url}/p.html`], folder, { refresh: true })).toMatchObject({ fetched: 1 });
    expect(kept(folder, `${url}/p.html`).toString()).toBe('two');
  });

  it('feeds ingest, which knows each file by its address and does not take the notes for reports', async () => {
    const folder = testFolder();
    const { url } = await site({ '/report.txt': reportText({ fields: flow(30) }) });
    await collectFrom([`${url}/report.txt`], join(folder, 'in'));
    expect(await ingest([join(folder, 'in')], join(folder, 'corpus'))).toMatchObject({ seen: 1, records: 1 });
    expect(corpusRecords(join(folder, 'corpus'))[0]?.source.url).toBe(`${url}/report.txt`);
  });

  it('is one address a line, with blank lines and comments', () => {
    expect(parseAddressList('\uFEFFhttps://a.cn/1\r\n\n# no\n  https://b.cn/2  ')).toEqual([
      'https://a.cn/1',
      'https://b.cn/2',
    ]);
  });
});

describe('a guest', () => {
  it('takes nothing that robots.txt closes, and everything where there is none', async () => {
    const folder = testFolder();
    const { url, visits } = await site({
      '/robots.txt': 'User-agent: *\nDisallow: /closed/\n',
      '/open.html': 'open',
      '/closed/a.html': 'closed',
    });
    const result = await collectFrom([`${url}/open.html`, `${url}/closed/a.html`], folder);
    expect(result).toMatchObject({ fetched: 1 });
    expect(result.failures[0]?.reason).toMatch(/^found .*closed by robots\.txt, expected an open page$/);
    expect(visits.map(({ path }) => path)).toEqual(['/robots.txt', '/open.html']);
  });

  it('takes nothing where robots.txt cannot be had', async () => {
    const { url, visits } = await site({
      '/robots.txt': (_, response) => response.writeHead(500).end(),
      '/a.html': 'a',
      '/b.html': 'b',
    });
    const { failures } = await collectFrom([`${url}/a.html`, `${url}/b.html`], testFolder());
    expect(failures.map(({ reason }) => reason)).toEqual(
      Array(2).fill('found no robots.txt (status 500), expected to be told what is open'),
    );
    expect(visits.map(({ path }) => path)).toEqual(Array(3).fill('/robots.txt'));
  });

  it('pauses between two requests to a host, as long as robots.txt asks', async () => {
    const { url, visits } = await site({
      '/robots.txt': 'User-agent: *\nCrawl-delay: 0.15\n',
      '/a.html': 'a',
      '/b.html': 'b',
    });
    await collectFrom([`${url}/a.html`, `${url}/b.html`], testFolder());
    const [, first, second] = visits.map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(140);
  });

  it('tries again after a failure that may pass, no sooner than asked, and gives up in the end', async () => {
    const moody: Page = (_, response, visits) =>
      visits < 3 ? response.writeHead(503, { 'retry-after': '0' }).end() : response.end('there');
    const { url, visits } = await site({
      '/moody.html': moody,
      '/broken.html': (_, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('part');
        setTimeout(() => response.destroy(), 10);
      },
    });
    const folder = testFolder();
    const { failures } = await collectFrom(
      [`${url}/moody.html`, `${url}/broken.html`, `${url}/none.html`],
      folder,
    );
    expect(kept(folder, `${url}/moody.html`).toString()).toBe('there');
    expect(failures.map(({ address, reason }) => [address.split('/').at(-1), reason])).toEqual([
      ['broken.html', 'found a connection that broke off, expected the page'],
      ['none.html', 'found status 404, expected 200'],
    ]);
    expect(visits.filter(({ path }) => path === '/broken.html')).toHaveLength(3);
    expect(visits.filter(({ path }) => path === '/none.html')).toHaveLength(1);
    expect(readdirSync(join(folder, readdirSync(folder)[0] ?? ''))).toHaveLength(2);
  });

  it('follows redirects up to a limit', async () => {
    const folder = testFolder();
    const to =
      (path: string): Page =>
      (_, response) =>
        response.writeHead(302, { location: path }).end();
    const { url } = await site({
      '/old.html': to('/new.html'),
      '/new.html': 'new',
      '/loop.html': to('/loop.html'),
    });
    const { failures } = await collectFrom([`${url}/old.html`, `${url}/loop.html`], folder);
    expect(noteOf(folder, `${url}/old.html`)).toMatchObject({
      url: `${url}/new.html`,
      redirects: [`${url}/old.html`],
    });
    expect(failures.map(({ reason }) => reason)).toEqual(['found more than 5 redirects, expected a page']);
  });

  it('takes no more than the limit, told or not, packed or not', async () => {
    const big = Buffer.alloc(3 * 1024 * 1024);
    const folder = testFolder();
    const { url } = await site({
      '/told.html': big,
      '/untold.html': (_, response) => {
        response.writeHead(200).write(big);
        response.end();
      },
      '/packed.html': (_, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(big)),
      '/small.html': (_, response) =>
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('small')),
    });
    const { failures } = await collectFrom(
      ['told', 'untold', 'packed', 'small'].map((name) => `${url}/${name}.html`),
      folder,
    );
    expect(failures.map(({ reason }) => reason)).toEqual(
      Array(3).fill('found more than 1 MB, expected a report of ordinary size'),
    );
    expect(kept(folder, `${url}/small.html`).toString()).toBe('small');
    expect(existsSync(downloadFile(folder, new URL(`${url}/told.html`)))).toBe(false);
  });

  it('does not wait for a page that never ends', async () => {
    const { url } = await site({
      '/slow.html': (_, response) => {
        response.writeHead(200).write('<');
      },
    });
    const { failures } = await collectFrom([`${url}/slow.html`], testFolder(), { seconds: 0.2, retries: 0 });
    expect(failures[0]?.reason).toBe('found no whole answer in time, expected the page');
  });

  it('stops when told to', async () => {
    const { url, visits } = await site({ '/a.html': 'a', '/b.html': 'b' });
    const stop = new AbortController();
    const run = collectFrom([`${url}/a.html`, `${url}/b.html`], testFolder(), {
      delay: 30,
      signal: stop.signal,
    });
    while (visits.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    stop.abort();
    expect((await run).failures[0]?.reason).toBe('found the command ending, expected time');
  });
});
