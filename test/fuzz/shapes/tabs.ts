/** A row a line, columns divided by tabs, as pasted from a word processor. */
import { expandGrid, gridOf } from '../page/page';
import { RUNNING_TEXT } from '../damage/index';
import { type ShapeWriter, utf8 } from './shape';
import { oneLine, pageLines, textOf } from '../page/text-lines';

export const tabs: ShapeWriter = {
  extension: 'txt',
  keepsPlaces: true,
  damage: ['page-break'],
  without: RUNNING_TEXT,
  write: (page, context) => {
    const lines = pageLines(page, 0, (table) =>
      expandGrid(gridOf(table)).map((row) => ({
        text: row.map((cell) => oneLine(cell?.text ?? '')).join('\t'),
        values: row.flatMap((cell) => (cell?.value ? [cell.value] : [])),
      })),
    );
    return utf8(textOf(page, context, lines));
  },
};
