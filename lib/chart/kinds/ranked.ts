/** Named values below each other: what `RankedSpec` says, as a picture. Long names stand above their bar. */
import * as Plot from '@observablehq/plot';
import { halo } from './bars';
import { drawPlot, markTitle, missingFill } from '../svg/plot';
import type { RankedRow, RankedSpec } from '../spec';
import { textWidth, widest } from '../svg/text-width';
import { wrapText } from '../svg/wrap-text';

const BAR = 14;
const LINE = 16;
const TOP = 24;
const BOTTOM = 24;
/** Names up to this many px stand left of the bars; longer ones above them, in lines of at most the second width. */
const BESIDE = 104;
const ABOVE = 276;

type Placed = RankedRow & { at: number; lines: string[]; y: number };

/** The svg of a list of values. A row without a value is a hatched outline with its word; small n is grey and hollow. */
export function drawRanked(spec: RankedSpec, id: string, width: number | null = null): string {
  const isBeside = widest(spec.rows.map((row) => row.name)) <= BESIDE;
  const { rows, height } = placeRows(spec.rows, isBeside);
  const left = isBeside ? widest(spec.rows.map((row) => row.name)) + 8 : 5;
  const right = Math.max(widest(spec.rows.map((row) => row.text)), 1) + 10;
  const drawn = rows.filter((row) => row.value !== null);
  const missing = rows.filter((row) => row.value === null);
  const title = (row: Placed) => markTitle(0, row.at, row.title);
  const y1 = (row: Placed) => row.y - BAR / 2;
  const y2 = (row: Placed) => row.y + BAR / 2;
  return drawPlot(
    {
      id,
      label: spec.label,
      height: TOP + height + BOTTOM,
      margins: { left, right, top: TOP, bottom: BOTTOM },
      options: {
        x: { type: 'linear', domain: [0, spec.axis.end], axis: null },
        y: { type: 'linear', domain: [0, Math.max(height, 1)], range: [TOP, TOP + height], axis: null },
        color: { type: 'identity' },
        marks: [
          Plot.ruleX(spec.axis.ticks, { x: 'at', stroke: 'var(--grid)' }),
          ...(spec.mark === 'bar'
            ? [Plot.rect(drawn, { x1: 0, x2: 'value', y1, y2, fill: barFill, stroke: barStroke, title })]
            : dotMarks(drawn, title)),
          Plot.rect(missing, {
            x1: 0,
            x2: spec.axis.end,
            y1,
            y2,
            fill: missingFill(id),
            stroke: 'var(--c-missing)',
            title,
          }),
          Plot.text(missing, {
            x: spec.axis.end / 2,
            y: 'y',
            text: 'absent',
            ...halo,
            strokeWidth: 6,
            fill: 'var(--ink-2)',
          }),
          Plot.ruleX([0], { stroke: 'var(--line-strong)' }),
          ...names(rows, isBeside),
          ...ends(rows, spec.endHead, right),
          ...axisTexts(spec, left),
        ],
      },
    },
    width,
  );
}

const barFill = (row: Placed): string => (row.small ? 'var(--surface)' : 'var(--accent)');
const barStroke = (row: Placed): string => (row.small ? 'var(--c-small)' : 'var(--accent)');

/** Where each row stands, in px from the top of the plot; rows with a name above are as high as its lines ask. */
function placeRows(all: readonly RankedRow[], isBeside: boolean): { rows: Placed[]; height: number } {
  let height = 0;
  const rows = all.map((row, at) => {
    const lines = isBeside ? [row.name] : wrapText(row.name, ABOVE);
    const above = isBeside ? 4 : lines.length * LINE + 3;
    const y = height + above + BAR / 2;
    height = y + BAR / 2 + (isBeside ? 4 : 8);
    return { ...row, at, lines, y };
  });
  return { rows, height };
}

function dotMarks(rows: Placed[], title: (row: Placed) => string): Plot.Markish[] {
  return [
    Plot.ruleY(
      rows.filter((row) => row.low !== undefined),
      {
        y: 'y',
        x1: 'low',
        x2: 'high',
        stroke: (row: Placed) => (row.small ? 'var(--c-small)' : 'var(--accent)'),
        strokeOpacity: 0.4,
        strokeWidth: 3,
      },
    ),
    Plot.dot(rows, {
      x: 'value',
      y: 'y',
      r: 4,
      fill: barFill,
      stroke: barStroke,
      strokeWidth: 1.5,
      title,
    }),
  ];
}

function names(rows: Placed[], isBeside: boolean): Plot.Markish[] {
  if (isBeside)
    return [
      Plot.text(rows, {
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -7,
        y: 'y',
        text: 'name',
        fill: 'var(--ink-2)',
      }),
    ];
  const lines = rows.flatMap((row) =>
    row.lines.map((text, index) => ({
      text,
      y: row.y - BAR / 2 - 9 - (row.lines.length - 1 - index) * LINE,
    })),
  );
  return [
    Plot.text(lines, {
      frameAnchor: 'left',
      textAnchor: 'start',
      // Clear of the line at zero.
      dx: 4,
      y: 'y',
      text: 'text',
      fill: 'var(--ink-2)',
    }),
  ];
}

function ends(rows: Placed[], head: string, reach: number): Plot.Markish[] {
  const right = { frameAnchor: 'right', textAnchor: 'end', dx: reach } as const;
  return [
    Plot.text(rows, { ...right, y: 'y', text: 'text', fill: 'var(--ink)' }),
    Plot.text([head], {
      ...right,
      frameAnchor: 'top-right',
      lineAnchor: 'bottom',
      dy: -7,
      fill: 'var(--ink-3)',
    }),
  ];
}

/** Grid values below, the unit after the last of them when there is room, else above at the left. */
function axisTexts(spec: RankedSpec, left: number): Plot.Markish[] {
  const fits = textWidth(spec.unit) < 180;
  return [
    Plot.text(spec.axis.ticks, {
      x: 'at',
      frameAnchor: 'bottom',
      lineAnchor: 'top',
      dy: 7,
      text: 'text',
      fill: 'var(--ink-3)',
    }),
    Plot.text(fits ? [spec.unit] : [], {
      frameAnchor: 'top-left',
      textAnchor: 'start',
      lineAnchor: 'bottom',
      dx: -left,
      dy: -7,
      fill: 'var(--ink-3)',
    }),
  ];
}
