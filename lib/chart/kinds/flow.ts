/** Requests on their way: received and carried in, handled or carried forward, and what the handled ones became. */
import * as Plot from '@observablehq/plot';
import { halo } from '../svg/marks';
import { markTitle, unexplainedFill, type PlotFrame } from '../svg/plot';
import { NARROWEST, textWidth } from '../svg/text-width';
import { FORM_VERSIONS, LATEST_FORM, OUTCOME_GROUPS, outcomeRows } from '../../form';
import { formatNumber } from '../../i18n/format';
import { labelKey } from '../../i18n/language';
import type { MetricsRow, MetricValue } from '../../query';
import { outcomeParts } from '../kinds/stack/outcome-mix';
import { type ChartContext, countScale, scaledText } from '../scale';
import { valueIn } from '../years';
import type { ChartKind } from './kind';

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

export const FLOW = [
  'carried_in',
  'new_requests',
  'outcomes_total',
  'carried_out',
  ...OUTCOME_GROUPS.map((group) => group.id),
] as const;

/**
 * Conditions (filter `where`) that leave the reports which print every part of the way: of the request as a whole, or of each
 * of these columns of applicants. Versions of the form print 其他处理 in different rows.
 */
export function completeConditions(applicants: readonly string[]): string[] {
  if (applicants.length === 0) return FLOW.map((id) => `${id}>=0`);
  const versions = FORM_VERSIONS.map(outcomeRows);
  const common = outcomeRows(LATEST_FORM).filter((row) => versions.every((rows) => rows.includes(row)));
  // The rows of one version are all known, or those of another: each row of the one or each of the other.
  const own = versions.map((rows) => rows.filter((row) => !common.includes(row)));
  const alternatives = own.reduce<string[][]>(
    (all, rows) => all.flatMap((before) => rows.map((row) => [...new Set([...before, row])])),
    [[]],
  );
  return applicants.flatMap((column) => {
    const known = (row: string): string => `requests.${row}.${column}>=0`;
    return [
      ...['carried_in', 'new_requests', 'outcomes_total', 'carried_out', ...common].map(known),
      ...alternatives.map((rows) => rows.map(known).join('|')),
    ];
  });
}

/**
 * The flow of one row that holds the metrics of `FLOW`, over reports that have them all: null where one is not known or some
 * report lacks one, for then nothing can be told from a difference. Where two stages differ, the difference is a part of
 * its own, "unexplained", at the end of the smaller one.
 */
export function flowChart(row: MetricsRow | null, context: ChartContext, title: string): FlowSpec | null {
  const { language, t } = context;
  const values = new Map(FLOW.map((id): [string, MetricValue | null] => [id, valueIn(row, id)]));
  if ([...values.values()].some((each) => each === null || each.value === null || each.missing > 0))
    return null;
  const value = (id: string): number => values.get(id)?.value ?? 0;
  const inside = value('carried_in') + value('new_requests');
  const outside = value('outcomes_total') + value('carried_out');
  const groups = OUTCOME_GROUPS.reduce((sum, group) => sum + value(group.id), 0);
  const total = Math.max(inside, outside, groups, 1);
  const scale = countScale(total, language);
  const key = labelKey(language);
  const colours = outcomeParts(context);
  const part = (
    name: string,
    count: number,
    colour: string,
    on: string,
    reports: number | null,
  ): FlowPart => ({
    name,
    metric: null,
    value: count,
    text: `${name} ${scaledText(count, scale, language)}`,
    title:
      reports === null
        ? t('flow.point_rest', { name, value: formatNumber(count, language) })
        : t('flow.point', { name, value: formatNumber(count, language), reports }),
    colour,
    on,
  });
  const known = (id: string, name: string, colour: string, on: string): FlowPart => ({
    ...part(name, value(id), colour, on, valueIn(row, id)?.reports ?? 0),
    metric: id,
  });
  const rest = (count: number): FlowPart[] =>
    count <= 0
      ? []
      : [{ ...part(t('chart.outcomes.unexplained'), count, '', 'var(--ink)', null), hatched: true }];
  const stages = [
    {
      name: t('flow.in'),
      parts: [
        known('carried_in', t('row.carried_in'), 'var(--c-peer)', 'var(--surface)'),
        known('new_requests', t('row.new_requests'), 'var(--accent)', 'var(--on-accent)'),
        ...rest(outside - inside),
      ],
    },
    {
      name: t('flow.out'),
      parts: [
        known('outcomes_total', t('row.outcomes_total'), 'var(--accent)', 'var(--on-accent)'),
        known('carried_out', t('row.carried_out'), 'var(--c-peer)', 'var(--surface)'),
        ...rest(inside - outside),
      ],
    },
    {
      name: t('flow.outcomes'),
      parts: [
        ...OUTCOME_GROUPS.map((group, index) =>
          known(group.id, group[key], colours[index]?.colour ?? '', colours[index]?.on ?? ''),
        ),
        ...rest(value('outcomes_total') - groups),
      ],
    },
  ];
  const titles = stages.flatMap(({ name, parts }) => [name, ...parts.map((each) => each.title)]);
  return { kind: 'flow', label: [title, ...titles].join(t('list.separator')), stages, total };
}

