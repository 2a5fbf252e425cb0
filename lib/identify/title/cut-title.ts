/**
 * Cutting year and agency out of a report's title.
 * The agency is what stands before the phrase 信息公开, less year and connecting words; one 政府 may serve both
 * (二道区人民|政府信息公开).
 */
import { normalizeLine } from '../text';

export type Title = { text: string; agency: string; year: number | null };

const PHRASE = /(?:政府|政务)?信息(?:年度|工作)?公开|政务公开|信息公示/g;
const REPORT = /年度报告|年报|工作报告|情况报告|年度总结|工作总结|总结报告|年度工作|报告/;
const YEAR = /(?<!\d)(20[0-4]\d)(?!\d)/g;
const CONNECTORS =
  /^(?:关于(?:公布|发布|印发|报送|上报|公开)?|公布|发布|印发)+|(?:关于|的|编制|发布|公布|印发|[-—_:：·,，、|])+$/g;

/** True for a line that can be a report's title: names the subject, is short, and is no sentence. */
export function isReportTitle(printed: string): boolean {
  if (printed.length > 90) return false;
  const text = inOrder(printed);
  if (!/信息(?:年度|工作)?公开|政务公开/.test(text) || !REPORT.test(text)) return false;
  if (
    /[。；;]|[，,].*[，,]|如下|现将我|^(?:根据|按照|依据|现将|为了|为进一步|本报告|本年度|附件|附[:：]|上一[篇条]|下一[篇条])/.test(
      text,
    )
  )
    return false;
  return !/条例|有关事项|格式|目录|指南|制度$|办法|规定|[一二三四五六七][、]|专栏|解读|公示公告/.test(text);
}

/** The end of a title in its order, which some copies print in another: 信息公开 工作告年度报. */
const ENDS = ['工作年度报告', '年度工作报告', '年度报告', '工作报告'];
const LETTERS = new Map(ENDS.toReversed().map((end) => [[...end].sort().join(''), end]));

function inOrder(text: string): string {
  const match = /^(.*信息公开)[\s]?([工作年度报告]{4,6})$/.exec(text);
  const end = match && LETTERS.get([...(match[2] as string)].sort().join(''));
  return match && end && !ENDS.includes(match[2] as string) ? match[1] + end : text;
}

/** Year and agency cut out of a title; an agency that is not there is ''. The text may be raw. */
export function cutTitle(raw: string): Title {
  const text = trimTitle(normalizeLine(raw));
  const phrases = [...text.matchAll(PHRASE)];
  const last = phrases.at(-1);
  if (!last) return { text, agency: '', year: yearNear(text, text.length) };
  let before = text.slice(0, last.index);
  if (last[0].startsWith('政府') && before.endsWith('人民')) before += '政府';
  // 县政府信息公开工作… after an agency that already stands before 政府信息公开: 某县政府政务公开政府信息公开
  before = before.replace(/(?:政府信息|政务公开|信息公开|和|与|暨)+$/, '');
  return { text, agency: cutAgency(before) || agencyBehind(raw), year: yearNear(text, last.index) };
}

/** An agency named behind the title instead: 年度报告(江永县财政局). The name of a site is none. */
function agencyBehind(raw: string): string {
  const match = /(?:报告|年报)\s*(?:\([^()]*年[^()]*\))?\s*[(\-—–_:]+\s*([\u4e00-\u9fff]{3,30})\)?$/.exec(
    normalizeLine(raw),
  );
  return match && !/(?:网|网站|门户|平台|专栏)$/.test(match[1] as string) ? (match[1] as string) : '';
}

