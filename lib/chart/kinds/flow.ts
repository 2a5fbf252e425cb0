/** Stages of a flow below each other, joined by ribbons: what `FlowSpec` says, as a picture. */
import * as Plot from '@observablehq/plot';
import { halo } from './bars';
import { drawPlot, markTitle, unexplainedFill } from '../svg/plot';
import type { FlowPart, FlowSpec } from '../spec';
import { NARROWEST, textWidth } from '../svg/text-width';

const BAR = 26;
const HEAD = 22;
const RIBBON = 40;
const STAGE = HEAD + BAR + RIBBON;
/** Parts narrower than this share of the widest stage carry no number of their own: the key and the table do. */
const LABELLED = 0.13;

type Segment = FlowPart & { stage: number; order: number; from: number; to: number };
type Ribbon = { key: string; y: number; x1: number; x2: number; fill: string };

/** The svg of a flow. All stages have one scale; what does not add up is a hatched part at the end of its stage. */
export function drawFlow(spec: FlowSpec, id: string, width: number | null = null): string {
  const segments = spec.stages.flatMap(({ parts }, stage) => placeParts(parts, stage));
  const height = spec.stages.length * STAGE - RIBBON + 4;
  const top = (segment: { stage: number }) => segment.stage * STAGE + HEAD;
  const heads = spec.stages.map(({ name }, stage) => ({ name, y: stage * STAGE + HEAD / 2 }));
  return drawPlot(
    {
      id,
      label: spec.label,
      height,
      margins: { left: 1, right: 1, top: 0, bottom: 0 },
      options: {
        x: { type: 'linear', domain: [0, spec.total], axis: null },
        y: { type: 'linear', domain: [0, height], range: [0, height], axis: null },
        color: { type: 'identity' },
        marks: [
          Plot.areaX(ribbons(spec, segments), {
            y: 'y',
            x1: 'x1',
            x2: 'x2',
            z: 'key',
            curve: 'bump-y',
            fill: 'fill',
            fillOpacity: 0.22,
          }),
          Plot.rect(segments, {
            x1: 'from',
            x2: 'to',
            y1: top,
            y2: (segment: Segment) => top(segment) + BAR,
            fill: (segment: Segment) => (segment.hatched ? unexplainedFill(id) : segment.colour),
            stroke: 'var(--surface)',
            title: (segment: Segment) => markTitle(segment.stage, segment.order, segment.title),
          }),
          ...partTexts(segments, spec.total, top),
          Plot.text(heads, {
            frameAnchor: 'left',
            textAnchor: 'start',
            y: 'y',
            text: 'name',
            ...halo,
            strokeWidth: 5,
            fill: 'var(--ink-2)',
          }),
        ],
      },
    },
    width,
  );
}

/** Names and numbers in the parts; one too long for the first or last part on a phone keeps to the picture's edge. */
function partTexts(
  segments: readonly Segment[],
  total: number,
  top: (segment: Segment) => number,
): Plot.Markish[] {
  const labelled = segments.filter((segment) => segment.value >= total * LABELLED && !segment.hatched);
  const anchorOf = (segment: Segment): 'start' | 'middle' | 'end' => {
    if (textWidth(segment.text) <= (segment.value / total) * NARROWEST) return 'middle';
    if (segment.from === 0) return 'start';
    return segment.to === total ? 'end' : 'middle';
  };
  const x = { start: 'from', middle: (each: Segment) => (each.from + each.to) / 2, end: 'to' } as const;
  const dx = { start: 4, middle: 0, end: -4 } as const;
  return (['start', 'middle', 'end'] as const).map((anchor) =>
    Plot.text(
      labelled.filter((segment) => anchorOf(segment) === anchor),
      {
        x: x[anchor],
        dx: dx[anchor],
        textAnchor: anchor,
        y: (segment: Segment) => top(segment) + BAR / 2,
        text: 'text',
        fill: 'on',
      },
    ),
  );
}

function placeParts(parts: readonly FlowPart[], stage: number): Segment[] {
  let from = 0;
  return parts.flatMap((part, order) => {
    const start = from;
    from += part.value;
    return part.value > 0 ? [{ ...part, stage, order, from: start, to: from }] : [];
  });
}

/** Each part of a stage runs into what stands at the same places of the next: stages have one scale and one order. */
function ribbons(spec: FlowSpec, segments: Segment[]): Ribbon[] {
  return segments.flatMap((below) => {
    if (below.stage === 0 || below.hatched) return [];
    const above = segments.filter((each) => each.stage === below.stage - 1 && !each.hatched);
    const last = Math.max(0, ...above.map((each) => each.to));
    const to = Math.min(below.to, last);
    if (to <= below.from || spec.total <= 0) return [];
    const key = `${below.stage}-${below.order}`;
    const y = (below.stage - 1) * STAGE + HEAD + BAR;
    const ends = { key, x1: below.from, x2: to, fill: below.colour };
    return [
      { ...ends, y },
      { ...ends, y: y + RIBBON + HEAD },
    ];
  });
}
