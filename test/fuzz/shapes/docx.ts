/** A Word document: real tables with merged cells. */
import { Document, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { chance, integer, type Random } from '../../../lib/synth/random';
import { gridOf, type GridCell, type PageBlock } from '../page/page';
import { PICTURE } from '../page/markup';
import { RUNNING_TEXT } from '../damage/index';
import type { ShapeWriter } from './shape';

/** A text as one or several runs: Word cuts runs at each edit. */
function runsOf(random: Random, text: string): TextRun[] {
  if (text.length < 2 || !chance(random, 0.1)) return [new TextRun(text)];
  const at = integer(random, 1, text.length - 1);
  return [new TextRun(text.slice(0, at)), new TextRun(text.slice(at))];
}

const cellOf = (random: Random, cell: GridCell): TableCell =>
  new TableCell({
    rowSpan: cell.rowspan,
    columnSpan: cell.colspan,
    children: cell.text.split('\n').map((part) => new Paragraph({ children: runsOf(random, part) })),
  });

const tableOf = (random: Random, grid: GridCell[][]): Table =>
  new Table({
    rows: grid
      .filter((row) => row.length > 0)
      .map((row) => new TableRow({ children: row.map((cell) => cellOf(random, cell)) })),
  });

const picture = (): Paragraph =>
  new Paragraph({
    children: [
      new ImageRun({
        type: 'png',
        data: Buffer.from(PICTURE, 'base64'),
        transformation: { width: 400, height: 300 },
      }),
    ],
  });

export const docx: ShapeWriter = {
  extension: 'docx',
  keepsPlaces: false,
  damage: [],
  without: RUNNING_TEXT,
  write: async (page, { random }) => {
    const block = (each: PageBlock): (Paragraph | Table)[] => {
      if (each.kind === 'picture') return [picture()];
      if (each.kind === 'text') return [new Paragraph({ children: runsOf(random, each.text) })];
      return [tableOf(random, gridOf(each)), ...(chance(random, 0.5) ? [new Paragraph('')] : [])];
    };
    const document = new Document({ sections: [{ children: page.blocks.flatMap(block) }] });
    return new Uint8Array(await Packer.toBuffer(document));
  },
};
