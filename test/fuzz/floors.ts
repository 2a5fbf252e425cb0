/**
 * The least share of printed numbers that a fuzz run must read, in percent. A reader that gives a table up is never
 * wrong in silence; without a floor on what it reads nobody would see that it has begun to give up.
 */
import type { Damage } from './damage/index';
import type { Shape } from './render';

/** What a floor is held against, as a tally counts it. */
type Reading = { documents: number; printed: number; read: number };

/**
 * By shape. From three runs of 600 documents each (seeds 1, 2 and 3, November 2026): the lowest of the three shares,
 * less half a point, rounded down to half a point. To be raised when the reader gets better.
 */
export const SHAPE_FLOORS: Readonly<Record<Shape, number>> = {
  pipes: 93.5,
  lines: 97,
  'pipe-lines': 98,
  tabs: 98.5,
  spaces: 92.5,
  markdown: 98.5,
  'html-grid': 98.5,
  'html-page': 98,
  'html-word': 98.5,
  'html-nested': 98.5,
  docx: 98.5,
  pdf: 98.5,
  csv: 98,
  xlsx: 99,
  'text-gb18030': 97,
  'html-gb18030': 98,
  'text-big5': 97,
  'html-traditional': 98.5,
};

/** By damage, over a run of every shape, from the same runs; other damage comes too seldom or loses too much to say. */
export const DAMAGE_FLOORS: Readonly<Partial<Record<Damage | 'none', number>>> = {
  none: 99,
  'blank-zeros': 82.5,
  commas: 97,
  'dash-zeros': 98.5,
  'full-width': 96.5,
  'group-labels-dropped': 98.5,
  'head-invented': 96.5,
  'head-lost': 96,
  'headings-doubled': 97.5,
  'headings-lost': 97.5,
  'heads-lost': 97,
  'labels-cut': 96.5,
  'labels-mistyped': 97,
  'labels-wrapped': 98,
  'local-rows': 97.5,
  notes: 98,
  'odd-zeros': 97.5,
  'other-tables': 98.5,
  'picture-tables': 96,
  'prose-after-tables': 98.5,
  'row-labels-lost': 96,
  'row-removed': 98,
  'rows-doubled': 98,
  'seven-chapters': 98,
  'signed-words': 98,
  'spaced-digits': 98,
  suffix: 98.5,
  'table-before-heading': 97,
  'tables-cut': 97.5,
  'token-cut': 98.5,
  'token-doubled': 96.5,
  'token-dropped': 97,
  'token-swapped': 96,
  units: 98.5,
};

/** Fewer documents than this say too little of a shape or a damage: one table given up is a point or two. */
const ENOUGH_DOCUMENTS = 30;

/** The printed numbers that were read, in percent; null where none is printed. */
export function readShare({ printed, read }: Pick<Reading, 'printed' | 'read'>): number | null {
  return printed === 0 ? null : (100 * read) / printed;
}

export function shapeFloor(name: string): number | null {
  return (SHAPE_FLOORS as Readonly<Record<string, number>>)[name] ?? null;
}

export function damageFloor(name: string): number | null {
  return (DAMAGE_FLOORS as Readonly<Record<string, number>>)[name] ?? null;
}

/** What chance may take from a share, in points: other seeds draw other documents, and few of them say less than many. */
export const chance = (documents: number): number => 5 / Math.sqrt(documents);

/** The named counts that lie below their floor by more than `allowed` points, a line each; a seed that is always the same needs none. */
export function belowFloor(
  counts: readonly (readonly [name: string, count: Reading])[],
  floorOf: (name: string) => number | null,
  enough = ENOUGH_DOCUMENTS,
  allowed: (documents: number) => number = () => 0,
): string[] {
  return counts.flatMap(([name, count]) => {
    const [floor, share] = [floorOf(name), readShare(count)];
    if (floor === null || share === null || count.documents < enough) return [];
    if (share >= floor - allowed(count.documents)) return [];
    return [`${name}: ${share.toFixed(2)} % of the printed numbers read, expected at least ${floor} %`];
  });
}
