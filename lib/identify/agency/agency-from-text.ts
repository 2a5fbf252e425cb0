/**
 * The agency as a report's text names it where no title does: who did something in the first sentences, who published
 * or wrote the report, the line beside a title without a name, the source line, and at last the office that answers
 * questions, less its inner office (某镇党政办公室 answers for 某镇). A name is taken only as the text writes it.
 */
import type { Body, Evidence } from '../../record';
import { evidence } from '../evidence';
import type { FoundTitle } from '../title/find-title';
import type { Line } from '../lines';

export type Named = { asWritten: string; evidence: Evidence };

const NAME_END =
  '(?:人民政府|政府|办公室|办公厅|局|委员会|委|厅|办|署|镇|乡|街道|街道办|办事处|苏木|区|县|市|旗|州|盟|省|院|校|中心|队|站|会|公司|所|处|学院|大学|银行|馆|台)';
/** Ends that stand for an organ beyond doubt, where less else speaks for a name. */
const ORGAN_END =
  '(?:人民政府|街道办事处|办事处|管委会|管理委员会|局|委员会|厅)(?:\\([\\u4e00-\\u9fff]{1,10}\\))?';
const DOES =
  '(?:在|认真|严格|深入|以|高度|坚持|按照|紧紧|紧扣|积极|始终|全面|切实|继续|不断|贯彻|根据|共|进一步|着力|围绕|坚决|扎实|主动|大力|结合|牢固|出台|制定|制发|印发|收到|未收到|未发生|没有|组织|开展|无行政|依法|依据|把|将|对|通过|政府信息公开|政务公开|信息公开)';
const YEAR_BEFORE = '(?:20\\d\\d年度?(?:以来|来|期间)?[,，、]?)';
const SUBJECT = new RegExp(`^${YEAR_BEFORE}?([\\u4e00-\\u9fff()]{1,26}?${NAME_END})(?=${DOES})`);
const ANNOUNCED = new RegExp(
  `(?:现将|现公布|特公布|公布|由)([\\u4e00-\\u9fff()]{2,28}?${NAME_END})(?=20\\d\\d年|(?:根据|按照|编制|汇总|负责编制))`,
);
/** …,铜川市公安局编制完成2024年政府信息公开年度报告; 汇总2021年度某镇人民政府的政务公开年度报告. */
const WROTE = new RegExp(
  `[,，。;；]([\\u4e00-\\u9fff()]{2,24}?${NAME_END})(?=(?:组织)?(?:编制|制定|撰写)(?:完成)?了?(?:本)?20\\d\\d年)`,
);
const SUMMED = new RegExp(
  `汇总(?:20\\d\\d年度?)?([\\u4e00-\\u9fff]{2,20}?${NAME_END})(?=的?(?:政务公开|政府信息公开)(?:工作)?(?:年度)?报告)`,
);
/** 2024年,在区政府主管部门的引领下,小营街道办事处严格…: the first organ that acts behind a comma. */
const ACTS = new RegExp(
  `[,，。;；]([\\u4e00-\\u9fff]{2,20}?(?:人民政府办公[室厅]|人民政府|街道办事处|管委会|管理委员会|局))(?=以|严格|认真|高度|坚持|按照|深入|积极|全面|切实|贯彻)`,
);
const NO_NAME =
  /^(?:国务院|中央|全国人大|我|本|各|全|该|一是|二是|为|现|根据|按照|依据|及时|今年|去年|年度|总体|主动|政府信息|政务|工作)|领导小组|有关|会议|情况|领导下|各(?:部门|单位|县|区|镇|乡|街道)/;
/** 以上是我局…, 在县政府…, 以人民为中心: a piece of a sentence that only ends as a name does. */
const PIECE =
  /^(?:以上|以下|上述|以人民|近年|一年|下一|其中(?!口)|同时|此外|另外|目前|截[至止]|随着|围绕|通过|成立|设立|加强|坚持)|^(?:在|经|从|向|对|与|因|让|将|把|按|据|其|请|受|被)(?=[省市县区州旗]|乡镇|政府|党|人民|上级)|我|(?<!维)的|(?:社会|大会|全会|机会|[大全布格]局|为中心)$/;
