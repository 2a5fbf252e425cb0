/**
 * The agency's name: as written in the title, or in the first sentences where there is no title, and as it is called
 * in full. Words are added only from the region that was resolved (区浐灞办 → 西安市灞桥区浐灞办) and for a place
 * alone, which stands for its government (鄂城区 → 鄂城区人民政府).
 */
import type { Body, Evidence } from '../record';
import { evidence } from './evidence';
import type { Region } from './gazetteer';
import type { Line } from './lines';
import type { PlaceReading } from './place-in-name';
import { officeLeft } from './spam';
import type { FoundTitle } from './find-title';

type Named = { asWritten: string; evidence: Evidence };

const NAME_END =
  '(?:人民政府|政府|办公室|办公厅|局|委员会|委|厅|办|署|镇|乡|街道|街道办|办事处|苏木|区|县|市|旗|州|盟|省|院|校|中心|队|站|会|公司|所|处|学院|大学|银行|馆|台)';
const DOES =
  '(?:在|认真|严格|深入|以|高度|坚持|按照|紧紧|紧扣|积极|始终|全面|切实|继续|不断|贯彻|根据|共|进一步|着力|围绕|坚决|扎实|主动|大力|结合|牢固|依法|依据|把|将|对|通过|政府信息公开|政务公开)';
const SUBJECT = new RegExp(`^(?:20\\d\\d年度?[,，、]?)?([\\u4e00-\\u9fff()]{1,26}?${NAME_END})(?=${DOES})`);
const ANNOUNCED = new RegExp(
  `(?:现将|现公布|特公布|公布|由)([\\u4e00-\\u9fff()]{2,28}?${NAME_END})(?=20\\d\\d年|(?:根据|按照|编制|汇总|负责编制))`,
);
const NO_NAME =
  /^(?:我|本|各|全|该|一是|二是|为|现|根据|按照|依据|及时|今年|去年|年度|总体|主动|政府信息|政务|工作)|领导小组|有关|会议|情况/;
const LINES_READ = 25;

/** The agency as written and where; null where neither title, first sentences nor source line name one. */
export function findAgency(title: FoundTitle | null, lines: Line[]): Named | null {
  if (title?.agency)
    return { asWritten: title.agency, evidence: evidence('title', title.text, title.at, title.agency) };
  const told = lines.filter((line) => !line.cell && line.part !== 'foot').slice(0, LINES_READ);
  for (const pattern of [SUBJECT, ANNOUNCED])
    for (const line of told) {
      const name = (pattern.exec(line.text)?.[1] ?? '').trim();
      if (name.length >= 2 && !NO_NAME.test(name))
        return { asWritten: name, evidence: evidence('first sentence', line.text, line.at, name) };
    }
  for (const line of told) {
    const match = /(?:信息来源|来源|发布机构|发布单位|发文机关)\s*[:：]\s*([\u4e00-\u9fff()]{3,30})/.exec(
      line.text,
    );
    if (match && new RegExp(`${NAME_END}$`).test(match[1] as string))
      return {
        asWritten: match[1] as string,
        evidence: evidence('source line', match[0], line.at, match[1] as string),
      };
  }
  return null;
}

const HINT = /^(?:自治区|自治州|自治县|自治旗|省|州|盟|行署|地区|市|县|旗|区)(?=\S)/;

/** The agency's name in full. An overwritten name is rebuilt from the region and the office left at its end. */
export function fullName(
  asWritten: string,
  reading: PlaceReading,
  region: Region | null,
  body: Body | null,
  isOverwritten: boolean,
): string {
  if (!region) return asWritten;
  if (isOverwritten) return region.name + officeLeft(asWritten);
  if (reading.regions.length === 0 && HINT.test(asWritten))
    return calledInFull(region) + asWritten.replace(HINT, '');
  const alone = reading.used === asWritten;
  if (alone && body === 'government' && reading.kind !== 'zone')
    return `${located(asWritten, reading, region)}人民政府`;
  if (alone && body === 'subdistrict' && asWritten.endsWith('街道'))
    return `${located(asWritten, reading, region)}办事处`;
  return asWritten;
}

/** A township named without its county gets the county's name before it. */
const located = (name: string, reading: PlaceReading, region: Region): string =>
  reading.kind === 'town' && reading.used === reading.town && region.parent
    ? region.parent.name + name
    : name;

/** A county under its city, a city or province alone: 西安市灞桥区, 重庆市开州区, 临沧市. */
function calledInFull(region: Region): string {
  const above = region.level === 'county' && region.parent ? region.parent : null;
  return above && /市$/.test(above.name) ? above.name + region.name : region.name;
}
