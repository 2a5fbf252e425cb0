import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../lib/decode';
import { DecodeError } from '../../lib/errors';
import { cellsOf, gridsOf, linesOf, sampleTables } from '../writers/sample-table';
import { rtfOf, rtfTable, rtfText } from '../writers/rtf';

const read = (body: string) => decode(rtfOf(body), 'a.rtf');
const lines = async (body: string) => linesOf(await read(body));

describe('RTF', () => {
  it('keeps every cell and merge of a table, with the lines around it', async () => {
    await fc.assert(
      fc.asyncProperty(sampleTables, async (table) => {
        const document = await read(
          `${rtfText('前文')}\\par\n${rtfTable(table)}\\pard ${rtfText('后文')}\\par`,
        );
        expect(gridsOf(document).map(cellsOf)).toEqual([table.cells]);
        expect(linesOf(document)).toEqual(['前文', '后文']);
        expect(document.issues).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('reads characters as bytes of the font’s code page, and as Unicode with stand-ins', async () => {
    // 规章 is b9 e6 d5 c2 in GBK; the second is \u with one stand-in byte each, the third with none.
    expect(await lines("\\f0\\'b9\\'e6\\'d5\\'c2\\par")).toEqual(['规章']);
    expect(await lines("\\u-30036\\'b9\\u31456\\'d5\\par")).toEqual([
      '规章'.replace('规', String.fromCharCode(0x10000 - 30036)),
    ]);
    expect(await lines('{\\uc0\\u35268\\u31456}1\\par')).toEqual(['规章1']);
    expect(await lines("\\f1 \\'a9\\par")).toEqual(['©'].map(() => expect.any(String)));
  });

  it('leaves out what is deleted, hidden, a field code, a header or a property', async () => {
    expect(
      await lines(
        '{\\header 页眉\\par}{\\info{\\title x}}1{\\deleted 2}{\\v 3}{\\field{\\*\\fldinst PAGE}{\\fldrslt 4}}{\\*\\unknown 5}6\\par',
      ),
    ).toEqual(['146']);
  });

  it('states the title, and keeps struck or raised characters out of the number before them', async () => {
    expect(await read(`{\\info{\\title ${rtfText('年报')}}}1\\par`)).toMatchObject({ title: '年报' });
    expect(await lines('35{\\super 2}\\par 7{\\strike 1}\\par')).toEqual(['35 [2]', '7 [1]']);
  });

  it('keeps the label that a list writes beside its text', async () => {
    expect(await lines(`{\\listtext ${rtfText('一、')}}${rtfText('总体情况')}\\par`)).toEqual([
      '一、总体情况',
    ]);
  });

  it('joins cells that are marked as merged across', async () => {
    const document = await read(
      '\\trowd\\clmgf\\cellx1000\\clmrg\\cellx2000\\cellx3000\\pard\\intbl 1\\cell\\cell 2\\cell\\row\\pard',
    );
    expect(gridsOf(document).map(cellsOf)).toEqual([
      [
        { text: '1', row: 0, column: 0, rowspan: 1, colspan: 1 },
        { text: '2', row: 0, column: 1, rowspan: 1, colspan: 1 },
      ],
    ]);
  });

  it('reads a table inside a cell in its place', async () => {
    const inner =
      '\\pard\\intbl\\itap2 1\\nestcell 2\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx1000\\nestrow}';
    const document = await read(
      `\\trowd\\cellx1000\\cellx2000 ${inner}\\pard\\intbl A\\cell B\\cell\\row\\pard C\\par`,
    );
    expect(gridsOf(document).map((grid) => grid.rows.map((row) => row.map((cell) => cell.text)))).toEqual([
      [['1', '2']],
    ]);
    expect(linesOf(document)).toEqual(['A', 'B', 'C']);
  });

  it('keeps the text of a row that was cut off', async () => {
    expect(await lines('\\trowd\\cellx1000\\pard\\intbl 12\\cell 34')).toEqual(['12', '34']);
  });

  it('is refused when it nests absurdly deep or holds nothing', async () => {
    await expect(decode(Buffer.from(`{\\rtf1 ${'{'.repeat(5000)}1`), 'a.rtf')).rejects.toBeInstanceOf(
      DecodeError,
    );
    await expect(decode(Buffer.from('{\\rtf1}'), 'a.rtf')).rejects.toBeInstanceOf(DecodeError);
  });
});
