/** Any chart of ours as svg text. */
import { drawBars } from './draw-bars';
import { drawLines } from './draw-lines';
import { drawStack } from './draw-stack';
import type { ChartSpec } from './spec';

/** The svg of a chart; `id` must be unique on the page. */
export function drawChart(spec: ChartSpec, id: string): string {
  if (spec.kind === 'bars') return drawBars(spec, id);
  return spec.kind === 'lines' ? drawLines(spec, id) : drawStack(spec, id);
}
