/** What `CarrySpec` says, as a picture: hollow dot carried out, solid dot carried in, red and dashed where they differ. */
import * as Plot from '@observablehq/plot';
import { halo, valueAxis } from './bars';
import { drawPlot, markTitle, missingFill } from '../svg/plot';
import type { CarryPoint, CarrySpec } from '../spec';
import { widest } from '../svg/text-width';

const TOP = 40;
const BOTTOM = 42;
/** How far a dot stands from the middle of its pair, in years. */
const APART = 0.2;

/** The svg of a carry-over chart. A missing side leaves one dot in a hatched slot. */
export function drawCarry(spec: CarrySpec, id: string, width: number | null = null): string {
  const { points } = spec;
  const left = widest(spec.axis.ticks.map((tick) => tick.text)) + 12;
  const untold = points.filter((point) => point.state === 'untold');
  const both = points.filter((point) => point.out !== null && point.in !== null);
  const colour = (point: CarryPoint) => (point.state === 'differs' ? 'var(--finding)' : 'var(--accent)');
  const outs = points.filter((point) => point.out !== null);
  const ins = points.filter((point) => point.in !== null);
  return drawPlot(
    {
      id,
      label: spec.label,
      height: 246,
      margins: { left, right: 4, top: TOP, bottom: BOTTOM },
      options: {
        x: {
          type: 'linear',
          domain: [(points[0]?.year ?? 0) - 0.5, (points.at(-1)?.year ?? 0) + 0.5],
          axis: null,
        },
        y: { domain: [0, spec.axis.end], axis: null },
        color: { type: 'identity' },
        marks: [
          ...valueAxis(spec.axis, spec.unit, { left, top: TOP }),
          Plot.rect(untold, {
            x1: (point: CarryPoint) => point.year - 0.36,
            x2: (point: CarryPoint) => point.year + 0.36,
            y1: 0,
            y2: spec.axis.end,
            fill: missingFill(id),
            stroke: 'var(--c-missing)',
            title: (point: CarryPoint) => markTitle(0, point.year, point.title),
          }),
          Plot.ruleY([0], { stroke: 'var(--line-strong)' }),
          ...both.map((point) =>
            Plot.line(
              [
                [point.year - APART, point.out ?? 0],
                [point.year + APART, point.in ?? 0],
              ],
              {
                stroke: colour(point),
                strokeWidth: 1.5,
                ...(point.state === 'differs' ? { strokeDasharray: '4 3' } : {}),
              },
            ),
          ),
          Plot.dot(outs, {
            x: (point: CarryPoint) => point.year - APART,
            y: 'out',
            r: 4,
            fill: 'var(--surface)',
            stroke: colour,
            strokeWidth: 1.75,
            title: (point: CarryPoint) => markTitle(0, point.year, point.title),
          }),
          Plot.dot(ins, {
            x: (point: CarryPoint) => point.year + APART,
            y: 'in',
            r: 4,
            fill: colour,
            stroke: colour,
            title: (point: CarryPoint) => markTitle(1, point.year, point.title),
          }),
          Plot.text(
            points.filter((point) => point.state === 'differs'),
            {
              x: 'year',
              y: (point: CarryPoint) => Math.max(point.out ?? 0, point.in ?? 0),
              dy: -13,
              text: 'note',
              fill: 'var(--finding)',
              fontWeight: 600,
              ...halo,
            },
          ),
          Plot.text(untold, {
            x: 'year',
            frameAnchor: 'middle',
            text: 'note',
            fill: 'var(--ink-2)',
            ...halo,
            strokeWidth: 5,
          }),
          Plot.text(points, {
            x: 'year',
            frameAnchor: 'bottom',
            lineAnchor: 'top',
            dy: 9,
            text: (point: CarryPoint) => `${point.year - 1}\n→${point.year}`,
            lineHeight: 1.3,
            fill: 'var(--ink-2)',
          }),
        ],
      },
    },
    width,
  );
}
