/**
 * Which region an agency belongs to. Its own name decides; where the name leaves several regions or none, the clues
 * decide if they agree; where they do not, there is no answer: a wrong region is worse than none.
 */
import { type Issue, issue } from '../../issue';
import type { Evidence, Level } from '../../record';
import { type Signal, KNOWN_HOST } from './signal';
import { evidence } from '../evidence';
import { ancestors, type Gazetteer, isWithin, type Region } from './gazetteer';
import type { PlaceReading } from './place-in-name';
import { bareTown, townKey } from './place-name';
import { addressParts, fitLabel, isOfSitesOrgan } from './place-in-address';

export type Resolution = {
  region: Region | null;
  level: Level | null;
  /** The township as written, also where the gazetteer has none of that name in the county. */
  township: string | null;
  evidence: Evidence[];
  issues: Issue[];
};

/** What the first characters of a name without a place tell: 县财政局 is a county's. */
const HINTS: [RegExp, (region: Region) => boolean, Level | null][] = [
  [/^自治区/, (region) => region.level === 'province' && region.name.endsWith('自治区'), 'province'],
  [/^省/, (region) => region.level === 'province' && region.name.endsWith('省'), 'province'],
  [/^(?:自治)?州/, (region) => region.level === 'prefecture' && region.name.endsWith('州'), 'prefecture'],
  [/^盟/, (region) => region.level === 'prefecture' && region.name.endsWith('盟'), 'prefecture'],
  [/^(?:行署|地区)/, (region) => region.level === 'prefecture' && region.name.endsWith('地区'), 'prefecture'],
  [/^市/, (region) => region.name.endsWith('市'), null],
  [/^(?:自治)?县/, (region) => region.level === 'county' && region.name.endsWith('县'), 'county'],
  [/^(?:自治)?旗/, (region) => region.level === 'county' && region.name.endsWith('旗'), 'county'],
  [/^区/, (region) => region.level === 'county' && region.name.endsWith('区'), 'county'],
];
const TOWN = /^[\u4e00-\u9fff]{1,9}?(?:街道办事处|街道|镇|乡|苏木)(?=$|人民政府|政府|办事处|党政)/;
/** What a clue must weigh to decide alone, and by how much it must lead the next. */
const ENOUGH = 3;
const ENOUGH_WITH_HINT = 1.5;
const LEAD = 1;

/**
 * The region that an address alone tells: a county's site holds the pages of its townships too, so only a folder or host
 * of an organ shows that the page is the site's own. Below the province nothing is told without one.
 */
export function ofAddressAlone(found: Resolution, urls: string[]): Resolution {
  const isOwn = found.region?.level === 'province' || urls.some(isOfSitesOrgan);
  return found.region && !isOwn ? unknown('', null) : found;
}

/** The region of an agency from its name and the clues, with level, evidence, and issues where it stays open. */
export function resolveRegion(
  name: string,
  reading: PlaceReading,
  clues: Signal[],
  urls: string[],
  gazetteer: Gazetteer,
  nameEvidence: Evidence,
): Resolution {
  if (reading.regions.length === 0) return fromClues(name, clues, urls, gazetteer);
  if (reading.regions.length === 1) return fromName(reading, clues, urls, gazetteer, nameEvidence);
  return fromCandidates(reading, clues, urls, gazetteer, nameEvidence);
}

function answer(region: Region, reading: PlaceReading | null, said: Evidence[]): Resolution {
  const unknownTown = reading?.kind === 'unknown town' || reading?.kind === 'former town';
  const level = unknownTown ? 'township' : zoneLevel(region, reading);
  const issues = unknownTown
    ? [
        issue(
          'identity.region_unknown',
          null,
          `${reading?.town} is no township of ${region.name} today`,
          'a township of the gazetteer; placed in its county',
        ),
      ]
    : [];
  const township = reading?.town ?? (region.level === 'township' ? region.name : null);
  return { region, level, township, evidence: said, issues };
}

/** A zone has the level of the region that holds it, but a zone of a whole province has none. */
function zoneLevel(region: Region, reading: PlaceReading | null): Level | null {
  const isZone = reading?.kind === 'zone' || isZoneOf(reading);
  return isZone && region.level === 'province' && !reading?.used.includes('兵团') ? null : region.level;
}

/** What is left behind the place names a zone: 重庆|解放碑中央商务区管理委员会. */
const isZoneOf = (reading: PlaceReading | null): boolean =>
  /(?:区|园|城|基地)(?:管理委员会|管委会)?(?:办公室)?$/.test(reading?.rest ?? '');

/** The county of a city whose own site a zone named after the city stands on: 台州湾…开发区 on linhai.gov.cn. */
function countyOfSite(city: Region, urls: string[], gazetteer: Gazetteer): Resolution | null {
  const labels = urls
    .map(addressParts)
    .flatMap((address) => (address.isGovernment ? address.labels : []))
    .filter((label) => fitLabel(label, city) === 0);
  return onlySpelled(labels, (region) => region.level === 'county' && isWithin(region, city), gazetteer);
}

