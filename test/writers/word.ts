/** Small writers of Word files: DOCX as XML in a ZIP, DOC as the streams of [MS-DOC]. */
import { utils, write } from 'cfb';
import type { SampleTable } from './sample-table';
import { escapeXml } from './xml';
import { zipOf } from './zip';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A DOCX whose body is the given XML. */
export function docxOf(body: string, parts: Record<string, string> = {}): Uint8Array {
  return zipOf({
    'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...parts,
  });
}

/** The table in WordprocessingML, merged by gridSpan and vMerge. */
export function wordTableXml({ height, width, cells }: SampleTable): string {
  const rows: string[] = [];
  for (let row = 0; row < height; row++) {
    let xml = '';
    for (let column = 0; column < width; ) {
      const cell = cells.find((c) => c.column === column && row >= c.row && row < c.row + c.rowspan);
      if (!cell) throw new Error('a sample table without holes');
      const merge =
        cell.rowspan === 1 ? '' : row === cell.row ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
      const span = cell.colspan === 1 ? '' : `<w:gridSpan w:val="${cell.colspan}"/>`;
      const text =
        row === cell.row ? `<w:r><w:t xml:space="preserve">${escapeXml(cell.text)}</w:t></w:r>` : '';
      xml += `<w:tc><w:tcPr><w:tcW w:w="${800 * cell.colspan}" w:type="dxa"/>${span}${merge}</w:tcPr><w:p>${text}</w:p></w:tc>`;
      column += cell.colspan;
    }
    rows.push(`<w:tr>${xml}</w:tr>`);
  }
  return `<w:tbl>${rows.join('')}</w:tbl>`;
}

type DocPart = string | SampleTable;
type Mark = { text: string; properties: Buffer };

/** A Word 97 file of paragraphs and tables, with cell merges in the row definitions. */
export function docOf(parts: DocPart[]): Uint8Array {
  const marks = parts.flatMap((part) =>
    typeof part === 'string' ? [paragraphMark(part)] : tableMarks(part),
  );
  marks.push(paragraphMark(''));
  const text = marks.map((mark) => mark.text).join('');
  const start = 0x400;
  const body = Buffer.from(text, 'utf16le');
  const pagesAt = Math.ceil((start + body.length) / 512);
  const { pages, limits } = formattedPages(marks, start);
  const main = Buffer.alloc(Math.max(8192, (pagesAt + pages.length) * 512));
  body.copy(main, start);
  pages.forEach((page, index) => page.copy(main, (pagesAt + index) * 512));

  const pieces = Buffer.alloc(5 + 16);
  pieces.writeUInt8(2, 0);
  pieces.writeUInt32LE(16, 1);
  pieces.writeUInt32LE(text.length, 9);
  pieces.writeUInt32LE(start, 15);
  const plc = Buffer.alloc(4 * limits.length + 4 * pages.length);
  limits.forEach((limit, index) => plc.writeUInt32LE(limit, 4 * index));
  pages.forEach((_, index) => plc.writeUInt32LE(pagesAt + index, 4 * limits.length + 4 * index));
  const noCharacters = Buffer.alloc(4);

  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(0x00c1, 2);
  main.writeUInt16LE(0x0200, 0x0a);
  main.writeUInt32LE(start, 0x18);
  main.writeUInt32LE(text.length, 0x4c);
  main.writeUInt32LE(0, 0x01a2);
  main.writeUInt32LE(pieces.length, 0x01a6);
  main.writeUInt32LE(pieces.length, 0x0102);
  main.writeUInt32LE(plc.length, 0x0106);
  main.writeUInt32LE(pieces.length + plc.length, 0x00fa);
  main.writeUInt32LE(noCharacters.length, 0x00fe);
  const table = Buffer.concat([pieces, plc, noCharacters, Buffer.alloc(4096)]);

  const container = utils.cfb_new();
  utils.cfb_add(container, '/WordDocument', main);
  utils.cfb_add(container, '/1Table', table);
  return write(container, { type: 'buffer' }) as Uint8Array;
}

function paragraphMark(text: string): Mark {
  return { text: `${text.replaceAll('\n', '\u000b')}\r`, properties: Buffer.alloc(2) };
}

function tableMarks({ height, width, cells }: SampleTable): Mark[] {
  const marks: Mark[] = [];
  const inTable = Buffer.from([0, 0, 0x16, 0x24, 1]);
  for (let row = 0; row < height; row++) {
    const edges = [0];
    const merges: number[] = [];
    for (let column = 0; column < width; ) {
      const cell = cells.find((c) => c.column === column && row >= c.row && row < c.row + c.rowspan);
      if (!cell) throw new Error('a sample table without holes');
      marks.push({ text: `${row === cell.row ? cell.text : ''}\u0007`, properties: inTable });
      column += cell.colspan;
      edges.push(column * 700);
      merges.push(cell.rowspan === 1 ? 0 : row === cell.row ? 3 << 5 : 1 << 5);
    }
    marks.push({ text: '\u0007', properties: rowEnd(edges, merges) });
  }
  return marks;
}

function rowEnd(edges: number[], merges: number[]): Buffer {
  const definition = Buffer.alloc(3 + 2 * edges.length + 20 * merges.length);
  definition.writeUInt16LE(definition.length - 1, 0);
  definition.writeUInt8(merges.length, 2);
  edges.forEach((edge, index) => definition.writeInt16LE(edge, 3 + 2 * index));
  merges.forEach((merge, index) => definition.writeUInt16LE(merge, 3 + 2 * edges.length + 20 * index));
  return Buffer.concat([Buffer.from([0, 0, 0x16, 0x24, 1, 0x17, 0x24, 1, 0x08, 0xd6]), definition]);
}

/** Paragraph properties, as many to a page of 512 bytes as fit. */
function formattedPages(marks: Mark[], start: number): { pages: Buffer[]; limits: number[] } {
  const pages: Buffer[] = [];
  const limits = [start];
  let at = start;
  let pending: { end: number; properties: Buffer }[] = [];
  const size = (runs: { properties: Buffer }[]) =>
    4 * (runs.length + 1) +
    13 * runs.length +
    runs.reduce((sum, run) => sum + run.properties.length + 4, 0) +
    4;
  const flush = () => {
    const page = Buffer.alloc(512);
    page.writeUInt8(pending.length, 511);
    page.writeUInt32LE(limits.at(-1) ?? start, 0);
    let free = 510;
    pending.forEach(({ end, properties }, index) => {
      page.writeUInt32LE(end, 4 * (index + 1));
      const even = properties.length % 2 === 0 ? properties : Buffer.concat([properties, Buffer.alloc(1)]);
      free -= even.length + 2;
      free -= free % 2;
      page.writeUInt8(0, free);
      page.writeUInt8(even.length / 2, free + 1);
      even.copy(page, free + 2);
      page.writeUInt8(free / 2, 4 * (pending.length + 1) + 13 * index);
    });
    limits.push(pending.at(-1)?.end ?? start);
    pages.push(page);
    pending = [];
  };
  for (const { text, properties } of marks) {
    at += text.length * 2;
    if (pending.length > 0 && size([...pending, { properties }]) > 505) flush();
    pending.push({ end: at, properties });
  }
  if (pending.length > 0) flush();
  return { pages, limits };
}
