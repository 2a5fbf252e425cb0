/** Any chart of ours as svg text. A kind of chart is a file or a folder of `kinds` and a line here. */
import { LRUCache } from 'lru-cache';
import { bars } from './kinds/bars';
import { carry } from './kinds/carry';
import { flow } from './kinds/flow';
import type { ChartKind } from './kinds/kind';
import { lines } from './kinds/lines/lines';
import { ranked } from './kinds/ranked';
import { spread } from './kinds/spread';
import { stack } from './kinds/stack/stack';
import { strip } from './kinds/strip';
import { tiles } from './kinds/tiles/tiles';
import { drawPlot } from './svg/plot';

const KINDS = { bars, carry, flow, lines, ranked, spread, stack, strip, tiles };

/** What a chart of any kind says. */
export type ChartSpec = Parameters<(typeof KINDS)[keyof typeof KINDS]['draw']>[0];

const kindOf = ({ kind }: Pick<ChartSpec, 'kind'>): ChartKind<ChartSpec> => KINDS[kind];

/** How many panels like this one stay readable beside each other in the file of a card: at least 1. */
export const panelsBeside = (spec: ChartSpec): number => kindOf(spec).beside ?? 1;

/** Characters of specs and pictures that are kept. */
const ROOM = 16_000_000;
const drawn = new LRUCache<string, string>({
  maxSize: ROOM,
  sizeCalculation: (svg, key) => svg.length + key.length,
});

/**
 * The svg of a chart; `id` must be unique on the page. Without `width` the picture fits any width, with `width` in px
 * it is made for a file. The same spec gives the same text, so the pictures drawn last are kept.
 */
export function drawChart(spec: ChartSpec, id: string, width: number | null = null): string {
  const key = JSON.stringify([id, width, spec]);
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const svg = drawPlot(kindOf(spec).draw(spec, id), { id, label: spec.label }, width);
  drawn.set(key, svg);
  return svg;
}
