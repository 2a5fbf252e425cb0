/** Bars over years: what `BarsSpec` says, as a picture. */
import * as Plot from '@observablehq/plot';
import { drawPlot, incompleteFill, markTitle, missingFill } from '../svg/plot';
import type { BarsSpec, ValueAxis, YearPoint } from '../spec';
import { NARROWEST, textWidth, widest, yearsApart } from '../svg/text-width';

const TOP = 40;
/** Half the width of a column, in years. */
const HALF = 0.32;

/** The svg of a bar chart. Missing years are hatched columns with their word; small n is outlined in grey. */
export function drawBars(spec: BarsSpec, id: string, width: number | null = null): string {
  const years = spec.points.map((point) => point.year);
  const drawn = spec.points.filter((point) => point.value !== null);
  const missing = spec.points.filter((point) => point.value === null);
  const footRow = spec.foot ? 16 : 0;
  const left = Math.max(widest(spec.axis.ticks.map((tick) => tick.text)) + 10, footLabelWidth(spec));
  const column = { x1: (point: YearPoint) => point.year - HALF, x2: (point: YearPoint) => point.year + HALF };
  const first = years[0] ?? 0;
  const title = (point: YearPoint) => markTitle(0, point.year, point.title);
  return drawPlot(
    {
      id,
      label: spec.label,
      height: 252 + footRow,
      margins: { left, right: 4, top: TOP, bottom: 26 + footRow },
      options: {
        x: { type: 'linear', domain: [first - 0.5, (years.at(-1) ?? 0) + 0.5], axis: null },
        y: { domain: [0, spec.axis.end], axis: null },
        color: { type: 'identity' },
        marks: [
          ...valueAxis(spec.axis, spec.unit, { left, top: TOP }),
          Plot.rect(missing, {
            ...column,
            y1: 0,
            y2: spec.axis.end,
            fill: missingFill(id),
            stroke: 'var(--c-missing)',
            title,
          }),
          Plot.rect(drawn, {
            ...column,
            y1: 0,
            y2: 'value',
            fill: (point: YearPoint) => barFill(point, id),
            stroke: (point: YearPoint) => (point.small ? 'var(--c-small)' : 'var(--accent)'),
            title,
          }),
          Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
          absentWords(missing),
          Plot.text(drawn, {
            x: 'year',
            y: 'value',
            dy: -9,
            text: 'text',
            fill: 'var(--ink)',
            fontWeight: 600,
          }),
          ...yearLabels(years, spec.foot, NARROWEST - left - 4),
        ],
      },
    },
    width,
  );
}

function barFill(point: YearPoint, id: string): string {
  if (point.small) return 'var(--surface)';
  return point.incomplete ? incompleteFill(id) : 'var(--accent)';
}

/** Text that stays legible over marks. */
export const halo = { stroke: 'var(--surface)', strokeWidth: 3 } as const;

/** The word in a missing year's column, set upright so that it fits a narrow one. */
export function absentWords(points: YearPoint[]): Plot.Markish {
  return Plot.text(points, {
    x: 'year',
    y: 0,
    dy: -10,
    textAnchor: 'end',
    text: 'absent',
    className: 'upright',
    ...halo,
    strokeWidth: 5,
    fill: 'var(--ink-2)',
  });
}

/** Grid lines, their values left of the plot and the unit once above them. */
export function valueAxis(
  axis: ValueAxis,
  unit: string,
  margins: { left: number; top: number },
): Plot.Markish[] {
  return [
    Plot.ruleY(axis.ticks.slice(1), { y: 'at', stroke: 'var(--grid)' }),
    Plot.text(axis.ticks, {
      frameAnchor: 'left',
      y: 'at',
      text: 'text',
      textAnchor: 'end',
      dx: -7,
      fill: 'var(--ink-3)',
    }),
    Plot.text([unit], {
      frameAnchor: 'top-left',
      textAnchor: 'start',
      lineAnchor: 'bottom',
      dx: -margins.left,
      dy: 13 - margins.top,
      fill: 'var(--ink-3)',
    }),
  ];
}

function yearLabels(years: number[], foot: BarsSpec['foot'], room: number): Plot.Markish[] {
  const every = yearsApart(years.length, room);
  const last = years.length - 1;
  const bottom = { frameAnchor: 'bottom', lineAnchor: 'top', x: 'year' } as const;
  const marks: Plot.Markish[] = [
    Plot.text(
      years.flatMap((year, index) => ((last - index) % every === 0 ? { year, text: String(year) } : [])),
      { ...bottom, text: 'text', dy: 9, fill: 'var(--ink-2)' },
    ),
  ];
  if (!foot) return marks;
  const values = years.map((year, index) => ({ year, text: foot.values[index] ?? '' }));
  marks.push(Plot.text(values, { ...bottom, text: 'text', dy: 26, fill: 'var(--ink-3)' }));
  marks.push(
    Plot.text([foot.label], {
      frameAnchor: 'bottom-left',
      textAnchor: 'end',
      lineAnchor: 'top',
      dx: -7,
      dy: 26,
      fill: 'var(--ink-3)',
    }),
  );
  return marks;
}

const footLabelWidth = (spec: BarsSpec): number => (spec.foot ? textWidth(spec.foot.label) + 8 : 0);
