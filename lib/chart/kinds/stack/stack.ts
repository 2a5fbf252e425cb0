/** Rows of parts that make 100 %. */
import * as Plot from '@observablehq/plot';
import { halo } from '../../svg/marks';
import { markTitle, missingFill, unexplainedFill, type PlotFrame } from '../../svg/plot';
import { widest } from '../../svg/text-width';
import type { ChartKind } from '../kind';

export type StackPart = { name: string; colour: string; on: string; hatched?: boolean };

/** One row of a stack: shares in per cent, in the order of the parts, null for a part that is not known; null shares: `absent` says why. */
export type StackRow = {
  name: string;
  shares: (number | null)[] | null;
  titles: string[];
  absent: string;
  end: string;
  small: boolean;
};

/** Rows of parts that make 100 %. */
export type StackSpec = {
  kind: 'stack';
  label: string;
  endHead: string;
  parts: StackPart[];
  rows: StackRow[];
};

const ROW = 26;
const BAR = 20;
/** Parts narrower than this (per cent) carry no number of their own: the key and the table do. */
const LABELLED = 9.5;

type Segment = {
  row: string;
  from: number;
  to: number;
  text: string;
  title: string;
  fill: string;
  on: string;
};

/** The plot of a 100 % stack. A row without shares is a hatched outline with its reason. */
function drawStack(spec: StackSpec, id: string): PlotFrame {
  const rows = spec.rows;
  const segments = rows.flatMap((row, index) => segmentsOf(row, index, spec, id));
  const missing = rows.filter((row) => row.shares === null);
  const left = widest(rows.map((row) => row.name)) + 8;
  const right = widest(rows.map((row) => row.end)) + 10;
  const top = 22;
  return {
    height: top + rows.length * ROW + 26,
    margins: { left, right, top, bottom: 26 },
    x: { domain: [0, 100] },
    y: { type: 'band', domain: rows.map((row) => row.name), padding: 1 - BAR / ROW },
    marks: [
      Plot.barX(segments, {
        x1: 'from',
        x2: 'to',
        y: 'row',
        fill: 'fill',
        stroke: 'var(--surface)',
        title: 'title',
      }),
      Plot.barX(missing, {
        x1: 0,
        x2: 100,
        y: 'name',
        fill: missingFill(id),
        stroke: 'var(--c-missing)',
        title: (row: StackRow) => markTitle(rows.indexOf(row), 0, `${row.name} ${row.absent}`),
      }),
      Plot.text(missing, {
        x: 50,
        y: 'name',
        text: 'absent',
        ...halo,
        strokeWidth: 6,
        fill: 'var(--ink-2)',
      }),
      Plot.text(
        segments.filter((segment) => segment.text),
        { x: middle, y: 'row', text: 'text', fill: 'on' },
      ),
      ...sideTexts(rows, spec.endHead),
      Plot.text([0, 25, 50, 75, 100], {
        x: (value: number) => value,
        frameAnchor: 'bottom',
        lineAnchor: 'top',
        dy: 7,
        text: (value: number) => (value === 100 ? '100%' : String(value)),
        fill: 'var(--ink-3)',
      }),
    ],
  };
}

const middle = (segment: Segment): number => (segment.from + segment.to) / 2;

function segmentsOf(row: StackRow, at: number, spec: StackSpec, id: string): Segment[] {
  if (!row.shares) return [];
  let from = 0;
  return row.shares.flatMap((share, index) => {
    const part = spec.parts[index];
    const start = from;
    if (!part || share === null || share <= 0) return [];
    from += share;
    return {
      row: row.name,
      from: start,
      to: start + share,
      text: share >= LABELLED && !part.hatched ? share.toFixed(0) : '',
      title: markTitle(at, index, row.titles[index] ?? ''),
      fill: part.hatched ? unexplainedFill(id) : part.colour,
      on: part.on,
    };
  });
}

function sideTexts(rows: StackRow[], endHead: string): Plot.Markish[] {
  const left = { frameAnchor: 'left', textAnchor: 'end', dx: -7 } as const;
  const right = { frameAnchor: 'right', textAnchor: 'end' } as const;
  const reach = widest(rows.map((row) => row.end)) + 10;
  return [
    Plot.text(rows, { ...left, y: 'name', text: 'name', fill: 'var(--ink-2)' }),
    Plot.text(rows, { ...right, dx: reach, y: 'name', text: 'end', fill: 'var(--ink-3)' }),
    Plot.text([endHead], {
      frameAnchor: 'top-right',
      textAnchor: 'end',
      lineAnchor: 'bottom',
      dx: reach,
      dy: -5,
      fill: 'var(--ink-3)',
    }),
  ];
}

/** Rows of parts that make 100 %. */
export const stack: ChartKind<StackSpec> = { draw: drawStack };
