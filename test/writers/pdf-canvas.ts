/** Pages of a PDF being drawn: text, ruling lines, page breaks, page numbers. Places are in points from the top left. */
import { PDFDocument, PDFName } from 'pdf-lib';
import { addFont, hexOf, textWidth } from './pdf-font';

export const PAGE = { width: 595, height: 842, top: 60, bottom: 780, left: 60 };

export type Canvas = {
  /** Where the next thing goes on the current page. */
  y: number;
  /** Draws one line of text with its baseline at y. */
  text: (x: number, y: number, size: number, content: string) => void;
  box: (x: number, y: number, width: number, height: number) => void;
  newPage: () => void;
  /** The file; page numbers are drawn at the foot. */
  finish: (footer: (page: number) => string) => Promise<Uint8Array>;
};

/** An empty document on A4. `byGlyph` places every character on its own, as many producers do. */
export async function newCanvas(options: { withMap: boolean; byGlyph: boolean }): Promise<Canvas> {
  const document = await PDFDocument.create();
  const font = addFont(document, options.withMap);
  const pages: string[][] = [[]];
  const draw = (operation: string): void => {
    pages.at(-1)?.push(operation);
  };
  const piece = (x: number, y: number, size: number, content: string): void =>
    draw(
      `BT /F1 ${size} Tf 1 0 0 1 ${x.toFixed(2)} ${(PAGE.height - y).toFixed(2)} Tm ${hexOf(content)} Tj ET`,
    );
  const canvas: Canvas = {
    y: PAGE.top,
    text: (x, y, size, content) => {
      if (!options.byGlyph) return piece(x, y, size, content);
      let at = x;
      for (const char of content) {
        if (char !== ' ') piece(at, y, size, char);
        at += textWidth(char, size);
      }
    },
    box: (x, y, width, height) =>
      draw(
        `${x.toFixed(2)} ${(PAGE.height - y - height).toFixed(2)} ${width.toFixed(2)} ${height.toFixed(2)} re S`,
      ),
    newPage: () => {
      pages.push([]);
      canvas.y = PAGE.top;
    },
    finish: async (footer) => {
      pages.forEach((operations, i) => {
        const number = footer(i + 1);
        const x = (PAGE.width - textWidth(number, 9)) / 2;
        operations.push(`BT /F1 9 Tf 1 0 0 1 ${x.toFixed(2)} 36 Tm ${hexOf(number)} Tj ET`);
        const page = document.addPage([PAGE.width, PAGE.height]);
        page.node.setFontDictionary(PDFName.of('F1'), font);
        const stream = document.context.flateStream(`0.5 w\n${operations.join('\n')}`);
        page.node.set(PDFName.of('Contents'), document.context.register(stream));
      });
      return document.save();
    },
  };
  return canvas;
}
