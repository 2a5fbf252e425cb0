/** Marks that charts of several kinds share. */
import * as Plot from '@observablehq/plot';
import type { ValueAxis } from '../axis';
import type { YearPoint } from '../years';
import { markTitle, missingFill } from './plot';

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

/** Hatched columns of the years without a value, as high as the axis; `half` of their width is in years. */
export function missingYears(
  points: readonly Pick<YearPoint, 'year' | 'title'>[],
  id: string,
  half: number,
  axisEnd: number,
): Plot.Markish {
  return Plot.rect(points, {
    x1: (point: { year: number }) => point.year - half,
    x2: (point: { year: number }) => point.year + half,
    y1: 0,
    y2: axisEnd,
    fill: missingFill(id),
    stroke: 'var(--c-missing)',
    title: (point: { year: number; title: string }) => markTitle(0, point.year, point.title),
  });
}

/** The line at zero. */
export const baseline = (): Plot.Markish => Plot.ruleY([0], { stroke: 'var(--line-strong)' });
