/**
 * The place at the beginning of an agency's name: 达州市万源市|自然资源局, 天津市北辰区人民政府集贤里街道|办事处.
 * A name may leave several regions possible (和平区|…); which one it is must be told by other evidence.
 */
import { type Gazetteer, isWithin, localName, type NameKind, pairKey, type Region } from './gazetteer';
import { bareTown, townKey, withoutPeoples } from './place-name';

export type PlaceReading = {
  /** Regions the name can mean; several when the name alone does not tell. Empty when it begins with no known place. */
  regions: Region[];
  /** How the last place of the name was known. */
  kind: NameKind | 'town' | 'former town' | 'unknown town' | null;
  /** The words that were read as places, and what is left of the name behind them. */
  used: string;
  rest: string;
  /** Name of the township as written, when the name goes down to one (also one that is in no gazetteer). */
  town: string | null;
};

type Step = {
  region: Region | null;
  kind: PlaceReading['kind'];
  at: number;
  town: string | null;
  /** The name begins with this place: nothing before it says where it lies. */
  alone?: boolean;
};

const ZONE =
  /^.{0,14}?(?:开发区|高新区|经开区|保税区|保税港区|新区|新城|产业园区|工业园区|园区|示范区|度假区|风景区|风景名胜区|景区|试验区|实验区|集聚区|合作区|经济区|管理区|科学城|科技城|生态城|港务区|综保区|商务区|自贸区|片区|加工区|集中区|旅游区|产业城)/;
const BRANCH =
  /^(?:出入境|边防|海关|海事|气象|地震|烟草|邮政|税务|国税|地税|国家税务|调查|银保监|银监|保监|证监|金融监管|监管|通信管理|消防|铁路|航道|港务|港口|机场|供电|电力|水文|航空|矿山|煤矿|煤监|能源|海洋|稽查|专员|特派员|大学|学院|师范|职业|医学|监狱|中医药|医科|理工|工业大学|农业大学|财经|第[一二三四五六七八九十]|市|分行|中心支行|分公司|公司)/;
const OFFICE =
  /^(?:人民政府|政府|省|财政|教育|公安|民政|司法|人力|自然|生态|住房|住建|交通|水利|水务|农业|林业|林草|商务|文化|文旅|卫生|卫健|退役|应急|审计|市场|统计|医疗保障|医保|信访|发展|发改|科技|科学技术|工业|经信|国资|国有|城市管理|城管|行政审批|政务|乡村|扶贫|机关|粮食|体育|人防|外事|广播|广电|药品|监狱|戒毒|知识|地方|档案|规划|国土|环境|安全|质量|工商|食品|安监|住房公积金|公积金|机构编制|民族|宗教|残疾|残联|红十字|供销|地质|测绘|中小企业|投资|口岸|大数据|数据)/;
const TOWN_WORD = /(?:街道办事处|街道办|街办事处|街道|地区办事处|地区|民族乡|乡|镇|苏木)/g;
const REGIMENT = /^第?[〇零一二三四五六七八九十百\d]+团场?/;
/** Cities of the 兵团, run by its divisions. */
const CORPS_COUNTIES = '6590';
const TOWN_END = /^(?:人民政府|政府|办事处|党工委|党委|党政|公共|综合|财政|卫生院|中心|$)/;

/**
 * Reads the place at the beginning of a name. Nothing is read from the middle of it. A bare name (贵州, 太仓) counts
 * before words that such a name can stand before; behind the words of a national system (`isBranch`) before any.
 */
export function readPlace(name: string, gazetteer: Gazetteer, isBranch = false): PlaceReading {
  const steps = walk(name, { region: null, kind: null, at: 0, town: null }, gazetteer, 0, isBranch);
  const farthest = Math.max(...steps.map((step) => step.at));
  const ends = best(steps.filter((step) => step.at === farthest));
  const regions = outermostOfCores(
    [...new Set(ends.flatMap((step) => (step.region ? [step.region] : [])))],
    ends,
  );
  const end = ends.find((step) => step.region !== null) ?? (ends[0] as Step);
  return {
    regions,
    kind: farthest > 0 ? end.kind : null,
    used: name.slice(0, farthest),
    rest: name.slice(farthest),
    town: end.town,
  };
}

/**
 * A township that is known beats one that is gone or unknown, unless the name begins with it: then all stay possible.
 * A whole name beats a bare one: 巴州 is the prefecture, and not 巴州区 without its kind.
 */
function best(ends: Step[]): Step[] {
  const known = ends.filter((end) => end.kind !== 'unknown town');
  const whole = known.filter((end) => end.kind !== 'core');
  const pool = whole.length > 0 ? whole : known.length > 0 ? known : ends;
  const living = pool.filter((end) => end.kind !== 'former town' || end.alone);
  return living.length > 0 ? living : pool;
}

/** 吉林 before 大学 is the province and not the city in it; 长沙 before 海关 the city and not the county. */
function outermostOfCores(regions: Region[], ends: Step[]): Region[] {
  if (!ends.every((end) => end.kind === 'core')) return regions;
  const rank = ({ level }: Region): number => ['province', 'prefecture', 'county', 'township'].indexOf(level);
  const highest = Math.min(...regions.map(rank));
  return regions.filter((region) => rank(region) === highest);
}

function walk(name: string, from: Step, gazetteer: Gazetteer, depth: number, isBranch: boolean): Step[] {
  if (from.region?.level === 'township' || from.town || depth > 5) return [from];
  const found = depth > 0 ? skipGovernment(name, from) : from.at;
  const nexts: Step[] = [];
  nexts.push(...placesAt(name, found, from, gazetteer));
  nexts.push(...townsAt(name, found, from, gazetteer), ...regimentAt(name, found, from, gazetteer));
  const ends = nexts.flatMap((next) => walk(name, next, gazetteer, depth + 1, isBranch));
  const settled = ends.filter((end) => isBranch || !isOpen(end, name));
  return settled.length > 0
    ? settled
    : depth === 0
      ? [{ region: null, kind: null, at: 0, town: null }]
      : [from];
}