/** The one region of the kind meant that a label of a host spells best; the first label that tells. */
function onlySpelled(
  labels: readonly string[],
  isMeant: (region: Region) => boolean,
  gazetteer: Gazetteer,
): Resolution | null {
  const meant = labels.length === 0 ? [] : [...gazetteer.byCode.values()].filter(isMeant);
  for (const label of labels) {
    const [only, other] = meant.filter((region) => fitLabel(label, region) === 3);
    if (only && !other) return answer(only, null, [evidence('host', label, null, path(only))]);
  }
  return null;
}

function fromName(
  reading: PlaceReading,
  clues: Signal[],
  urls: string[],
  gazetteer: Gazetteer,
  said: Evidence,
): Resolution {
  const region = reading.regions[0] as Region;
  if (
    reading.kind !== 'zone' &&
    isZoneOf(reading) &&
    (region.level === 'province' || region.level === 'prefecture')
  ) {
    const county = countyOfSite(region, urls, gazetteer);
    if (county) return { ...county, evidence: [said, ...county.evidence] };
  }
  const alone = reading.used === reading.town;
  const host = alone
    ? clues.find((clue) => clue.kind === 'host' && clue.weight >= 6 && clue.regions.length === 1)
    : null;
  const site = host?.regions[0];
  if (site && !isWithin(region, site) && !isWithin(site, region))
    return elsewhere(reading, site, host, gazetteer);
  const only = reading.kind === 'town' && alone;
  const why = only
    ? [said, evidence('gazetteer', reading.used, said.at, `the only township of this name: ${path(region)}`)]
    : [said];
  return answer(region, reading, [
    ...why,
    ...clues
      .filter((clue) => agrees(clue, region))
      .slice(0, 3)
      .map(clueEvidence),
  ]);
}

/** A township known elsewhere only, on the site of another county: it is a township of that county that is gone. */
function elsewhere(reading: PlaceReading, site: Region, host: Signal, gazetteer: Gazetteer): Resolution {
  const known = (gazetteer.townsOf.get(site.code) ?? []).find((town) => town.name === reading.town);
  if (known) return answer(known, { ...reading, kind: 'town' }, [clueEvidence(host)]);
  if (site.level !== 'county') return ambiguous(reading, [...reading.regions, site]);
  return answer(site, { ...reading, kind: 'unknown town' }, [clueEvidence(host)]);
}

/** The region that the clues and addresses speak for, clearly before any other; null where they leave it open. */
function clearest(
  regions: Region[],
  clues: Signal[],
  addresses: ReturnType<typeof addressParts>[],
): { region: Region; why: Evidence[] } | null {
  const [first, second] = regions
    .map((region) => ({ region, ...weigh(region, clues, addresses) }))
    .sort((a, b) => b.score - a.score);
  return first && first.score >= ENOUGH_WITH_HINT && !(second && first.score - second.score < LEAD)
    ? first
    : null;
}

/** Townships of a bare name under any kind: the 兴华乡 of an old report is a 兴华镇 today. */
function underOtherKinds(town: string, gazetteer: Gazetteer): Region[] {
  const bare = bareTown(townKey(town));
  return bare.length < 2
    ? []
    : ['乡', '镇', '街道'].flatMap((kind) => gazetteer.towns.get(bare + kind) ?? []);
}

function fromCandidates(
  reading: PlaceReading,
  clues: Signal[],
  urls: string[],
  gazetteer: Gazetteer,
  said: Evidence,
): Resolution {
  const addresses = urls.map(addressParts);
  const alone = reading.used === reading.town;
  const first =
    clearest(reading.regions, clues, addresses) ??
    (alone ? clearest(underOtherKinds(reading.used, gazetteer), clues, addresses) : null);
  if (!first) {
    const host = clues.find((clue) => clue.kind === 'host' && clue.weight >= 6 && clue.regions.length === 1);
    const site = host?.regions[0];
    if (host && site?.level === 'county' && alone) return elsewhere(reading, site, host, gazetteer);
    return ambiguous(reading, reading.regions);
  }
  const kind = reading.town && first.region.level !== 'township' ? 'former town' : reading.kind;
  return answer(first.region, { ...reading, kind }, [said, ...first.why.slice(0, 4)]);
}

function ambiguous(reading: PlaceReading, regions: Region[]): Resolution {
  const levels = new Set(regions.map((region) => (reading.town ? 'township' : region.level)));
  const listed = regions.slice(0, 4).map((region) => `${region.code} ${path(region)}`);
  return {
    region: null,
    level: levels.size === 1 ? ([...levels][0] as Level) : null,
    township: reading.town,
    evidence: [],
    issues: [
      issue(
        'identity.region_ambiguous',
        null,
        `${reading.used}: ${listed.join(', ')}${regions.length > 4 ? ` and ${regions.length - 4} more` : ''}`,
        'words, host or record number that name one of them',
      ),
    ],
  };
}

