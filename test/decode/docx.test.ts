import { Document as WordDocument, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../lib/decode';
import { DecodeError } from '../../lib/errors';
import { cellsOf, gridsOf, linesOf, type SampleTable, sampleTables } from '../writers/sample-table';
import { docxOf, wordTableXml } from '../writers/word';
import { zipOf } from '../writers/zip';

const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const textsOf = async (xml: string) =>
  gridsOf(await decode(docxOf(xml), 'a.docx')).map((grid) => grid.rows.map((row) => row.map((c) => c.text)));

/** The table as the docx library writes it: merged cells are given once, with their spans. */
async function libraryDocx({ height, cells }: SampleTable): Promise<Uint8Array> {
  const rows = Array.from({ length: height }, (_, row) => {
    const own = cells.filter((c) => c.row === row);
    const children = own.map(
      ({ text, rowspan, colspan }) =>
        new TableCell({ rowSpan: rowspan, columnSpan: colspan, children: [new Paragraph(text)] }),
    );
    return new TableRow({ children });
  });
  const children = [new Paragraph('前文'), new Table({ rows }), new Paragraph('后文')];
  return new Uint8Array(await Packer.toBuffer(new WordDocument({ title: '年报', sections: [{ children }] })));
}

describe('Word tables', () => {
  it('keep every cell and merge', async () => {
    await fc.assert(
      fc.asyncProperty(sampleTables, async (table) => {
        const document = await decode(docxOf(paragraph(run('前文')) + wordTableXml(table)), 'a.docx');
        expect(gridsOf(document).map(cellsOf)).toEqual([table.cells]);
        expect(linesOf(document)).toEqual(['前文']);
      }),
    );
  });

  it('written by a library keep every cell and merge, with the title it states', async () => {
    await fc.assert(
      fc.asyncProperty(sampleTables, async (table) => {
        const document = await decode(await libraryDocx(table), 'a.docx');
        expect(gridsOf(document).map(cellsOf)).toEqual([table.cells]);
        expect(document.title).toBe('年报');
      }),
      { numRuns: 20 },
    );
  });

  it('take columns from widths where spans are left out', async () => {
    const wide = (text: string, width: number) =>
      cell(paragraph(run(text)), `<w:tcW w:w="${width}" w:type="dxa"/>`);
    const xml = `<w:tbl><w:tr>${wide('行政复议', 3000)}${wide('总计', 1000)}</w:tr>
      <w:tr>${[1, 2, 3, 4].map((n) => wide(String(n), 1000)).join('')}</w:tr></w:tbl>`;
    const [grid] = gridsOf(await decode(docxOf(xml), 'a.docx'));
    expect(grid?.rows[0]?.map(({ column, colspan }) => [column, colspan])).toEqual([
      [0, 3],
      [3, 1],
    ]);
  });

  it('merged by hMerge, or begun with gridBefore, keep their columns', async () => {
    const xml = `<w:tbl><w:tr>${cell(paragraph(run('申请人')), '<w:hMerge w:val="restart"/>')}${cell(paragraph(''), '<w:hMerge/>')}${cell(paragraph(run('总计')))}</w:tr>
      <w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell(paragraph(run('1')))}${cell(paragraph(run('2')))}</w:tr></w:tbl>`;
    const [grid] = gridsOf(await decode(docxOf(xml), 'a.docx'));
    expect(grid?.rows.map((row) => row.map((c) => [c.text, c.column, c.colspan]))).toEqual([
      [
        ['申请人', 0, 2],
        ['总计', 2, 1],
      ],
      [
        ['1', 1, 1],
        ['2', 2, 1],
      ],
    ]);
  });

  it('inside layout tables are found, and text frames are lines', async () => {
    const inner = `<w:tbl><w:tr>${cell(paragraph(run('规章')))}${cell(paragraph(run('1')))}</w:tr></w:tbl>`;
    const xml = `<w:tbl><w:tr>${cell(paragraph(run('二、主动公开')) + inner + paragraph(''))}${cell(paragraph(run('侧栏')))}</w:tr></w:tbl>`;
    const document = await decode(docxOf(xml), 'a.docx');
    expect(gridsOf(document)).toHaveLength(1);
    expect(linesOf(document)).toEqual(['二、主动公开', '', '侧栏']);
  });
});

describe('Word text', () => {
  it('keeps insertions, drops deletions, hidden text and field codes', async () => {
    const content = `<w:ins>${run('新')}</w:ins><w:del><w:r><w:delText>9</w:delText></w:r></w:del>${run('8', '<w:vanish/>')}
      <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 7</w:instrText></w:r>${run('1')}${run('2')}${run('3', '<w:vertAlign w:val="superscript"/>')}`;
    const row = `<w:tr>${cell(paragraph(content))}${cell(paragraph(run('0')))}</w:tr>`;
    const gone = `<w:tr><w:trPr><w:del/></w:trPr>${cell(paragraph(run('5')))}${cell(paragraph(run('6')))}</w:tr>`;
    expect(await textsOf(`<w:tbl>${row}${gone}</w:tbl>`)).toEqual([[['新12 [3]', '0']]]);
  });

  it('counts automatic numbers as Word does', async () => {
    const numbering = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="4">
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>
      <w:num w:numId="2"><w:abstractNumId w:val="4"/></w:num></w:numbering>`;
    const item = (text: string, level: number) =>
      paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="2"/></w:numPr>`);
    const xml = item('总体情况', 0) + item('甲', 1) + item('乙', 1) + item('主动公开', 0) + item('丙', 1);
    const document = await decode(docxOf(xml, { 'word/numbering.xml': numbering }), 'a.docx');
    expect(linesOf(document)).toEqual(['一、总体情况', '1.甲', '2.乙', '二、主动公开', '1.丙']);
  });

  it('counts numbers that a style gives', async () => {
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/>
      <w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
    const styles = `<w:styles><w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style></w:styles>`;
    const heading = (text: string) => paragraph(run(text), '<w:pStyle w:val="H1"/>');
    const xml = heading('总体情况') + paragraph(run('正文')) + heading('主动公开');
    const parts = { 'word/numbering.xml': numbering, 'word/styles.xml': styles };
    expect(linesOf(await decode(docxOf(xml, parts), 'a.docx'))).toEqual([
      '一、总体情况',
      '正文',
      '二、主动公开',
    ]);
  });

  it('takes a text box once, not from its fallback too', async () => {
    const box = paragraph(run('框中 5 件'));
    const drawing = `<mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${box}</w:txbxContent></w:drawing></mc:Choice>
      <mc:Fallback><w:pict><w:txbxContent>${box}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>`;
    const document = await decode(docxOf(paragraph(`<w:r>${drawing}</w:r>${run('正文')}`)), 'a.docx');
    expect(linesOf(document)).toEqual(['框中 5 件', '正文']);
  });

  it('never reads entities of a document type', async () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>
      <w:document xmlns:w="w"><w:body>${paragraph(run('&e;正文'))}</w:body></w:document>`;
    const document = await decode(zipOf({ 'word/document.xml': xml }), 'a.docx');
    expect(linesOf(document)).toEqual(['&e;正文']);
  });

  it('is refused when it is a zip bomb or has no body', async () => {
    const bomb = zipOf({ 'word/document.xml': '<w:document>'.padEnd(20_000_000, ' ') });
    await expect(decode(bomb, 'a.docx')).rejects.toThrow(/zip bomb/);
    await expect(decode(zipOf({ 'word/document.xml': '<a/>' }), 'a.docx')).rejects.toBeInstanceOf(
      DecodeError,
    );
  });
});
