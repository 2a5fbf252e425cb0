/**
 * What rendered documents print, read by programs that are not ours. Reading them back with the reader of this
 * repository alone would miss a mistake that writer and reader share.
 */
import { parse as parseCsv } from 'csv-parse/sync';
import { Workbook } from 'exceljs';
import { type DefaultTreeAdapterTypes as Tree, parse as parseHtml } from 'parse5';
import { expect, test } from 'vitest';
import { unzip } from '../export/unzip';
import { randomOf, seedOf } from '../../lib/synth/random';
import { renderDocument, type Shape } from './render';
import { drawSpecimen } from './specimen';

/** Rows of table 3 by what their labels end in, and the seven columns in the order in which the form prints them. */
const ROWS = { granted: '予以公开', carried_out: '结转下年度继续办理' };
const COLUMNS = [
  'natural_person',
  'org_commercial',
  'org_research',
  'org_public_interest',
  'org_legal_service',
  'org_other',
  'total',
];

async function xlsxRows(bytes: Uint8Array): Promise<string[][]> {
  const workbook = new Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  const rows: string[][] = [];
  for (const sheet of workbook.worksheets)
    sheet.eachRow((row) => {
      const cells: string[] = [];
      // A merged cell gives its text at each place that it covers; it is printed once, at its first.
      row.eachCell({ includeEmpty: true }, (cell) => {
        if (cell.master === cell) cells.push(cell.text);
      });
      rows.push(cells);
    });
  return rows;
}

async function docxRows(bytes: Uint8Array): Promise<string[][]> {
  const xml = (await unzip(Buffer.from(bytes))).get('word/document.xml')?.toString('utf8') ?? '';
  const parts = (text: string, tag: string): string[] =>
    [...text.matchAll(new RegExp(`<w:${tag}(?: [^>]*)?>(.*?)</w:${tag}>`, 'gsu'))].map(
      ([, inner = '']) => inner,
    );
  return parts(xml, 'tr').map((row) => parts(row, 'tc').map((cell) => parts(cell, 't').join('')));
}

function htmlRows(bytes: Uint8Array): string[][] {
  const found: string[][] = [];
  const textOf = (node: Tree.ChildNode): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
  const walk = (node: Tree.Node): void => {
    if (!('childNodes' in node)) return;
    if (node.nodeName === 'tr')
      found.push(node.childNodes.filter(({ nodeName }) => /^t[dh]$/.test(nodeName)).map(textOf));
    for (const child of node.childNodes) walk(child);
  };
  walk(parseHtml(Buffer.from(bytes).toString('utf8')));
  return found;
}

const csvRows = (bytes: Uint8Array): string[][] =>
  parseCsv(Buffer.from(bytes), { bom: true, relax_column_count: true }) as string[][];

const READERS: [Shape, (bytes: Uint8Array) => string[][] | Promise<string[][]>][] = [
  ['xlsx', xlsxRows],
  ['docx', docxRows],
  ['html-grid', htmlRows],
  ['csv', csvRows],
];

test.each(READERS)('%s prints the figures of its truth beside their labels', async (shape, rowsOf) => {
  for (let seed = 0; seed < 3; seed++) {
    const random = randomOf(seedOf('outside', shape, seed));
    const { bytes, truth } = await renderDocument(drawSpecimen(random), shape, [], random);
    const rows = (await rowsOf(bytes)).map((cells) => cells.map((cell) => cell.replace(/\s/gu, '')));
    for (const [row, label] of Object.entries(ROWS)) {
      const printed = rows.filter((cells) => cells.some((cell) => cell.endsWith(label)));
      const said = COLUMNS.map((column) => truth[`requests.${row}.${column}`]);
      expect(said.every((cell) => cell !== undefined)).toBe(true);
      expect(
        printed.map((cells) => cells.slice(-7)),
        `${shape} ${seed} ${label}`,
      ).toEqual([said.map((cell) => cell?.raw)]);
      // The value that the truth names is what the print says: a blank or a dash is no number.
      expect(said.map((cell) => cell?.value)).toEqual(
        said.map((cell) => (/^\d+$/.test(cell?.raw ?? '') ? Number(cell?.raw) : null)),
      );
    }
  }
});
