import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { degrees, PDFDocument, PDFNumber } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { decode } from '../../lib/decode';
import { unifyRadicals } from '../../lib/decode/pdf/radicals';
import { DecodeError } from '../../lib/errors';
import {
  cellsOf,
  gridsOf,
  isWithoutOverlap,
  linesOf,
  type SampleTable,
  sampleTables,
} from '../writers/sample-table';
import { lockedPdf, operate, pdfOf, type Ruling } from '../writers/pdf';

const RULINGS: Ruling[] = ['stroked rectangles', 'stroked lines', 'thin fills'];

/** A wrapped label may come back in lines; a wrapped number must. */
const withoutBreaks = (table: SampleTable['cells']) =>
  table.map((cell) => ({ ...cell, text: cell.text.replaceAll('\n', '') }));

function plainTable(texts: string[][]): SampleTable {
  return {
    height: texts.length,
    width: texts[0]?.length ?? 0,
    cells: texts.flatMap((row, r) =>
      row.map((text, column) => ({ text, row: r, column, rowspan: 1, colspan: 1 })),
    ),
  };
}

describe('PDF tables', () => {
  it('have each cell where the ruling lines put it, however the lines are drawn', async () => {
    await fc.assert(
      fc.asyncProperty(sampleTables, fc.constantFrom(...RULINGS), async (table, ruling) => {
        const bytes = await pdfOf([
          [
            { text: '某区年报', x: 80, y: 60 },
            { table: { ...table, ruling }, x: 80, y: 100 },
          ],
        ]);
        // A table without a letter is no text.
        fc.pre(table.cells.some((cell) => cell.text !== ''));
        const document = await decode(bytes, 'a.pdf');
        const [grid, ...others] = gridsOf(document);
        expect(others).toEqual([]);
        expect(grid && withoutBreaks(cellsOf(grid))).toEqual(table.cells);
        expect(grid && isWithoutOverlap(grid)).toBe(true);
        expect(linesOf(document)).toEqual(['某区年报']);
        expect(document.issues).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('keep page, table, row, cell and box as the place', async () => {
    const table = plainTable([
      ['规章', '1'],
      ['行政许可', '22'],
    ]);
    const part = { table: { ...table, ruling: 'stroked lines' as const }, x: 80, y: 100 };
    const [, second] = gridsOf(await decode(await pdfOf([[part], [part]]), 'a.pdf'));
    expect(second?.rows[1]?.[1]).toMatchObject({
      text: '22',
      at: { page: 2, table: 2, row: 2, cell: 2, box: [140, 140, 60, 40] },
    });
  });

  it('join a label set one character a line, and keep two stacked numbers apart', async () => {
    const cells = [
      { text: '本年度办理结果', row: 0, column: 0, rowspan: 4, colspan: 1 },
      ...[0, 1, 2, 3].map((row) => ({ text: String(row), row, column: 1, rowspan: 1, colspan: 1 })),
    ];
    const table = {
      height: 4,
      width: 2,
      cells,
      ruling: 'thin fills' as const,
      columnWidth: 16,
      rowHeight: 30,
    };
    const [grid] = gridsOf(await decode(await pdfOf([[{ table, x: 80, y: 100 }]]), 'a.pdf'));
    expect(grid?.rows[0]?.[0]?.text).toBe('本年度办理结果');
    const stacked = plainTable([['12', '自然人']]);
    const drawn = { table: { ...stacked, ruling: 'thin fills' as const }, x: 80, y: 100 };
    const more = { text: '34', x: 105, y: 134 };
    const [second] = gridsOf(await decode(await pdfOf([[drawn, more]]), 'a.pdf'));
    expect(second?.rows[0]?.[0]?.text).toBe('12\n34');
  });

  it('count a figure printed twice in one place once', async () => {
    const once = { text: '11件', x: 80, y: 100 };
    const document = await decode(await pdfOf([[once, { ...once, x: 80.3 }]]), 'a.pdf');
    expect(linesOf(document)).toEqual(['11件']);
  });

  it('keep a raised footnote mark out of the number before it', async () => {
    const document = await decode(
      await pdfOf([
        [
          { text: '35', x: 80, y: 100, size: 12 },
          { text: '2', x: 92, y: 96, size: 7 },
        ],
      ]),
      'a.pdf',
    );
    expect(linesOf(document)).toEqual(['35 [2]']);
  });

  it('hold a figure together that overflows its cell', async () => {
    const table = plainTable([
      ['', '', ''],
      ['', '', ''],
    ]);
    const drawn = { table: { ...table, ruling: 'stroked lines' as const, columnWidth: 30 }, x: 80, y: 100 };
    const wide = { text: '1234567890', x: 100, y: 124, size: 10 };
    const [grid] = gridsOf(await decode(await pdfOf([[drawn, wide]]), 'a.pdf'));
    expect(grid?.rows[0]?.map((cell) => cell.text)).toEqual(['', '1234567890', '']);
  });

  it('are read with a blank column as a blank where no lines are drawn', async () => {
    const rows = [
      ['规章', '1', '20', '300'],
      ['许可', '4', '', '6'],
      ['处罚', '', '80', '9000'],
    ];
    const table = { ...plainTable(rows), ruling: 'none' as const };
    const document = await decode(await pdfOf([[{ table, x: 80, y: 100 }]]), 'a.pdf');
    expect(linesOf(document).map((line) => line.split('\t'))).toEqual(rows);
  });

  it('are rows of their own where figures are stacked without lines between', async () => {
    const frame = plainTable([['', '', '', '']]);
    const drawn = { table: { ...frame, ruling: 'stroked lines' as const, rowHeight: 90 }, x: 80, y: 100 };
    const rows = [
      ['规章', '1', '20', '3'],
      ['许可', '4', '', '6'],
      ['处罚', '', '80', '9'],
    ];
    const texts = rows.flatMap((row, r) => row.map((text, c) => ({ text, x: 90 + 60 * c, y: 120 + 30 * r })));
    const [grid] = gridsOf(await decode(await pdfOf([[drawn, ...texts]]), 'a.pdf'));
    expect(grid?.rows.map((row) => row.map((cell) => cell.text))).toEqual(rows);
  });

  it('inside a mere frame are read by their columns', async () => {
    const rows = [
      ['规章', '1', '20', '300'],
      ['许可', '4', '', '6'],
      ['处罚', '', '80', '9000'],
    ];
    const frame = { ...plainTable([['']]), ruling: 'thin fills' as const, columnWidth: 300, rowHeight: 160 };
    const table = { ...plainTable(rows), ruling: 'none' as const };
    const document = await decode(
      await pdfOf([
        [
          { table: frame, x: 70, y: 90 },
          { table, x: 80, y: 100 },
        ],
      ]),
      'a.pdf',
    );
    expect(linesOf(document).map((line) => line.split('\t'))).toEqual(rows);
  });

  it('come out upright from a page that is turned, or set sideways', async () => {
    const rows = [
      ['规章', '1', '2'],
      ['许可', '33', ''],
    ];
    const part = { table: { ...plainTable(rows), ruling: 'stroked lines' as const }, x: 80, y: 100 };
    for (const rotation of [0, 90]) {
      const bytes = await pdfOf([[part]], (page) => {
        page.setRotation(degrees(rotation));
        operate(page, 'cm', ...[0, 1, -1, 0, 842, 0].map((n) => PDFNumber.of(n)));
      });
      const [grid] = gridsOf(await decode(bytes, 'a.pdf'));
      expect(grid?.rows.map((row) => row.map((cell) => cell.text))).toEqual(rows);
    }
  });

  it('are pieces on each page, with a row cut by the page in both', async () => {
    const upper = plainTable([
      ['（一）予以公开', '1'],
      ['（四）无', ''],
    ]);
    const lower = plainTable([
      ['法提供', '252'],
      ['（七）总计', '253'],
    ]);
    const document = await decode(
      await pdfOf([
        [
          { table: { ...upper, ruling: 'thin fills' }, x: 80, y: 700 },
          { text: '- 1 -', x: 280, y: 820 },
        ],
        [{ table: { ...lower, ruling: 'thin fills' }, x: 80, y: 60 }],
      ]),
      'a.pdf',
    );
    expect(gridsOf(document).map((grid) => grid.at.page)).toEqual([1, 2]);
    expect(gridsOf(document).flatMap((grid) => grid.rows.map((row) => row.map((cell) => cell.text)))).toEqual(
      [
        ['（一）予以公开', '1'],
        ['（四）无', ''],
        ['法提供', '252'],
        ['（七）总计', '253'],
      ],
    );
    expect(linesOf(document)).toEqual(['- 1 -']);
  });
});

describe('PDF files', () => {
  it('in a font that is not embedded and coded by a CMap of Adobe are read', async () => {
    const parts = [{ text: '一、本年新收政府信息公开申请数量 21 件', x: 80, y: 100 }];
    expect(linesOf(await decode(await pdfOf([parts], undefined, 'UniGB-UCS2-H'), 'a.pdf'))).toEqual([
      parts[0]?.text,
    ]);
  });

  it('without text are reported as having no text layer, and have no blocks', async () => {
    const scan = await PDFDocument.create();
    const page = scan.addPage();
    const png = await scan.embedPng(PIXEL);
    page.drawImage(png, { x: 0, y: 0, width: 595, height: 842 });
    const document = await decode(await scan.save(), 'a.pdf');
    expect(document.blocks).toEqual([]);
    expect(document.issues.map((issue) => issue.code)).toEqual(['decode.no_text_layer']);
  });

  it('are refused when damaged, or read as far as they go', async () => {
    const bytes = await pdfOf([[{ text: '正文', x: 80, y: 100 }]]);
    await expect(decode(Buffer.from('%PDF-1.7\nnothing'), 'a.pdf')).rejects.toThrow(/expected/);
    for (const length of [50, 200, bytes.length - 40]) {
      const outcome = decode(bytes.subarray(0, length), 'a.pdf');
      expect(await outcome.then(linesOf).catch((error: unknown) => error)).toSatisfy(
        (result) => result instanceof DecodeError || String(result) === '正文',
      );
    }
  });

  it('are refused when locked by a password', async () => {
    await expect(decode(await lockedPdf(), 'a.pdf')).rejects.toThrow(/locked/);
  });

  it('give ideographs for radicals', async () => {
    expect(unifyRadicals('⼈⺠政⻔⼾⾭')).toBe('人民政门户青');
  });
});

/** A grey pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

describe('PDF without the optional native package for drawing', () => {
  // The package is loaded once a process, so the reading is done in another one, which cannot find it.
  const READ = `
    import { readFileSync } from 'node:fs';
    import Module from 'node:module';
    const resolve = Module._resolveFilename;
    Module._resolveFilename = (name, ...rest) => {
      if (name.startsWith('@napi-rs/')) throw new Error('found no ' + name);
      return resolve(name, ...rest);
    };
    const { decode } = await import('./lib/decode/index.ts');
    console.log(JSON.stringify(await decode(readFileSync('test/decode/fixtures/report.pdf'), 'a.pdf')));`;

  it('is read as with it, without a word', async () => {
    const command = ['--import', 'tsx', '--input-type=module', '-e', READ];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, command, { maxBuffer: 2 ** 26 });
    expect(stderr).toBe('');
    const here = await decode(readFileSync('test/decode/fixtures/report.pdf'), 'a.pdf');
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(here)));
  });
});
