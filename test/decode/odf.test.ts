import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../lib/decode';
import { cellsOf, gridsOf, linesOf, sampleTables } from '../writers/sample-table';
import { odfTable, odtOf } from '../writers/odf';
import { zipOf } from '../writers/zip';

const lines = async (body: string, styles = '') => linesOf(await decode(odtOf(body, styles), 'a.odt'));

describe('OpenDocument texts', () => {
  it('keep every cell and merge of a table, with the lines around it', async () => {
    await fc.assert(
      fc.asyncProperty(sampleTables, async (table) => {
        const document = await decode(
          odtOf(`<text:p>前文</text:p>${odfTable(table)}<text:p>后文</text:p>`),
          'a.odt',
        );
        expect(gridsOf(document).map(cellsOf)).toEqual([table.cells]);
        expect(linesOf(document)).toEqual(['前文', '后文']);
        expect(document.issues).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('keep blanks that are elements, and fold those that are not', async () => {
    expect(
      await lines('<text:p>1<text:s text:c="3"/>2\n  3<text:tab/>4<text:line-break/>5</text:p>'),
    ).toEqual(['1   2 3\t4', '5']);
  });

  it('count automatic numbers, over lists that continue', async () => {
    const style = `<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/></text:list-style>`;
    const item = (text: string) => `<text:list-item><text:p>${text}</text:p></text:list-item>`;
    expect(
      await lines(
        `<text:list text:style-name="L1">${item('总体情况')}</text:list><text:p>正文</text:p><text:list text:style-name="L1" text:continue-numbering="true">${item('主动公开')}</text:list>`,
        style,
      ),
    ).toEqual(['一、总体情况', '正文', '二、主动公开']);
  });

  it('leave out deleted, hidden and noted text, and mark raised characters', async () => {
    const styles =
      '<style:style style:name="H"><style:text-properties text:display="none"/></style:style><style:style style:name="S"><style:text-properties style:text-position="super 58%"/></style:style>';
    expect(
      await lines(
        '<text:tracked-changes><text:p>9</text:p></text:tracked-changes><text:p>1<text:span text:style-name="H">2</text:span><office:annotation><text:p>3</text:p></office:annotation>5<text:span text:style-name="S">4</text:span></text:p>',
        styles,
      ),
    ).toEqual(['15 [4]']);
  });

  it('locked by a password, or without a body, are refused', async () => {
    const locked = zipOf({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': '<x/>',
      'META-INF/manifest.xml': '<manifest:encryption-data/>',
    });
    await expect(decode(locked, 'a.odt')).rejects.toThrow(/password/);
    const empty = zipOf({ 'META-INF/manifest.xml': '<x/>', 'content.xml': '<x/>' });
    await expect(decode(empty, 'a.odt')).rejects.toThrow(/without text/);
  });
});
