/**
 * What a document and its address say about the place besides the agency's name: record numbers and host of the site,
 * source and contact lines, places named in the text, postcode and area code. Each clue names the regions it can mean.
 * Lists of places (a page's links) are no clue.
 */
import type { Document } from '../../document';
import type { Place } from '../../place';
import { type Signal, KNOWN_HOST } from './signal';
import type { EvidenceKind } from '../evidence';
import { ancestors, type Gazetteer, isWithin, type Region } from './gazetteer';
import type { Line } from '../lines';
import { mentionSignals } from './mentions';
import { readPlace } from './place-in-name';
import { addressParts, fitLabel, regionsSpelled } from './place-in-address';

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
const POST =
  '10=11 20=31 30=12 40=50 01=15 02=15 03=14 04=14 05=13 06=13 07=13 11=21 12=21 13=22 15=23 16=23 21=32 22=32 23=34 ' +
  '24=34 25=37 26=37 27=37 31=33 32=33 33=36 34=36 35=35 36=35 41=43 42=43 43=42 44=42 45=41 46=41 47=41 51=44 52=44 ' +
  '53=45 54=45 55=52 56=52 57=46 61=51 62=51 63=51 64=51 65=53 66=53 67=53 71=61 72=61 73=62 74=62 75=64 81=63 83=65 ' +
  '84=65 85=54 86=54';
const PROVINCE_BY_POST = new Map(POST.split(' ').map((pair) => pair.split('=') as [string, string]));
const SOURCE =
  /(?:信息来源|稿件来源|文章来源|来源|发布机构|发布单位|发布部门|发文机关|发文单位|公开主体|责任部门|公开机关|制作机关|信息提供)\s*[:：]\s*([\u4e00-\u9fff()（） ]{2,40})/;
const HOSTED = /(?:主办单位|主办|承办单位|版权所有|主办机构)\s*[:：]?\s*([\u4e00-\u9fff]{3,30})/;
/** The name of a government alone on a line over the report: whose site it is. */
const PAGE_OF = /^([\u4e00-\u9fff]{1,12}[省市区县旗州盟])人民政府(?:门户网站|网站|网)?$/;
const ADDRESS = /地址\s*[:：]?\s*([\u4e00-\u9fff\d]{4,40})/;

/** Words without which a line is no footer, source or contact line. */
const TELLS = /来源|机[构关]|单位|部门|主[办体]|承办|版权|地址|邮[编政]|电话|传真|热线|备案?|ICP|标识|提供/;

/** All clues of a report's address and document. A place's own name in its title is not among them. */
export function findSignals(
  urls: string[],
  document: Document | null,
  lines: Line[],
  gazetteer: Gazetteer,
): Signal[] {
  const clues = urls.flatMap((url) => addressClues(url, gazetteer));
  for (const [key, value] of Object.entries(document?.meta ?? {}))
    if (/sitename|contentsource|source|author|sitedomain/i.test(key))
      pushNamed(clues, 'meta', value, null, 4, gazetteer);
  for (const line of lines)
    if (line.text.length >= 6 && line.text.length <= 400) lineClues(clues, line, gazetteer);
  clues.push(...mentionSignals(lines, gazetteer));
  return clues;
}

/** Words of paths that spell a county by chance: 机关 and 鸡冠, 公安, 动态 and 东台, 联系 and 濂溪. */
const WORDS: ReadonlySet<string> = new Set(
  'jiguan gongan dongtai lianxi guiding gongyi yiyuan chengguan chengxiang zhongyang fengxian huimin pingan tongxin'.split(
    ' ',
  ),
);

/** A path on a government's site names a place only where the host can mean that place or one above it. */
const isOfSite = (region: Region, labels: string[], owner: Region | undefined): boolean =>
  owner
    ? isWithin(region, owner)
    : labels.some((label) => [region, ...ancestors(region)].some((at) => fitLabel(label, at) > 0));

function addressClues(url: string, gazetteer: Gazetteer): Signal[] {
  const { labels, segments, isGovernment } = addressParts(url);
  const clues: Signal[] = [];
  const owner = isGovernment ? gazetteer.hosts.get(labels.at(-1) ?? '') : undefined;
  if (owner)
    clues.push({ kind: 'host', text: labels.at(-1) ?? '', at: null, regions: [owner], weight: KNOWN_HOST });
  for (const label of owner ? labels.slice(0, -1) : labels) {
    const regions = regionsSpelled(label, gazetteer);
    if (regions.length > 0)
      clues.push({ kind: 'host', text: label, at: null, regions, weight: isGovernment ? 6 : 2 });
  }
  for (const segment of segments) {
    const regions = (
      segment.length >= 6 && !WORDS.has(segment) ? regionsSpelled(segment, gazetteer) : []
    ).filter((region) => !isGovernment || isOfSite(region, labels, owner));
    if (regions.length > 0) clues.push({ kind: 'path', text: `/${segment}/`, at: null, regions, weight: 3 });
  }
  return clues;
}

function lineClues(clues: Signal[], line: Line, gazetteer: Gazetteer): void {
  const { text, at } = line;
  if (!TELLS.test(text) && !PAGE_OF.test(text)) return;
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
  const page = line.part === 'head' && !line.cell ? PAGE_OF.exec(text) : null;
  if (page) pushNamed(clues, 'body text', page[1] as string, at, 3, gazetteer);
  const address = ADDRESS.exec(text);
  if (address) pushNamed(clues, 'contact line', address[1] as string, at, 5, gazetteer);
  const post = /(?:邮编|邮政编码)\s*[:：]?\s*(\d{6})(?!\d)/.exec(text);
  const district =
    post && gazetteer.byCode.get(`${PROVINCE_BY_POST.get((post[1] as string).slice(0, 2))}0000`);
  if (post && district) clues.push({ kind: 'postcode', text: post[0], at, regions: [district], weight: 2 });
  const telephone = /(?:电话|传真|热线)\D{0,8}[(（]?(0\d{2,3})[)）]?\s*[-—–]?\s*\d{7,8}/.exec(text);
  const area = telephone && gazetteer.areaCodes.get(telephone[1] as string);
  if (telephone && area) clues.push({ kind: 'area code', text: telephone[0], at, regions: area, weight: 2 });
}

function pushNamed(
  clues: Signal[],
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
  clues: Signal[],
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
