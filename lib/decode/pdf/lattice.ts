/**
 * Ruling lines of a page → lattices: where the columns and rows of each table lie and which areas are one cell. A
 * table whose outer sides are open is closed at the ends of its lines.
 */
import type { Rule } from './operators';

export type Area = { row: number; column: number; rowspan: number; colspan: number };
/** `xs` and `ys` bound the columns and rows; `areas` are the printed cells, covering the whole without overlap. */
export type Lattice = { xs: number[]; ys: number[]; areas: Area[]; owner: Int32Array };

/** Lines closer than this, in points, are one line (double or doubly drawn). */
const SAME_LINE = 3;
/** How far a line may end short of the line it meets. */
const REACH = 3.5;
/** Share of a cell's side that must be drawn to part it from its neighbour. */
const DRAWN = 0.6;
/** Shorter than a cell's side: dots, corners, dashes of a border that is not one line. */
const SHORTEST = 6;
const MAX_LINES = 2000;

/** The tables that the lines of a page draw, top to bottom. A line that crosses no other is no table. */
export function findLattices(across: readonly Rule[], down: readonly Rule[]): Lattice[] {
  const rows = mergeRules(across);
  const columns = mergeRules(down);
  if (rows.length === 0 || columns.length === 0 || rows.length + columns.length > MAX_LINES) return [];
  return connect(rows, columns)
    .map(({ across: h, down: v }) => buildLattice(h, v))
    .filter((lattice): lattice is Lattice => lattice !== null)
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}

/** Collinear rules that touch or overlap become one. */
function mergeRules(rules: readonly Rule[]): Rule[] {
  const merged: Rule[] = [];
  for (const group of groupByPosition(rules)) {
    group.sort((a, b) => a.from - b.from);
    let current: Rule | null = null;
    for (const rule of group) {
      if (current && rule.from <= current.to + REACH) current.to = Math.max(current.to, rule.to);
      else {
        current = { ...rule };
        merged.push(current);
      }
    }
  }
  return merged.filter((rule) => rule.to - rule.from >= SHORTEST);
}

function groupByPosition(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  for (const rule of [...rules].sort((a, b) => a.at - b.at)) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first && rule.at - first.at <= SAME_LINE) group.push(rule);
    else groups.push([rule]);
  }
  return groups;
}

/** Groups of lines that meet one another. */
function connect(across: Rule[], down: Rule[]): { across: Rule[]; down: Rule[] }[] {
  const parent = Array.from({ length: across.length + down.length }, (_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let at = i; at !== root; ) {
      const next = parent[at] ?? root;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  across.forEach((h, i) => {
    down.forEach((v, j) => {
      const meets =
        v.at >= h.from - REACH && v.at <= h.to + REACH && h.at >= v.from - REACH && h.at <= v.to + REACH;
      if (meets) parent[rootOf(i)] = rootOf(across.length + j);
    });
  });
  const groups = new Map<number, { across: Rule[]; down: Rule[] }>();
  const groupOf = (i: number) => {
    const root = rootOf(i);
    const group = groups.get(root) ?? { across: [], down: [] };
    groups.set(root, group);
    return group;
  };
  across.forEach((rule, i) => groupOf(i).across.push(rule));
  down.forEach((rule, j) => groupOf(across.length + j).down.push(rule));
  return [...groups.values()].filter((group) => group.across.length >= 2 && group.down.length >= 1);
}

function buildLattice(across: Rule[], down: Rule[]): Lattice | null {
  const xs = boundaries(down, across);
  const ys = boundaries(across, down);
  const width = xs.length - 1;
  const height = ys.length - 1;
  if (width < 1 || height < 1 || width * height < 2) return null;
  const owner = new Int32Array(width * height).fill(-1);
  const areas: Area[] = [];
  const isOpenRight = (row: number, column: number) =>
    !isDrawn(down, xs[column + 1] ?? 0, ys[row] ?? 0, ys[row + 1] ?? 0);
  const isOpenBelow = (row: number, column: number) =>
    !isDrawn(across, ys[row + 1] ?? 0, xs[column] ?? 0, xs[column + 1] ?? 0);
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      if (owner[row * width + column] !== -1) continue;
      let colspan = 1;
      while (
        column + colspan < width &&
        owner[row * width + column + colspan] === -1 &&
        isOpenRight(row, column + colspan - 1)
      )
        colspan++;
      let rowspan = 1;
      while (row + rowspan < height && isRowOpen(row + rowspan, column, colspan)) rowspan++;
      const index = areas.push({ row, column, rowspan, colspan }) - 1;
      for (let r = row; r < row + rowspan; r++)
        owner.fill(index, r * width + column, r * width + column + colspan);
    }
  return { xs, ys, areas, owner };

  /** Whether the area above goes on into this row over its whole width and is one cell there. */
  function isRowOpen(row: number, column: number, colspan: number): boolean {
    for (let c = column; c < column + colspan; c++) {
      if (owner[row * width + c] !== -1 || !isOpenBelow(row - 1, c)) return false;
      if (c < column + colspan - 1 && !isOpenRight(row, c)) return false;
    }
    return true;
  }
}

/** Positions of the lines, and the ends of the crossing lines where they reach beyond: an open side. */
function boundaries(lines: Rule[], crossing: Rule[]): number[] {
  const positions = groupByPosition(lines).map((group) => {
    const sum = group.reduce((total, rule) => total + rule.at, 0);
    return sum / group.length;
  });
  const first = positions[0] ?? 0;
  const last = positions.at(-1) ?? 0;
  const from = Math.min(...crossing.map((rule) => rule.from));
  const to = Math.max(...crossing.map((rule) => rule.to));
  if (from < first - 2 * REACH) positions.unshift(from);
  if (to > last + 2 * REACH) positions.push(to);
  return positions;
}

/** Whether lines at this position cover enough of the stretch to part what lies on either side. */
function isDrawn(lines: Rule[], at: number, from: number, to: number): boolean {
  let covered = 0;
  for (const rule of lines)
    if (Math.abs(rule.at - at) <= SAME_LINE)
      covered += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from));
  return covered >= DRAWN * (to - from);
}
