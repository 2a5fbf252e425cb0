/** What `SpreadSpec` says, as a picture. */
import * as Plot from '@observablehq/plot';
import { halo, valueAxis } from './bars';
import { drawPlot, markTitle } from '../svg/plot';
import type { SpreadBin, SpreadSpec } from '../spec';
import { widest } from '../svg/text-width';

const TOP = 44;
/** Room for the plot on the narrowest screen, in px: edges are named as often as fits there. */
const NARROWEST = 250;

/** A text over a line near either edge stands to the inner side of it, clear of the axis. */
const besideEdge = (share: number): { textAnchor: 'start' | 'middle' | 'end'; dx: number } => {
  if (share < 0.1) return { textAnchor: 'start', dx: 4 };
  return share > 0.9 ? { textAnchor: 'end', dx: -4 } : { textAnchor: 'middle', dx: 0 };
};

/** The svg of a spread: columns that touch, edges named below, the own value as a line from top to bottom. */
export function drawSpread(spec: SpreadSpec, id: string, width: number | null = null): string {
  const left = widest(spec.axis.ticks.map((tick) => tick.text)) + 10;
  const label = widest(spec.edges.map((edge) => edge.text)) + 10;
  const every = Math.max(1, Math.ceil((spec.edges.length * label) / NARROWEST));
  const own = spec.own ? [spec.own] : [];
  return drawPlot(
    {
      id,
      label: spec.label,
      height: 226,
      margins: { left, right: 16, top: TOP, bottom: 26 },
      options: {
        x: { type: 'linear', domain: [0, spec.bins.length], axis: null },
        y: { domain: [0, spec.axis.end], axis: null },
        color: { type: 'identity' },
        marks: [
          ...valueAxis(spec.axis, spec.unit, { left, top: TOP }),
          Plot.rect(
            spec.bins.filter((bin) => bin.agencies > 0),
            {
              x1: 'index',
              x2: (bin: SpreadBin) => bin.index + 1,
              y1: 0,
              y2: 'agencies',
              fill: 'var(--c-peer)',
              stroke: 'var(--surface)',
              title: (bin: SpreadBin) => markTitle(0, bin.index, bin.title),
            },
          ),
          Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
          Plot.ruleX(own, { x: 'at', stroke: 'var(--accent)', strokeWidth: 2 }),
          Plot.text(own, {
            x: 'at',
            frameAnchor: 'top',
            lineAnchor: 'bottom',
            ...besideEdge((spec.own?.at ?? 0) / spec.bins.length),
            dy: -4,
            text: 'text',
            fill: 'var(--accent)',
            fontWeight: 600,
            ...halo,
          }),
          Plot.text(
            spec.edges.filter((_, index) => index % every === 0),
            { x: 'at', frameAnchor: 'bottom', lineAnchor: 'top', dy: 9, text: 'text', fill: 'var(--ink-2)' },
          ),
        ],
      },
    },
    width,
  );
}
