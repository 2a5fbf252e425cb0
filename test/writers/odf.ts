/** OpenDocument texts of paragraphs and tables. */
import { escapeXml } from './xml';
import type { SampleTable } from './sample-table';
import { zipOf } from './zip';

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
      const text = cell ? escapeXml(cell.text) : '';
      xml += cell
        ? `<table:table-cell table:number-columns-spanned="${cell.colspan}" table:number-rows-spanned="${cell.rowspan}"><text:p>${text}</text:p></table:table-cell>`
        : '<table:covered-table-cell/>';
    }
    rows.push(`<table:table-row>${xml}</table:table-row>`);
  }
  return `<table:table table:name="表1">${rows.join('')}</table:table>`;
}
