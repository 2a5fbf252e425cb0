/**
 * Which agencies a corpus of a given size has, and which of their years are published. Places are taken in by a
 * seeded priority, so a larger corpus contains every level more densely; the number of reports comes out exact.
 */
import type { Body, Level } from '../record';
import { BODY_SHAPES, type BodyShape, CORPS, CORPS_REGION, NATIONAL_BODIES } from './bodies';
import type { Place } from './places';
import { integer, randomOf, seedOf } from './random';

export const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025] as const;

/** A place that the corpus covers: the bodies beside its government that report, and the places inside it. */
export type Node = { place: Place; above: Place[]; bodies: readonly BodyShape[]; inside: Node[] };

export type Plan = {
  seed: number;
  reports: number;
  nationalBodies: number;
  provinces: Node[];
  /** Reports of single agencies that the plan holds, and how many of them are left out to meet the exact number. */
  leafReports: number;
  leftOut: number;
};

/** One agency: who it is, before any figure. `consolidates` where its report may contain those of its region. */
export type Agency = {
  key: string;
  shortName: string;
  level: Level;
  body: Body;
  place: Place | null;
  above: Place[];
  demand: number;
  decisions: number;
  consolidates: boolean;
};

/** The agencies of the central government in this plan. */
export const nationalAgencies = (plan: Pick<Plan, 'nationalBodies'>): Agency[] =>
  NATIONAL_BODIES.slice(0, plan.nationalBodies).map(({ name, body, demand }) => ({
    key: `100000-${name}`,
    shortName: name,
    level: 'national',
    body,
    place: null,
    above: [],
    demand,
    decisions: demand,
    consolidates: false,
  }));

/** The agencies of one place: its government (or subdistrict office) first, then the bodies beside it. */
export function* agenciesOf(node: Node): Generator<Agency> {
  const { place, above } = node;
  const isSubdistrict = place.level === 'township' && place.name.endsWith('街道');
  const government = isSubdistrict ? `${place.name}办事处` : place.name;
  yield {
    key: `${place.code}-${government}`,
    shortName: government,
    level: place.level,
    body: isSubdistrict ? 'subdistrict' : 'government',
    place,
    above,
    demand: 1,
    decisions: 1,
    consolidates: place.level !== 'township',
  };
  for (const shape of node.bodies) {
    const shortName =
      shape.name ?? `${place.name}${shape.stem}${shape.endings[place.level === 'province' ? 0 : 1]}`;
    yield {
      key: `${place.code}-${shortName}`,
      shortName,
      level: place.level,
      body: shape.body,
      place,
      above,
      demand: shape.demand,
      decisions: shape.decisions,
      consolidates: false,
    };
  }
}

/** Which years an agency has published, as bits: bit i stands for YEARS[i]. Some start late, some skip, some are not out yet. */
export function publishedYears(seed: number, agency: Agency): number {
  const random = randomOf(seedOf(seed, 'years', agency.key));
  const steady = agency.consolidates ? 0.97 : 0.965;
  const latest = agency.consolidates ? 0.9 : 0.86;
  const first = !agency.consolidates && random() < 0.06 ? integer(random, 1, 3) : 0;
  let bits = 0;
  for (let i = 0; i < YEARS.length; i++)
    if (random() < (i === YEARS.length - 1 ? latest : steady) && i >= first) bits |= 1 << i;
  return bits;
}

const BITS = Array.from({ length: 1 << YEARS.length }, (_, bits) =>
  YEARS.reduce<number>((sum, _year, i) => sum + ((bits >> i) & 1), 0),
);

/** The plan for exactly this many reports. Throws a RangeError when the gazetteer has too few agencies for them. */
export function planCorpus(country: Place[], reports: number, seed: number): Plan {
  let wanted = Math.max(1, Math.ceil(reports / 6.7));
  for (let attempt = 0; attempt < 40; attempt++) {
    const plan = planAgencies(country, wanted, seed);
    const count = countReports(plan);
    if (count.all >= reports)
      return {
        ...plan,
        reports,
        leafReports: count.leaves,
        leftOut: Math.min(count.leaves, count.all - reports),
      };
    if (plan.isFull)
      throw new RangeError(
        `found ${reports} reports asked for, expected at most ${count.all}: the gazetteer has no more agencies`,
      );
    wanted += Math.max(1, Math.ceil((reports - count.all) / 6.4));
  }
  throw new RangeError(`found no plan for ${reports} reports`);
}

