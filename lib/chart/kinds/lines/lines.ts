/** Lines over years, with their gaps, intervals and the change of form. */
import * as Plot from '@observablehq/plot';
import { absentWords, valueAxis } from '../../svg/marks';
import { markTitle, type PlotFrame } from '../../svg/plot';
import { NARROWEST, widest, yearsApart } from '../../svg/text-width';
import type { ChartKind } from '../kind';
import type { ValueAxis } from '../../axis';
import { baseline, missingYears } from '../../svg/marks';
import type { YearPoint } from '../../years';

export type LineSeries = {
  name: string;
  /** Words after the name at the line's end: the last value. */
  end: string;
  colour: 'accent' | 'second';
  points: YearPoint[];
};

/** Lines over years with markers. `cut`: the year after which the form changed, where the measure changed with it. */
export type LinesSpec = {
  kind: 'lines';
  label: string;
  unit: string;
  series: LineSeries[];
  cut: { after: number; before: string; since: string } | null;
  height: number;
  axis: ValueAxis;
};

const COLOUR = { accent: 'var(--accent)', second: 'var(--c-series-2)' } as const;
const LINE_HEIGHT = 15;

/** Room above the plot: the unit, and where the form changed the names of both sides. */
const topOf = (spec: LinesSpec): number => (spec.cut ? 46 : 32);

type Placed = YearPoint & { segment: number };

/** The plot of a line chart. A year without a value stops the line; years without any value are hatched columns. */
function drawLines(spec: LinesSpec, id: string): PlotFrame {
  const years = spec.series[0]?.points.map((point) => point.year) ?? [];
  const first = years[0] ?? 0;
  const last = years.at(-1) ?? 0;
  const left = widest(spec.axis.ticks.map((tick) => tick.text)) + 10;
  const right =
    widest(
      spec.series.flatMap((series) => [series.name, series.end]),
      12,
      true,
    ) + 8;
  return {
    height: spec.height,
    margins: { left, right, top: topOf(spec), bottom: 26 },
    x: { type: 'linear', domain: [first - 0.5, last + 0.5] },
    y: { domain: [0, spec.axis.end] },
    marks: [
      ...cutMarks(spec, first),
      ...valueAxis(spec.axis, spec.unit, { left, top: topOf(spec) }),
      ...missingMarks(spec, id),
      baseline(),
      ...yearMarks(years, NARROWEST - left - right),
      ...spec.series.flatMap((series, index) => seriesMarks(series, index, spec)),
      ...endLabels(spec, last),
    ],
  };
}

/** The 2019-form side on sunken ground, a dashed vertical, and what each side counts. */
function cutMarks(spec: LinesSpec, first: number): Plot.Markish[] {
  if (!spec.cut) return [];
  const at = spec.cut.after + 0.5;
  const name = { frameAnchor: 'top', lineAnchor: 'bottom', dy: -10, fill: 'var(--ink-3)' } as const;
  return [
    Plot.rect([0], { x1: first - 0.5, x2: at, y1: 0, y2: spec.axis.end, fill: 'var(--sunken)' }),
    Plot.ruleX([at], { stroke: 'var(--ink-3)', strokeDasharray: '2 3', insetTop: -20 }),
    Plot.text([spec.cut.before], { ...name, x: at, textAnchor: 'end', dx: -5 }),
    Plot.text([spec.cut.since], { ...name, x: at, textAnchor: 'start', dx: 5 }),
  ];
}

/** Years in which no series has a value. */
function missingMarks(spec: LinesSpec, id: string): Plot.Markish[] {
  const columns = (spec.series[0]?.points ?? []).filter((point) =>
    spec.series.every((series) =>
      series.points.some((each) => each.year === point.year && each.value === null),
    ),
  );
  return [missingYears(columns, id, 0.32, spec.axis.end), absentWords(columns)];
}

/** Up to four years are all labelled, else every other one or fewer, so that they keep apart where the plot has `room` px. */
function yearMarks(years: number[], room: number): Plot.Markish[] {
  const every = Math.max(years.length > 4 ? 2 : 1, yearsApart(years.length, room));
  const last = years.length - 1;
  const labelled = years.filter((_, index) => (last - index) % every === 0);
  return [
    Plot.text(labelled, {
      x: (year: number) => year,
      frameAnchor: 'bottom',
      lineAnchor: 'top',
      dy: 9,
      text: (year: number) => String(year),
      fill: 'var(--ink-2)',
    }),
  ];
}

