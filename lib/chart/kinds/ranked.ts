/** Groups as a list of values: regions, levels, kinds of applicant, reasons. */
import * as Plot from '@observablehq/plot';
import { halo } from '../svg/marks';
import { markTitle, missingFill, type PlotFrame } from '../svg/plot';
import { textWidth, widest } from '../svg/text-width';
import { wrapText } from '../svg/wrap-text';
import { formatNumber, formatPercent } from '../../i18n/format';
import { labelKey } from '../../i18n/language';
import { type Metric, metricById } from '../../metrics/registry';
import type { MetricsRow, MetricValue } from '../../query';
import { type ChartContext, countAxis, countScale, rateAxis, scaledText, scaledUnit } from '../scale';
import { SMALL_N, wilsonInterval } from '../../metrics/wilson';
import type { ChartKind } from './kind';
import type { ValueAxis } from '../axis';

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

export type NamedValue = { name: string; value: MetricValue | null };

/** Rates that are no exact proportion: cases may belong to decisions of another year. Their interval is approximate. */
export const isInterval = (metric: Metric): boolean => metric.kind === 'rate';

/**
 * The rows of an answer in the order in which they are shown by a metric: greatest first; of a rate, groups of fewer
 * than 30 cases take no rank and follow in their own order, and groups without a value or without a name come last.
 */
export function rankedRows(rows: readonly MetricsRow[], metricId: string): MetricsRow[] {
  const place = (row: MetricsRow): number => {
    const found = row.values[metricId];
    if (Object.values(row.key).includes(null)) return 3;
    if (!found || found.value === null) return 2;
    return isSmall(found) ? 1 : 0;
  };
  return [...rows].sort(
    (a, b) =>
      place(a) - place(b) ||
      (place(a) === 0 ? (b.values[metricId]?.value ?? 0) - (a.values[metricId]?.value ?? 0) : 0),
  );
}

/** Whether a value is a rate of fewer than 30 cases. */
export const isSmall = (found: MetricValue): boolean =>
  found.denominator !== null && found.denominator < SMALL_N;

/** Bars of a count or dots of a rate with its interval, in the order given; null when there is no row. */
export function rankedChart(
  values: readonly NamedValue[],
  metricId: string,
  context: ChartContext,
  title: string,
): RankedSpec | null {
  const metric = metricById(metricId);
  if (!metric || values.length === 0) return null;
  return metric.kind === 'rate'
    ? rankedRates(values, metric, context, title)
    : rankedCounts(values, metric, context, title);
}

function rankedCounts(
  values: readonly NamedValue[],
  metric: Metric,
  context: ChartContext,
  title: string,
): RankedSpec {
  const { language, t } = context;
  const greatest = Math.max(0, ...values.map(({ value }) => value?.value ?? 0));
  const scale = countScale(greatest, language);
  const unit = metric.unit[labelKey(language)];
  const rows = values.map(({ name, value }): RankedRow => {
    if (!value || value.value === null) return absentRow(name, t('state.absent'));
    return {
      name,
      value: value.value,
      text: scaledText(value.value, scale, language),
      title: t('chart.named.count', {
        name,
        value: formatNumber(value.value, language),
        unit,
        reports: value.reports,
      }),
    };
  });
  return {
    kind: 'ranked',
    mark: 'bar',
    label: labelOf(title, rows, context),
    unit: scaledUnit(scale, unit, t),
    endHead: '',
    rows,
    axis: countAxis(greatest, scale, language),
  };
}

function rankedRates(
  values: readonly NamedValue[],
  metric: Metric,
  context: ChartContext,
  title: string,
): RankedSpec {
  const { language, t } = context;
  const rows = values.map(({ name, value }): RankedRow => {
    if (!value || value.value === null)
      return absentRow(name, t(value && value.reports > 0 ? 'value.no_rate' : 'state.absent'));
    const numerator = value.numerator ?? 0;
    const denominator = value.denominator ?? 0;
    const range = isInterval(metric) ? wilsonInterval(numerator, denominator) : null;
    const text = formatPercent(value.value, language);
    return {
      name,
      value: value.value * 100,
      ...(range ? { low: range.low * 100, high: range.high * 100 } : {}),
      text: `${text} · ${formatNumber(denominator, language)}`,
      small: denominator < SMALL_N,
      title:
        t('chart.named.rate', {
          name,
          value: text,
          numerator: formatNumber(numerator, language),
          denominator: formatNumber(denominator, language),
          reports: value.reports,
        }) +
        (range
          ? t('chart.rate.interval', {
              low: formatPercent(range.low, language),
              high: formatPercent(range.high, language),
            })
          : ''),
    };
  });
  // The interval of a small group may reach 100 %: the axis follows the groups that take a rank, when there are any.
  const ranked = rows.filter((row) => !row.small);
  const reach = (ranked.length > 0 ? ranked : rows).map((row) => row.high ?? row.value ?? 0);
  const values100 = rows.map((row) => row.value ?? 0);
  const axis = rateAxis(Math.max(0, ...reach, ...values100) / 100, language);
  return {
    kind: 'ranked',
    mark: 'dot',
    label: labelOf(title, rows, context),
    unit: '%',
    endHead: t('chart.ranked.end'),
    rows: rows.map((row) => (row.high === undefined ? row : { ...row, high: Math.min(row.high, axis.end) })),
    axis,
  };
}

const absentRow = (name: string, word: string): RankedRow => ({
  name,
  value: null,
  text: word,
  absent: word,
  title: `${name} ${word}`,
});

const labelOf = (title: string, rows: readonly RankedRow[], { t }: ChartContext): string =>
  [title, ...rows.map((row) => row.title)].join(t('list.separator'));

const BAR = 14;
const LINE = 16;
const TOP = 24;
const BOTTOM = 24;
/** Names up to this many px stand left of the bars; longer ones above them, in lines of at most the second width. */
const BESIDE = 104;
const ABOVE = 276;

type Placed = RankedRow & { at: number; lines: string[]; y: number };

/** The plot of a list of values. A row without a value is a hatched outline with its word; small n is grey and hollow. */
function drawRanked(spec: RankedSpec, id: string): PlotFrame {
  const isBeside = widest(spec.rows.map((row) => row.name)) <= BESIDE;
  const { rows, height } = placeRows(spec.rows, isBeside);
  const left = isBeside ? widest(spec.rows.map((row) => row.name)) + 8 : 5;
  const right = Math.max(widest(spec.rows.map((row) => row.text)), 1) + 10;
  const drawn = rows.filter((row) => row.value !== null);
  const missing = rows.filter((row) => row.value === null);
  const title = (row: Placed) => markTitle(0, row.at, row.title);
  const y1 = (row: Placed) => row.y - BAR / 2;
  const y2 = (row: Placed) => row.y + BAR / 2;
  return {
    height: TOP + height + BOTTOM,
    margins: { left, right, top: TOP, bottom: BOTTOM },
    x: { type: 'linear', domain: [0, spec.axis.end] },
    y: { type: 'linear', domain: [0, Math.max(height, 1)], range: [TOP, TOP + height] },
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
  };
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

/** Named values below each other. */
export const ranked: ChartKind<RankedSpec> = { draw: drawRanked };
