/** Labelled squares in a grid, a map or a matrix. */
import * as Plot from '@observablehq/plot';
import { markTitle, missingFill, type PlotFrame } from '../../svg/plot';
import { namesApart, NARROWEST, widest } from '../../svg/text-width';
import type { ChartKind } from '../kind';

/** A labelled square. `level` 1–6 is its class; null with `look` says why it has none. */
export type Tile = {
  column: number;
  row: number;
  name: string;
  text: string;
  title: string;
  level: number | null;
  look: 'value' | 'missing' | 'small' | 'outside';
};

/** Squares in a grid. `rowNames` and `columnNames` stand at its edges; both are empty for a map. */
export type TilesSpec = {
  kind: 'tiles';
  label: string;
  columns: number;
  rows: number;
  rowNames: string[];
  columnNames: string[];
  tiles: Tile[];
  /** The classes from low to high, each with its limits in words; empty when nothing is classed. */
  classes: { level: number; text: string }[];
};

/** Height of a square that prints its name and value, and of one that prints its value alone. */
const NAMED = 44;
const BARE = 26;
const GAP = 0.03;

/** The plot of a grid of squares. What has no class is hatched (missing), dashed (small n) or dotted (outside). */
function drawTiles(spec: TilesSpec, id: string): PlotFrame {
  const isMap = spec.rowNames.length === 0;
  const size = isMap ? NAMED : BARE;
  const left = isMap ? 1 : widest(spec.rowNames) + 8;
  const top = spec.columnNames.length > 0 ? 24 : 2;
  const place = {
    x1: (tile: Tile) => tile.column + GAP,
    x2: (tile: Tile) => tile.column + 1 - GAP,
    y1: (tile: Tile) => tile.row + GAP,
    y2: (tile: Tile) => tile.row + 1 - GAP,
  };
  const classed = spec.tiles.filter((tile) => tile.level !== null);
  const looks = (look: Tile['look']) =>
    spec.tiles.filter((tile) => tile.level === null && tile.look === look);
  const title = (tile: Tile) => markTitle(tile.row, tile.column, tile.title);
  const outline = { ...place, fill: 'var(--surface)', title } as const;
  return {
    height: top + spec.rows * size + 2,
    margins: { left, right: 1, top, bottom: 2 },
    x: { type: 'linear', domain: [0, spec.columns] },
    y: { type: 'linear', domain: [0, spec.rows], range: [top, top + spec.rows * size] },
    marks: [
      Plot.rect(classed, {
        ...place,
        fill: (tile: Tile) => `var(--seq-${tile.level})`,
        stroke: 'var(--line-strong)',
        title,
      }),
      Plot.rect(looks('value'), { ...outline, stroke: 'var(--line-strong)' }),
      Plot.rect(looks('missing'), { ...outline, fill: missingFill(id), stroke: 'var(--c-missing)' }),
      Plot.rect(looks('small'), { ...outline, stroke: 'var(--c-small)', strokeDasharray: '4 3' }),
      Plot.rect(looks('outside'), { ...outline, stroke: 'var(--line-2)', strokeDasharray: '1 3' }),
      ...tileTexts(spec.tiles, isMap),
      ...edgeTexts(spec, left),
    ],
  };
}

const inkOf = (tile: Tile): string => (tile.level === null ? 'var(--ink-2)' : `var(--on-seq-${tile.level})`);

function tileTexts(tiles: Tile[], isMap: boolean): Plot.Markish[] {
  const middle = (tile: Tile) => tile.column + 0.5;
  const centre = (tile: Tile) => tile.row + 0.5;
  const hatched = (look: Tile['look']) =>
    tiles.filter((tile) => (tile.look === 'missing') === (look === 'missing'));
  const one = (rows: Tile[], text: 'name' | 'text', dy: number, haloed: boolean): Plot.Markish =>
    Plot.text(
      rows.filter((tile) => tile[text] !== ''),
      {
        x: middle,
        y: centre,
        dy,
        text,
        fill: inkOf,
        ...(text === 'name' ? { fontWeight: 600 } : {}),
        ...(haloed ? { stroke: 'var(--surface)', strokeWidth: 4 } : {}),
      },
    );
  const sets = [
    { rows: hatched('value'), haloed: false },
    { rows: hatched('missing'), haloed: true },
  ];
  return sets.flatMap(({ rows, haloed }) =>
    isMap ? [one(rows, 'name', -8, haloed), one(rows, 'text', 9, haloed)] : [one(rows, 'text', 0, haloed)],
  );
}

function edgeTexts(spec: TilesSpec, left: number): Plot.Markish[] {
  const rows = spec.rowNames.map((text, index) => ({ text, at: index + 0.5 }));
  // As many names as there is room for on a phone, always that of the last column.
  const every = namesApart(widest(spec.columnNames), spec.columns, NARROWEST - left);
  const columns = spec.columnNames.flatMap((text, index) =>
    (spec.columns - 1 - index) % every === 0 ? [{ text, at: index + 0.5 }] : [],
  );
  return [
    Plot.text(rows, {
      frameAnchor: 'left',
      textAnchor: 'end',
      dx: -7,
      y: 'at',
      text: 'text',
      fill: 'var(--ink-2)',
    }),
    Plot.text(columns, {
      frameAnchor: 'top',
      lineAnchor: 'bottom',
      dy: -7,
      x: 'at',
      text: 'text',
      fill: 'var(--ink-2)',
    }),
  ];
}

/** Labelled squares in a grid. */
export const tiles: ChartKind<TilesSpec> = { draw: drawTiles };
