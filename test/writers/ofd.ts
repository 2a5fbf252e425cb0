/** OFD files of texts and ruled tables at stated places. */
import { escapeXml } from './xml';
import type { SampleTable } from './sample-table';
import { zipOf } from './zip';

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
  return `<ofd:TextObject Boundary="${x} ${y} 100 ${size}" Font="1" Size="${size}" ${more}><ofd:TextCode X="0" Y="${size * 0.8}" DeltaX="${widths.join(' ')}">${escapeXml(text)}</ofd:TextCode></ofd:TextObject>`;
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
