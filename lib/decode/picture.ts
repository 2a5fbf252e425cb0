/** Pictures in place of tables: a section of the form that holds a picture, and neither a table nor figures. */
import type { Block } from '../document';
import { TABLE_HEADINGS } from '../form/labels';
import { ORDINAL_NUMERALS } from '../han-numerals';
import { issue, type Issue } from '../issue';
import type { Place } from '../place';

/** A picture met in the flow, `before` the block of that index. */
export type PictureMark = { before: number; at: Place; isSmall: boolean };

/** A heading of a part of the form: those that are tables and those that end them. */
const NUMBERED = new RegExp(
  `^[\\s\\u3000]*(?:第?[${ORDINAL_NUMERALS}]+[、.．章部]|[（(][${ORDINAL_NUMERALS}]+[)）])`,
);
/** A section with this many lines that hold nothing but figures or blanks has its table as text. */
const FIGURE_LINES = 6;

/** One `decode.picture_table` issue for each table section whose only content is a picture. */
export function findPictureTables(blocks: readonly Block[], pictures: readonly PictureMark[]): Issue[] {
  const large = pictures.filter((picture) => !picture.isSmall);
  if (large.length === 0) return [];
  const headings = blocks.flatMap((block, index) =>
    block.kind === 'paragraph' && block.text.length <= 45 && NUMBERED.test(block.text) ? [index] : [],
  );
  const issues: Issue[] = [];
  headings.forEach((index, i) => {
    const block = blocks[index];
    if (block?.kind !== 'paragraph' || !isTableHeading(block.text)) return;
    const end = headings[i + 1] ?? blocks.length;
    const picture = large.find((mark) => mark.before > index && mark.before <= end);
    if (!picture || holdsFigures(blocks.slice(index + 1, end))) return;
    issues.push(
      issue('decode.picture_table', picture.at, 'a picture under a table heading', 'a table as text'),
    );
  });
  return issues;
}

const isTableHeading = (text: string): boolean => TABLE_HEADINGS.some((heading) => text.includes(heading));

function holdsFigures(section: readonly Block[]): boolean {
  let figures = 0;
  for (const block of section) {
    if (block.kind === 'grid') return true;
    if (/^[\s\d|/—-]*\d[\s\d|/—-]*$/.test(block.text) || (block.text.match(/[|\t]/g)?.length ?? 0) >= 3)
      figures++;
  }
  return figures >= FIGURE_LINES;
}
