/** Any chart of ours as svg text. */
import { drawBars } from './kinds/bars';
import { drawCarry } from './kinds/carry';
import { drawFlow } from './kinds/flow';
import { drawLines } from './kinds/lines/lines';
import { drawRanked } from './kinds/ranked';
import { drawSpread } from './kinds/spread';
import { drawStack } from './kinds/stack/stack';
import { drawStrip } from './kinds/strip';
import { drawTiles } from './kinds/tiles/tiles';
import type { ChartSpec } from './spec';

/**
 * The svg of a chart; `id` must be unique on the page. Without `width` the picture fits any width, with `width` in px
 * it is made for a file. The same spec gives the same text, so the pictures drawn last are kept.
 */
export function drawChart(spec: ChartSpec, id: string, width: number | null = null): string {
  const key = JSON.stringify([id, width, spec]);
  const known = kept.get(key);
  if (known !== undefined) {
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const svg = drawNew(spec, id, width);
  kept.set(key, svg);
  size += key.length + svg.length;
  for (const [oldest, text] of kept) {
    if (size <= ROOM) break;
    kept.delete(oldest);
    size -= oldest.length + text.length;
  }
  return svg;
}

/** Characters of specs and pictures that are kept; the picture used longest ago goes first. */
const ROOM = 16_000_000;
const kept = new Map<string, string>();
let size = 0;

function drawNew(spec: ChartSpec, id: string, width: number | null): string {
  if (spec.kind === 'bars') return drawBars(spec, id, width);
  if (spec.kind === 'lines') return drawLines(spec, id, width);
  if (spec.kind === 'stack') return drawStack(spec, id, width);
  if (spec.kind === 'ranked') return drawRanked(spec, id, width);
  if (spec.kind === 'strip') return drawStrip(spec, id, width);
  if (spec.kind === 'carry') return drawCarry(spec, id, width);
  if (spec.kind === 'spread') return drawSpread(spec, id, width);
  return spec.kind === 'tiles' ? drawTiles(spec, id, width) : drawFlow(spec, id, width);
}
