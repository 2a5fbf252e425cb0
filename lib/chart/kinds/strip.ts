/** One agency among its peers in one rate: a tick an agency, a box for the middle half, a line for the median. */
import * as Plot from '@observablehq/plot';
import { halo } from '../svg/marks';
import { markTitle, missingFill, type PlotFrame } from '../svg/plot';
import { formatPercent } from '../../i18n/format';
import type { PeerStanding } from '../../query';
import { niceAxis, type ValueAxis } from '../axis';
import type { ChartContext } from '../scale';
import type { ChartKind } from './kind';
import { baseline } from '../svg/marks';

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

/** The strip of a rate, in words where neither the agency nor its peers have a value. `name` is that of the rate. */
export function peerStrip(
  standing: PeerStanding,
  name: string,
  small: boolean,
  { language, t }: ChartContext,
): StripSpec {
  const { own, values, quartiles } = standing;
  const per = (rate: number) => rate * 100;
  const greatest = Math.max(...values.map(per), per(own.value ?? 0));
  const { end } = niceAxis(greatest);
  const said = (rate: number) => formatPercent(rate, language);
  return {
    kind: 'strip',
    label: t(quartiles ? 'peers.strip' : 'peers.strip_alone', {
      name,
      own: own.value === null ? t('value.no_rate') : said(own.value),
      peers: standing.peers,
      ...(quartiles
        ? { q1: said(quartiles.q1), median: said(quartiles.median), q3: said(quartiles.q3) }
        : { q1: '', median: '', q3: '' }),
    }),
    values: values.map(per),
    box: quartiles ? { q1: per(quartiles.q1), median: per(quartiles.median), q3: per(quartiles.q3) } : null,
    own: own.value === null ? null : per(own.value),
    words: {
      half: quartiles ? t('peers.mark_half', { q1: said(quartiles.q1), q3: said(quartiles.q3) }) : '',
      median: quartiles ? t('peers.mark_median', { value: said(quartiles.median) }) : '',
      own: own.value === null ? '' : t('peers.mark_own', { value: said(own.value) }),
    },
    absent: own.value === null && values.length === 0 ? t('peers.none') : null,
    small,
    axis: {
      end,
      ticks: [0, end / 2, end].map((at) => ({
        at,
        text: formatPercent(at / 100, language, at % 1 === 0 ? 0 : 1),
      })),
    },
  };
}

const TOP = 5;
const BOTTOM = 20;
const HEIGHT = 48;

/** A tick as a stretch of a line with a break after it: two hundred of them make one path. */
const tick = (value: number): [number, number][] => [
  [value, 0.2],
  [value, 0.8],
  [Number.NaN, Number.NaN],
];

/** The plot of a strip. Ticks of the peers, box of their middle half, median, then the agency itself as a dot. */
function drawStrip(spec: StripSpec, id: string): PlotFrame {
  const own = spec.own === null ? [] : [spec.own];
  const box = spec.box ? [spec.box] : [];
  const absent = spec.absent === null ? [] : [spec.absent];
  return {
    height: HEIGHT,
    margins: { left: 12, right: 20, top: TOP, bottom: BOTTOM },
    x: { type: 'linear', domain: [0, spec.axis.end] },
    y: { domain: [0, 1] },
    marks: [
      Plot.rect(absent, {
        x1: 0,
        x2: spec.axis.end,
        y1: 0,
        y2: 1,
        fill: missingFill(id),
        stroke: 'var(--c-missing)',
      }),
      Plot.rect(box, {
        x1: 'q1',
        x2: 'q3',
        y1: 0,
        y2: 1,
        fill: 'var(--sunken)',
        stroke: 'var(--line-strong)',
        title: () => markTitle(0, 0, spec.words.half),
      }),
      Plot.line(spec.values.flatMap(tick), {
        x: '0',
        y: '1',
        stroke: 'var(--c-peer)',
        strokeOpacity: 0.75,
        strokeWidth: 1,
      }),
      Plot.ruleX(box, {
        x: 'median',
        y1: 0,
        y2: 1,
        stroke: 'var(--ink)',
        strokeWidth: 2,
        title: () => markTitle(0, 1, spec.words.median),
      }),
      baseline(),
      Plot.dot(own, {
        x: (value: number) => value,
        y: 0.5,
        r: 6,
        fill: spec.small ? 'var(--surface)' : 'var(--accent)',
        stroke: spec.small ? 'var(--c-small)' : 'var(--surface)',
        strokeWidth: 2,
        title: () => markTitle(0, 2, spec.words.own),
      }),
      Plot.text(absent, {
        x: spec.axis.end / 2,
        y: 0.5,
        text: (word: string) => word,
        ...halo,
        strokeWidth: 6,
        fill: 'var(--ink-2)',
      }),
      Plot.text(spec.axis.ticks, {
        x: 'at',
        frameAnchor: 'bottom',
        lineAnchor: 'top',
        dy: 5,
        text: 'text',
        fill: 'var(--ink-3)',
      }),
    ],
  };
}

/** One value among those of others. */
export const strip: ChartKind<StripSpec> = { draw: drawStrip, beside: 2 };
