/**
 * Cutting year and agency out of a report's title.
 * The agency is what stands before the phrase 信息公开, less year and connecting words; one 政府 may serve both
 * (二道区人民|政府信息公开).
 */
import { normalizeLine } from './text';

export type Title = { text: string; agency: string; year: number | null };

const PHRASE = /(?:政府|政务)?信息公开|政务公开|信息公示/g;
const REPORT = /年度报告|年报|工作报告|情况报告|年度总结|工作总结|总结报告|年度工作|报告/;
const YEAR = /(?<!\d)(20[0-4]\d)(?!\d)/g;
const CONNECTORS =
  /^(?:关于(?:公布|发布|印发|报送|上报|公开)?|公布|发布|印发)+|(?:关于|的|编制|发布|公布|印发|[-—_:：·,，、|])+$/g;

/** True for a line that can be a report's title: names the subject, is short, and is no sentence. */
export function isReportTitle(text: string): boolean {
  if (text.length > 90 || text.length < 6) return false;
  if (!/信息公开|政务公开/.test(text) || !REPORT.test(text)) return false;
  if (
    /[。；;]|[，,].*[，,]|如下|现将我|^(?:根据|按照|依据|现将|为了|为进一步|本报告|本年度|附件|附[:：]|上一[篇条]|下一[篇条])/.test(
      text,
    )
  )
    return false;
  return !/条例|有关事项|格式|目录|指南|制度$|办法|规定|[一二三四五六七][、]|专栏|解读|公示公告/.test(text);
}

/** Year and agency cut out of a title; an agency that is not there is ''. The text may be raw. */
export function cutTitle(raw: string): Title {
  const text = trimTitle(normalizeLine(raw));
  const phrases = [...text.matchAll(PHRASE)];
  const last = phrases.at(-1);
  if (!last) return { text, agency: '', year: yearNear(text, text.length) };
  let before = text.slice(0, last.index);
  if (/^政府/.test(last[0]) && /(?:人民|[县市区旗])$/.test(before) && /人民$/.test(before)) before += '政府';
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
  const crumbs = text.split(/\s*[>›»＞]+\s*/);
  let title = [...crumbs].reverse().find((part) => isReportTitle(part)) ?? text;
  title = title
    .replace(/^[《"“'[【(（\s]+(?=\S)/, '')
    .replace(/^(?:您的位置|当前位置|标题|名称|题名)[:：]\s*/, '')
    .replace(/^[|\s]+|[|\s]+$/g, '');
  title = title.replace(
    /(年度报告|年报|工作报告|总结报告|报告)(?:[》"”\]】]|\s*[-_|—–].*|\s+\S*(?:政府|网|局|委).*)$/,
    '$1',
  );
  title = title.replace(/\.(?:docx?|pdf|wps|txt|html?)$/i, '');
  return title.trim();
}

function cutAgency(before: string): string {
  let agency = before;
  const about = /关于(?:印发|发布|公布|报送|上报|公开)?[《"“]?/g;
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
  agency = agency.replace(/^[(（](.+)[)）]$/, '$1').replace(/[(（](?:\d{4}|本级|机关|年度)?[)）]$/, '');
  return /^(?:本|我)?(?:单位|机关|部门|年度?)?$/.test(agency) ? '' : agency;
}

const withoutYear = (text: string): string =>
  text
    .replace(/(?:二〇|20)[0-4]\d\s*[-—~至到]\s*(?=20[0-4]\d)/g, '')
    .replace(/(?<!\d)20[0-4]\d(?!\d)\s*(?:年度?)*/g, '')
    .replace(/^(?:年度?)+/, '')
    .replace(/(?:上半|下半)?年度?$/, '')
    .trim();

/** The year that stands nearest before the phrase, else nearest behind it. */
function yearNear(text: string, phrase: number): number | null {
  const years = [...text.matchAll(YEAR)].map((match) => ({ year: Number(match[1]), at: match.index }));
  const plausible = years.filter(({ year }) => year >= 2007);
  const before = plausible.filter(({ at }) => at < phrase).at(-1);
  return (before ?? plausible.find(({ at }) => at >= phrase))?.year ?? null;
}
