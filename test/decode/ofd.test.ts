import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../lib/decode';
import {
  cellsOf,
  gridsOf,
  linesOf,
  SMALL_TABLE as TABLE,
  type SampleTable,
  sampleTables,
} from '../writers/sample-table';
import { ofdOf, ofdTable, ofdText } from '../writers/ofd';

const shown = (table: SampleTable) =>
  table.cells.map((cell) => ({ ...cell, text: cell.text.replaceAll(' ', '').trim() }));

describe('OFD', () => {
  it('keeps every ruled cell and merge, with the lines around the table', async () => {
    await fc.assert(
      fc.asyncProperty(sampleTables, async (table) => {
        const page = ofdText({ text: '前文', x: 20, y: 20 }) + ofdTable({ table, x: 10, y: 40 });
        const document = await decode(ofdOf([page]), 'a.ofd');
        const [grid] = gridsOf(document);
        expect(
          grid && cellsOf(grid).map((cell) => ({ ...cell, text: cell.text.replace(/[ \n]/g, '') })),
        ).toEqual(shown(table));
        expect(linesOf(document)).toEqual(['前文']);
        expect(document).toMatchObject({ format: 'ofd', title: '年报', issues: [] });
      }),
      { numRuns: 30 },
    );
  });

  it('places text by its matrix, whatever the object’s own box', async () => {
    const half = ofdText({ text: '12件', x: 10, y: 30, size: 8, more: 'CTM="0.5 0 0 0.5 0 0"' });
    expect(linesOf(await decode(ofdOf([half]), 'a.ofd'))).toEqual(['12件']);
  });

  it('expands repeated deltas, and reads one object a character', async () => {
    const run =
      '<ofd:TextObject Boundary="10 20 90 5" Size="4"><ofd:TextCode X="0" Y="3" DeltaX="g 3 2 4">1234年</ofd:TextCode></ofd:TextObject>';
    const places = [10, 14, 16, 18];
    const single = [...'共56件'].map((text, i) => ofdText({ text, x: places[i] ?? 0, y: 40 })).join('');
    expect(linesOf(await decode(ofdOf([run + single]), 'a.ofd'))).toEqual(['1234年', '共56件']);
  });

  it('draws templates below the page, and nothing that is hidden', async () => {
    const page = `<ofd:Template TemplateID="9"/><ofd:Content><ofd:Layer>${ofdText({ text: '正文', x: 20, y: 60 })}${ofdText({ text: '隐', x: 20, y: 70, more: 'Visible="false"' })}</ofd:Layer></ofd:Content>`;
    const template = `<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer>${ofdText({ text: '页眉', x: 20, y: 20 })}</ofd:Layer></ofd:Content></ofd:Page>`;
    const bytes = ofdOf(
      [page],
      { 'Doc_0/Tpls/T.xml': template },
      '<ofd:TemplatePage ID="9" BaseLoc="Tpls/T.xml"/>',
    );
    expect(linesOf(await decode(bytes, 'a.ofd'))).toEqual(['页眉', '正文']);
  });

  it('counts tables over pages, and places cells by page and box', async () => {
    const page = ofdTable({ table: TABLE, x: 10, y: 40 });
    const [, second] = gridsOf(await decode(ofdOf([page, page]), 'a.ofd'));
    // 36 mm from the left and 48 mm from the top in points.
    const at = second?.rows[1]?.[1]?.at;
    expect(at).toMatchObject({ page: 2, table: 2, row: 2, cell: 2 });
    expect(at?.box?.slice(0, 2).map(Math.round)).toEqual([102, 136]);
  });

  it('of pictures alone says so', async () => {
    const picture = '<ofd:ImageObject Boundary="0 0 210 297" ResourceID="1"/>';
    const document = await decode(ofdOf([picture]), 'a.ofd');
    expect(document.issues.map((each) => each.code)).toEqual(['decode.no_text_layer']);
  });

  it('names a page that it lists and does not hold, and reads the others', async () => {
    const two = ofdOf([ofdText({ text: '正文', x: 20, y: 60 })], {
      'Doc_0/Document.xml':
        '<ofd:Document xmlns:ofd="x"><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/><ofd:Page ID="2" BaseLoc="Pages/Page_9/Content.xml"/></ofd:Pages></ofd:Document>',
    });
    const document = await decode(two, 'a.ofd');
    expect(linesOf(document)).toEqual(['正文']);
    expect(document.issues).toMatchObject([{ code: 'decode.truncated', at: { page: 2 } }]);
  });

  it('without its document or its pages is refused', async () => {
    await expect(decode(ofdOf([]), 'a.ofd')).rejects.toThrow(/without pages/);
  });
});
