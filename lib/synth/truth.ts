/**
 * What the totals of a synthetic corpus must come to, computed from the generator's own tree and not from region
 * codes: the deduplicated basis of contract §4, by year and province.
 */
import type { Level } from '../record';
import { type Figures, indexOf } from './figures';
import { readCountry } from './places';
import { type Agency, type Node, planCorpus, YEARS } from './plan';
import { type Step, walk } from './walk';

/** The fields summed, each the `total` column. */
export const TRUTH_FIELDS = [
  'requests.new_requests.total',
  'requests.carried_in.total',
  'requests.granted.total',
  'requests.partial.total',
  'requests.unable_not_held.total',
  'requests.outcomes_total.total',
  'requests.carried_out.total',
  'proceedings.reconsideration.total',
  'proceedings.reconsideration.corrected',
  'proceedings.litigation_direct.total',
] as const;

export type SynthTruth = {
  year: number;
  /** Region code of the province, such as 610000. */
  province: string;
  /** `all`: one group for the whole province. A level: the group of that level alone. */
  level: Exclude<Level, 'national'> | 'all';
  /** Reports that the deduplicated total rests on. */
  reports: number;
  /** Sums of what those reports print; a null adds nothing and is counted in `missing`. */
  printed: Record<string, number>;
  missing: Record<string, number>;
  /** Sums of the true figures of every agency that those reports speak for, each agency once. */
  leaves: Record<string, number>;
};

const INDEXES = TRUTH_FIELDS.map(indexOf);
type ReportStep = Extract<Step, { kind: 'report' }>;

type Sum = { reports: number; printed: Float64Array; missing: Float64Array; leaves: Float64Array };
const zero = (): Sum => ({
  reports: 0,
  printed: new Float64Array(INDEXES.length),
  missing: new Float64Array(INDEXES.length),
  leaves: new Float64Array(INDEXES.length),
});
const zeroYears = (): Sum[] => YEARS.map(zero);

function addSum(into: Sum, from: Sum): void {
  into.reports += from.reports;
  for (const key of ['printed', 'missing', 'leaves'] as const)
    for (let i = 0; i < INDEXES.length; i++) into[key][i] = (into[key][i] ?? 0) + (from[key][i] ?? 0);
}

type Frame = { node: Node; consolidated: (Sum | null)[]; own: Sum[]; inside: Sum[]; truth: Float64Array[] };

/** Deduplicated totals of the corpus that these options make, by year and province, over all levels and by level. */
export function synthesizeTruth(options: { reports: number; seed: number }): SynthTruth[] {
  const totals = new Map<string, Sum[]>();
  const addTo = (province: string, level: string, sums: readonly Sum[]): void => {
    const key = `${province} ${level}`;
    const known = totals.get(key) ?? zeroYears();
    totals.set(key, known);
    known.forEach((sum, year) => {
      addSum(sum, sums[year] ?? zero());
    });
  };
  const stack: Frame[] = [];
  let agency: Agency | null = null;
  let truth: Float64Array[] = [];
  for (const step of walk(planCorpus(readCountry(), options.reports, options.seed))) {
    const frame = stack.at(-1);
    if (step.kind === 'enter') stack.push(frameOf(step.node));
    else if (step.kind === 'leave') leave(stack, addTo);
    else if (step.kind === 'agency') {
      agency = step.counts ? step.agency : null;
      truth = step.figures.map(summed);
      if (agency && frame) addYears(frame.truth, truth);
    } else if (step.kind === 'report' && frame && step.agency === agency) addReport(frame, step, truth);
  }
  return rowsOf(totals);
}

const frameOf = (node: Node): Frame => ({
  node,
  consolidated: YEARS.map(() => null),
  own: zeroYears(),
  inside: zeroYears(),
  truth: YEARS.map(() => new Float64Array(INDEXES.length)),
});

const summed = (figures: Figures): Float64Array => Float64Array.from(INDEXES, (index) => figures[index] ?? 0);

function addArrays(into: Float64Array | undefined, from: Float64Array): void {
  if (into) for (let i = 0; i < into.length; i++) into[i] = (into[i] ?? 0) + (from[i] ?? 0);
}

function addYears(into: Float64Array[], from: Float64Array[]): void {
  from.forEach((figures, year) => {
    addArrays(into[year], figures);
  });
}

function addReport(frame: Frame, step: ReportStep, truth: Float64Array[]): void {
  const isConsolidated = step.scope === 'consolidated';
  const sum = zero();
  sum.reports = 1;
  addArrays(sum.leaves, (isConsolidated ? frame.truth : truth)[step.yearIndex] ?? new Float64Array(0));
  INDEXES.forEach((index, i) => {
    const value = step.report.sheet.values[index] ?? null;
    if (value === null) sum.missing[i] = 1;
    else sum.printed[i] = value;
  });
  if (isConsolidated) frame.consolidated[step.yearIndex] = sum;
  else addSum(frame.own[step.yearIndex] ?? zero(), sum);
}

/** A finished place: its consolidated report stands for everything inside it; without one, its parts do. */
function leave(stack: Frame[], addTo: (province: string, level: string, sums: readonly Sum[]) => void): void {
  const frame = stack.pop();
  if (!frame) return;
  const province = `${frame.node.place.code.slice(0, 2)}0000`;
  frame.own.forEach((own, year) => {
    addSum(frame.inside[year] ?? zero(), own);
  });
  addTo(
    province,
    frame.node.place.level,
    frame.own.map((own, year) => frame.consolidated[year] ?? own),
  );
  const all = frame.inside.map((inside, year) => frame.consolidated[year] ?? inside);
  const above = stack.at(-1);
  if (!above) return addTo(province, 'all', all);
  all.forEach((sum, year) => {
    addSum(above.inside[year] ?? zero(), sum);
  });
  addYears(above.truth, frame.truth);
}

function rowsOf(totals: Map<string, Sum[]>): SynthTruth[] {
  const named = (sums: Float64Array): Record<string, number> =>
    Object.fromEntries(TRUTH_FIELDS.map((id, i) => [id, sums[i] ?? 0]));
  return [...totals].flatMap(([key, sums]) => {
    const [province = '', level = 'all'] = key.split(' ');
    return sums.flatMap(({ reports, printed, missing, leaves }, i) =>
      reports === 0
        ? []
        : {
            year: YEARS[i] ?? YEARS[0],
            province,
            level: level as SynthTruth['level'],
            reports,
            printed: named(printed),
            missing: named(missing),
            leaves: named(leaves),
          },
    );
  });
}
