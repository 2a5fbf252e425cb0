/** Counting the verdicts of a fuzz run by shape and damage. Tallies of two workers can be added up. */
import type { Comparison, Verdict } from './compare';

export type Count = Record<Verdict, number> & { documents: number; rejected: number };
/** Key `shape damage`; a document counts under each of its damages, and under `none` where it has none. */
export type Tally = Record<string, Count>;

const zero = (): Count => ({ documents: 0, rejected: 0, right: 0, null: 0, doubtful: 0, silent: 0 });

function addCount(into: Count, from: Count): void {
  for (const key of Object.keys(into) as (keyof Count)[]) into[key] += from[key];
}

/** Adds one document; `comparison` is null where the reader refused it. */
export function countDocument(
  tally: Tally,
  shape: string,
  damage: readonly string[],
  comparison: Comparison | null,
): void {
  const count: Count = {
    ...zero(),
    ...comparison?.counts,
    documents: 1,
    rejected: comparison ? 0 : 1,
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
export const silentErrors = (tally: Tally): number => total(tally, (key) => key.endsWith(' all')).silent;

function total(tally: Tally, holds: (key: string) => boolean): Count {
  const sum = zero();
  for (const [key, count] of Object.entries(tally)) if (holds(key)) addCount(sum, count);
  return sum;
}

/** The tables of a run as text: by shape, by damage, and every shape × damage that has a silent error (or all of them). */
export function tallyText(tally: Tally, isFull: boolean): string {
  const keys = Object.keys(tally);
  const names = (part: 0 | 1): string[] => [...new Set(keys.map((key) => key.split(' ')[part] ?? ''))].sort();
  const shapes = names(0).map((shape): [string, Count] => [
    shape,
    total(tally, (key) => key === `${shape} all`),
  ]);
  const damages = names(1)
    .filter((name) => name !== 'all')
    .map((name): [string, Count] => [name, total(tally, (key) => key.endsWith(` ${name}`))]);
  const crossed = keys
    .filter((key) => !key.endsWith(' all') && (isFull || (tally[key]?.silent ?? 0) > 0))
    .sort()
    .map((key): [string, Count] => [key.replace(' ', ' × '), tally[key] ?? zero()]);
  return [
    table('shape', [...shapes, ['all', total(tally, (key) => key.endsWith(' all'))]]),
    table('damage', damages),
    ...(crossed.length > 0 ? [table('shape × damage', crossed)] : []),
  ].join('\n\n');
}

const COLUMNS = ['documents', 'rejected', 'right', 'null', 'doubtful', 'silent'] as const;

function table(head: string, rows: [string, Count][]): string {
  const width = Math.max(head.length, ...rows.map(([name]) => name.length)) + 2;
  const line = (name: string, cells: readonly (string | number)[]): string =>
    name.padEnd(width) + cells.map((cell) => String(cell).padStart(11)).join('');
  return [
    line(head, COLUMNS),
    ...rows.map(([name, count]) =>
      line(
        name,
        COLUMNS.map((column) => count[column]),
      ),
    ),
  ].join('\n');
}
