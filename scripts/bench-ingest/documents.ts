/** Documents for the benchmark of ingest: synthetic records printed in each format, at the sizes that sites have. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { synthesizeRecords } from '../../lib/synth/index';
import { randomOf } from '../../lib/synth/random';
import { renderDocument, type Shape } from '../../test/fuzz/render';

export type Format = {
  name: string;
  shape: Shape;
  target: number;
  dress: (bytes: Uint8Array) => Promise<Uint8Array>;
};

const HTML_BYTES = 100 * 1024;
const PDF_PAGES = 7;
const asItIs = (bytes: Uint8Array) => Promise.resolve(bytes);

/** The formats measured, with the target in files a second on two cores. */
export const FORMATS: Format[] = [
  { name: 'text', shape: 'pipe-lines', target: 500, dress: asItIs },
  { name: 'html 100 KB', shape: 'html-page', target: 100, dress: addMenus },
  { name: 'docx', shape: 'docx', target: 60, dress: asItIs },
  { name: 'pdf 7 pages', shape: 'pdf', target: 10, dress: addPages },
];

/** Documents rendered anew, fewer where rendering is slow; more files are these again with other bytes. */
const RENDERED: Partial<Record<Shape, number>> = { docx: 60, pdf: 60 };
const RENDERED_AT_MOST = 5000;

/** Writes `count` files of a format, each with bytes of its own, in folders of a thousand; their mean size in bytes. */
export async function writeDocuments(format: Format, count: number, folder: string): Promise<number> {
  const rendered: { name: string; bytes: Uint8Array }[] = [];
  const distinct = Math.min(count, RENDERED[format.shape] ?? RENDERED_AT_MOST);
  for (const record of synthesizeRecords({ reports: Math.max(200, distinct), seed: 7 })) {
    if (rendered.length >= distinct) break;
    const document = await renderDocument(record, format.shape, [], randomOf(rendered.length + 1));
    rendered.push({ name: document.name, bytes: await format.dress(document.bytes) });
  }
  let bytes = 0;
  for (let i = 0; i < count; i++) {
    const source = rendered[i % rendered.length];
    if (!source) break;
    const inside = join(folder, String(Math.floor(i / 1000)));
    if (i % 1000 === 0) mkdirSync(inside, { recursive: true });
    // What follows the end of a file is read by no decoder, and makes its hash another one.
    const tail = i < rendered.length ? '' : format.shape === 'html-page' ? `<!--${i}-->` : `\n%${i}`;
    const isZip = format.shape === 'docx';
    const whole = isZip ? withComment(source.bytes, i) : Buffer.concat([source.bytes, Buffer.from(tail)]);
    writeFileSync(join(inside, `${i}-${source.name}`), whole);
    bytes += whole.length;
  }
  return bytes / count;
}

/** A ZIP with a number in its closing comment. */
function withComment(zip: Uint8Array, number: number): Buffer {
  const comment = Buffer.from(String(number));
  const whole = Buffer.concat([zip, comment]);
  whole.writeUInt16LE(comment.length, zip.length - 2);
  return whole;
}

/** The menus and lists that fill a page of a government site, up to 100 KB. */
async function addMenus(bytes: Uint8Array): Promise<Uint8Array> {
  const page = Buffer.from(bytes).toString('utf8');
  const item = (i: number) =>
    `<li class="nav-item"><a href="/col/col${i}/index.html" target="_blank">栏目${i}</a></li>\n`;
  let menu = '';
  for (let i = 0; Buffer.byteLength(page) + Buffer.byteLength(menu) < HTML_BYTES; i++) menu += item(i);
  return Buffer.from(page.replace(/<body[^>]*>/i, (body) => `${body}<ul>${menu}</ul>`));
}

/** Pages of running text behind the tables, up to seven. */
async function addPages(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes);
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  while (pdf.getPageCount() < PDF_PAGES) {
    const page = pdf.addPage([595, 842]);
    for (let line = 0; line < 40; line++)
      page.drawText(
        'The rest of the report is running text, forty lines of it on every page of A4. '.slice(line % 9),
        {
          x: 60,
          y: 780 - line * 18,
          size: 11,
          font,
        },
      );
  }
  return await pdf.save();
}
