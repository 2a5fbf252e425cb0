/** A cell a line, each closed by a pipe, and a line of pipes where merged cells end a row. */
import { expandGrid, gridOf } from '../page/page';
import { type ShapeWriter, utf8 } from './shape';
import { type Line, oneLine, pageLines, textOf } from '../page/text-lines';

export const pipeLines: ShapeWriter = {
  extension: 'txt',
  keepsPlaces: false,
  damage: ['page-break', 'blank-cells-dropped'],
  without: [],
  write: (page, context) => {
    const lines = pageLines(page, 0, (table) =>
      expandGrid(gridOf(table)).flatMap((row): Line[] => {
        const cells = row.flatMap((cell): Line[] => {
          if (!cell || (cell.text === '' && context.damage.has('blank-cells-dropped'))) return [];
          return [{ text: `${oneLine(cell.text)} |`.trimStart(), values: cell.value ? [cell.value] : [] }];
        });
        const stray = row.filter((cell) => cell === null).length;
        return stray > 0 ? [...cells, { text: '|'.repeat(stray), values: [] }] : cells;
      }),
    );
    return utf8(textOf(page, context, lines));
  },
};
