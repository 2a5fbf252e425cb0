/** A row a line, cells divided by pipes; merged cells leave stray pipes at the end of the row. */
import { chance } from '../../../lib/synth/random';
import { expandGrid, gridOf, type GridCell } from '../page/page';
import { type ShapeWriter, utf8 } from './shape';
import { type Line, oneLine, pageLines, textOf } from '../page/text-lines';

/** One row; every column that a merged cell takes beside its own leaves a pipe at the end. */
function rowLine(row: (GridCell | null)[], blank: string): Line {
  const cells = row.flatMap((cell) => (cell ? [cell] : []));
  const stray = row.length - cells.length;
  return {
    text: `${cells.map(({ text }) => oneLine(text === '' ? blank : text)).join(' | ')} |${stray > 0 ? ` ${'|'.repeat(stray)}` : ''}`,
    values: cells.flatMap(({ value }) => (value ? [value] : [])),
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
      expandGrid(gridOf(table)).map((row) => rowLine(row, blank)),
    );
    return utf8(textOf(page, context, lines));
  },
};
