/** Any chart of ours as svg text. */
import { drawBars } from './draw-bars';
import { drawFlow } from './draw-flow';
import { drawLines } from './draw-lines';
import { drawRanked } from './draw-ranked';
import { drawStack } from './draw-stack';
import { drawTiles } from './draw-tiles';
import type { ChartSpec } from './spec';

/**
 * The svg of a chart; `id` must be unique on the page. Without `width` the picture fits any width, with `width` in px
 * it is made for a file.
 */
export function drawChart(spec: ChartSpec, id: string, width: number | null = null): string {
  if (spec.kind === 'bars') return drawBars(spec, id, width);
  if (spec.kind === 'lines') return drawLines(spec, id, width);
  if (spec.kind === 'stack') return drawStack(spec, id, width);
  if (spec.kind === 'ranked') return drawRanked(spec, id, width);
  return spec.kind === 'tiles' ? drawTiles(spec, id, width) : drawFlow(spec, id, width);
}
