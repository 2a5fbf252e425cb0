/**
 * The true figures of one agency over the years, before anything is printed: requests by applicant and outcome with
 * what is carried over, reviews and suits, and the counts of table 2 with their stocks. Everything adds up here.
 * One number a field of the form, in the order of ALL_FIELDS; fees in hundredths of 万元 so that sums stay exact.
 */
import { ALL_FIELDS, APPLICANT_COLUMNS, OUTCOME_GROUPS, REQUEST_COLUMNS, REQUEST_ROWS } from '../form';
import { YEARS } from './plan';
import { binomial, integer, lognormal, normal, poisson, type Random, shareOut } from './random';

export type Figures = Float64Array;

export const FIELD_INDEX: ReadonlyMap<string, number> = new Map(ALL_FIELDS.map((field, i) => [field.id, i]));
export const FEES = indexOf('disclosure.administrative_fees.amount_10k_yuan');

/** Position of a field in Figures; throws for an id the form does not have. */
export function indexOf(fieldId: string): number {
  const index = FIELD_INDEX.get(fieldId);
  if (index === undefined) throw new RangeError(`found field ${fieldId}, expected one of the form`);
  return index;
}

/** Figures of all years, all zero. */
export const zeroFigures = (): Figures[] => YEARS.map(() => new Float64Array(ALL_FIELDS.length));

/** What drives an agency's figures. Means are for 2019. */
export type Profile = {
  requests: number;
  decisions: number;
  /** Rules can only be issued by governments of provinces and larger cities. */
  rules: { stock: number; issued: number };
  documents: { stock: number; issued: number };
  /** Fees a year in 万元, 0 where the agency collects none. */
  fees: number;
  procurement: number;
};

const COLUMNS = REQUEST_COLUMNS.length;
const TOTAL = COLUMNS - 1;
const ROW = new Map<string, number>(REQUEST_ROWS.map((row, i) => [row.id, i * COLUMNS]));
const rowAt = (id: string): number => ROW.get(id) ?? 0;
const NEW = rowAt('new_requests');
const IN = rowAt('carried_in');
const OUTCOMES = rowAt('outcomes_total');
const OUT = rowAt('carried_out');
const OTHER = rowAt('other_total');

/** How demand grew against 2019, and how grants gave way to refusals and reviews. */
const GROWTH = [1, 0.96, 1.12, 1.2, 1.38, 1.52, 1.6];
const GRANTED = [0.58, 0.57, 0.56, 0.54, 0.53, 0.52, 0.51];
const REVIEWED = [0.05, 0.053, 0.058, 0.066, 0.074, 0.086, 0.09];
const SUED = [0.022, 0.022, 0.021, 0.021, 0.02, 0.014, 0.012];
const SUED_AFTER = [0.011, 0.012, 0.013, 0.014, 0.015, 0.017, 0.018];

const APPLICANTS = [0.865, 0.09, 0.004, 0.003, 0.023, 0.015];
const GROUP_WEIGHTS: Record<string, number> = {
  partial: 0.075,
  denied: 0.1,
  unable: 0.17,
  not_processed: 0.07,
  other: 0.035,
};
const ROW_WEIGHTS: Record<string, number[]> = {
  denied: [0.04, 0.1, 0.03, 0.15, 0.14, 0.12, 0.22, 0.2],
  unable: [0.8, 0.1, 0.1],
  not_processed: [0.6, 0.2, 0.03, 0.07, 0.1],
  other: [0.45, 0.02, 0.53],
};

/** The outcome rows drawn, with their weight inside their group; other_total is their sum and is not drawn. */
const DRAWN = OUTCOME_GROUPS.flatMap((group) => {
  const rows = REQUEST_ROWS.filter((row) => row.group === group.id && row.id !== 'other_total');
  return rows.map((row, i) => ({
    group: group.id,
    at: rowAt(row.id),
    weight: ROW_WEIGHTS[group.id]?.[i] ?? 1,
  }));
});

/** Fills `years` (which must be zero) with an agency's true figures. */
export function simulate(random: Random, profile: Profile, years: Figures[]): void {
  simulateRequests(random, profile, years);
  simulateDisclosure(random, profile, years);
}

function simulateRequests(random: Random, profile: Profile, years: Figures[]): void {
  const lean = Array.from({ length: DRAWN.length }, () => Math.exp(0.35 * normal(random)));
  const applicants = APPLICANTS.map((share) => share * Math.exp(0.4 * normal(random)));
  const carries = 0.03 + 0.06 * random();
  let open = shareOut(random, binomial(random, poisson(random, profile.requests), carries), applicants);
  let demand = profile.requests;
  years.forEach((figures, year) => {
    const received = poisson(random, demand * (GROWTH[year] ?? 1));
    demand *= Math.exp(0.18 * normal(random));
    if (received === 0 && open.every((count) => count === 0)) return;
    const fresh = shareOut(random, received, applicants);
    const weights = DRAWN.map(
      ({ group, weight }, i) =>
        (lean[i] ?? 1) *
        weight *
        (group === 'granted' ? (GRANTED[year] ?? 0.5) : (GROUP_WEIGHTS[group] ?? 0)),
    );
    open = APPLICANT_COLUMNS.map((_, column) => {
      const carriedIn = open[column] ?? 0;
      const all = (fresh[column] ?? 0) + carriedIn;
      const carriedOut = binomial(random, all, carries);
      add(figures, NEW, column, fresh[column] ?? 0);
      add(figures, IN, column, carriedIn);
      add(figures, OUT, column, carriedOut);
      add(figures, OUTCOMES, column, all - carriedOut);
      shareOut(random, all - carriedOut, weights).forEach((count, i) => {
        const row = DRAWN[i];
        if (count === 0 || !row) return;
        add(figures, row.at, column, count);
        if (row.group === 'other') add(figures, OTHER, column, count);
      });
      return carriedOut;
    });
    simulateProceedings(random, figures, year);
  });
}

