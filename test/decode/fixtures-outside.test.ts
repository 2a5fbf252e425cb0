/**
 * The fixtures as others see them. `report.doc` is written and read by code of this repository, and the expected tables
 * get their geometry from `placeCells`: both are held here by the published format and by counting on the printed form.
 */
import { readFile } from 'node:fs/promises';
import { find, read } from 'cfb';
import { Workbook } from 'exceljs';
import { describe, expect, test } from 'vitest';
import { unzip } from '../export/unzip';
import { PROCEEDINGS, REQUESTS } from './sample-report';
import type { SampleTable } from '../writers/sample-table';

const fixture = (name: string): Promise<Buffer> => readFile(new URL(`fixtures/${name}`, import.meta.url));

/** What every format says of one row: its label and the seven figures of the form, counted off the sample by hand. */
const TOTAL = ['（七）总计', '8', '1', '0', '0', '0', '0', '9'];

describe('the fixture', () => {
  test('report.doc is a Word binary file by [MS-DOC], whose cells end in U+0007', async () => {
    const stream = find(read(await fixture('report.doc'), { type: 'buffer' }), '/WordDocument');
    const bytes = Buffer.from(stream?.content as Uint8Array);
    // FibBase: wIdent is 0xA5EC, nFib of Word 97 and later 0x00C1.
    expect([bytes.readUInt16LE(0), bytes.readUInt16LE(2)]).toEqual([0xa5ec, 0x00c1]);
    const text = bytes.toString('utf16le');
    expect(text).toContain(`${TOTAL.join('\u0007')}\u0007\u0007四、结转下年度继续办理\u0007`);
    expect(text).toContain('甲县教育局2022年政府信息公开工作年度报告\r一、总体情况\r');
  });

  test('report.docx holds the row as another ZIP reader finds it', async () => {
    const xml = (await unzip(await fixture('report.docx'))).get('word/document.xml')?.toString('utf8') ?? '';
    const row = /<w:tr\b(?:(?!<\/w:tr>).)*（七）总计.*?<\/w:tr>/su.exec(xml)?.[0] ?? '';
    expect([...row.matchAll(/<w:t\b[^>]*>([^<]*)</gu)].map(([, text]) => text)).toEqual(TOTAL);
  });

  test('report.xlsx holds the row where exceljs finds it, as numbers', async () => {
    const workbook = new Workbook();
    await workbook.xlsx.load(
      (await fixture('report.xlsx')) as unknown as Parameters<typeof workbook.xlsx.load>[0],
    );
    const values = workbook.getWorksheet('依申请公开')?.getRow(27).values as unknown[];
    // Row 27 of 28: the label over columns B and C, then the figures in D to J.
    expect([values[2], ...values.slice(4, 11)]).toEqual(['（七）总计', 8, 1, 0, 0, 0, 0, 9]);
  });
});

describe('the geometry expected of every format', () => {
  const at = (table: SampleTable, text: string): number[] | undefined => {
    const cell = table.cells.find((each) => each.text === text);
    return cell && [cell.row, cell.column, cell.rowspan, cell.colspan];
  };

  test('of the table of requests is that of the printed form: 28 rows, three columns of labels, seven of figures', () => {
    expect([REQUESTS.height, REQUESTS.width]).toEqual([28, 10]);
    expect(at(REQUESTS, '申请人情况')).toEqual([0, 3, 1, 7]);
    expect(at(REQUESTS, '自然人')).toEqual([1, 3, 2, 1]);
    expect(at(REQUESTS, '总计')).toEqual([1, 9, 2, 1]);
    expect(at(REQUESTS, '商业企业')).toEqual([2, 4, 1, 1]);
    // Outcomes: 1 granted, 1 in part, 8 denied, 3 unable, 5 not processed, 3 other, 1 total.
    expect(at(REQUESTS, '三、本年度办理结果')).toEqual([5, 0, 22, 1]);
    expect(at(REQUESTS, '（三）不予公开')).toEqual([7, 1, 8, 1]);
    expect(at(REQUESTS, '1.属于国家秘密')).toEqual([7, 2, 1, 1]);
    expect(at(REQUESTS, '（七）总计')).toEqual([26, 1, 1, 2]);
  });

  test('of the table of proceedings is that of the printed form: fifteen columns under three heads', () => {
    expect([PROCEEDINGS.height, PROCEEDINGS.width]).toEqual([4, 15]);
    expect(at(PROCEEDINGS, '行政诉讼')).toEqual([0, 5, 1, 10]);
    expect(at(PROCEEDINGS, '复议后起诉')).toEqual([1, 10, 1, 5]);
    expect(PROCEEDINGS.cells.filter(({ row }) => row === 3).map(({ column }) => column)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
    ]);
  });
});
