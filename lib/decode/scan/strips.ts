/** A page of pixels → its ruling lines and the strips of text to be recognised: those of each cell, then the lines outside. */
import type { Lattice } from '../pdf/lattice';
import type { Rule } from '../pdf/operators';
import { type Component, componentsOf } from './components';
import { cropped, inkOf, PIXELS_PER_POINT, type Raster, scaled } from './raster';
import { findRules } from './ruled';
import { straightened } from './skew';
import { characterHeight, type InkLine, linesOf } from './text-lines';

/** A line of ink to be read: as it is, and once more harder and with more paper about it. `line` is in pixels. */
export type Strip = { line: InkLine; isCell: boolean; plain: Raster; hard: Raster };
/** A page ready to be recognised; `high` is the usual height of its characters in pixels. */
export type PageStrips = { across: Rule[]; down: Rule[]; strips: Strip[]; high: number };

/** Pieces of fewer pixels are specks. */
const SPECK = 9;
/** Paper left above and below a line, in its heights: the recogniser is surest of strips that are cut close. */
const PAPER = 0.08;
const SECOND_PAPER = 0.14;
/** More lines than this are no page of a report. */
const MAX_STRIPS = 4000;

/** The strips of a page, which is turned straight first. */
export function stripsOfPage(page: Raster): PageStrips {
  const skewed = inkOf(page);
  const raster = straightened(page, skewed);
  const { width, height } = raster;
  const ink = raster === page ? skewed : inkOf(raster);
  const type = characterHeight(componentsOf(ink, width, height));
  const ruled = findRules(ink, width, height, type);
  for (let i = 0; i < ink.length; i++) if (ruled.mask[i] === 1) ink[i] = 0;
  const clean = withoutRules(raster, ruled.mask);
  const pieces = componentsOf(ink, width, height).filter((piece) => piece.area >= SPECK);
  const high = characterHeight(pieces);
  const { inside, outside } = sortPieces(pieces, ruled.lattices);
  const strips: Strip[] = [];
  const addLines = (own: readonly Component[], isCell: boolean) => {
    for (const line of linesOf(own, high)) {
      if (isSpeck(line, isCell, high)) continue;
      strips.push({ line, isCell, ...cutLine(clean, line, high) });
    }
  };
  for (const cell of inside) addLines(cell, true);
  addLines(outside, false);
  return { across: ruled.across, down: ruled.down, strips: strips.slice(0, MAX_STRIPS), high };
}

/** Ink that is no character: a dot in a cell, short marks outside. */
function isSpeck({ x0, x1, y0, y1, pieces }: InkLine, isCell: boolean, high: number): boolean {
  return isCell ? Math.max(x1 - x0, y1 - y0) < 0.25 * high : pieces === 0 && x1 - x0 < high;
}

function withoutRules(raster: Raster, mask: Uint8Array): Raster {
  const data = raster.data.slice();
  for (let i = 0; i < data.length; i++) if (mask[i] === 1) data[i] = 255;
  return { ...raster, data };
}

/** The pieces of each cell, cells in the order of lattices and areas, and those outside of all tables. */
function sortPieces(
  pieces: readonly Component[],
  lattices: readonly Lattice[],
): { inside: Component[][]; outside: Component[] } {
  const cells = new Map<string, Component[]>();
  const outside: Component[] = [];
  for (const piece of pieces) {
    const x = (piece.x0 + piece.x1) / 2 / PIXELS_PER_POINT;
    const y = (piece.y0 + piece.y1) / 2 / PIXELS_PER_POINT;
    const at = lattices.findIndex(
      ({ xs, ys }) =>
        x > (xs[0] ?? 0) - 2 && x < (xs.at(-1) ?? 0) + 2 && y > (ys[0] ?? 0) - 2 && y < (ys.at(-1) ?? 0) + 2,
    );
    const lattice = lattices[at];
    if (!lattice) {
      outside.push(piece);
      continue;
    }
    const column = Math.min(
      lattice.xs.length - 2,
      Math.max(
        0,
        lattice.xs.findLastIndex((each) => each <= x),
      ),
    );
    const row = Math.min(
      lattice.ys.length - 2,
      Math.max(
        0,
        lattice.ys.findLastIndex((each) => each <= y),
      ),
    );
    const key = `${at} ${lattice.owner[row * (lattice.xs.length - 1) + column] ?? 0}`;
    const cell = cells.get(key) ?? [];
    cell.push(piece);
    cells.set(key, cell);
  }
  return { inside: [...cells.values()], outside };
}

/** The line with paper about it, and once more harder, wider and in other proportions: another picture to the recogniser. */
function cutLine(clean: Raster, line: InkLine, high: number): { plain: Raster; hard: Raster } {
  const own = Math.max(line.y1 - line.y0, 0.8 * high);
  const middle = (line.y0 + line.y1) / 2;
  const cut = (pad: number): Raster => {
    const y0 = Math.round(middle - own / 2 - pad);
    const x0 = Math.round(line.x0 - pad - 2);
    return stretched(cropped(clean, x0, y0, Math.round(line.x1 + pad + 2) - x0, Math.round(own + 2 * pad)));
  };
  const wide = cut(SECOND_PAPER * own);
  const hard = {
    ...wide,
    data: wide.data.map((value) => Math.max(0, Math.min(255, (value - 128) * 1.6 + 128))),
  };
  return { plain: cut(PAPER * own), hard: scaled(hard, Math.round(hard.width * 1.12), hard.height) };
}

/** The picture with its paper white and its ink black. */
function stretched(raster: Raster): Raster {
  const counts = new Uint32Array(256);
  for (const value of raster.data) counts[value] = (counts[value] ?? 0) + 1;
  const dark = percentile(counts, raster.data.length * 0.01);
  const paper = percentile(counts, raster.data.length * 0.7);
  const range = Math.max(40, paper - dark);
  return {
    ...raster,
    data: raster.data.map((value) => Math.max(0, Math.min(255, 255 - ((paper - value) * 255) / range))),
  };
}

function percentile(counts: Uint32Array, rank: number): number {
  let sum = 0;
  for (let value = 0; value < 256; value++) {
    sum += counts[value] ?? 0;
    if (sum >= rank) return value;
  }
  return 255;
}
