/** What `StripSpec` says, as a picture 48 px high. */
import * as Plot from '@observablehq/plot';
import { halo } from './bars';
import { drawPlot, markTitle, missingFill } from '../svg/plot';
import type { StripSpec } from '../spec';

const TOP = 5;
const BOTTOM = 20;
const HEIGHT = 48;

/** A tick as a stretch of a line with a break after it: two hundred of them make one path. */
const tick = (value: number): [number, number][] => [
  [value, 0.2],
  [value, 0.8],
  [Number.NaN, Number.NaN],
];

/** The svg of a strip. Ticks of the peers, box of their middle half, median, then the agency itself as a dot. */
export function drawStrip(spec: StripSpec, id: string, width: number | null = null): string {
  const own = spec.own === null ? [] : [spec.own];
  const box = spec.box ? [spec.box] : [];
  const absent = spec.absent === null ? [] : [spec.absent];
  return drawPlot(
    {
      id,
      label: spec.label,
      height: HEIGHT,
      margins: { left: 12, right: 20, top: TOP, bottom: BOTTOM },
      options: {
        x: { type: 'linear', domain: [0, spec.axis.end], axis: null },
        y: { domain: [0, 1], axis: null },
        color: { type: 'identity' },
        marks: [
          Plot.rect(absent, {
            x1: 0,
            x2: spec.axis.end,
            y1: 0,
            y2: 1,
            fill: missingFill(id),
            stroke: 'var(--c-missing)',
          }),
          Plot.rect(box, {
            x1: 'q1',
            x2: 'q3',
            y1: 0,
            y2: 1,
            fill: 'var(--sunken)',
            stroke: 'var(--line-strong)',
            title: () => markTitle(0, 0, spec.words.half),
          }),
          Plot.line(spec.values.flatMap(tick), {
            x: '0',
            y: '1',
            stroke: 'var(--c-peer)',
            strokeOpacity: 0.75,
            strokeWidth: 1,
          }),
          Plot.ruleX(box, {
            x: 'median',
            y1: 0,
            y2: 1,
            stroke: 'var(--ink)',
            strokeWidth: 2,
            title: () => markTitle(0, 1, spec.words.median),
          }),
          Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
          Plot.dot(own, {
            x: (value: number) => value,
            y: 0.5,
            r: 6,
            fill: spec.small ? 'var(--surface)' : 'var(--accent)',
            stroke: spec.small ? 'var(--c-small)' : 'var(--surface)',
            strokeWidth: 2,
            title: () => markTitle(0, 2, spec.words.own),
          }),
          Plot.text(absent, {
            x: spec.axis.end / 2,
            y: 0.5,
            text: (word: string) => word,
            ...halo,
            strokeWidth: 6,
            fill: 'var(--ink-2)',
          }),
          Plot.text(spec.axis.ticks, {
            x: 'at',
            frameAnchor: 'bottom',
            lineAnchor: 'top',
            dy: 5,
            text: 'text',
            fill: 'var(--ink-3)',
          }),
        ],
      },
    },
    width,
  );
}