/** How much the clues and the address speak for a region, and which of them. */
function weigh(
  region: Region,
  clues: Signal[],
  addresses: ReturnType<typeof addressParts>[],
): { score: number; why: Evidence[] } {
  let score = 0;
  const why: Evidence[] = [];
  for (const clue of clues) {
    if ((clue.kind === 'host' && clue.weight < KNOWN_HOST) || clue.kind === 'path') continue;
    if (!agrees(clue, region)) continue;
    score += clue.weight / clue.regions.length;
    why.push(clueEvidence(clue));
  }
  const lineage = [region, ...ancestors(region)].filter(({ level }) => level !== 'township');
  for (const { labels, segments, isGovernment } of addresses) {
    for (const label of labels) {
      const fits = lineage.map((at, depth) => fitLabel(label, at) * (isGovernment ? 2 : 0.6) * 0.9 ** depth);
      const fit = Math.max(0, ...fits);
      score += fit;
      if (fit > 0) why.push(evidence('host', label, null, path(lineage[fits.indexOf(fit)] as Region)));
    }
    const fits = segments.map((segment) =>
      Math.max(0, ...lineage.slice(0, 2).map((at) => fitLabel(segment, at))),
    );
    const fit = Math.max(0, ...fits);
    score += fit * 0.6;
    if (fit > 1) why.push(evidence('path', segments[fits.indexOf(fit)] as string, null, path(region)));
  }
  return { score, why };
}

const agrees = (clue: Signal, region: Region): boolean =>
  clue.regions.some((told) => isWithin(region, told) || isWithin(told, region));

const clueEvidence = (clue: Signal): Evidence =>
  evidence(clue.kind, clue.text, clue.at, clue.regions.slice(0, 3).map(path).join(' or '));

/** Tell where an office sits, not whose it is: every ministry sits in a district of 北京. */
const WHERE_IT_SITS: ReadonlySet<string> = new Set(['contact line', 'postcode', 'area code']);

/** A name without a place: the region the clues agree on, of the kind that the name's first word tells. */
function fromClues(name: string, clues: Signal[], urls: string[], gazetteer: Gazetteer): Resolution {
  const town = TOWN.exec(name)?.[0] ?? null;
  const hint = town ? null : HINTS.find(([words]) => words.test(name));
  const fits = (region: Region): boolean =>
    town ? region.level === 'county' || region.level === 'township' : hint ? hint[1](region) : true;
  const pool = new Set(
    clues.flatMap((clue) =>
      clue.regions.flatMap((region) => (hint ? [region, ...ancestors(region)] : [region])),
    ),
  );
  const scored = [...pool]
    .filter(fits)
    .map((region) => {
      const direct = clues.filter((clue) => clue.regions.some((told) => isWithin(region, told)));
      const below = hint ? clues.filter((clue) => !direct.includes(clue) && agrees(clue, region)) : [];
      const sum = (list: Signal[]): number =>
        list.reduce((total, clue) => total + clue.weight / clue.regions.length, 0);
      return { region, score: sum(direct) + sum(below) / 2, direct };
    })
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  if (
    !first ||
    (name === '' && first.direct.every((clue) => WHERE_IT_SITS.has(clue.kind))) ||
    first.score < (hint ? ENOUGH_WITH_HINT : ENOUGH) ||
    (second && first.score - second.score < LEAD)
  ) {
    const site = hint ? regionOfSite(urls, hint[1], gazetteer) : null;
    return site ?? unknown(name, hint?.[2] ?? (town ? 'township' : null));
  }
  const reading: PlaceReading | null = town
    ? { regions: [first.region], kind: 'unknown town', used: town, rest: name.slice(town.length), town }
    : null;
  return answer(first.region, reading, first.direct.slice(0, 4).map(clueEvidence));
}

/** The region of the kind meant that a government's host spells behind its parent's initials: 区财政局 on bjhd.gov.cn. */
function regionOfSite(
  urls: string[],
  isMeant: (region: Region) => boolean,
  gazetteer: Gazetteer,
): Resolution | null {
  const labels = urls.map(addressParts).flatMap(({ labels: own, isGovernment }) => {
    const label = isGovernment ? own.at(-1) : undefined;
    return label && label.length >= 4 ? [label] : [];
  });
  return onlySpelled(labels, (region) => region.level !== 'township' && isMeant(region), gazetteer);
}

function unknown(name: string, level: Level | null): Resolution {
  return {
    region: null,
    level,
    township: null,
    evidence: [],
    issues: [
      issue(
        'identity.region_unknown',
        null,
        name || 'no agency',
        'a place in the name, the text, the footer or the host',
      ),
    ],
  };
}

/** A region with those above it, outermost first: 四川省达州市大竹县. */
export function path(region: Region): string {
  return [region, ...ancestors(region)]
    .reverse()
    .map((at) => at.name)
    .join('');
}
