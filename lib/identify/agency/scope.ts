/**
 * Whose figures a report's tables hold: those of the agency itself (`own`), or of the whole region or system
 * (`consolidated`). Evidence in order: the report's own words, its figures, the kind of body, the date. Every rule has
 * counter-examples, so the evidence is kept, and where it is weak the answer is `unknown`.
 */
import type { Body, Evidence, Level, Scope } from '../../record';
import { type EvidenceKind, evidence } from '../evidence';
import type { Line } from '../lines';

const CONSOLIDATED_WORDS =
  /(?:综合|汇总|根据|结合).{0,40}(?:各(?:区县|县区|县市区|县\(市、?区\)|县|区|乡镇|镇|街道|街镇|部门|单位|级)|所属(?:各)?(?:部门|单位)|全[市区县州旗省]).{0,50}(?:编制|撰写|形成|汇总|汇编|统计)|本报告.{0,20}(?:综合|汇总)|(?:由|汇总).{0,10}各(?:乡镇|镇|街道|部门|单位).{0,30}(?:组成|汇总|编制)|统计.{0,12}(?:范围|口径).{0,16}(?:全[市区县州旗省]|各部门|各乡镇|各镇)|结合我[市区县州旗省].{0,24}统计数据/;
const OWN_WORDS =
  /(?:仅|只)限[^,。;]{0,16}(?:机关|本级)|(?:仅|只)(?:统计|包括|包含|涉及|反映).{0,14}(?:本部门|本单位|本机关|本级|办公室|本局|本镇|本乡)|统计.{0,10}(?:范围|口径).{0,10}(?:本部门|本单位|本机关|[市区县省]本级)|不(?:含|包括|包含).{0,10}(?:各部门|下属|所属|乡镇|区县)/;
const REGION_FIGURES =
  /全(?:市|区|县|州|省|旗|盟|自治区)(?:各级|各|行政机关|政府系统|共|累计|收到|受理|办理|政府信息公开申请).{0,30}(?:收到|受理|办理|接收|新收)?.{0,16}申请.{0,12}?[\d,]+\s*(?:件|条|份|宗)|全(?:市|区|县|州|省|旗|盟|自治区).{0,16}(?:共|累计)(?:收到|受理|办理|接收).{0,20}?[\d,]+\s*(?:件|条|份|宗)/;
/** How far into a report its scope may be told. */
const LINES_READ = 60;

/** Scope with its evidence. Without a document only the name and the date can tell. */
export function scopeOf(
  lines: Line[],
  name: string,
  body: Body | null,
  level: Level | null,
  published: string | null,
): Told {
  const told = lines.filter((line) => !line.cell && line.part !== 'foot').slice(0, LINES_READ);
  const said: Said = (words, scope, kind, says) => {
    for (const line of told) {
      const match = words.exec(line.text);
      if (match) return { scope, evidence: [evidence(kind, match[0], line.at, says)] };
    }
    return null;
  };
  const isSmall = level === 'township' || body === 'department' || body === 'subdistrict';
  return (
    (isSmall
      ? null
      : said(CONSOLIDATED_WORDS, 'consolidated', 'own words', 'written from several reports')) ??
    said(OWN_WORDS, 'own', 'own words', 'says that it counts itself alone') ??
    (isSmall ? null : byFigures(body, said)) ??
    byName(name, body, level, published)
  );
}

type Said = (words: RegExp, scope: Scope, kind: EvidenceKind, says: string) => Told | null;
type Told = { scope: Scope; evidence: Evidence[] };

/** An office that tells the whole region's figures may print these in its tables, or its own. */
function byFigures(body: Body | null, said: Said): Told | null {
  if (body === 'government' || body === 'institution')
    return said(REGION_FIGURES, 'consolidated', 'figures', 'its figures are those of the whole region');
  return body === 'office'
    ? said(REGION_FIGURES, 'unknown', 'figures', "tells the region's figures, though it is an office")
    : null;
}

function byName(name: string, body: Body | null, level: Level | null, published: string | null): Told {
  const say = (scope: Scope, says: string): Told => ({
    scope,
    evidence: [evidence('name', name, null, says)],
  });
  if (body === null) return { scope: 'unknown', evidence: [] };
  if (/\((?:本级|机关|本级机关)\)$/.test(name))
    return say('own', 'names the organ itself, without those below it');
  if (level === 'township') return say('own', 'a township or subdistrict reports for itself');
  if (body === 'government') {
    if (published?.slice(5, 7) === '01')
      return {
        scope: 'unknown',
        evidence: [
          evidence('name', name, null, 'a government, which usually reports for its region'),
          evidence('date', published, null, 'published in January, when consolidated reports seldom are'),
        ],
      };
    return say('consolidated', 'a government above the township reports for its region');
  }
  if (body === 'vertical')
    return level === 'province' || level === 'national' || level === null
      ? say('unknown', 'a vertical body that may report for its branches')
      : say('own', 'a branch of a vertical body reports for itself');
  if (body === 'institution' && /(?:区|园|城|基地)(?:管理委员会|管委会)?$/.test(name))
    return say('unknown', 'a development zone, which may report for itself or for its bodies');
  return say('own', `one ${body} reports for itself`);
}
