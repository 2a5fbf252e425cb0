import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../lib/decode';
import { cellsOf, gridsOf, linesOf, sampleTables } from '../writers/sample-table';
import { docOf } from '../writers/word';

describe('Word 97 documents', () => {
  it('keep every cell, blank or merged, in its place', async () => {
    await fc.assert(
      fc.asyncProperty(sampleTables, async (table) => {
        const document = await decode(docOf(['某区年报', table, '四、后文']), 'a.doc');
        expect(document.issues).toEqual([]);
        expect(gridsOf(document).map(cellsOf)).toEqual([table.cells]);
        expect(linesOf(document)).toEqual(['某区年报', '四、后文', '']);
      }),
      { numRuns: 60 },
    );
  });

  it('keep the fifteen columns of the proceedings table', async () => {
    const cells = Array.from({ length: 30 }, (_, i) => ({
      text: String(i),
      row: Math.floor(i / 15),
      column: i % 15,
      rowspan: 1,
      colspan: 1,
    }));
    const document = await decode(docOf([{ height: 2, width: 15, cells }]), 'a.doc');
    expect(gridsOf(document).map(cellsOf)).toEqual([cells]);
  });

  it('leave out field codes and keep their results', async () => {
    const document = await decode(docOf(['见\u0013 HYPERLINK "http://a" \u0014年报\u0015第3页']), 'a.doc');
    expect(linesOf(document)[0]).toBe('见年报第3页');
  });

  it('are refused when locked, older or damaged', async () => {
    const good = docOf(['正文']);
    const at = Buffer.from(good).indexOf(Buffer.from([0xec, 0xa5, 0xc1, 0x00]));
    const locked = Buffer.from(good);
    locked[at + 0x0b] = 0x03;
    await expect(decode(locked, 'a.doc')).rejects.toThrow(/locked/);
    const old = Buffer.from(good);
    old[at + 2] = 0x65;
    await expect(decode(old, 'a.doc')).rejects.toThrow(/older than Word 97/);
    await expect(decode(good.subarray(0, 3000), 'a.doc')).rejects.toThrow(/expected/);
  });
});
