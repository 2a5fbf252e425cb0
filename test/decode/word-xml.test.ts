/** Word documents as one XML file, and documents inside Word documents. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../lib/decode';
import { cellsOf, gridsOf, linesOf, sampleTables } from '../writers/sample-table';
import { mhtOf } from '../writers/mht';
import { rtfOf, rtfText } from '../writers/rtf';
import { docxOf, wordTableXml } from '../writers/word';

const W2003 =
  'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core"';
const word2003 = (body: string) =>
  Buffer.from(
    `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument ${W2003}><w:body><wx:sect>${body}</wx:sect></w:body></w:wordDocument>`,
  );
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

describe('Word 2003 XML', () => {
  it('keeps every cell and merge of a table', async () => {
    await fc.assert(
      fc.asyncProperty(sampleTables, async (table) => {
        const xml = wordTableXml(table).replaceAll('w:vMerge', 'w:vmerge');
        const document = await decode(word2003(paragraph('前文') + xml), 'a.xml');
        expect(gridsOf(document).map(cellsOf)).toEqual([table.cells]);
        expect(document).toMatchObject({ format: 'wordxml', issues: [] });
      }),
      { numRuns: 30 },
    );
  });

  it('leaves out headers, deletions and remarks, and keeps the label of a numbering', async () => {
    const body = `<w:p><w:pPr><w:listPr><wx:t wx:val="一、"/></w:listPr></w:pPr><w:r><w:t>总体情况</w:t></w:r></w:p>
      <w:p><aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:t>9</w:t></w:r></aml:content></aml:annotation><w:r><w:t>1</w:t></w:r></w:p>
      <w:sectPr><w:hdr>${paragraph('页眉')}</w:hdr></w:sectPr>`;
    expect(linesOf(await decode(word2003(body), 'a.doc'))).toEqual(['一、总体情况', '1']);
  });
});

describe('flat OPC', () => {
  it('is read like the DOCX that its parts make', async () => {
    const part = (name: string, xml: string) =>
      `<pkg:part pkg:name="${name}" pkg:contentType="application/xml"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`;
    const body = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph('规章 12')}</w:body></w:document>`;
    const core = '<cp:coreProperties xmlns:dc="x"><dc:title>年报</dc:title></cp:coreProperties>';
    const xml = `<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${part('/word/document.xml', body)}${part('/docProps/core.xml', core)}</pkg:package>`;
    const document = await decode(Buffer.from(xml), 'a.xml');
    expect(linesOf(document)).toEqual(['规章 12']);
    expect(document.title).toBe('年报');
  });
});

describe('documents that a DOCX shows inside', () => {
  const HTML = '<html><body><p>内文</p><table><tr><td>规章<td>3</table></body></html>';
  const chunk = (target: string, content: Uint8Array) =>
    docxOf(`${paragraph('前')}<w:altChunk r:id="rId7"/>${paragraph('后')}`, {
      'word/_rels/document.xml.rels': `<Relationships><Relationship Id="rId1" Target="styles.xml"/><Relationship Id="rId7" Target="${target}"/></Relationships>`,
      [target.startsWith('/') ? target.slice(1) : `word/${target}`]: Buffer.from(content),
    } as Record<string, string>);

  for (const [name, target, content] of [
    ['HTML', 'afchunk1.html', Buffer.from(HTML)],
    ['MHT', '/word/afchunk.mht', mhtOf(Buffer.from(HTML))],
    [
      'another DOCX',
      'inner.docx',
      docxOf(
        `${paragraph('内文')}<w:tbl><w:tr><w:tc>${paragraph('规章')}</w:tc><w:tc>${paragraph('3')}</w:tc></w:tr></w:tbl>`,
      ),
    ],
  ] as const)
    it(`stand at their place: ${name}`, async () => {
      const document = await decode(chunk(target, content), 'a.docx');
      expect(linesOf(document)).toEqual(['前', '内文', '后']);
      const [grid] = gridsOf(document);
      expect(grid?.rows.map((row) => row.map((cell) => [cell.text, cell.at]))).toEqual([
        [
          ['规章', { block: 3, table: 1, row: 1, cell: 1 }],
          ['3', { block: 3, table: 1, row: 1, cell: 2 }],
        ],
      ]);
      expect(document.issues).toEqual([]);
    });

  it('also as RTF without a table', async () => {
    const document = await decode(chunk('a.rtf', rtfOf(`${rtfText('内文')}\\par`)), 'a.docx');
    expect(linesOf(document)).toEqual(['前', '内文', '后']);
  });

  it('that are missing or cannot be read are an issue, and the rest is read', async () => {
    const gone = docxOf(`${paragraph('前')}<w:altChunk r:id="rId9"/>`);
    const picture = chunk('a.png', Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'));
    for (const bytes of [gone, picture]) {
      const document = await decode(bytes, 'a.docx');
      expect(linesOf(document)[0]).toBe('前');
      expect(document.issues.map((each) => each.code)).toEqual(['decode.truncated']);
    }
  });

  it('that show themselves end', async () => {
    const inner = chunk('b.docx', chunk('c.docx', chunk('d.docx', Buffer.from('x'))));
    const document = await decode(chunk('a.docx', inner), 'a.docx');
    expect(document.issues.map((each) => each.actual)).toEqual([expect.stringContaining('nested')]);
  });
});
