/** Small PDFs with ruled tables: Chinese in a font that is not embedded, every glyph at a stated place. */
import {
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFOperator,
  type PDFOperatorNames,
  type PDFPage,
  type PDFRef,
} from 'pdf-lib';
import type { SampleTable } from './sample-table';

export type Ruling = 'stroked rectangles' | 'stroked lines' | 'thin fills' | 'none';
export type PdfTable = SampleTable & {
  ruling: Ruling;
  columnWidth?: number;
  rowHeight?: number;
  size?: number;
};
export type PdfText = { text: string; x: number; y: number; size?: number };
/** `y` counts from the top of the page, in points. */
export type PdfPart = { table: PdfTable; x: number; y: number } | PdfText;

const HEIGHT = 842;

/** How the font says which characters its codes are: by a named CMap of Adobe, or by the codes being Unicode. */
export type Coding = 'UniGB-UCS2-H' | 'Identity-H';

/** A PDF of the given pages; `prepare` runs before a page is drawn. */
export async function pdfOf(
  pages: PdfPart[][],
  prepare?: (page: PDFPage) => void,
  coding: Coding = 'Identity-H',
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = registerFont(pdf, coding);
  for (const parts of pages) {
    const page = pdf.addPage([595, HEIGHT]);
    page.node.setFontDictionary(PDFName.of('F1'), font);
    prepare?.(page);
    for (const part of parts) {
      if ('table' in part) drawTable(page, part);
      else drawText(page, part);
    }
  }
  return pdf.save();
}

/** A PDF whose password is not the empty one. */
export async function lockedPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  const key = PDFHexString.of('5a'.repeat(32));
  const { context } = pdf;
  context.trailerInfo.Encrypt = context.register(
    context.obj({ Filter: 'Standard', V: 1, R: 2, P: -4, O: key, U: key, Length: 40 }),
  );
  context.trailerInfo.ID = context.obj([PDFHexString.of('00'.repeat(16)), PDFHexString.of('00'.repeat(16))]);
  return pdf.save({ useObjectStreams: false });
}

function registerFont(pdf: PDFDocument, coding: Coding): PDFRef {
  const { context } = pdf;
  const isUnicode = coding === 'Identity-H';
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: 'STSong-Light',
      Flags: 4,
      ItalicAngle: 0,
      Ascent: 880,
      Descent: -120,
    }),
  );
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType0',
    BaseFont: 'STSong-Light',
    CIDSystemInfo: {
      Registry: latin('Adobe'),
      Ordering: latin(isUnicode ? 'Identity' : 'GB1'),
      Supplement: isUnicode ? 0 : 4,
    },
    FontDescriptor: descriptor,
    DW: 1000,
    // Half-width Latin: by code, or by Adobe-GB1's numbers of the same glyphs.
    W: isUnicode ? [32, 126, 500] : [1, 95, 500],
  });
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: 'STSong-Light',
      Encoding: coding,
      DescendantFonts: [context.register(descendant)],
      ...(isUnicode ? { ToUnicode: 'Identity-H' } : {}),
    }),
  );
}

function latin(text: string): PDFHexString {
  return PDFHexString.of(Buffer.from(text, 'latin1').toString('hex'));
}

/** Width of a text in this font: Latin glyphs are half as wide as Chinese ones. */
export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + (character < '\u007f' ? 0.5 : 1) * size, 0);
}

function drawText(page: PDFPage, { text, x, y, size = 10 }: PdfText): void {
  if (text === '') return;
  const hex = Buffer.from(text, 'utf16le').swap16().toString('hex');
  operate(page, 'BT');
  operate(page, 'Tf', PDFName.of('F1'), PDFNumber.of(size));
  operate(page, 'Td', PDFNumber.of(x), PDFNumber.of(HEIGHT - y));
  page.pushOperators(PDFOperator.of('Tj' as PDFOperatorNames, [PDFHexString.of(hex)]));
  operate(page, 'ET');
}

/** Cells of equal size; text wrapped to the cell and centred in it. */
function drawTable(page: PDFPage, part: { table: PdfTable; x: number; y: number }): void {
  const { table, x, y } = part;
  const { columnWidth = 60, rowHeight = 40, size = 10 } = table;
  for (const cell of table.cells) {
    const left = x + cell.column * columnWidth;
    const top = y + cell.row * rowHeight;
    const width = cell.colspan * columnWidth;
    const height = cell.rowspan * rowHeight;
    drawBorder(page, table.ruling, left, top, width, height);
    const lines = wrap(cell.text, width - 6, size);
    lines.forEach((line, index) => {
      const baseline = top + height / 2 + 0.4 * size + (index - (lines.length - 1) / 2) * 1.2 * size;
      drawText(page, { text: line, x: left + (width - textWidth(line, size)) / 2, y: baseline, size });
    });
  }
}

function wrap(text: string, width: number, size: number): string[] {
  const lines = [''];
  for (const character of text) {
    const line = lines.at(-1) ?? '';
    if (textWidth(line + character, size) > width) lines.push(character);
    else lines[lines.length - 1] = line + character;
  }
  return lines;
}

function drawBorder(
  page: PDFPage,
  ruling: Ruling,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  const bottom = HEIGHT - y - height;
  const rectangle = (...numbers: number[]) => operate(page, 're', ...numbers.map((n) => PDFNumber.of(n)));
  if (ruling === 'stroked rectangles') {
    rectangle(x, bottom, width, height);
    operate(page, 'S');
  } else if (ruling === 'thin fills') {
    rectangle(x - 0.25, bottom, 0.5, height);
    rectangle(x + width - 0.25, bottom, 0.5, height);
    rectangle(x, bottom - 0.25, width, 0.5);
    rectangle(x, bottom + height - 0.25, width, 0.5);
    operate(page, 'f');
  } else if (ruling === 'stroked lines') {
    const corners: [number, number, number, number][] = [
      [x, bottom, x + width, bottom],
      [x, bottom + height, x + width, bottom + height],
      [x, bottom, x, bottom + height],
      [x + width, bottom, x + width, bottom + height],
    ];
    for (const [x0, y0, x1, y1] of corners) {
      operate(page, 'm', PDFNumber.of(x0), PDFNumber.of(y0));
      operate(page, 'l', PDFNumber.of(x1), PDFNumber.of(y1));
      operate(page, 'S');
    }
  }
}

export function operate(page: PDFPage, name: string, ...operands: (PDFName | PDFNumber)[]): void {
  page.pushOperators(PDFOperator.of(name as PDFOperatorNames, operands));
}
