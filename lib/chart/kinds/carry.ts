/** Whether requests carried out of one year's report are carried into the next: two dots a pair of years. */
import * as Plot from '@observablehq/plot';
import { halo, valueAxis } from '../svg/marks';
import { markTitle, type PlotFrame } from '../svg/plot';
import { widest } from '../svg/text-width';
import { formatNumber } from '../../i18n/format';
import { type ChartContext, countAxis, countScale } from '../scale';
import type { ChartKind } from './kind';
import type { ValueAxis } from '../axis';
import { missingYears, baseline } from '../svg/marks';

export type CarryPoint = {
  /** The later year. */
  year: number;
  out: number | null;
  in: number | null;
  state: 'equal' | 'differs' | 'untold';
  /** Words beside the dots: the difference, or why there is nothing to compare. */
  note: string;
  title: string;
};

/** Two dots a pair of years: what the earlier carries out and the later carries in. */
export type CarrySpec = {
  kind: 'carry';
  label: string;
  unit: string;
  points: CarryPoint[];
  axis: ValueAxis;
};

/** What two reports that follow one another print; null: the report is not there or the cell has no number. */
export type CarryPair = { year: number; out: number | null; in: number | null; comparable: boolean };

/** The chart of some pairs of years; null when there is none. Unit: requests. */
export function carryOverChart(pairs: readonly CarryPair[], { language, t }: ChartContext): CarrySpec | null {
  if (pairs.length === 0) return null;
  const points = pairs.map((pair): CarryPoint => {
    const state = stateOf(pair);
    const said = (value: number | null) =>
      value === null ? t('state.absent') : formatNumber(value, language);
    const difference = formatNumber(Math.abs((pair.out ?? 0) - (pair.in ?? 0)), language);
    const values = {
      year: String(pair.year),
      before: String(pair.year - 1),
      out: said(pair.out),
      in: said(pair.in),
      difference,
    };
    const untold = pair.comparable ? t('state.absent') : t('carry.other_scope');
    return {
      ...pair,
      state,
      note: state === 'differs' ? t('carry.differs', { difference }) : state === 'untold' ? untold : '',
      title: t(`carry.point_${state}`, values),
    };
  });
  const greatest = Math.max(...points.flatMap((point) => [point.out ?? 0, point.in ?? 0]));
  const scale = countScale(0, language);
  return {
    kind: 'carry',
    label: points.map((point) => point.title).join(t('list.separator')),
    unit: t('unit.requests'),
    points,
    axis: countAxis(greatest, scale, language),
  };
}

function stateOf(pair: CarryPair): CarryPoint['state'] {
  if (!pair.comparable || pair.out === null || pair.in === null) return 'untold';
  return pair.out === pair.in ? 'equal' : 'differs';
}

const TOP = 40;
const BOTTOM = 42;
/** How far a dot stands from the middle of its pair, in years. */
const APART = 0.2;

/** The plot of a carry-over chart. A missing side leaves one dot in a hatched slot. */
function drawCarry({ points, axis, unit }: CarrySpec, id: string): PlotFrame {
  const left = widest(axis.ticks.map((tick) => tick.text)) + 12;
  const untold = points.filter((point) => point.state === 'untold');
  return {
    height: 246,
    margins: { left, right: 4, top: TOP, bottom: BOTTOM },
    x: {
      type: 'linear',
      domain: [(points[0]?.year ?? 0) - 0.5, (points.at(-1)?.year ?? 0) + 0.5],
    },
    y: { domain: [0, axis.end] },
    marks: [
      ...valueAxis(axis, unit, { left, top: TOP }),
      missingYears(untold, id, 0.36, axis.end),
      baseline(),
      ...pairMarks(points),
      ...noteTexts(points, untold),
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
  };
}

const colourOf = (point: CarryPoint) => (point.state === 'differs' ? 'var(--finding)' : 'var(--accent)');

/** A line between what is carried out and in, where both are known, under a hollow and a solid dot. */
function pairMarks(points: readonly CarryPoint[]): Plot.Markish[] {
  const both = points.filter((point) => point.out !== null && point.in !== null);
  const title = (order: number) => (point: CarryPoint) => markTitle(order, point.year, point.title);
  return [
    ...both.map((point) =>
      Plot.line(
        [
          [point.year - APART, point.out ?? 0],
          [point.year + APART, point.in ?? 0],
        ],
        {
          stroke: colourOf(point),
          strokeWidth: 1.5,
          ...(point.state === 'differs' ? { strokeDasharray: '4 3' } : {}),
        },
      ),
    ),
    Plot.dot(
      points.filter((point) => point.out !== null),
      {
        x: (point: CarryPoint) => point.year - APART,
        y: 'out',
        r: 4,
        fill: 'var(--surface)',
        stroke: colourOf,
        strokeWidth: 1.75,
        title: title(0),
      },
    ),
    Plot.dot(
      points.filter((point) => point.in !== null),
      {
        x: (point: CarryPoint) => point.year + APART,
        y: 'in',
        r: 4,
        fill: colourOf,
        stroke: colourOf,
        title: title(1),
      },
    ),
  ];
}

/** The difference over each pair that differs, and why there is nothing to compare. */
function noteTexts(points: readonly CarryPoint[], untold: readonly CarryPoint[]): Plot.Markish[] {
  return [
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
  ];
}

/** Two dots a pair of years. */
export const carry: ChartKind<CarrySpec> = { draw: drawCarry };