function seriesMarks(series: LineSeries, index: number, spec: LinesSpec): Plot.Markish[] {
  const colour = COLOUR[series.colour];
  const placed: Placed[] = series.points.map((point) => ({
    ...point,
    segment: spec.cut && point.year <= spec.cut.after ? 0 : 1,
  }));
  const drawn = placed.filter((point) => point.value !== null);
  const value = (point: Placed) => point.value ?? Number.NaN;
  const shared = { x: 'year', z: 'segment' } as const;
  const band = placed.some((point) => point.low !== undefined);
  return [
    ...(band
      ? [
          Plot.areaY(placed, {
            ...shared,
            y1: (point: Placed) => point.low ?? Number.NaN,
            y2: (point: Placed) => point.high ?? Number.NaN,
            fill: colour,
            fillOpacity: 0.14,
            stroke: colour,
            strokeOpacity: 0.5,
            strokeWidth: 0.75,
          }),
          ...loneIntervals(placed, colour),
        ]
      : []),
    Plot.lineY(
      placed.map((point) => (point.incomplete ? { ...point, value: null } : point)),
      { ...shared, y: value, stroke: colour, strokeWidth: 2 },
    ),
    Plot.lineY(dottedEnd(placed), {
      x: 'year',
      y: value,
      stroke: colour,
      strokeWidth: 2,
      strokeDasharray: '2 4',
    }),
    Plot.dot(drawn, {
      x: 'year',
      y: value,
      symbol: series.colour === 'accent' ? 'circle' : 'square',
      r: 3.5,
      fill: (point: Placed) => (point.small || point.incomplete ? 'var(--surface)' : colour),
      stroke: (point: Placed) => (point.small ? 'var(--c-small)' : colour),
      strokeWidth: 1.5,
      title: (point: Placed) => markTitle(index, point.year, point.title),
    }),
  ];
}

/** The way from the last complete year to an incomplete one, where nothing lies between and the form is the same. */
function dottedEnd(placed: Placed[]): Placed[] {
  const at = placed.findIndex((point) => point.incomplete && point.value !== null);
  const before = placed[at - 1];
  const last = placed[at];
  return last && before && before.value !== null && before.segment === last.segment ? [before, last] : [];
}

/** A point without neighbours has no band to stand in: its interval is a bar behind the marker. */
function loneIntervals(placed: Placed[], colour: string): Plot.Markish[] {
  const has = (point: Placed | undefined, segment: number) =>
    point !== undefined && point.value !== null && point.segment === segment;
  const lone = placed.filter(
    (point, index) =>
      has(point, point.segment) &&
      !has(placed[index - 1], point.segment) &&
      !has(placed[index + 1], point.segment),
  );
  return [
    Plot.ruleX(lone, {
      x: 'year',
      y1: 'low',
      y2: 'high',
      stroke: colour,
      strokeOpacity: 0.35,
      strokeWidth: 3,
    }),
  ];
}

/** Name and last value beside the last point of each series, pushed apart so that they never overlap. */
function endLabels(spec: LinesSpec, last: number): Plot.Markish[] {
  const plotHeight = spec.height - 26 - topOf(spec);
  const px = (value: number) => plotHeight * (1 - value / spec.axis.end);
  const labels = spec.series
    .flatMap((series) => {
      const point = series.points.findLast((each) => each.value !== null);
      return point ? [{ series, y: px(point.value ?? 0) }] : [];
    })
    .sort((a, b) => a.y - b.y);
  const lines = (series: LineSeries) => (series.end ? 2 : 1) * LINE_HEIGHT;
  let floor = 0;
  for (const label of labels) {
    label.y = Math.max(label.y, floor + lines(label.series) / 2);
    floor = label.y + lines(label.series) / 2 + 4;
  }
  const over = Math.max(0, floor - plotHeight - 6);
  return labels.flatMap(({ series, y }) => {
    const at = { x: last + 0.5, frameAnchor: 'top', textAnchor: 'start', lineAnchor: 'middle' } as const;
    const middle = y - over;
    return [
      Plot.text([series.name], {
        ...at,
        dx: 3,
        dy: series.end ? middle - LINE_HEIGHT / 2 : middle,
        fontWeight: 600,
        fill: 'var(--ink)',
      }),
      Plot.text(series.end ? [series.end] : [], {
        ...at,
        dx: 3,
        dy: middle + LINE_HEIGHT / 2,
        fill: 'var(--ink)',
      }),
    ];
  });
}

/** Lines over years. */
export const lines: ChartKind<LinesSpec> = { draw: drawLines, beside: 4 };
