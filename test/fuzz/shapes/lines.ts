/** A cell a line, often between blank lines, as where a page's text was copied from the browser. */
import { chance, pick } from '../../../lib/synth/random';
import { gridOf } from '../page/page';
import { type ShapeWriter, utf8 } from './shape';
import { type Line, pageLines, textOf } from '../page/text-lines';

export const lines: ShapeWriter = {
  extension: 'txt',
  keepsPlaces: false,
  damage: ['page-break', 'repeated-lines-dropped', 'blank-cells-dropped'],
  without: [],
  write: (page, context) => {
    const { random, damage } = context;
    const isSpaced = chance(random, 0.75);
    const blank = pick(random, ['\u00a0', ' \u00a0', '\u3000']);
    const indent = chance(random, 0.2) ? '  ' : '';
    const written = pageLines(page, isSpaced ? 1 : 0, (table) =>
      gridOf(table).flatMap((row) =>
        row.flatMap(({ text, value }): Line[] => {
          if (text === '' && damage.has('blank-cells-dropped')) return [];
          if (text === '' && !value) return [];
          return (text === '' ? [blank] : text.split('\n')).flatMap((part) => [
            { text: value && chance(random, 0.3) ? `${indent}${part}` : part, values: value ? [value] : [] },
            ...(isSpaced ? [{ text: '', values: [] }] : []),
          ]);
        }),
      ),
    );
    return utf8(textOf(page, context, written));
  },
};
