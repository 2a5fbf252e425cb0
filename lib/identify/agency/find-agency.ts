/**
 * The agency's name: as written in the title, or in the first sentences where there is no title, and as it is called
 * in full. Words are added only from the region that was resolved (区浐灞办 → 西安市灞桥区浐灞办) and for a place
 * alone, which stands for its government (鄂城区 → 鄂城区人民政府).
 */
import type { Body } from '../../record';
import { evidence } from '../evidence';
import type { Region } from '../place/gazetteer';
import type { Line } from '../lines';
import type { PlaceReading } from '../place/place-in-name';
import { isTownshipName, officeLeft } from './advertising';
import type { FoundTitle } from '../title/find-title';
import { type Named, agencyFromText } from './agency-from-text';

/** The agency as written and where; null where neither title nor text names one. */
export function findAgency(title: FoundTitle | null, lines: Line[]): Named | null {
  if (title?.agency)
    return { asWritten: title.agency, evidence: evidence('title', title.text, title.at, title.agency) };
  return agencyFromText(title, lines);
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
  if (!region || !asWritten) return asWritten;
  if (isOverwritten) {
    const left = officeLeft(asWritten);
    return isTownshipName(left) ? left : region.name + left;
  }
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
