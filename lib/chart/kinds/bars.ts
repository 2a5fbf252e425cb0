/** Requests received in each year: bars, with the number of reports they rest on under each year. */
import * as Plot from '@observablehq/plot';
import { incompleteFill, markTitle, type PlotFrame } from '../svg/plot';
import { NARROWEST, textWidth, widest, yearsApart } from '../svg/text-width';
import { formatNumber } from '../../i18n/format';
import type { MetricsRow } from '../../query';
import { type ChartContext, countAxis, countScale, scaledText, scaledUnit } from '../scale';
import { everyYear, incompleteYear, valueIn, type YearPoint } from '../years';
import type { ChartKind } from './kind';
import type { ValueAxis } from '../axis';
import { valueAxis, missingYears, baseline, absentWords } from '../svg/marks';

/** Bars from zero, one a year; `foot` is a row of small figures under the years. */
export type BarsSpec = {
  kind: 'bars';
  label: string;
  unit: string;
  points: YearPoint[];
  foot: { label: string; values: string[] } | null;
  axis: ValueAxis;
};

/** Bars of new_requests by year. Unit: requests (件), or 万件 where the numbers are large. `title` begins its words. Null when no row has a year. */
export function requestsByYearChart(
  rows: readonly MetricsRow[],
  context: ChartContext,
  title: string,
): BarsSpec | null {
  const { language, t } = context;
  const years = everyYear(rows);
  if (years.length === 0) return null;
  const greatest = Math.max(...years.map(({ row }) => valueIn(row, 'new_requests')?.value ?? 0));
  const scale = countScale(greatest, language);
  const incomplete = incompleteYear(years);
  const points = years.map(({ year, row }) => {
    const found = valueIn(row, 'new_requests');
    const value = found?.value ?? null;
    if (found === null || value === null)
      return {
        year,
        value: null,
        text: '',
        absent: t('state.absent'),
        title: t('chart.no_report', { year: String(year) }),
      };
    return {
      year,
      value,
      text: scaledText(value, scale, language),
      title: t('chart.requests.point', {
        year: String(year),
        value: formatNumber(value, language),
        reports: found.reports,
      }),
      ...(year === incomplete ? { incomplete: true } : {}),
    };
  });
  return {
    kind: 'bars',
    label: [title, ...points.map((point) => point.title)].join(t('list.separator')),
    unit: scaledUnit(scale, t('unit.requests'), t),
    points,
    foot: {
      label: t('chart.foot.reports'),
      values: years.map(({ row }) => {
        const reports = valueIn(row, 'new_requests')?.reports ?? 0;
        return reports >= 10_000 ? compact(reports, context) : formatNumber(reports, language);
      }),
    },
    axis: countAxis(greatest, scale, language),
  };
}

const compact = (value: number, { language }: ChartContext): string =>
  new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 }).format(value);

const TOP = 40;
/** Half the width of a column, in years. */
const HALF = 0.32;

/** The plot of a bar chart. Missing years are hatched columns with their word; small n is outlined in grey. */
function drawBars(spec: BarsSpec, id: string): PlotFrame {
  const years = spec.points.map((point) => point.year);
  const drawn = spec.points.filter((point) => point.value !== null);
  const missing = spec.points.filter((point) => point.value === null);
  const footRow = spec.foot ? 16 : 0;
  const left = Math.max(widest(spec.axis.ticks.map((tick) => tick.text)) + 10, footLabelWidth(spec));
  const first = years[0] ?? 0;
  return {
    height: 252 + footRow,
    margins: { left, right: 4, top: TOP, bottom: 26 + footRow },
    x: { type: 'linear', domain: [first - 0.5, (years.at(-1) ?? 0) + 0.5] },
    y: { domain: [0, spec.axis.end] },
    marks: [
      ...valueAxis(spec.axis, spec.unit, { left, top: TOP }),
      missingYears(missing, id, HALF, spec.axis.end),
      Plot.rect(drawn, {
        x1: (point: YearPoint) => point.year - HALF,
        x2: (point: YearPoint) => point.year + HALF,
        y1: 0,
        y2: 'value',
        fill: (point: YearPoint) => barFill(point, id),
        stroke: (point: YearPoint) => (point.small ? 'var(--c-small)' : 'var(--accent)'),
        title: (point: YearPoint) => markTitle(0, point.year, point.title),
      }),
      baseline(),
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
  };
}

function barFill(point: YearPoint, id: string): string {
  if (point.small) return 'var(--surface)';
  return point.incomplete ? incompleteFill(id) : 'var(--accent)';
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

/** Bars over years. */
export const bars: ChartKind<BarsSpec> = { draw: drawBars };
