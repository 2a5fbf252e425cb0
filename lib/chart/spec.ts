/**
 * What a chart says, as plain data: no pixels, no functions, every text already in the language of the page. A chart
 * file makes one from rows; `draw-*.ts` makes a picture of it; the same texts name the points for a screen reader.
 */

/** A value for one year. `value` null: nothing to draw, and `absent` says why in a word (缺, 无法计算). */
export type YearPoint = {
  year: number;
  value: number | null;
  /** 95 % interval, where a rate has one. */
  low?: number;
  high?: number;
  /** The value as it is printed on the chart, and the whole point in words for tooltip and screen reader. */
  text: string;
  title: string;
  absent?: string;
  /** Rests on fewer than 30 cases: drawn grey and hollow. */
  small?: boolean;
};

/** Bars from zero, one a year; `foot` is a row of small figures under the years. */
export type BarsSpec = {
  kind: 'bars';
  label: string;
  unit: string;
  points: YearPoint[];
  foot: { label: string; values: string[] } | null;
  axis: { end: number; ticks: { at: number; text: string }[] };
};

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
  axis: { end: number; ticks: { at: number; text: string }[] };
};

export type StackPart = { name: string; colour: string; on: string; hatched?: boolean };

/** One row of a stack: shares in per cent, in the order of the parts; null shares: `absent` says why. */
export type StackRow = {
  name: string;
  shares: number[] | null;
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

export type ChartSpec = BarsSpec | LinesSpec | StackSpec;