function countReports(plan: Pick<Plan, 'seed' | 'nationalBodies' | 'provinces'>): {
  all: number;
  leaves: number;
} {
  const count = { all: 0, leaves: 0 };
  const add = (agency: Agency): void => {
    const years = BITS[publishedYears(plan.seed, agency)] ?? 0;
    count.all += years;
    if (!agency.consolidates) count.leaves += years;
  };
  const walk = (node: Node): void => {
    for (const agency of agenciesOf(node)) add(agency);
    node.inside.forEach(walk);
  };
  nationalAgencies(plan).forEach(add);
  plan.provinces.forEach(walk);
  return count;
}

/** Shares a number of agencies out over the levels, then picks the places by seeded priority. */
function planAgencies(country: Place[], wanted: number, seed: number) {
  const priority = (place: Place): number => seedOf(seed, 'place', place.code) / 2 ** 32;
  const take = (places: Place[], count: number): Place[] =>
    [...places].sort((a, b) => priority(a) - priority(b)).slice(0, Math.max(0, Math.round(count)));

  const nationalBodies = Math.min(NATIONAL_BODIES.length, Math.max(1, Math.round(wanted * 0.012)));
  const provinces = wanted >= 150 ? country : take(country, wanted * 0.12);
  const prefecturesThere = provinces.flatMap((place) =>
    place.children.filter((child) => child.level === 'prefecture'),
  );
  const prefectures = take(prefecturesThere, Math.max(Math.min(1, wanted / 20), wanted * 0.05));
  const countiesThere = [...provinces, ...prefectures].flatMap((place) =>
    place.children.filter((child) => child.level === 'county'),
  );
  const counties = take(countiesThere, Math.max(Math.min(1, wanted / 20), wanted * 0.14));
  const townshipsThere = [...prefectures, ...counties].flatMap((place) =>
    place.children.filter((child) => child.level === 'township'),
  );
  const townships = take(townshipsThere, wanted * 0.26);

  const most = BODY_SHAPES.length;
  const perProvince = Math.min(most, (wanted * 0.1) / Math.max(1, provinces.length));
  const perPrefecture = Math.min(most, (wanted * 0.12) / Math.max(1, prefectures.length));
  const rest =
    wanted -
    nationalBodies -
    provinces.length * (1 + perProvince) -
    prefectures.length * (1 + perPrefecture) -
    counties.length -
    townships.length;
  const perCounty = Math.min(most, Math.max(0, rest / Math.max(1, counties.length)));
  const bodiesOf = (place: Place, mean: number): readonly BodyShape[] => {
    const draw = (what: string | number): number => seedOf(seed, 'body', place.code, what) / 2 ** 32;
    const count = Math.min(most, Math.floor(mean + draw('count') * 0.999999));
    if (count === most || count === 0) return BODY_SHAPES.slice(0, count);
    // Early bodies of the list are likelier, but every kind turns up in a small corpus too.
    const order = new Map(BODY_SHAPES.map((shape, i) => [shape, i + 80 * draw(i)]));
    return BODY_SHAPES.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)).slice(0, count);
  };

  const chosen = new Set<Place>([...prefectures, ...counties, ...townships]);
  const means = { province: perProvince, prefecture: perPrefecture, county: perCounty, township: 0 };
  const nodeOf = (place: Place, above: Place[]): Node => ({
    place,
    above,
    bodies: [...(place.code === CORPS_REGION ? [CORPS] : []), ...bodiesOf(place, means[place.level])],
    inside: place.children
      .filter((child) => chosen.has(child))
      .map((child) => nodeOf(child, [...above, place])),
  });
  return {
    seed,
    nationalBodies,
    provinces: country.filter((place) => provinces.includes(place)).map((place) => nodeOf(place, [])),
    isFull: perCounty >= most && counties.length === countiesThere.length && perProvince >= most,
  };
}
