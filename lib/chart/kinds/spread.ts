/** How a metric is spread over agencies: a column a bin, the agency's own value as a line across. */
import * as Plot from '@observablehq/plot';
import { halo, valueAxis } from '../svg/marks';
import { markTitle, type PlotFrame } from '../svg/plot';
import { widest } from '../svg/text-width';
import { formatNumber, formatPercent } from '../../i18n/format';
import type { Metric } from '../../metrics/registry';
import type { DistributionResult } from '../../query';
import { type ChartContext, countAxis, countScale } from '../scale';
import type { ChartKind } from './kind';
import type { ValueAxis } from '../axis';
import { baseline } from '../svg/marks';

/** `from` to below `to`: the values a bin holds, in words as `range`; `title`: the same with its number of agencies. */
export type SpreadBin = {
  index: number;
  from: number | null;
  to: number | null;
  agencies: number;
  range: string;
  title: string;
};

/** A column a bin, all equally wide, and one value as a line across. */
export type SpreadSpec = {
  kind: 'spread';
  label: string;
  unit: string;
  bins: SpreadBin[];
  /** Names of the bins' edges, by the place of the edge: 0 is the left end of the first bin. */
  edges: { at: number; text: string }[];
  /** The own value on the scale of the bins' places, and in words. */
  own: { at: number; text: string } | null;
  axis: ValueAxis;
};

/** The spread of `answer`; null when no agency has a value. Bins are drawn equally wide; their edges say what they hold. */
export function spreadChart(
  answer: DistributionResult,
  metric: Metric,
  own: number | null,
  { language, t }: ChartContext,
): SpreadSpec | null {
  const { bins } = answer;
  if (bins.length === 0) return null;
  const said = (value: number) =>
    metric.kind === 'rate'
      ? formatPercent(value, language, (value * 100) % 1 === 0 ? 0 : 1)
      : formatNumber(value, language);
  const made = bins.map((bin, index): SpreadBin => {
    const key = bin.from === null ? 'spread.below' : bin.to === null ? 'spread.above' : 'spread.bin';
    const range = t(key, { from: said(bin.from ?? 0), to: said(bin.to ?? 0) });
    return {
      index,
      ...bin,
      range,
      title: t('spread.point', { range, agencies: bin.agencies }),
    };
  });
  const edges = bins.flatMap((bin, index) =>
    bin.from === null ? [] : [{ at: index, text: said(bin.from) }],
  );
  const last = bins.at(-1);
  if (last && last.to !== null) edges.push({ at: bins.length, text: said(last.to) });
  const greatest = Math.max(...bins.map((bin) => bin.agencies));
  return {
    kind: 'spread',
    label: made.map((bin) => bin.title).join(t('list.separator')),
    unit: t('unit.agencies'),
    bins: made,
    edges,
    own: own === null ? null : placeOf(own, answer, said),
    axis: countAxis(greatest, countScale(0, language), language),
  };
}

/** Where a value stands among the bins; null when it lies in none of them. */
function placeOf(
  own: number,
  { bins }: DistributionResult,
  said: (value: number) => string,
): SpreadSpec['own'] {
  const index = bins.findIndex(
    ({ from, to }, i) =>
      (from === null || own >= from) && (to === null || own < to || (i === bins.length - 1 && own <= to)),
  );
  const bin = bins[index];
  if (!bin) return null;
  const share =
    bin.from === null || bin.to === null || bin.to === bin.from
      ? 0.5
      : (own - bin.from) / (bin.to - bin.from);
  return { at: index + share, text: said(own) };
}

const TOP = 44;
/** Room for the plot on the narrowest screen, in px: edges are named as often as fits there. */
const NARROWEST = 250;

/** A text over a line near either edge stands to the inner side of it, clear of the axis. */
const besideEdge = (share: number): { textAnchor: 'start' | 'middle' | 'end'; dx: number } => {
  if (share < 0.1) return { textAnchor: 'start', dx: 4 };
  return share > 0.9 ? { textAnchor: 'end', dx: -4 } : { textAnchor: 'middle', dx: 0 };
};

/** The plot of a spread: columns that touch, edges named below, the own value as a line from top to bottom. */
function drawSpread(spec: SpreadSpec): PlotFrame {
  const left = widest(spec.axis.ticks.map((tick) => tick.text)) + 10;
  const label = widest(spec.edges.map((edge) => edge.text)) + 10;
  const every = Math.max(1, Math.ceil((spec.edges.length * label) / NARROWEST));
  const own = spec.own ? [spec.own] : [];
  return {
    height: 226,
    margins: { left, right: 16, top: TOP, bottom: 26 },
    x: { type: 'linear', domain: [0, spec.bins.length] },
    y: { domain: [0, spec.axis.end] },
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
      baseline(),
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
  };
}

/** A column a bin. */
export const spread: ChartKind<SpreadSpec> = { draw: drawSpread };
