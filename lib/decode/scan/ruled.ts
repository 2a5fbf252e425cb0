/** Ruling lines of a page from its ink: long thin runs of pixels with paper on either side. */
import { findLattices, type Lattice } from '../pdf/lattice';
import type { Rule } from '../pdf/operators';
import { PIXELS_PER_POINT } from './raster';

/** Lengths in pixels. A rule is at least so long, at most so thick, and may break for so long. */
const SHORTEST = 36;
/** A rule is longer than a stroke: so many times the height of a character. */
const LONGER_THAN_STROKE = 1.25;
const THICKEST = 12;
const GAP = 4;
/** Where the paper beside a rule is looked at, beyond its edge, and how much ink may be there. */
const BESIDE = 4;
const CLEAR = 0.5;
/** Smaller lattices are strokes of large type; a line so long is a rule even where it meets no other. In points. */
const SMALLEST_TABLE = 40;
const LONE_RULE = 100;
/** How far a line may lie from a table's bound, and reach beyond its sides, in points. */
const SAME_LINE = 3;
const REACH = 4;

type Run = { at: number; from: number; to: number };
/** A line in points, with the runs of pixels that it was found by. */
type Line = Rule & { runs: Run[] };
/** Lines in points that part cells, the tables they make, and 1 for each pixel of a line: paper when text is read. */
export type RuledLines = { across: Rule[]; down: Rule[]; lattices: Lattice[]; mask: Uint8Array };

/** The ruling lines of a page. `ink` has 1 for ink, rows of `width` pixels; `high` is the height of its characters. */
export function findRules(ink: Uint8Array, width: number, height: number, high: number): RuledLines {
  const shortest = Math.max(SHORTEST, LONGER_THAN_STROKE * high);
  const across = rulesOf(ink, width, height, shortest);
  const down = rulesOf(transposed(ink, width, height), height, width, shortest);
  const lattices = findLattices(across, down).filter(isTable);
  const rows = across.filter(
    (line) => isLong(line) || lattices.some((lattice) => parts(line, lattice, true)),
  );
  const columns = down.filter(
    (line) => isLong(line) || lattices.some((lattice) => parts(line, lattice, false)),
  );
  const mask = new Uint8Array(ink.length);
  for (const { at, from, to } of rows.flatMap(({ runs }) => runs))
    for (let y = Math.max(0, at - 1); y <= Math.min(height - 1, at + 1); y++)
      mask.fill(1, y * width + from, y * width + to);
  for (const { at, from, to } of columns.flatMap(({ runs }) => runs))
    for (let y = from; y < to; y++)
      mask.fill(1, y * width + Math.max(0, at - 1), y * width + Math.min(width, at + 2));
  return { across: rows, down: columns, lattices, mask };
}

const sizeOf = (bounds: readonly number[]): number => (bounds.at(-1) ?? 0) - (bounds[0] ?? 0);
const isLong = ({ from, to }: Rule): boolean => to - from >= LONE_RULE;
const isTable = ({ xs, ys }: Lattice): boolean =>
  sizeOf(xs) >= SMALLEST_TABLE || sizeOf(ys) >= SMALLEST_TABLE;

/** Whether a line parts two cells of a table, or is one of its sides. A stroke of a character inside a cell does not. */
function parts(line: Rule, { xs, ys, owner }: Lattice, isAcross: boolean): boolean {
  const [bounds, sides] = isAcross ? [ys, xs] : [xs, ys];
  const middle = (line.from + line.to) / 2;
  if (middle < (sides[0] ?? 0) - REACH || middle > (sides.at(-1) ?? 0) + REACH) return false;
  const bound = bounds.findIndex((each) => Math.abs(each - line.at) <= SAME_LINE);
  if (bound < 0) return false;
  if (bound === 0 || bound === bounds.length - 1) return true;
  const width = xs.length - 1;
  for (let i = 0; i + 1 < sides.length; i++) {
    if ((sides[i + 1] ?? 0) < line.from + REACH || (sides[i] ?? 0) > line.to - REACH) continue;
    const [one, other] = isAcross
      ? [owner[(bound - 1) * width + i], owner[bound * width + i]]
      : [owner[i * width + bound - 1], owner[i * width + bound]];
    if (one !== other) return true;
  }
  return false;
}

function rulesOf(ink: Uint8Array, width: number, height: number, shortest: number): Line[] {
  const rules: Line[] = [];
  for (const runs of stripsOf(runsOf(ink, width, height, shortest))) {
    const first = runs[0]?.at ?? 0;
    const last = runs.at(-1)?.at ?? 0;
    const from = Math.min(...runs.map((run) => run.from));
    const to = Math.max(...runs.map((run) => run.to));
    if (last - first + 1 > THICKEST) continue;
    const above = shareOf(ink, width, height, first - BESIDE, from, to);
    const below = shareOf(ink, width, height, last + BESIDE, from, to);
    if (Math.max(above, below) > CLEAR) continue;
    rules.push({
      at: (first + last + 1) / 2 / PIXELS_PER_POINT,
      from: from / PIXELS_PER_POINT,
      to: to / PIXELS_PER_POINT,
      runs,
    });
  }
  return rules;
}

/** Runs of ink along the rows, over short breaks; a run may wander by a pixel to the row above or below. */
function runsOf(ink: Uint8Array, width: number, height: number, shortest: number): Run[] {
  const runs: Run[] = [];
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let from = -1;
    let end = -1;
    let inked = 0;
    const close = () => {
      if (from >= 0 && end - from >= shortest && inked >= 0.6 * (end - from))
        runs.push({ at: y, from, to: end });
      from = -1;
      inked = 0;
    };
    for (let x = 0; x < width; x++) {
      const own = ink[row + x] === 1;
      if (own || (ink[row + x - width] ?? 0) + (ink[row + x + width] ?? 0) > 0) {
        if (from < 0) from = x;
        end = x + 1;
        if (own) inked++;
      } else if (from >= 0 && x - end >= GAP) close();
    }
    close();
  }
  return runs;
}

/** Runs on neighbouring rows that lie over one another are one line. */
function stripsOf(runs: readonly Run[]): Run[][] {
  const strips: Run[][] = [];
  let open: Run[][] = [];
  for (const run of runs) {
    open = open.filter((strip) => (strip.at(-1)?.at ?? 0) >= run.at - 2);
    const own = open.find((strip) => strip.some((other) => other.at >= run.at - 2 && overlaps(other, run)));
    if (own) own.push(run);
    else {
      const strip = [run];
      strips.push(strip);
      open.push(strip);
    }
  }
  return strips;
}

function overlaps(a: Run, b: Run): boolean {
  return Math.min(a.to, b.to) - Math.max(a.from, b.from) > 0.5 * Math.min(a.to - a.from, b.to - b.from);
}

function shareOf(
  ink: Uint8Array,
  width: number,
  height: number,
  y: number,
  from: number,
  to: number,
): number {
  if (y < 0 || y >= height) return 0;
  let inked = 0;
  for (let x = from; x < to; x++) inked += ink[y * width + x] ?? 0;
  return inked / Math.max(1, to - from);
}

function transposed(ink: Uint8Array, width: number, height: number): Uint8Array {
  const other = new Uint8Array(ink.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) other[x * height + y] = ink[y * width + x] ?? 0;
  return other;
}
