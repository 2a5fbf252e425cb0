/** A row a line, cells divided by pipes; merged cells leave stray pipes at the end of the row. */
import { chance } from '../random';
import { gridOf, type GridCell } from './page';
import { type ShapeWriter, utf8 } from './shape';
import { type Line, oneLine, pageLines, textOf } from './text-lines';

function rowLine(row: GridCell[], width: number, blank: string): Line {
  const cells = row.map(({ text }) => oneLine(text === '' ? blank : text));
  const stray = Math.max(0, width - row.length);
  return {
    text: `${cells.join(' | ')} |${stray > 0 ? ` ${'|'.repeat(stray)}` : ''}`,
    values: row.flatMap(({ value }) => (value ? [value] : [])),
  };
}

export const pipes: ShapeWriter = {
  extension: 'txt',
  keepsPlaces: false,
  damage: ['page-break'],
  without: [],
  write: (page, context) => {
    const blank = chance(context.random, 0.5) ? '' : '\u00a0';
    const lines = pageLines(page, chance(context.random, 0.5) ? 0 : 1, (table) =>
      gridOf(table).map((row) => rowLine(row, table.width, blank)),
    );
    return utf8(textOf(page, context, lines));
  },
};
