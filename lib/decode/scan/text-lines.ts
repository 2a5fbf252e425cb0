/** Pieces of ink → lines of text. */
import type { Component } from './components';

/** A line's box in pixels, and its pieces that may be characters, side by side. */
export type InkLine = { x0: number; y0: number; x1: number; y1: number; pieces: number };

/** Heights that a character of a report may have, in pixels. */
const LEAST_CHARACTER = 12;
const LARGEST_CHARACTER = 75;
/** Gap, in characters, that ends a piece of a line. */
const WIDE_GAP = 2;
/** In characters: lower bands of ink are parts of a line, higher ones are lines that touch. */
const LOW_BAND = 0.5;
const HIGH_BAND = 1.9;
/** Gap, in characters, over which a part of a line belongs to its neighbour. */
const PART_GAP = 0.4;

type Band = { y0: number; y1: number };

/** The usual height of a character among pieces of ink: that of three quarters of those that may be one. */
export function characterHeight(pieces: readonly Component[]): number {
  const heights = pieces
    .map((piece) => piece.y1 - piece.y0)
    .filter((height) => height >= LEAST_CHARACTER && height <= LARGEST_CHARACTER)
    .sort((a, b) => a - b);
  return heights[Math.floor(heights.length * 0.75)] ?? 30;
}

/** Lines top to bottom, parted at wide gaps, left to right. `height` is the usual height of a character. */
export function linesOf(pieces: readonly Component[], height: number): InkLine[] {
  const bands = bandsOf(pieces, height);
  const rows: Component[][] = bands.map(() => []);
  for (const piece of pieces) {
    const middle = (piece.y0 + piece.y1) / 2;
    let nearest = 0;
    bands.forEach((band, index) => {
      if (distance(band, middle) < distance(bands[nearest] ?? band, middle)) nearest = index;
    });
    rows[nearest]?.push(piece);
  }
  return rows.flatMap((row) => split(row, height));
}

const distance = (band: Band, y: number): number => Math.max(band.y0 - y, y - band.y1, 0);

/** Stretches of the page's height that hold a line each. */
function bandsOf(pieces: readonly Component[], height: number): Band[] {
  const top = Math.min(...pieces.map((piece) => piece.y0));
  const bottom = Math.max(...pieces.map((piece) => piece.y1));
  if (!(bottom > top)) return [];
  const cover = new Float64Array(bottom - top);
  for (const { x0, x1, y0, y1, area } of pieces)
    for (let y = y0; y < y1; y++)
      cover[y - top] = (cover[y - top] ?? 0) + Math.min(x1 - x0, area / (y1 - y0));
  const bands: Band[] = [];
  for (let y = 0; y < cover.length; y++) {
    if ((cover[y] ?? 0) < 1) continue;
    const from = y;
    while (y < cover.length && (cover[y] ?? 0) >= 1) y++;
    bands.push(...cutBand(cover, from, y, height).map((band) => ({ y0: band.y0 + top, y1: band.y1 + top })));
  }
  return joinParts(bands, height);
}

/** A band of lines that touch, cut where it has the least ink. */
function cutBand(cover: Float64Array, from: number, to: number, height: number): Band[] {
  if (to - from <= HIGH_BAND * height) return [{ y0: from, y1: to }];
  let thinnest = -1;
  for (let y = Math.round(from + 0.7 * height); y <= Math.min(to - 0.7 * height, from + 1.8 * height); y++)
    if (thinnest < 0 || (cover[y] ?? 0) < (cover[thinnest] ?? 0)) thinnest = y;
  if (thinnest < 0) return [{ y0: from, y1: to }];
  return [{ y0: from, y1: thinnest }, ...cutBand(cover, thinnest, to, height)];
}

/** Low bands, such as the strokes of 二, join the nearer neighbour that is near enough. */
function joinParts(bands: Band[], height: number): Band[] {
  const joined: Band[] = [];
  for (const band of bands) {
    const last = joined.at(-1);
    const isPart = (each: Band) => each.y1 - each.y0 < LOW_BAND * height;
    if (
      last &&
      (isPart(last) || isPart(band)) &&
      band.y0 - last.y1 < PART_GAP * height &&
      band.y1 - last.y0 < 1.5 * height
    )
      last.y1 = band.y1;
    else joined.push({ ...band });
  }
  return joined;
}

function split(pieces: Component[], height: number): InkLine[] {
  const lines: InkLine[] = [];
  for (const piece of [...pieces].sort((a, b) => a.x0 - b.x0)) {
    const line = lines.at(-1);
    const isHigh = piece.y1 - piece.y0 >= 0.4 * height ? 1 : 0;
    if (!line || piece.x0 - line.x1 > WIDE_GAP * height) {
      lines.push({ x0: piece.x0, y0: piece.y0, x1: piece.x1, y1: piece.y1, pieces: isHigh });
      continue;
    }
    line.pieces += isHigh && piece.x0 >= line.x1 - 1 ? 1 : 0;
    line.x1 = Math.max(line.x1, piece.x1);
    line.y0 = Math.min(line.y0, piece.y0);
    line.y1 = Math.max(line.y1, piece.y1);
  }
  return lines;
}
