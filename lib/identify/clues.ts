/**
 * What a document and its address say about the place besides the agency's name: record numbers and host of the site,
 * source and contact lines, places named in the text, postcode and area code. Each clue names the regions it can mean.
 * Lists of places (a page's links) are no clue.
 */
import type { Document } from '../document';
import type { Place } from '../place';
import type { EvidenceKind } from './evidence';
import type { Gazetteer, Region } from './gazetteer';
import type { Line } from './lines';
import { readPlace } from './place-in-name';
import { addressParts, regionsSpelled } from './spelling';

export type Clue = {
  kind: EvidenceKind;
  text: string;
  at: Place | null;
  /** Regions the clue can mean; one where it is plain. */
  regions: Region[];
  /** Strength in the order of the evidence: site code 8 … area code 1. Shared among the regions it can mean. */
  weight: number;
};

const PLATES: Record<string, string> = {
  京: '11',
  津: '12',
  冀: '13',
  晋: '14',
  蒙: '15',
  辽: '21',
  吉: '22',
  黑: '23',
  沪: '31',
  苏: '32',
  浙: '33',
  皖: '34',
  闽: '35',
  赣: '36',
  鲁: '37',
  豫: '41',
  鄂: '42',
  湘: '43',
  粤: '44',
  桂: '45',
  琼: '46',
  渝: '50',
  川: '51',
  蜀: '51',
  贵: '52',
  黔: '52',
  云: '53',
  滇: '53',
  藏: '54',
  陕: '61',
  甘: '62',
  陇: '62',
  青: '63',
  宁: '64',
  新: '65',
};
/** First two digits of a postcode → province, by the post's own districts. */
const POST: [RegExp, string][] = [
  [/^10/, '11'],
  [/^20/, '31'],
  [/^30/, '12'],
  [/^40/, '50'],
  [/^0[12]/, '15'],
  [/^0[34]/, '14'],
  [/^0[567]/, '13'],
  [/^1[12]/, '21'],
  [/^13/, '22'],
  [/^1[56]/, '23'],
  [/^2[12]/, '32'],
  [/^2[34]/, '34'],
  [/^2[567]/, '37'],
  [/^3[12]/, '33'],
  [/^3[34]/, '36'],
  [/^3[56]/, '35'],
  [/^4[12]/, '43'],
  [/^4[34]/, '42'],
  [/^4[567]/, '41'],
  [/^5[12]/, '44'],
  [/^5[34]/, '45'],
  [/^5[56]/, '52'],
  [/^57/, '46'],
  [/^6[1234]/, '51'],
  [/^6[567]/, '53'],
  [/^7[12]/, '61'],
  [/^7[34]/, '62'],
  [/^75/, '64'],
  [/^81/, '63'],
  [/^8[34]/, '65'],
  [/^8[56]/, '54'],
];
const SOURCE =
  /(?:信息来源|稿件来源|文章来源|来源|发布机构|发布单位|发布部门|发文机关|发文单位|公开主体|责任部门|公开机关|制作机关|信息提供)\s*[:：]\s*([\u4e00-\u9fff()（） ]{2,40})/;
const HOSTED = /(?:主办单位|主办|承办单位|版权所有|主办机构)\s*[:：]?\s*([\u4e00-\u9fff]{3,30})/;
const ADDRESS = /地址\s*[:：]?\s*([\u4e00-\u9fff\d]{4,40})/;
const CHARACTERS_SCANNED = 16000;
const PLACES_IN_A_LIST = 8;

/** All clues of a report's address and document. A place's own name in its title is not among them. */
export function findClues(
  urls: string[],
  document: Document | null,
  lines: Line[],
  gazetteer: Gazetteer,
): Clue[] {
  const clues = urls.flatMap((url) => addressClues(url, gazetteer));
  for (const [key, value] of Object.entries(document?.meta ?? {}))
    if (/sitename|contentsource|source|author|sitedomain/i.test(key))
      pushNamed(clues, 'meta', value, null, 4, gazetteer);
  const told = lines.filter((line) => !isList(line, gazetteer));
  for (const line of told) lineClues(clues, line, gazetteer);
  clues.push(...mentions(told, gazetteer));
  return clues;
}

function addressClues(url: string, gazetteer: Gazetteer): Clue[] {
  const { labels, segments, isGovernment } = addressParts(url);
  const clues: Clue[] = [];
  for (const label of labels) {
    const regions = regionsSpelled(label, gazetteer);
    if (regions.length > 0)
      clues.push({ kind: 'host', text: label, at: null, regions, weight: isGovernment ? 6 : 2 });
  }
  for (const segment of segments) {
    const regions = segment.length >= 6 ? regionsSpelled(segment, gazetteer) : [];
    if (regions.length > 0) clues.push({ kind: 'path', text: `/${segment}/`, at: null, regions, weight: 3 });
  }
  return clues;
}

