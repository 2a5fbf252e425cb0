/**
 * Walks a plan children first, so that a consolidated report is the sum of every true figure inside its region plus
 * its own part. Only the sums of the places being walked are held: memory does not grow with the corpus.
 */
import type { Scope } from '../record';
import { type Figures, simulate, zeroFigures } from './figures';
import { flawSheet } from './flaws';
import {
  type Agency,
  agenciesOf,
  type Node,
  nationalAgencies,
  type Plan,
  publishedYears,
  YEARS,
} from './plan';
import { printSheet } from './print';
import { profileOf } from './profile';
import { type Random, randomOf, seedOf } from './random';
import { type PrintedReport, reportOf } from './record';

/** What happens on a walk: an agency's true figures are known, a report is printed, a place is finished. */
export type Step =
  | { kind: 'agency'; agency: Agency; counts: boolean; figures: readonly Figures[] }
  | { kind: 'report'; agency: Agency; scope: Scope; yearIndex: number; report: PrintedReport }
  | { kind: 'enter' | 'leave'; node: Node };

const isInRegionTotals = (agency: Agency): boolean =>
  agency.level !== 'national' && agency.body !== 'vertical' && agency.body !== 'institution';

/** Consolidated where its report contains its region. Most governments do; some report only on themselves, some do not say. */
function scopeOf(random: Random, agency: Agency): Scope {
  const draw = random();
  if (agency.consolidates) {
    if (agency.level === 'province') return 'consolidated';
    return draw < 0.9 ? 'consolidated' : draw < 0.95 ? 'own' : 'unknown';
  }
  return draw < 0.95 ? 'own' : 'unknown';
}

/**
 * Every step of the plan in a fixed order: agencies, their reports by year, and the places around them. A corpus too small
 * to leave out enough reports of single agencies ends before its last governments.
 */
export function* walk(plan: Plan): Generator<Step> {
  let left = plan.reports;
  for (const step of walkAll(plan)) if (step.kind !== 'report' || left-- > 0) yield step;
}

function* walkAll(plan: Plan): Generator<Step> {
  const buffers = zeroFigures();
  const state = { leaf: 0 };
  for (const agency of nationalAgencies(plan)) yield* walkLeaf(plan, state, agency, null, buffers, null);
  for (const province of plan.provinces) yield* walkNode(plan, state, province, buffers, null);
}

type State = { leaf: number };

function* walkNode(
  plan: Plan,
  state: State,
  node: Node,
  buffers: Figures[],
  parent: Figures[] | null,
): Generator<Step> {
  yield { kind: 'enter', node };
  if (node.place.level === 'township') {
    for (const agency of agenciesOf(node)) yield* walkLeaf(plan, state, agency, node, buffers, parent);
    yield { kind: 'leave', node };
    return;
  }
  const sums = zeroFigures();
  for (const child of node.inside) yield* walkNode(plan, state, child, buffers, sums);
  const [government, ...bodies] = agenciesOf(node);
  for (const agency of bodies) yield* walkLeaf(plan, state, agency, node, buffers, sums);
  if (government) yield* walkGovernment(plan, government, node, buffers, sums);
  if (parent) addFigures(parent, sums);
  yield { kind: 'leave', node };
}

/** An agency that reports on itself alone. */
function* walkLeaf(
  plan: Plan,
  state: State,
  agency: Agency,
  node: Node | null,
  buffers: Figures[],
  sums: Figures[] | null,
): Generator<Step> {
  const random = randomOf(seedOf(plan.seed, 'agency', agency.key));
  const scope = scopeOf(random, agency);
  for (const figures of buffers) figures.fill(0);
  simulate(random, profileOf(random, agency, node), buffers);
  const counts = isInRegionTotals(agency);
  yield { kind: 'agency', agency, counts, figures: buffers };
  if (sums && counts) addFigures(sums, buffers);
  const published = publishedYears(plan.seed, agency);
  for (let i = 0; i < YEARS.length; i++) {
    if (!((published >> i) & 1)) continue;
    if (isLeftOut(plan, state.leaf++)) continue;
    yield reportStep(plan, agency, scope, i, buffers[i] as Figures);
  }
}

/** A government: its own part joins the sums of its region; a consolidated report prints all of them. */
function* walkGovernment(
  plan: Plan,
  agency: Agency,
  node: Node,
  buffers: Figures[],
  sums: Figures[],
): Generator<Step> {
  const random = randomOf(seedOf(plan.seed, 'agency', agency.key));
  const scope = scopeOf(random, agency);
  for (const figures of buffers) figures.fill(0);
  simulate(random, profileOf(random, agency, node), buffers);
  yield { kind: 'agency', agency, counts: true, figures: buffers };
  addFigures(sums, buffers);
  const printed = scope === 'consolidated' ? sums : buffers;
  const published = publishedYears(plan.seed, agency);
  for (let i = 0; i < YEARS.length; i++)
    if ((published >> i) & 1) yield reportStep(plan, agency, scope, i, printed[i] as Figures);
}

function reportStep(plan: Plan, agency: Agency, scope: Scope, yearIndex: number, figures: Figures): Step {
  const year = YEARS[yearIndex] ?? YEARS[0];
  const random = randomOf(seedOf(plan.seed, 'report', agency.key, year));
  const sheet = printSheet(random, figures, year, agency);
  const mayFail = flawSheet(random, sheet);
  return {
    kind: 'report',
    agency,
    scope,
    yearIndex,
    report: reportOf(random, plan.seed, agency, scope, year, sheet, mayFail),
  };
}

/** Spreads the reports that are left out evenly over all of them. */
function isLeftOut({ leafReports, leftOut }: Plan, index: number): boolean {
  return Math.floor(((index + 1) * leftOut) / leafReports) > Math.floor((index * leftOut) / leafReports);
}

function addFigures(into: Figures[], from: readonly Figures[]): void {
  for (let year = 0; year < into.length; year++) {
    const to = into[year];
    const add = from[year];
    if (!to || !add) continue;
    for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + (add[i] ?? 0);
  }
}
