/** Small writers of kinds that say the same as a Word file: RTF, OpenDocument, OFD, MHT. */
import type { SampleTable } from './sample-table';
import { escape, zipOf } from './word';

/** Every character as RTF writes it: ASCII bare, all others as \u with a stand-in. */
export const rtfText = (text: string): string =>
  [...text]
    .map((char) => {
      if (/[\\{}]/.test(char)) return `\\${char}`;
      return char.charCodeAt(0) < 0x80
        ? char
        : [...Array(char.length).keys()].map((i) => `\\u${(char.charCodeAt(i) << 16) >> 16}?`).join('');
    })
    .join('');

/** An RTF file with the given body. */
export const rtfOf = (body: string): Uint8Array =>
  Buffer.from(
    `{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}{\\f1\\fnil\\fcharset0 Arial;}}{\\colortbl;}\n${body}}`,
    'latin1',
  );

/** The table in RTF: a cell over several columns has one column line, one over several rows clvmgf and clvmrg. */
export function rtfTable({ height, width, cells }: SampleTable): string {
  const rows: string[] = [];
  for (let row = 0; row < height; row++) {
    let definition = '';
    let content = '';
    for (let column = 0; column < width; ) {
      const cell = cells.find((c) => c.column === column && row >= c.row && row < c.row + c.rowspan);
      if (!cell) throw new Error('a sample table without holes');
      const down = cell.rowspan === 1 ? '' : row === cell.row ? '\\clvmgf' : '\\clvmrg';
      column += cell.colspan;
      definition += `${down}\\cellx${1000 * column}`;
      content += `\\pard\\intbl ${row === cell.row ? rtfText(cell.text) : ''}\\cell\n`;
    }
    rows.push(`\\trowd${definition}\n${content}\\row\n`);
  }
  return rows.join('');
}

const ODF = [
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
].join(' ');

/** An OpenDocument text whose body is the given XML; `styles` are automatic styles. */
export const odtOf = (body: string, styles = ''): Uint8Array =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'META-INF/manifest.xml': '<manifest:manifest/>',
    'content.xml': `<office:document-content ${ODF}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  });

/** The table in OpenDocument, spans on the first cell, covered cells behind and below. */
export function odfTable({ height, width, cells }: SampleTable): string {
  const rows: string[] = [];
  for (let row = 0; row < height; row++) {
    let xml = '';
    for (let column = 0; column < width; column++) {
      const cell = cells.find((c) => c.row === row && c.column === column);
      const text = cell ? escape(cell.text) : '';
      xml += cell
        ? `<table:table-cell table:number-columns-spanned="${cell.colspan}" table:number-rows-spanned="${cell.rowspan}"><text:p>${text}</text:p></table:table-cell>`
        : '<table:covered-table-cell/>';
    }
    rows.push(`<table:table-row>${xml}</table:table-row>`);
  }
  return `<table:table table:name="表1">${rows.join('')}</table:table>`;
}

export type OfdText = { text: string; x: number; y: number; size?: number; more?: string };
/** A ruled table at a place of a page, in millimetres; each column and row of one size. */
export type OfdTable = { table: SampleTable; x: number; y: number; columnWidth?: number; rowHeight?: number };

const X = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** An OFD file; each page is the XML of its objects. `parts` are further members, `common` goes into CommonData. */
export function ofdOf(pages: string[], parts: Record<string, string> = {}, common = ''): Uint8Array {
  const list = pages
    .map((_, i) => `<ofd:Page ID="${i + 1}" BaseLoc="Pages/Page_${i}/Content.xml"/>`)
    .join('');
  const contents = pages.map((page, i): [string, string] => [
    `Doc_0/Pages/Page_${i}/Content.xml`,
    `<ofd:Page ${X}>${page.includes('<ofd:Content>') ? page : `<ofd:Content><ofd:Layer>${page}</ofd:Layer></ofd:Content>`}</ofd:Page>`,
  ]);
  return zipOf({
    'OFD.xml': `<ofd:OFD ${X}><ofd:DocBody><ofd:DocInfo><ofd:Title>年报</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document ${X}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${common}</ofd:CommonData><ofd:Pages>${list}</ofd:Pages></ofd:Document>`,
    ...Object.fromEntries(contents),
    ...parts,
  });
}

/** A text object: every character moves on by its own width. */
export function ofdText({ text, x, y, size = 4, more = '' }: OfdText): string {
  const widths = [...text].slice(0, -1).map((char) => (char.charCodeAt(0) < 0x2e80 ? size / 2 : size));
  return `<ofd:TextObject Boundary="${x} ${y} 100 ${size}" Font="1" Size="${size}" ${more}><ofd:TextCode X="0" Y="${size * 0.8}" DeltaX="${widths.join(' ')}">${escape(text)}</ofd:TextCode></ofd:TextObject>`;
}

/** The sides of every cell as strokes, and its text in the middle of its first line. */
export function ofdTable({ table, x, y, columnWidth = 26, rowHeight = 8 }: OfdTable): string {
  const stroke = (x0: number, y0: number, x1: number, y1: number) =>
    `<ofd:PathObject Boundary="${x0} ${y0} ${x1 - x0 + 0.3} ${y1 - y0 + 0.3}" LineWidth="0.2"><ofd:AbbreviatedData>M 0 0 L ${x1 - x0} ${y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>`;
  return table.cells
    .map((cell) => {
      const [left, top] = [x + cell.column * columnWidth, y + cell.row * rowHeight];
      const [right, bottom] = [left + cell.colspan * columnWidth, top + cell.rowspan * rowHeight];
      const sides = [
        stroke(left, top, right, top),
        stroke(left, bottom, right, bottom),
        stroke(left, top, left, bottom),
        stroke(right, top, right, bottom),
      ].join('');
      const size = Math.min(1.5, (right - left - 2) / Math.max(1, [...cell.text].length));
      return sides + (cell.text === '' ? '' : ofdText({ text: cell.text, x: left + 1, y: top + 2, size }));
    })
    .join('');
}

/** A web archive as Chromium saves one: the page in quoted-printable, a picture behind it. */
export function mhtOf(
  html: Buffer,
  { charset = 'utf-8', encoding = 'quoted-printable', crlf = '\r\n' } = {},
): Uint8Array {
  const body =
    encoding === 'base64'
      ? html.toString('base64').replace(/.{76}/g, (line) => line + crlf)
      : quotedPrintable(html, crlf);
  const lines = [
    'From: <Saved by Blink>',
    'Snapshot-Content-Location: https://www.jiaxian.gov.cn/art/2023/1/5/art_1.html',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html";',
    '\tboundary="----MultipartBoundary--a1----"',
    '',
    '------MultipartBoundary--a1----',
    `Content-Type: text/html; charset=${charset}`,
    'Content-ID: <frame-1@mhtml.blink>',
    `Content-Transfer-Encoding: ${encoding}`,
    'Content-Location: https://www.jiaxian.gov.cn/art/2023/1/5/art_1.html',
    '',
    body,
    '------MultipartBoundary--a1----',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '------MultipartBoundary--a1------',
    '',
  ];
  return Buffer.from(lines.join(crlf), 'latin1');
}

function quotedPrintable(bytes: Buffer, crlf: string): string {
  let line = '';
  let text = '';
  for (const byte of bytes) {
    if (byte === 10) {
      text += line + crlf;
      line = '';
      continue;
    }
    if (byte === 13) continue;
    const piece =
      byte === 61 || byte > 126 || byte < 32
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte);
    if (line.length + piece.length > 75) {
      text += `${line}=${crlf}`;
      line = '';
    }
    line += piece;
  }
  return text + line;
}