/** Names no organ by itself. */
const ANY_ORGAN =
  /^(?:[省市县区镇乡]|街道)?(?:街道办事处|街道办|街道|办事处|人民政府|政府|办公室|办公厅|党委|委|办|局|厅|处|所|站|会|委员会|管委会|管理委员会)$/;

/** True for words that can be an organ's name: no piece of a sentence, no organ without its own words. */
const isName = (name: string): boolean =>
  name.length >= 2 && !NO_NAME.test(name) && !PIECE.test(name) && !ANY_ORGAN.test(name);

const HIGHER = /[省市县区旗州盟](?:人民)?政府(?:办公[室厅]|办)?$/;
/**
 * Organs that a report speaking of itself with such a word is not from: a county's office that put a township's page
 * online, the government on whose site a bureau's stands.
 */
const NOT_ITSELF: Record<Body, RegExp | null> = {
  subdistrict: new RegExp(`${HIGHER.source}|[局厅]$`),
  government: new RegExp(`${HIGHER.source}|[局厅]$`),
  department: /政府(?:办公[室厅]|办)?$|街道(?:办|办事处)?$|[镇乡]$/,
  institution: /政府(?:办公[室厅]|办)?$|[局厅]$|委员会$/,
  office: null,
  vertical: null,
};

const LINES_READ = 25;

/** The agency as the lines before the last chapter name it, the plainest way first; null where none does. */
export function agencyFromText(title: FoundTitle | null, lines: Line[]): Named | null {
  const told = lines.filter((line) => !line.cell && line.part !== 'foot').slice(0, LINES_READ);
  const self = ownWord(lines);
  const other = self && NOT_ITSELF[self.body];
  const fits = (name: string): boolean => isName(name) && !other?.test(name);
  return (
    beside(title, told, fits) ??
    inSentence([SUBJECT, ANNOUNCED, WROTE, SUMMED], told, fits) ??
    inSource(told, fits) ??
    inSentence([ACTS], told.slice(0, 4), fits) ??
    whoAnswers(lines, fits)
  );
}

/** Whether a name can be that of the agency a report is from. */
type Fits = (name: string) => boolean;

/** A line that is an organ's name and nothing else, before or behind a title that names none. */
function beside(title: FoundTitle | null, told: Line[], fits: Fits): Named | null {
  if (title?.from !== 'line') return null;
  const at = told.findIndex((line) => line.at === title.at);
  if (at < 0) return null;
  for (const line of [told[at + 1], told[at - 1]])
    if (line && ORGAN_ALONE.test(line.text) && fits(line.text))
      return { asWritten: line.text, evidence: evidence('title', line.text, line.at, line.text) };
  return null;
}

const ORGAN_ALONE = new RegExp(`^[\\u4e00-\\u9fff()]{2,24}?${ORGAN_END}$`);

function inSentence(patterns: RegExp[], told: Line[], fits: Fits): Named | null {
  for (const pattern of patterns)
    for (const line of told) {
      const name = pattern.exec(line.text)?.[1] ?? '';
      if (fits(name))
        return {
          asWritten: ofTownship(name),
          evidence: evidence('first sentence', line.text, line.at, name),
        };
    }
  return null;
}

const TOWNSHIP_OFFICE =
  /^([\u4e00-\u9fff]{2,24}?(?:街道办事处|街道|[镇乡](?:人民政府|政府)))(?:党政|党政综合|党建|综合|综合事务|政务公开)办(?:公室)?$/;

/** A township's inner office writes its report; it does not report for itself. */
const ofTownship = (name: string): string => TOWNSHIP_OFFICE.exec(name)?.[1] ?? name;

