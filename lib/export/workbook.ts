/** An Excel workbook of two sheets: the table, and what it is. */
import type { ArchiveEntry } from './archive';
import { SHEET_END, SHEET_START, sheetRow } from './sheet';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const SHEETS = ['data', '说明 about'];

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const relations = (...each: string[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;

/** The parts of the workbook (ECMA-376): `table` is the text of a worksheet, `about` rows of name and text. */
export function workbookParts(
  table: AsyncIterable<Uint8Array[]>,
  about: readonly (readonly [string, string])[],
): ArchiveEntry[] {
  const rows = about.map((row, i) => sheetRow(row, i + 1)).join('');
  const parts = [
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>`,
    ...SHEETS.map(
      (_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
    ),
  ];
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>';
  const sheets = SHEETS.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  return [
    {
      name: '[Content_Types].xml',
      content: `${XML}<Types xmlns="${PACKAGE}/content-types">${defaults}${parts.join('')}</Types>`,
    },
    { name: '_rels/.rels', content: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content: `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        ...SHEETS.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)),
      ),
    },
    { name: 'xl/worksheets/sheet2.xml', content: `${SHEET_START}<sheetData>${rows}${SHEET_END}` },
    { name: 'xl/worksheets/sheet1.xml', content: table },
  ];
}