const BAR = 26;
const HEAD = 22;
const RIBBON = 40;
const STAGE = HEAD + BAR + RIBBON;
/** Parts narrower than this share of the widest stage carry no number of their own: the key and the table do. */
const LABELLED = 0.13;

type Segment = FlowPart & { stage: number; order: number; from: number; to: number };
type Ribbon = { key: string; y: number; x1: number; x2: number; fill: string };

/** The plot of a flow. All stages have one scale; what does not add up is a hatched part at the end of its stage. */
function drawFlow(spec: FlowSpec, id: string): PlotFrame {
  const segments = spec.stages.flatMap(({ parts }, stage) => placeParts(parts, stage));
  const height = spec.stages.length * STAGE - RIBBON + 4;
  const top = (segment: { stage: number }) => segment.stage * STAGE + HEAD;
  const heads = spec.stages.map(({ name }, stage) => ({ name, y: stage * STAGE + HEAD / 2 }));
  return {
    height,
    margins: { left: 1, right: 1, top: 0, bottom: 0 },
    x: { type: 'linear', domain: [0, spec.total] },
    y: { type: 'linear', domain: [0, height], range: [0, height] },
    marks: [
      Plot.areaX(ribbons(spec, segments), {
        y: 'y',
        x1: 'x1',
        x2: 'x2',
        z: 'key',
        curve: 'bump-y',
        fill: 'fill',
        fillOpacity: 0.22,
      }),
      Plot.rect(segments, {
        x1: 'from',
        x2: 'to',
        y1: top,
        y2: (segment: Segment) => top(segment) + BAR,
        fill: (segment: Segment) => (segment.hatched ? unexplainedFill(id) : segment.colour),
        stroke: 'var(--surface)',
        title: (segment: Segment) => markTitle(segment.stage, segment.order, segment.title),
      }),
      ...partTexts(segments, spec.total, top),
      Plot.text(heads, {
        frameAnchor: 'left',
        textAnchor: 'start',
        y: 'y',
        text: 'name',
        ...halo,
        strokeWidth: 5,
        fill: 'var(--ink-2)',
      }),
    ],
  };
}

/** Names and numbers in the parts; one too long for the first or last part on a phone keeps to the picture's edge. */
function partTexts(
  segments: readonly Segment[],
  total: number,
  top: (segment: Segment) => number,
): Plot.Markish[] {
  const labelled = segments.filter((segment) => segment.value >= total * LABELLED && !segment.hatched);
  const anchorOf = (segment: Segment): 'start' | 'middle' | 'end' => {
    if (textWidth(segment.text) <= (segment.value / total) * NARROWEST) return 'middle';
    if (segment.from === 0) return 'start';
    return segment.to === total ? 'end' : 'middle';
  };
  const x = { start: 'from', middle: (each: Segment) => (each.from + each.to) / 2, end: 'to' } as const;
  const dx = { start: 4, middle: 0, end: -4 } as const;
  return (['start', 'middle', 'end'] as const).map((anchor) =>
    Plot.text(
      labelled.filter((segment) => anchorOf(segment) === anchor),
      {
        x: x[anchor],
        dx: dx[anchor],
        textAnchor: anchor,
        y: (segment: Segment) => top(segment) + BAR / 2,
        text: 'text',
        fill: 'on',
      },
    ),
  );
}

function placeParts(parts: readonly FlowPart[], stage: number): Segment[] {
  let from = 0;
  return parts.flatMap((part, order) => {
    const start = from;
    from += part.value;
    return part.value > 0 ? [{ ...part, stage, order, from: start, to: from }] : [];
  });
}

/** Each part of a stage runs into what stands at the same places of the next: stages have one scale and one order. */
function ribbons(spec: FlowSpec, segments: Segment[]): Ribbon[] {
  return segments.flatMap((below) => {
    if (below.stage === 0 || below.hatched) return [];
    const above = segments.filter((each) => each.stage === below.stage - 1 && !each.hatched);
    const last = Math.max(0, ...above.map((each) => each.to));
    const to = Math.min(below.to, last);
    if (to <= below.from || spec.total <= 0) return [];
    const key = `${below.stage}-${below.order}`;
    const y = (below.stage - 1) * STAGE + HEAD + BAR;
    const ends = { key, x1: below.from, x2: to, fill: below.colour };
    return [
      { ...ends, y },
      { ...ends, y: y + RIBBON + HEAD },
    ];
  });
}

/** Stages of a flow below each other. */
export const flow: ChartKind<FlowSpec> = { draw: drawFlow };