function lineClues(clues: Clue[], line: Line, gazetteer: Gazetteer): void {
  const { text, at } = line;
  if (text.length > 400) return;
  const site = /标识码?\s*[:：]?\s*(\d{6})\d{4}(?!\d)/.exec(text);
  if (site) pushCode(clues, 'site code', site[0], at, site[1] as string, 8, gazetteer);
  const security = /公网安备\s*(\d{6})\d{6,8}/.exec(text);
  if (security) pushCode(clues, 'security record', security[0], at, security[1] as string, 6, gazetteer);
  const icp = /([\u4e00-\u9fff])\s*(?:ICP|公网安备)/.exec(text);
  const province = icp && gazetteer.byCode.get(`${PLATES[icp[1] as string]}0000`);
  if (icp && province) clues.push({ kind: 'ICP record', text: icp[0], at, regions: [province], weight: 2 });
  const hosted = HOSTED.exec(text);
  if (hosted) pushNamed(clues, 'footer', hosted[1] as string, at, 5, gazetteer);
  const source = line.part === 'body' ? null : SOURCE.exec(text);
  if (source) pushNamed(clues, 'source line', (source[1] as string).trim(), at, 5, gazetteer);
  const address = ADDRESS.exec(text);
  if (address) pushNamed(clues, 'contact line', address[1] as string, at, 5, gazetteer);
  const post = /(?:邮编|邮政编码)\s*[:：]?\s*(\d{6})(?!\d)/.exec(text);
  const posted = post && POST.find(([prefix]) => prefix.test(post[1] as string));
  const district = posted && gazetteer.byCode.get(`${posted[1]}0000`);
  if (post && district) clues.push({ kind: 'postcode', text: post[0], at, regions: [district], weight: 2 });
  const telephone = /(?:电话|传真|热线)\D{0,8}[(（]?(0\d{2,3})[)）]?\s*[-—–]?\s*\d{7,8}/.exec(text);
  const area = telephone && gazetteer.areaCodes.get(telephone[1] as string);
  if (telephone && area) clues.push({ kind: 'area code', text: telephone[0], at, regions: area, weight: 2 });
}

function pushNamed(
  clues: Clue[],
  kind: EvidenceKind,
  name: string,
  at: Place | null,
  weight: number,
  gazetteer: Gazetteer,
): void {
  const { regions } = readPlace(name, gazetteer);
  if (regions.length > 0) clues.push({ kind, text: name, at, regions, weight });
}

/** A six-digit code: the region itself, or the nearest one above it that is still there. */
function pushCode(
  clues: Clue[],
  kind: EvidenceKind,
  text: string,
  at: Place,
  code: string,
  weight: number,
  gazetteer: Gazetteer,
): void {
  const region =
    gazetteer.byCode.get(code) ??
    gazetteer.byCode.get(`${code.slice(0, 4)}00`) ??
    gazetteer.byCode.get(`${code.slice(0, 2)}0000`);
  if (region) clues.push({ kind, text, at, regions: [region], weight });
}

/** A line that names many places one after the other is a list of links or of recipients. */
function isList(line: Line, gazetteer: Gazetteer): boolean {
  if (line.text.length < PLACES_IN_A_LIST * 3) return false;
  const found = placesIn(line.text.slice(0, 600), gazetteer);
  return new Set(found.map((place) => place.region)).size > PLACES_IN_A_LIST;
}

type Found = { region: Region; name: string; at: number };

/** Full names of places above the township in running text, only such as one region bears. */
function placesIn(text: string, gazetteer: Gazetteer): Found[] {
  const found: Found[] = [];
  for (let i = 0; i + 2 <= text.length; i++) {
    const lengths = gazetteer.lengths.get(text.slice(i, i + 2));
    if (!lengths) continue;
    for (const length of lengths) {
      const name = text.slice(i, i + length);
      const places = gazetteer.names.get(name);
      if (!places || places.length > 1 || name.length < length) continue;
      const { region, kind } = places[0] as (typeof places)[number];
      if (
        (kind !== 'name' && kind !== 'short') ||
        (length === 2 && /[\u4e00-\u9fff]/.test(text[i - 1] ?? ''))
      )
        continue;
      found.push({ region, name, at: i });
      i += length - 1;
      break;
    }
  }
  return found;
}

const SPEAKS_FOR = /^(?:人民)?政府|^[市区县州旗省]?委|^政务|^门户|^人大|^政协|^公报/;

/** Places the text speaks of: once counts 1.5, as the name of a government 3, more often up to 6. */
function mentions(lines: Line[], gazetteer: Gazetteer): Clue[] {
  const byRegion = new Map<Region, Clue>();
  let scanned = 0;
  for (const line of lines) {
    if (line.cell || line.part === 'foot') continue;
    scanned += line.text.length;
    if (scanned > CHARACTERS_SCANNED) break;
    for (const { region, name, at } of placesIn(line.text, gazetteer)) {
      const speaks = SPEAKS_FOR.test(line.text.slice(at + name.length));
      const worth = speaks ? 3 : 1.5;
      const clue = byRegion.get(region);
      if (clue) clue.weight = Math.min(6, clue.weight + worth / 2);
      else
        byRegion.set(region, {
          kind: 'body text',
          text: line.text.slice(Math.max(0, at - 6), at + name.length + 12),
          at: line.at,
          regions: [region],
          weight: worth,
        });
    }
  }
  return [...byRegion.values()];
}
