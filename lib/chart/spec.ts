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
  /** The newest year, for which reports are still missing: drawn hollow, its line dotted. */
  incomplete?: boolean;
};

/** A value axis: where it ends (it may start above 0 for dots) and its grid lines. */
export type ValueAxis = { end: number; ticks: { at: number; text: string }[] };

/** Bars from zero, one a year; `foot` is a row of small figures under the years. */
export type BarsSpec = {
  kind: 'bars';
  label: string;
  unit: string;
  points: YearPoint[];
  foot: { label: string; values: string[] } | null;
  axis: ValueAxis;
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
  axis: ValueAxis;
};

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

/** One named value in a list of values. `text` stands at its right end. */
export type RankedRow = {
  name: string;
  value: number | null;
  low?: number;
  high?: number;
  text: string;
  title: string;
  small?: boolean;
  /** The word in place of a mark, where there is no value. */
  absent?: string;
};

/** Rows below each other: bars from zero, or dots with their interval behind. */
export type RankedSpec = {
  kind: 'ranked';
  mark: 'bar' | 'dot';
  label: string;
  unit: string;
  /** What the figures at the right end are. */
  endHead: string;
  rows: RankedRow[];
  axis: ValueAxis;
};

/** A labelled square. `level` 1–6 is its class; null with `look` says why it has none. */
export type Tile = {
  column: number;
  row: number;
  name: string;
  text: string;
  title: string;
  level: number | null;
  look: 'value' | 'missing' | 'small' | 'outside';
};

/** Squares in a grid. `rowNames` and `columnNames` stand at its edges; both are empty for a map. */
export type TilesSpec = {
  kind: 'tiles';
  label: string;
  columns: number;
  rows: number;
  rowNames: string[];
  columnNames: string[];
  tiles: Tile[];
  /** The classes from low to high, each with its limits in words; empty when nothing is classed. */
  classes: { level: number; text: string }[];
};

/** A part of a stage, its width in requests. */
export type FlowPart = {
  name: string;
  /** The metric it counts; null for what does not add up. */
  metric: string | null;
  value: number;
  text: string;
  title: string;
  colour: string;
  on: string;
  hatched?: boolean;
};

/** Stages below each other, each a bar of parts; `links` join a part to the part below that it becomes. */
export type FlowSpec = {
  kind: 'flow';
  label: string;
  stages: { name: string; parts: FlowPart[] }[];
  total: number;
};

/** One value among those of others, all in per cent: a tick each, a box for the middle half, a line for the median. */
export type StripSpec = {
  kind: 'strip';
  label: string;
  values: number[];
  box: { q1: number; median: number; q3: number } | null;
  own: number | null;
  /** What its marks say. */
  words: { half: string; median: string; own: string };
  /** The word in place of marks, where there is neither an own value nor another. */
  absent: string | null;
  /** Rests on fewer than 30 cases: grey and hollow. */
  small: boolean;
  /** Ends and middle of the axis. */
  axis: ValueAxis;
};

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

export type ChartSpec =
  | BarsSpec
  | LinesSpec
  | StackSpec
  | RankedSpec
  | TilesSpec
  | FlowSpec
  | StripSpec
  | SpreadSpec
  | CarrySpec;
