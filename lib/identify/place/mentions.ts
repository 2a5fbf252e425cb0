/** Places that running text speaks of. Lists of places (a page's links, recipients) and bare links are not believed. */
import type { Signal } from './signal';
import { type Gazetteer, pairKey, type Region } from './gazetteer';
import type { Line } from '../lines';

const CHARACTERS_SCANNED = 16000;
const PLACES_IN_A_LIST = 8;
/** A line that holds little more than a place's name is a link or a heading. */
const MORE_THAN_A_NAME = 6;
/** Contact and source lines are clues of their own and must not count twice. */
const TOLD_ELSEWHERE = /地址|主办|承办|版权所有|来源\s*[:：]|发布机构/;
const SPEAKS_FOR = /^(?:人民)?政府|^[市区县州旗省]?委|^政务|^门户|^人大|^政协|^公报/;

/** Places above the township in head and body: once counts 1.5, as the name of a government 3, more often up to 6. */
export function mentionSignals(lines: Line[], gazetteer: Gazetteer): Signal[] {
  const byRegion = new Map<Region, Signal>();
  let scanned = 0;
  for (const line of lines) {
    if (line.cell || line.part === 'foot' || line.text.length < 2 + MORE_THAN_A_NAME) continue;
    if (line.text.length < 120 && TOLD_ELSEWHERE.test(line.text)) continue;
    scanned += line.text.length;
    if (scanned > CHARACTERS_SCANNED) break;
    const found = placesIn(line.text, gazetteer);
    if (found.length > PLACES_IN_A_LIST && new Set(found.map(({ region }) => region)).size > PLACES_IN_A_LIST)
      continue;
    for (const { region, name, at } of found) {
      if (line.text.length < name.length + MORE_THAN_A_NAME) continue;
      if (isOfNotice(line.text, at, at + name.length)) continue;
      if (/地址[:：]?[^,，。;；)）]{0,12}$/.test(line.text.slice(0, at))) continue;
      const worth = SPEAKS_FOR.test(line.text.slice(at + name.length, at + name.length + 6)) ? 3 : 1.5;
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

/** 按照某县政务公开办关于…的要求: whose notice is followed tells nothing of who follows it. */
const isOfNotice = (text: string, from: number, to: number): boolean =>
  /(?:按照|根据|依据|依照|贯彻|落实)[^。;]{0,24}$/.test(text.slice(Math.max(0, from - 30), from)) &&
  /^[^。;]{0,14}(?:关于|印发|转发|的?通知|的?要求|[(〔]20\d\d)/.test(text.slice(to, to + 24));

type Found = { region: Region; name: string; at: number };

/** Full names of places in running text, only such as one region bears. */
function placesIn(text: string, gazetteer: Gazetteer): Found[] {
  const found: Found[] = [];
  for (let i = 0; i + 2 <= text.length; i++) {
    const lengths = gazetteer.lengths.get(pairKey(text, i));
    if (!lengths) continue;
    for (const length of lengths) {
      if (i + length > text.length) continue;
      const name = text.slice(i, i + length);
      const places = gazetteer.names.get(name);
      if (!places || places.length > 1) continue;
      const { region, kind } = places[0] as (typeof places)[number];
      if (kind !== 'name' && kind !== 'short') continue;
      // 宁县 in 西宁县级…: a name of two characters counts only where no other character stands before it
      if (length === 2 && /[\u4e00-\u9fff]/.test(text[i - 1] ?? '')) continue;
      found.push({ region, name, at: i });
      i += length - 1;
      break;
    }
  }
  return found;
}