const SOURCE = new RegExp(
  `(?:信息来源|来源|发布机构|发布单位|发文机关)\\s*[:：]\\s*([\\u4e00-\\u9fff()]{3,30})`,
);
const ENDS_AS_NAME = new RegExp(`${NAME_END}$`);

function inSource(told: Line[], fits: Fits): Named | null {
  for (const line of told) {
    const match = SOURCE.exec(line.text);
    const name = match?.[1] ?? '';
    if (match && ENDS_AS_NAME.test(name) && fits(name))
      return { asWritten: name, evidence: evidence('source line', match[0], line.at, name) };
  }
  return null;
}

const ANSWERS =
  /(?:请与|请联系|敬请联系|请咨询|请致电|径与|可与|可向)\s*([\u4e00-\u9fff]{4,34}?)(?=[(（,，。:：]|联系|咨询|$)/;
const PUBLISHES =
  /(?:可从|可在|请登录|登录)\s*([\u4e00-\u9fff]{3,24}?(?:局|委员会|厅))(?:官方|门户|政府)*网站.{0,40}?(?:下载|查阅|查询)/;
/** An organ and, behind it, the office, section or room of it that answers. */
const INNER =
  /^([\u4e00-\u9fff]{2,24}?(?:街道办事处|街道|[镇乡](?:人民政府|政府)?|管委会|管理委员会|委员会|局|厅))(?:[\u4e00-\u9fff]{0,14}(?:办公室|办|科|股|室|处|中心|站))?$/;
/** Offices that answer for a whole government. */
const FOR_OTHERS = /政务服务|行政审批|大数据|政务公开|信息公开|政府信息|数据|网信|电子政务|信息中心|档案/;

/**
 * The organ that answers questions about the report, or on whose site it stands, where the report speaks of itself
 * with the same word (我局) or names it again; a township's office answers for nobody else. Not the office of another
 * government: that may have written the report of either.
 */
function whoAnswers(lines: Line[], fits: Fits): Named | null {
  const text = lines.map((line) => line.text).join('\n');
  for (const line of lines) {
    if (line.cell) continue;
    for (const pattern of [ANSWERS, PUBLISHES]) {
      const name = INNER.exec(pattern.exec(line.text)?.[1] ?? '')?.[1];
      if (!name || !fits(name) || FOR_OTHERS.test(name)) continue;
      const isTownship = /街道(?:办事处)?$|[镇乡](?:(?:人民)?政府)?$/.test(name);
      // Others' sites are named often; that one has a site says nothing.
      const again = pattern === ANSWERS && text.split(name).length > 2;
      if (isTownship || again || new RegExp(`[我本]${name.at(-1)}`).test(text))
        return { asWritten: name, evidence: evidence('contact line', line.text, line.at, name) };
    }
  }
  return null;
}

const SPEAKS: [RegExp, Body][] = [
  [/[我本](?:街道|街办)/, 'subdistrict'],
  [/[我本][镇乡]/, 'government'],
  [/[我本](?:校|院|馆|公司|集团)/, 'institution'],
  [/[我本](?:局|厅|委(?!员))/, 'department'],
];
const NATIONAL_SYSTEM = /税务|海关|海事|气象|地震|烟草|邮政管理|调查队|银保监|金融监管|边检|消防救援/;

/**
 * What a report without a name calls itself: 我局 is a department, unless it speaks of a national system's work, and
 * 我镇 a township's government. Null where it says nothing or different things.
 */
export function ownWord(lines: Line[]): { body: Body; isTownship: boolean } | null {
  const told = lines.filter((line) => !line.cell && line.part !== 'foot').map((line) => line.text);
  const [only, other] = SPEAKS.filter(([word]) => told.some((text) => word.test(text)));
  if (!only || other) return null;
  const body = only[1];
  if (body === 'department' && told.some((text) => NATIONAL_SYSTEM.test(text))) return null;
  return { body, isTownship: body === 'subdistrict' || body === 'government' };
}
