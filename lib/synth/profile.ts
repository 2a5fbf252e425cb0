/** How busy an agency is: by level, body, wealth of its province, and a long tail of chance. Documented in docs/synthetic-corpus.md. */
import { BODY_SHAPES } from './bodies';
import type { Profile } from './figures';
import type { Agency, Node } from './plan';
import type { Place } from './places';
import { chance, lognormal, type Random } from './random';

/** Requests compared with the country's average, by the first two digits of the region code. */
// biome-ignore format: a table of data reads better in rows
const WEALTH: Record<string, number> = {
  '11': 7, '12': 2.2, '13': 0.7, '14': 0.6, '15': 0.5, '21': 1, '22': 0.6, '23': 0.6, '31': 8, '32': 2.6, '33': 2.8,
  '34': 1.3, '35': 1.3, '36': 0.9, '37': 1.6, '41': 1.1, '42': 1.2, '43': 1.1, '44': 2.4, '45': 0.7, '46': 0.8,
  '50': 1.7, '51': 1.1, '52': 0.7, '53': 0.6, '54': 0.1, '61': 0.9, '62': 0.4, '63': 0.25, '64': 0.5, '65': 0.3,
};

const isCapital = (place: Place): boolean => place.level === 'prefecture' && place.code.endsWith('0100');

/** Means of a whole county and a whole prefecture in requests a year, of which unlisted ones stand in the government's own part. */
const COUNTY_MEAN = 95;
const PREFECTURE_OWN = 110;
const PROVINCE_OWN = 260;
const TOWNSHIP_MEAN = 0.6;

const QUIET: Profile = {
  requests: 0,
  decisions: 0,
  rules: { stock: 0, issued: 0 },
  documents: { stock: 0, issued: 0 },
  fees: 0,
  procurement: 0,
};

/** The profile of an agency; `node` is its place in the plan, null for the central government. */
export function profileOf(random: Random, agency: Agency, node: Node | null): Profile {
  const wealth = agency.place ? (WEALTH[agency.place.code.slice(0, 2)] ?? 1) : 1;
  if (agency.level === 'national') return { ...departmentProfile(random, agency, 90), procurement: 20 };
  if (agency.level === 'township') return townshipProfile(random, agency, wealth);
  if (agency.consolidates && node) return governmentProfile(random, node, wealth);
  const base = { province: 14, prefecture: 5, county: 2.2 }[agency.level];
  return departmentProfile(random, agency, base * wealth);
}

function townshipProfile(random: Random, agency: Agency, wealth: number): Profile {
  const isSubdistrict = agency.body === 'subdistrict';
  const isAsked = chance(random, Math.min(0.75, (isSubdistrict ? 0.35 : 0.18) * Math.sqrt(wealth)));
  const decides = chance(random, 0.25);
  return {
    ...QUIET,
    requests: isAsked ? lognormal(random, 1.6 * Math.sqrt(wealth), 1) : 0.02,
    decisions: decides ? lognormal(random, 25, 1.3) : 0,
    documents: chance(random, 0.15) ? { stock: 4, issued: 0.6 } : { stock: 0, issued: 0 },
    fees: chance(random, 0.02) ? 2 : 0,
    procurement: chance(random, 0.15) ? 1.5 : 0,
  };
}

function departmentProfile(random: Random, agency: Agency, base: number): Profile {
  const isQuiet = chance(random, agency.body === 'department' ? 0.3 : 0.45);
  const level = { national: 30, province: 12, prefecture: 8, county: 4, township: 1 }[agency.level];
  return {
    ...QUIET,
    requests: isQuiet ? 0.08 * agency.demand : base * agency.demand * lognormal(random, 0.7, 0.9),
    decisions: agency.decisions > 0 ? agency.decisions * lognormal(random, level * 15, 1.1) : 0,
    documents: chance(random, 0.5) ? { stock: level * 1.5, issued: level * 0.2 } : { stock: 0, issued: 0 },
    fees: chance(random, 0.15) ? lognormal(random, 30, 1.5) : 0,
    procurement: chance(random, 0.6) ? level : 0,
  };
}

/** A government's own part: itself and every body and place of its region that does not report on its own here. */
function governmentProfile(random: Random, node: Node, wealth: number): Profile {
  const { place, inside, bodies } = node;
  const unlisted =
    BODY_SHAPES.reduce((sum, shape) => sum + (bodies.includes(shape) ? 0 : shape.demand), 0) / 60;
  const missing = place.children.filter((child) => !inside.some((each) => each.place === child));
  const means = {
    province: 0,
    prefecture: PREFECTURE_OWN + 8 * COUNTY_MEAN,
    county: COUNTY_MEAN,
    township: TOWNSHIP_MEAN,
  };
  const places = missing.reduce((sum, child) => sum + means[child.level], 0);
  const own = { province: PROVINCE_OWN, prefecture: PREFECTURE_OWN, county: COUNTY_MEAN, township: 1 }[
    place.level
  ];
  const scale = lognormal(random, 1, place.level === 'county' ? 0.75 : 0.4) * (isCapital(place) ? 3 : 1);
  const isQuiet = place.level === 'county' && chance(random, 0.04);
  const units = place.level === 'province' ? 60 + missing.length * 40 : 10 + missing.length * 4;
  const issuesRules = place.level === 'province' || isCapital(place);
  return {
    requests: isQuiet ? 0.3 : wealth * scale * (own * (0.3 + unlisted) + places),
    decisions: units * lognormal(random, 200, 0.9),
    rules: issuesRules
      ? { stock: place.level === 'province' ? 220 : 60, issued: 4 }
      : { stock: 0, issued: 0 },
    documents: { stock: units * 4, issued: units * 0.4 },
    fees: lognormal(random, units * 40, 1),
    procurement: units * 2,
  };
}
