/** Comma-separated values: a row a line, merged cells at their first place. */
import { stringify } from 'csv-stringify/sync';
import { chance, pick } from '../../../lib/synth/random';
import { expandGrid, gridOf } from '../page/page';
import { RUNNING_TEXT } from '../damage/index';
import { type ShapeWriter, utf8 } from './shape';

export const csv: ShapeWriter = {
  extension: 'csv',
  keepsPlaces: true,
  damage: [],
  without: RUNNING_TEXT,
  write: (page, { random }) => {
    const rows = page.blocks.flatMap((block): string[][] => {
      if (block.kind === 'picture') return [];
      if (block.kind === 'text') return [[block.text]];
      return expandGrid(gridOf(block)).map((row) => row.map((cell) => cell?.text ?? ''));
    });
    const text = stringify(rows, {
      record_delimiter: pick(random, ['\n', '\r\n']),
      quoted: chance(random, 0.2),
      quoted_match: /[\r\n]/,
    });
    return utf8(`${chance(random, 0.5) ? '\uFEFF' : ''}${text}`);
  },
};
