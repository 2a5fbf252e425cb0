/** A row a line, words divided by blanks, as OCR and PDF extractors leave it: an empty cell leaves no trace. */
import { chance, integer } from '../../../lib/synth/random';
import { gridOf } from '../page/page';
import { type ShapeWriter, utf8 } from './shape';
import { type Line, pageLines, textOf } from '../page/text-lines';

export const spaces: ShapeWriter = {
  extension: 'txt',
  keepsPlaces: false,
  hidesBlanks: true,
  damage: ['page-break'],
  without: ['spaced-digits'],
  write: (page, context) => {
    const { random } = context;
    const width = chance(random, 0.5) ? 1 : 4;
    const lines = pageLines(page, 0, (table) =>
      gridOf(table).flatMap((row): Line[] => {
        const texts = row.map(({ text }) => text).filter((text) => text !== '');
        const [first = '', ...rest] = texts;
        // A wrapped label: its first line stands above the row, the rest below the values or beside them.
        const [above, ...below] = first.split('\n');
        const joined = (parts: string[]): string =>
          parts
            .map((part, i) => (i === 0 ? part : `${' '.repeat(integer(random, 1, width))}${part}`))
            .join('');
        const values = row.flatMap(({ value }) => (value ? [value] : []));
        const flat = rest.map((text) => text.replaceAll('\n', ''));
        if (below.length === 0) return [{ text: joined([first, ...flat]), values }];
        return chance(random, 0.5)
          ? [
              { text: above ?? '', values: [] },
              { text: joined([below.join(''), ...flat]), values },
            ]
          : [
              { text: joined([above ?? '', ...flat]), values },
              { text: below.join(''), values: [] },
            ];
      }),
    );
    return utf8(textOf(page, context, lines));
  },
};