function add(figures: Figures, row: number, column: number, count: number): void {
  if (count === 0) return;
  figures[row + column] = (figures[row + column] ?? 0) + count;
  figures[row + TOTAL] = (figures[row + TOTAL] ?? 0) + count;
}

const PROCEEDINGS = [
  { at: indexOf('proceedings.reconsideration.upheld'), rates: REVIEWED, results: [0.58, 0.14, 0.16, 0.12] },
  { at: indexOf('proceedings.litigation_direct.upheld'), rates: SUED, results: [0.56, 0.12, 0.18, 0.14] },
  {
    at: indexOf('proceedings.litigation_after_reconsideration.upheld'),
    rates: SUED_AFTER,
    results: [0.66, 0.08, 0.12, 0.14],
  },
];

function simulateProceedings(random: Random, figures: Figures, year: number): void {
  const handled = figures[OUTCOMES + TOTAL] ?? 0;
  for (const { at, rates, results } of PROCEEDINGS) {
    const cases = binomial(random, handled, rates[year] ?? 0);
    if (cases === 0) continue;
    shareOut(random, cases, results).forEach((count, i) => {
      figures[at + i] = count;
    });
    figures[at + 4] = cases;
  }
}

const at = (row: string, column: string): number => indexOf(`disclosure.${row}.${column}`);
const STOCKS = (['rules', 'documents'] as const).map((kind) => {
  const row = kind === 'rules' ? 'rules' : 'normative_documents';
  return {
    kind,
    newMade: at(row, 'new_made'),
    newlyDisclosed: at(row, 'newly_disclosed'),
    disclosed: at(row, 'disclosed_total'),
    issued: at(row, 'issued'),
    repealed: at(row, 'repealed'),
    inForce: at(row, 'in_force'),
  };
});
const ITEMS = [
  { row: 'licensing', share: 1 },
  { row: 'other_services', share: 0.5 },
  { row: 'penalties', share: 0.35 },
  { row: 'compulsory_measures', share: 0.03 },
  { row: 'administrative_fees', share: 0 },
].map(({ row, share }) => ({
  share,
  last: at(row, 'items_last_year'),
  change: at(row, 'items_change'),
  decisions: row === 'administrative_fees' ? -1 : at(row, 'decisions'),
}));
const PROJECTS = at('procurement', 'projects');
const AMOUNT = at('procurement', 'amount_yuan');

function simulateDisclosure(random: Random, profile: Profile, years: Figures[]): void {
  for (const each of STOCKS) simulateStock(random, profile[each.kind], each, years);
  for (const each of ITEMS) {
    const isFees = each.decisions < 0;
    const busy = isFees ? profile.fees : profile.decisions * each.share;
    if (busy <= 0.01) continue;
    let items = isFees ? integer(random, 1, 6) : poisson(random, 4 + Math.sqrt(busy) * 2);
    for (const figures of years) {
      const change = random() < 0.6 ? 0 : Math.max(-items, Math.round(items * 0.15 * normal(random)) + 0);
      figures[each.last] = items;
      figures[each.change] = change;
      items += change;
      if (!isFees) figures[each.decisions] = poisson(random, busy * Math.exp(0.2 * normal(random)));
    }
  }
  for (const figures of years) {
    if (profile.fees > 0) figures[FEES] = Math.round(lognormal(random, profile.fees, 0.3) * 100);
    const projects = poisson(random, profile.procurement);
    if (projects === 0) continue;
    figures[PROJECTS] = projects;
    figures[AMOUNT] = Math.round(lognormal(random, projects * 180_000, 0.6));
  }
}

function simulateStock(
  random: Random,
  { stock, issued }: { stock: number; issued: number },
  each: (typeof STOCKS)[number],
  years: Figures[],
): void {
  if (stock <= 0 && issued <= 0) return;
  let inForce = poisson(random, stock);
  for (const figures of years) {
    const made = poisson(random, issued);
    const repealed = Math.min(inForce, poisson(random, issued * 0.7));
    inForce += made - repealed;
    figures[each.newMade] = made;
    figures[each.newlyDisclosed] = Math.max(0, made - (random() < 0.15 ? 1 : 0));
    figures[each.disclosed] = inForce;
    figures[each.issued] = made;
    figures[each.repealed] = repealed;
    figures[each.inForce] = inForce;
  }
}
