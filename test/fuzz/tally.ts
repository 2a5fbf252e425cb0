/** Counting the verdicts of a fuzz run by shape and damage. Tallies of two workers can be added up. */
import type { Comparison, Verdict } from './compare';
import { damageFloor, readShare, shapeFloor } from './floors';
import type { Rendered } from './render';

/** `printed`: cells that print a number; `read`: those of them whose number was read and is the printed one. */
export type Count = Record<Verdict, number> & {
  documents: number;
  rejected: number;
  printed: number;
  read: number;
};
/** Key `shape damage`; a document counts under each of its damages, and under `none` where it has none. */
export type Tally = Record<string, Count>;

const zero = (): Count => ({
  documents: 0,
  rejected: 0,
  right: 0,
  null: 0,
  doubtful: 0,
  silent: 0,
  printed: 0,
  read: 0,
});

function addCount(into: Count, from: Count): void {
  for (const key of Object.keys(into) as (keyof Count)[]) into[key] += from[key];
}

/** Adds one document; `comparison` is null where the reader refused it: then it read none of what is printed. */
export function countDocument(
  tally: Tally,
  { shape, damage, truth }: Pick<Rendered, 'shape' | 'damage' | 'truth'>,
  comparison: Comparison | null,
): void {
  const count: Count = {
    ...zero(),
    ...comparison?.counts,
    documents: 1,
    rejected: comparison ? 0 : 1,
    printed: Object.values(truth).filter(({ value }) => value !== null).length,
    read: comparison?.read ?? 0,
  };
  for (const each of damage.length > 0 ? damage : ['none']) {
    const key = `${shape} ${each}`;
    tally[key] ??= zero();
    addCount(tally[key], count);
  }
  const all = `${shape} all`;
  tally[all] ??= zero();
  addCount(tally[all], count);
}

/** Adds the counts of another tally. */
export function addTally(into: Tally, from: Tally): void {
  for (const [key, count] of Object.entries(from)) {
    into[key] ??= zero();
    addCount(into[key], count);
  }
}

/** Silent errors in the whole run, each document once. */
export const silentErrors = (tally: Tally): number => total(tally, isAll).silent;

function total(tally: Tally, holds: (key: string) => boolean): Count {
  const sum = zero();
  for (const [key, count] of Object.entries(tally)) if (holds(key)) addCount(sum, count);
  return sum;
}

const keyPart = (key: string, part: 0 | 1): string => key.split(' ')[part] ?? '';

function countsBy(tally: Tally, part: 0 | 1, holds: (key: string) => boolean): [string, Count][] {
  const keys = Object.keys(tally).filter(holds);
  const names = [...new Set(keys.map((key) => keyPart(key, part)))].sort();
  return names.map((name) => [name, total(tally, (key) => holds(key) && keyPart(key, part) === name)]);
}

const isAll = (key: string): boolean => key.endsWith(' all');

/** Each shape of a run with its counts. */
export const shapeCounts = (tally: Tally): [string, Count][] => countsBy(tally, 0, isAll);

/** Each damage of a run with its counts; `none` is that of the documents without. */
export const damageCounts = (tally: Tally): [string, Count][] => countsBy(tally, 1, (key) => !isAll(key));

/** The tables of a run as text: by shape, by damage, and every shape × damage that has a silent error (or all of them). */
export function tallyText(tally: Tally, isFull: boolean): string {
  const crossed = Object.keys(tally)
    .filter((key) => !isAll(key) && (isFull || (tally[key]?.silent ?? 0) > 0))
    .sort()
    .map((key): [string, Count] => [key.replace(' ', ' × '), tally[key] ?? zero()]);
  return [
    table('shape', [...shapeCounts(tally), ['all', total(tally, isAll)]], shapeFloor),
    table('damage', damageCounts(tally), damageFloor),
    ...(crossed.length > 0 ? [table('shape × damage', crossed, () => null)] : []),
  ].join('\n\n');
}

const COLUMNS = ['documents', 'rejected', 'right', 'null', 'doubtful', 'silent', 'printed', 'read'] as const;

function table(head: string, rows: [string, Count][], floorOf: (name: string) => number | null): string {
  const width = Math.max(head.length, ...rows.map(([name]) => name.length)) + 2;
  const line = (name: string, cells: readonly (string | number)[]): string =>
    name.padEnd(width) + cells.map((cell) => String(cell).padStart(10)).join('');
  const percent = (share: number | null): string => (share === null ? '' : `${share.toFixed(2)} %`);
  return [
    line(head, [...COLUMNS, 'share', 'floor']),
    ...rows.map(([name, count]) =>
      line(name, [
        ...COLUMNS.map((column) => count[column]),
        percent(readShare(count)),
        percent(floorOf(name)),
      ]).trimEnd(),
    ),
  ].join('\n');
}
