/** A visitor's own files, through the real server: read as every other reading does it, refused in a line, never kept. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { axeViolations } from '../../site/axe';
import { UPLOAD_BOUNDS } from '../../../lib/upload/bounds';
import { ingestBytes } from '../../../lib/ingest';
import { zipOf } from '../../writers/zip';
import type { WindowOptions } from '../../site/browser';
import { canBrowse, useSite } from '../../site/site';

const FIXTURES = ['doc', 'docx', 'html', 'pdf', 'txt', 'xlsx'].map((ending) => `report.${ending}`);
const fixture = (name: string): Uint8Array => readFileSync(`test/decode/fixtures/${name}`);

/** A page tree that leads back to itself. */
const PDF_LOOP = `%PDF-1.7
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >> endobj
trailer << /Size 3 /Root 1 0 R >>
%%EOF`;

type Sent = [name: string, bytes: Uint8Array | string];

describe.skipIf(!canBrowse)('uploads', () => {
  const site = useSite({
    UPLOADS: '1',
    UPLOADS_AT_ONCE: '1',
    UPLOAD_SECONDS: '6',
    RATE_LIMIT_UPLOADS: '2',
    TRUST_PROXY: '1',
  });

  const post = (files: readonly Sent[], headers: Record<string, string> = {}): Promise<Response> => {
    const form = new FormData();
    for (const [name, bytes] of files)
      form.append('files', new Blob([new Uint8Array(Buffer.from(bytes))]), name);
    return fetch(`${site().address}/data/upload?lang=en`, { method: 'POST', body: form, headers });
  };

  /** The records in the links of a page, its lines about files that were not read, and its whole text. */
  async function answerOf(response: Response) {
    const html = await response.text();
    const { document } = parseHTML(html);
    const links = [...document.querySelectorAll('.uploaded a[download]')];
    return {
      html,
      records: links.map((link) =>
        JSON.parse(Buffer.from((link.getAttribute('href') ?? '').split(',')[1] ?? '', 'base64').toString()),
      ) as unknown[],
      rejects: [...document.querySelectorAll('.rejects li')].map((line) => line.textContent ?? ''),
      ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
    };
  }

  test('every format gives the record that any other reading of the file gives', async () => {
    const response = await post(FIXTURES.map((name) => [name, fixture(name)]));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(response.headers.get('cache-control')).toContain('no-store');
    const { records, rejects, ids } = await answerOf(response);
    const expected = [];
    for (const name of FIXTURES)
      expected.push(JSON.parse(JSON.stringify(await ingestBytes(fixture(name), { path: name, url: null }))));
    expect(rejects).toEqual([]);
    expect(records).toEqual(expected);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('hostile files give one clear line each, and the others are read', async () => {
    const bomb = zipOf({ 'word/document.xml': '0'.repeat(40 * 1024 * 1024) });
    const archive = zipOf({ 'a/report.txt': Buffer.from(fixture('report.txt')).toString() });
    const long = Buffer.from(fixture('report.txt')).toString().repeat(2000);
    const response = await post([
      ['../../etc/random.pdf', randomBytes(200_000)],
      ['bomb.docx', bomb],
      ['loop.pdf', PDF_LOOP],
      ['empty.html', ''],
      ['picture.png', '\x89PNG\r\n'],
      ['other.txt', '关于召开会议的通知'],
      ['long.txt', long],
      ['reports.zip', archive],
    ]);
    expect(response.status).toBe(200);
    const { records, rejects, html } = await answerOf(response);
    expect(rejects.map((line) => line.split(':')[0])).toEqual([
      'random.pdf',
      'bomb.docx',
      'loop.pdf',
      'empty.html',
      'picture.png',
      'other.txt',
      'long.txt',
    ]);
    expect(rejects[1]).toContain('zip bomb');
    // Whichever bound is met first: how fast the machine is decides.
    expect(rejects[6]).toMatch(/time allowed|more memory than allowed/);
    for (const line of rejects) expect(line).not.toContain('failed on this file');
    expect(records).toMatchObject([{ title: expect.stringContaining('年度报告'), year: 2022 }]);
    expect(html).toContain('reports.zip!a/report.txt');
    for (const inside of [process.cwd(), 'node_modules/', '/etc/']) expect(html).not.toContain(inside);
  });

  test('what breaks a bound is refused with its status and a line', async () => {
    const small: Sent = ['a.txt', 'x'];
    const refusal = async (response: Response) => {
      const { document } = parseHTML(await response.text());
      return [response.status, (document.querySelector('.notice')?.textContent ?? '').length > 20];
    };
    expect(await refusal(await post([]))).toEqual([400, true]);
    expect(await refusal(await post(Array(UPLOAD_BOUNDS.files + 1).fill(small)))).toEqual([413, true]);
    expect(await refusal(await post([['big.txt', Buffer.alloc(UPLOAD_BOUNDS.formBytes)]]))).toEqual([
      413,
      true,
    ]);
    const torn = { 'content-type': 'multipart/form-data; boundary=x' };
    const address = `${site().address}/data/upload?lang=en`;
    expect(await refusal(await fetch(address, { method: 'POST', body: 'torn', headers: torn }))).toEqual([
      400,
      true,
    ]);
    const from = { 'x-forwarded-for': '203.0.113.5' };
    for (const status of [400, 400, 429]) expect(await refusal(await post([], from))).toEqual([status, true]);
    const { rejects } = await answerOf(await post([['big.txt', Buffer.alloc(UPLOAD_BOUNDS.fileBytes + 1)]]));
    expect(rejects).toEqual([expect.stringContaining('20 MB')]);
  });

  test('more at once than allowed are told to come again', async () => {
    const sent: Sent[] = [['report.txt', fixture('report.txt')]];
    const answers = await Promise.all([post(sent), post(sent), post(sent)]);
    const busy = answers.filter((answer) => answer.status === 503);
    expect(answers.map((answer) => answer.status).filter((status) => status === 200)).toHaveLength(
      3 - busy.length,
    );
    expect(busy.length).toBeGreaterThan(0);
    expect(busy[0]?.headers.get('retry-after')).toBe('6');
  });

  test('works without JavaScript, in both languages, and axe finds nothing', async () => {
    /** The page after a file was sent by the form. */
    const sent = async (name: string, result: string, options: WindowOptions) => {
      const page = await site().open('/data/upload', options);
      if (options.javascript !== false) await page.locator('form.upload[data-live]').waitFor();
      await page.setInputFiles('#f-files', `test/decode/fixtures/${name}`);
      await page.locator('form.upload button').click();
      expect(await page.locator('#upload-result').innerText()).toBe(result);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over).toBeLessThanOrEqual(0);
      return page;
    };
    await sent('report.txt', '读取结果', { javascript: false });
    // A refused file for axe, which sees the tables of a report on the page of one.
    const refused = { language: 'en', width: 390, theme: 'dark' } as const;
    expect(await axeViolations(await sent('make.ts', 'What was read', refused))).toEqual([]);
  });

  test('files are dropped on the form, and the record is saved from the page', async () => {
    const page = await site().open('/data/upload');
    await page.locator('form.upload[data-live]').waitFor();
    await page.evaluate((text) => {
      const dropped = new DataTransfer();
      dropped.items.add(new File([text], 'dropped.txt'));
      const form = document.querySelector('form.upload');
      form?.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
    }, Buffer.from(fixture('report.txt')).toString());
    await expect.poll(() => page.locator('.upload-said').innerText()).toContain('1 个文件');
    await page.locator('form.upload button').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.uploaded a[download]').click(),
    ]);
    const pieces: Buffer[] = [];
    for await (const piece of await download.createReadStream()) pieces.push(piece as Buffer);
    expect(JSON.parse(Buffer.concat(pieces).toString())).toMatchObject({ year: 2022, schema_version: 1 });
    expect(await page.locator('.uploaded a[download]').getAttribute('download')).toMatch(/2022\.json$/);
    await page.locator('.uploaded td.number button').first().click();
    expect(await page.locator('[popover]:popover-open').count()).toBe(1);
  });
});
