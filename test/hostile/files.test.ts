/**
 * Files made to exhaust or to mislead the readers. Each is read or refused in a line, within the time of a test and 700 MB.
 * Random damage: `test/decode/hostile.test.ts`; archives: `test/decode/archive.test.ts`; folders: `test/batch/hostile.test.ts`.
 */
import { expect, test } from 'vitest';
import { decode } from '../../lib/decode';
import type { Document } from '../../lib/document';
import { DecodeError } from '../../lib/errors';
import { docxOf } from '../writers/word';
import { zipOf } from '../writers/zip';

const SECRET = 'file:///etc/passwd';
const LAUGHS = `<!DOCTYPE x [<!ENTITY a "${'哈'.repeat(100)}">${'bcdefghi'
  .split('')
  .map((name, i) => `<!ENTITY ${name} "${`&${'abcdefgh'[i]};`.repeat(10)}">`)
  .join('')}]>`;
const OUTSIDE = `<!DOCTYPE x [<!ENTITY i SYSTEM "${SECRET}">]>`;
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** An XLSX whose one sheet is this XML; `shared` is its table of strings. */
function xlsx(sheet: string, shared = '', head = ''): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
  const links = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${kind}.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${links}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${links}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<?xml version="1.0"?>${head}<sst xmlns="${main}">${shared}</sst>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?>${head}<worksheet xmlns="${main}">${sheet}</worksheet>`,
  });
}

/** A PDF of these objects, numbered from 1, the first one its catalog. */
function pdf(objects: string[]): Uint8Array {
  let text = '%PDF-1.7\n';
  const places = objects.map((object, i) => {
    const place = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  text += places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${text}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`,
  );
}
const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

const cell = (reference: string, value: string): string => `<c r="${reference}" t="s"><v>${value}</v></c>`;
const text = (of: string): string => `<w:p><w:r><w:t>${of}</w:t></w:r></w:p>`;

const FILES: [string, string, () => Uint8Array][] = [
  [
    'an entity of another file in XLSX',
    'a.xlsx',
    () =>
      xlsx(`<sheetData><row r="1">${cell('A1', '0')}</row></sheetData>`, '<si><t>&i;规章</t></si>', OUTSIDE),
  ],
  [
    'entities that multiply in XLSX',
    'a.xlsx',
    () => xlsx(`<sheetData><row r="1">${cell('A1', '0')}</row></sheetData>`, '<si><t>&i;</t></si>', LAUGHS),
  ],
  [
    'entities that multiply in DOCX',
    'a.docx',
    () =>
      zipOf({
        'word/document.xml': `<?xml version="1.0"?>${LAUGHS}<w:document ${W}><w:body>${text('&i;')}</w:body></w:document>`,
      }),
  ],
  [
    'an entity of another file in HTML',
    'a.html',
    () => Buffer.from(`${OUTSIDE}<html><table><tr><td>&i;规章<td>1</table>`),
  ],
  [
    'a cell at the far corner of a sheet',
    'a.xlsx',
    () =>
      xlsx(
        `<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576">${cell('XFD1048576', '0')}</row></sheetData>`,
        '<si><t>规章</t></si>',
      ),
  ],
  [
    'a merge over a whole sheet',
    'a.xlsx',
    () =>
      xlsx(
        `<sheetData><row r="1">${cell('A1', '0')}</row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
        '<si><t>规章</t></si>',
      ),
  ],
  [
    'cells that span billions in HTML',
    'a.html',
    () => Buffer.from('<table><tr><td colspan=2000000000 rowspan=2000000000>规章<td>1<tr><td>2</table>'),
  ],
  [
    'many cells that span a thousand in HTML',
    'a.html',
    () => Buffer.from(`<table>${'<tr><td colspan=1000 rowspan=65534>规</tr>'.repeat(300)}</table>`),
  ],
  [
    'cells that span billions in DOCX',
    'a.docx',
    () =>
      docxOf(
        `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>${text('规章')}</w:tc></w:tr></w:tbl>`,
      ),
  ],
  [
    'tables nested 3,000 deep in DOCX',
    'a.docx',
    () =>
      docxOf(`${'<w:tbl><w:tr><w:tc>'.repeat(3000)}${text('规章')}${'</w:tc></w:tr></w:tbl>'.repeat(3000)}`),
  ],
  ['a cell of 5 MB', 'a.html', () => Buffer.from(`<table><tr><td>${'规章'.repeat(900_000)}<td>1</table>`)],
  ['a line of a million cells in CSV', 'a.csv', () => Buffer.from(`规章,${'"1",'.repeat(1_000_000)}`)],
  ['a quote that is never closed in CSV', 'a.csv', () => Buffer.from(`规章,"${'1,2\n'.repeat(1_000_000)}`)],
  [
    'a page tree that leads back to itself in PDF',
    'a.pdf',
    () => pdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>']),
  ],
  [
    'a form that draws itself in PDF',
    'a.pdf',
    () =>
      pdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Resources << /XObject << /F 4 0 R >> >> /Contents 5 0 R >>',
        '<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 4 0 R >> >> /Length 4 >>\nstream\n/F Do\nendstream',
        stream('/F Do'),
      ]),
  ],
  [
    'a PDF that says it has a billion pages',
    'a.pdf',
    () =>
      pdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 1000000000 /Kids [3 0 R] >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>',
      ]),
  ],
  [
    'a length that is an object of itself in PDF',
    'a.pdf',
    () =>
      pdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R >>',
        '<< /Length 4 0 R >>\nstream\nBT ET\nendstream',
      ]),
  ],
];

test.each(FILES)('%s is read or refused, soon and within bounds', async (_, name, write) => {
  const bytes = write();
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  const result: unknown = await decode(bytes, name).catch((error: unknown) => error);
  clearInterval(watch);
  most = Math.max(most, process.memoryUsage.rss());
  const refusals = result instanceof Error ? [result] : [];
  expect(refusals.filter((each) => !(each instanceof DecodeError))).toEqual([]);
  expect(refusals.filter((each) => !/^found [^\n]+, expected [^\n]+$/.test(each.message))).toEqual([]);
  const shown = result instanceof Error ? [] : (result as Document).blocks.slice(0, 5);
  expect(JSON.stringify(shown)).not.toContain('root:');
  expect((most - before) / 2 ** 20).toBeLessThan(700);
});