/** A bare name such as 太仓 is a place only when something follows that a bare name can stand before. */
function isOpen(end: Step, name: string): boolean {
  if (end.kind !== 'core' || !end.region) return false;
  const rest = name.slice(end.at);
  if (ZONE.test(rest) || BRANCH.test(rest)) return false;
  return !(OFFICE.test(rest) && (end.region.level !== 'county' || end.at >= 2));
}

/** 北辰区人民政府集贤里街道: the government between two places is passed over. */
function skipGovernment(name: string, from: Step): number {
  return name.startsWith('人民政府', from.at) && name.length > from.at + 6 ? from.at + 4 : from.at;
}

function placesAt(name: string, at: number, from: Step, gazetteer: Gazetteer): Step[] {
  const steps: Step[] = [];
  for (const length of gazetteer.lengths.get(pairKey(name, at)) ?? []) {
    if (at + length > name.length) continue;
    for (const { region, kind } of gazetteer.names.get(name.slice(at, at + length)) ?? []) {
      if (!follows(region, kind, from)) continue;
      if (kind === 'core' && /^[市区县旗盟州镇乡街]/.test(name.slice(at + length))) continue;
      steps.push({ region, kind, at: at + length, town: null });
    }
  }
  return steps;
}

/** A place goes on from the one before it when it lies inside it, or did before counties were moved between cities. */
function follows(region: Region, kind: NameKind, from: Step): boolean {
  const before = from.region;
  if (!before) return true;
  if (region === before) return from.kind === 'zone' || kind === 'zone' || kind === 'former';
  if (isWithin(region, before)) return true;
  const full = kind === 'name' || kind === 'former';
  if (from.kind === 'former' && before.parent) return full && isWithin(region, before.parent);
  return full && before.level === 'county' && region.level === 'county' && sameProvince(region, before);
}

const sameProvince = (a: Region, b: Region): boolean => a.code.slice(0, 2) === b.code.slice(0, 2);

function townsAt(name: string, at: number, from: Step, gazetteer: Gazetteer): Step[] {
  const rest = name.slice(at, at + 16);
  const steps: Step[] = [];
  for (const match of rest.matchAll(TOWN_WORD)) {
    const end = match.index + match[0].length;
    if (match.index === 0) continue;
    const word = rest.slice(0, end);
    const alone = from.region === null;
    const step = (region: Region, kind: Step['kind']): Step => ({
      region,
      kind,
      at: at + end,
      town: word,
      alone,
    });
    const known = knownTowns(word, from.region, gazetteer);
    for (const town of known.length > 0 ? known : townBesideZone(word, from, gazetteer))
      steps.push(step(town, 'town'));
    if (from.region?.level === 'county' && known.length === 0 && TOWN_END.test(name.slice(at + end)))
      steps.push(step(from.region, 'unknown town'));
    if (from.region?.level !== 'county')
      for (const county of gazetteer.formerTowns.get(townKey(word)) ?? [])
        if (!from.region || isWithin(county, from.region)) steps.push(step(county, 'former town'));
  }
  return steps;
}

/** A regiment of the 兵团 stands where a township does, and often before the town that it built: 十六团|新开岭镇. */
function regimentAt(name: string, at: number, from: Step, gazetteer: Gazetteer): Step[] {
  const county = from.region;
  const word = county?.code.startsWith(CORPS_COUNTIES) ? REGIMENT.exec(name.slice(at))?.[0] : undefined;
  if (!county || !word) return [];
  const behind = townsAt(name, at + word.length, from, gazetteer).filter(({ kind }) => kind === 'town');
  if (behind.length > 0) return behind;
  const bare = word.replace(/^第|场$/g, '');
  const known = gazetteer.townsOf.get(county.code)?.find((town) => town.name.replace(/^兵团/, '') === bare);
  return [
    {
      region: known ?? county,
      kind: known ? 'town' : 'unknown town',
      at: at + word.length,
      town: word,
    },
  ];
}

/** 西咸新区|底张街道: a zone may reach over its city's border; the only township of the name in the province then. */
function townBesideZone(word: string, from: Step, gazetteer: Gazetteer): Region[] {
  const zone = from.kind === 'zone' ? from.region : null;
  const towns = zone
    ? (gazetteer.towns.get(townKey(word)) ?? []).filter((town) => sameProvince(town, zone))
    : [];
  return towns.length === 1 ? towns : [];
}

/** Townships a word can mean: inside a county also under a later kind (a 乡 that became a 镇), elsewhere only as written. */
function knownTowns(word: string, within: Region | null, gazetteer: Gazetteer): Region[] {
  const key = townKey(word);
  const towns = gazetteer.towns.get(key) ?? [];
  if (!within) return towns;
  const inside = towns.filter((town) => isWithin(town, within));
  if (inside.length > 0) return inside;
  const bare = bareTown(key);
  if (within.level !== 'county' && !(gazetteer.townsOf.get(within.code)?.length ?? 0)) return [];
  const same = (gazetteer.townsOf.get(within.code) ?? []).filter(
    (town) => bareTown(localName(town)) === bare,
  );
  if (same.length > 0) return same.length === 1 ? same : [];
  const loose = (gazetteer.townsOf.get(within.code) ?? []).filter(
    (town) => withoutPeoples(bareTown(localName(town))) === withoutPeoples(bare),
  );
  return loose.length === 1 ? loose : [];
}
