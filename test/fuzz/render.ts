/**
 * Known records as documents, in every shape of domain §4 and with its damage, so that reading them back can be
 * checked cell by cell. Seeded: the same record, shape, damage and stream of randomness give the same bytes.
 */
import type { ReportRecord } from '../../lib/record';
import { DAMAGES, type Damage, damagePage, SHAPE_DAMAGES } from './damage/index';
import { chance, integer, type Random, shuffled } from '../../lib/synth/random';
import { composePage } from './page/compose';
import { csv } from './shapes/csv';
import { docx } from './shapes/docx';
import { htmlGb18030, htmlTraditional, textBig5, textGb18030 } from './shapes/encoded';
import { htmlGrid } from './shapes/html-grid';
import { htmlNested } from './shapes/html-nested';
import { htmlPage } from './shapes/html-page';
import { htmlWord } from './shapes/html-word';
import { lines } from './shapes/lines';
import { markdown } from './shapes/markdown';
import type { Truth } from './page/page';
import { pdf } from './shapes/pdf';
import { pipeLines } from './shapes/pipe-lines';
import { pipes } from './shapes/pipes';
import type { ShapeWriter } from './shapes/shape';
import { spaces } from './shapes/spaces';
import { tabs } from './shapes/tabs';
import { xlsx } from './shapes/xlsx';

const WRITERS = {
  pipes,
  lines,
  'pipe-lines': pipeLines,
  tabs,
  spaces,
  markdown,
  'html-grid': htmlGrid,
  'html-page': htmlPage,
  'html-word': htmlWord,
  'html-nested': htmlNested,
  docx,
  pdf,
  csv,
  xlsx,
  'text-gb18030': textGb18030,
  'html-gb18030': htmlGb18030,
  'text-big5': textBig5,
  'html-traditional': htmlTraditional,
} as const satisfies Record<string, ShapeWriter>;

export type Shape = keyof typeof WRITERS;
export const SHAPES = Object.keys(WRITERS) as [Shape, ...Shape[]];

/** A document with what it really says. */
export type Rendered = {
  name: string;
  bytes: Uint8Array;
  shape: Shape;
  /** The damage that was done: what was asked for without what this shape cannot have. */
  damage: Damage[];
  year: number;
  /** Field id → what the damaged document says of it. Fields it does not print have no entry. */
  truth: Truth;
};

/** Pairs of damage that leave no way to know what the document says. */
const CLASHES: readonly (readonly [Damage, Damage])[] = [
  ['repeated-lines-dropped', 'zero-runs'],
  ['repeated-lines-dropped', 'digits-run-together'],
  ['repeated-lines-dropped', 'rows-doubled'],
  ['repeated-lines-dropped', 'token-doubled'],
  ['repeated-lines-dropped', 'token-dropped'],
  ['dash-zeros', 'blank-zeros'],
  // One figure less and another twice in one row is a row like any other.
  ['token-dropped', 'token-doubled'],
];

/**
 * The rows of a sheet have no ends: a figure printed twice is one more figure where a blank was. Of a cell a line with
 * blanks left out, the blank that fills up a row looks like one that was kept.
 */
const CLASHES_OF: Partial<Record<Shape, typeof CLASHES>> = {
  xlsx: [['blank-zeros', 'token-doubled']],
  'pipe-lines': [['blank-cells-dropped', 'blank-zeros']],
};

/** The damage among these that a shape can have, in the order given. */
function shapeDamage(shape: Shape, damage: readonly Damage[]): Damage[] {
  const writer: ShapeWriter = WRITERS[shape];
  return damage.filter(
    (each) =>
      !writer.without.includes(each) &&
      (!(SHAPE_DAMAGES as readonly Damage[]).includes(each) || writer.damage.includes(each)),
  );
}

/** The same without the second of two that clash. */
function possibleDamage(shape: Shape, damage: readonly Damage[]): Damage[] {
  const clashes = [...CLASHES, ...(CLASHES_OF[shape] ?? [])];
  return shapeDamage(shape, damage).filter(
    (each) => !clashes.some(([a, b]) => b === each && damage.includes(a)),
  );
}

/** Up to four kinds of damage that a shape can have; one document in eight has none. */
export function drawDamage(random: Random, shape: Shape): Damage[] {
  if (chance(random, 0.125)) return [];
  const drawn = shuffled(random, shapeDamage(shape, DAMAGES)).slice(0, integer(random, 1, 4));
  return possibleDamage(shape, drawn);
}

/** Prints a record as a document. */
export async function renderDocument(
  record: ReportRecord,
  shape: Shape,
  damage: readonly Damage[],
  random: Random,
): Promise<Rendered> {
  const writer: ShapeWriter = WRITERS[shape];
  const done = possibleDamage(shape, damage);
  const set = new Set(done);
  const page = composePage(random, record, set);
  damagePage(random, page, set, {
    keepsPlaces: writer.keepsPlaces,
    hidesBlanks: writer.hidesBlanks === true || set.has('blank-cells-dropped'),
  });
  const bytes = await writer.write(page, { random, damage: set });
  return {
    name: `report.${writer.extension}`,
    bytes,
    shape,
    damage: done,
    year: page.year,
    truth: page.truth,
  };
}