/** Breadcrumbs before and site names behind the title are cut off. */
function trimTitle(text: string): string {
  let title = titleAmong(text.split(SEPARATOR)) ?? text;
  title = (LABEL.test(title) ? title : title.replace(/^[《"“'[【(（\s]+(?=\S)/, ''))
    .replace(/^(?:您的位置|当前位置|标题|名称|题名)[:：]\s*/, '')
    .replace(/^[|\s]+|[|\s]+$/g, '');
  title = title.replace(
    /(年度报告|年报|工作报告|总结报告|报告)(?:[》"”\]】]|\s*[-_|—–].*|\s+\S*(?:政府|网|局|委).*)$/,
    '$1',
  );
  title = title.replace(/\.(?:docx?|pdf|wps|txt|html?)$/i, '');
  return title.trim();
}

const SEPARATOR = /\s*[>›»＞|_]+\s*|\s+[-–—]+\s+/;
/** A crumb or part of a page's title that names an organ and is no column or site. */
const ORGAN_PART =
  /^(?!.*(?:公开|首页|年报|专栏|栏目|网))[\u4e00-\u9fff()]{2,30}(?:政府|局|委|委员会|管委会|厅|办|办公室|镇|乡|苏木|街道|办事处|区|县|市|州|旗|中心|院)$/;

/**
 * The part of a page's title or path that is the report's: the last of those that say most, since 政府信息公开年报 is
 * a column's name as well. A part that names no agency takes the organ before it: 某街道 > 2024年…年度报告.
 */
function titleAmong(parts: string[]): string | null {
  let best: { part: string; tells: number; at: number } | null = null;
  parts.forEach((part, at) => {
    if (!isReportTitle(part)) return;
    const phrase = [...part.matchAll(PHRASE)].at(-1)?.index ?? 0;
    const tells = (cutAgency(part.slice(0, phrase)) ? 2 : 0) + (yearNear(part, phrase) ? 1 : 0);
    if (!best || tells >= best.tells) best = { part, tells, at };
  });
  const found = best as { part: string; tells: number; at: number } | null;
  if (!found) return null;
  const before = parts[found.at - 1] ?? '';
  return found.tells < 2 && ORGAN_PART.test(before) ? before + found.part : found.part;
}

/** Labels that editors put before a title: 【图文】, 文字解读:, 附件1:, 1. */
const LABEL =
  /^(?:[【[(〔《](?:图文|图解|图片|组图|视频|转发|转载|置顶|公示|公告|通知|附件\d*|最新|原创|[\u4e00-\u9fff]{0,4}解读|\d{1,2})[】\])〕》]|(?:一图(?:读懂|看懂|解读)|图解|图文|[\u4e00-\u9fff]{0,4}解读|转发|转载|附件\d*|公示|公告|通知|Page ?\d+)\s*[:：|\-—–]+|[\u4e00-\u9fff]{0,4}解读(?=《)|附件\d*|\d{1,2}[.、)](?!\d)|[一二三四五六七八九十]+、)\s*/;

function withoutLabels(text: string): string {
  let left = text.trim();
  for (let next = left.replace(LABEL, ''); next !== left; next = left.replace(LABEL, '')) left = next;
  return left;
}

function cutAgency(before: string): string {
  let agency = withoutLabels(before);
  const about = /关于(?:印发|发布|公布|报送|上报|公开|编制)?[《"“]?/g;
  const cuts = [...agency.matchAll(about)];
  const cut = cuts.at(-1);
  if (cut) {
    const behind = withoutYear(agency.slice(cut.index + cut[0].length));
    agency = behind.length >= 2 ? behind : agency.slice(0, cut.index);
  }
  agency = withoutYear(agency).replace(/[《》"“”【】[\]]/g, '');
  for (
    let next = agency.replace(CONNECTORS, '').trim();
    next !== agency;
    next = agency.replace(CONNECTORS, '').trim()
  )
    agency = next;
  agency = agency.replace(/^[(（]?([^(（]+)[)）]$/, '$1').replace(/[(（](?:\d{4}|本级|机关|年度)?[)）]$/, '');
  return /^(?:(?:本|我)?(?:单位|机关|部门|年度?)?|(?:人民)?政府)$/.test(agency) ? '' : agency;
}

const withoutYear = (text: string): string =>
  text
    .replace(/(?:二〇|20)[0-4]\d\s*[-—~至到]\s*(?=20[0-4]\d)/g, '')
    .replace(/(?<!\d)20[0-4]\d(?!\d)\s*(?:学?年度?)*/g, '')
    .replace(/^(?:学?年度?)+/, '')
    .replace(/(?:上半|下半)?年度?$/, '')
    .trim();

/** The year that stands nearest before the phrase, else nearest behind it. */
function yearNear(text: string, phrase: number): number | null {
  const years = [...text.matchAll(YEAR)].map((match) => ({ year: Number(match[1]), at: match.index }));
  const plausible = years.filter(({ year }) => year >= 2007);
  const before = plausible.filter(({ at }) => at < phrase).at(-1);
  return (before ?? plausible.find(({ at }) => at >= phrase))?.year ?? null;
}
