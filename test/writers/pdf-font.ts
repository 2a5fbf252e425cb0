/**
 * A Chinese font for PDFs that need not be embedded: STSong-Light with the encoding UniGB-UCS2-H. The codes of the text
 * are UTF-16, so readers need the CMaps of Adobe-GB1 (or the ToUnicode map that half the documents carry).
 */
import { type PDFDocument, PDFHexString, PDFName, type PDFRef } from 'pdf-lib';

const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapName /Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end`;

/** Adds the font to a document; `withMap` adds a ToUnicode map. */
export function addFont(document: PDFDocument, withMap: boolean): PDFRef {
  const { context } = document;
  const name = PDFName.of('STSong-Light');
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 6,
      FontBBox: [-25, -254, 1000, 880],
      ItalicAngle: 0,
      Ascent: 880,
      Descent: -120,
      CapHeight: 880,
      StemV: 93,
    }),
  );
  const cidFont = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType0',
      BaseFont: name,
      CIDSystemInfo: {
        Registry: PDFHexString.of(Buffer.from('Adobe').toString('hex')),
        Ordering: PDFHexString.of(Buffer.from('GB1').toString('hex')),
        Supplement: 4,
      },
      FontDescriptor: descriptor,
      DW: 1000,
      W: [1, 95, 500, 814, 939, 500],
    }),
  );
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'UniGB-UCS2-H',
      DescendantFonts: [cidFont],
      ...(withMap ? { ToUnicode: context.register(context.flateStream(TO_UNICODE)) } : {}),
    }),
  );
}

/** Text as the hex string that the font's encoding asks for. */
export function hexOf(text: string): string {
  let hex = '';
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(4, '0');
  return `<${hex.toUpperCase()}>`;
}

/** Width of a text in points: Chinese characters are square, ASCII half as wide. */
export const textWidth = (text: string, size: number): number =>
  text.split('').reduce((sum, char) => sum + (char.charCodeAt(0) < 128 ? size / 2 : size), 0);
