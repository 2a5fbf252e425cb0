/**
 * Whether a document is a report of its own, where its tables do not tell. A page of a government's site speaks of
 * reports everywhere: in breadcrumbs, menus, lists of titles, notices and guides. What counts is the document's own title,
 * its own chapters, and the sentence by which a report says what it is.
 */
import type { Document } from './document';
import { foldText } from './read/labels/normalise';

/** A title that ends in 报告 or 年报 of 信息公开, alone on its line, with the year and agency it may have before or after. */
const TITLE =
  /^(?:[^，,。；;：:>»|]{0,40})(?:政府|政务)?信息公开(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:工作)?(?:报告|年报)(?:[（(]?\d{4}(?:年度?)?[)）]?|[（(][^）)]{1,20}[)）])?$/u;
/** A year, or a body that reports: without either a line is the name of a column. */
const WHOSE =
  /\d{4}|[〇零一二三四五六七八九]{4}年|(?:省|市|县|区|旗|州|盟|镇|乡|街道|局|委|厅|办|部|院|署|所|中心|政府|学校|医院|公司|委员会|管委会|人民)/u;
/** Titles of pages about reports. */
const ABOUT =
  /通知|指南|解读|公示|目录|制度|规定|办法|方案|模板|格式|样式|填报|登录|征集|培训|会议|要点|考核|评估|问答|专栏|列表|栏目|年报列表|意见建议|督查|通报/u;

/** The chapters a report may have, in the words of the forms and of the years before them. */
const CHAPTERS: readonly RegExp[] = [
  /^(?:总体情况|概述|概况|基本情况|总体概况|工作情况)/u,
  /^(?:.{0,6}主动公开.{0,8}(?:情况|信息))/u,
  /^(?:收到和处理|.{0,12}依申请公开|.{0,8}申请.{0,4}办理).{0,16}情况/u,
  /(?:行政复议|行政诉讼|复议|申诉).{0,12}(?:情况)?$/u,
  /^(?:存在|.{0,8}工作?存在|.{0,6}主要问题|.{0,10}不足).{0,16}/u,
  /^(?:其他|需要|.{0,4}附注).{0,6}(?:报告|说明).{0,4}事项/u,
  /(?:收费|减免).{0,8}情况$/u,
];
const NUMBERED =
  /^(?:第?[一二三四五六七八九十]{1,3}[、.．章部分，\s]|[（(][一二三四五六七八九十]{1,3}[)）])/u;
/** By which a report says what it is, in its own voice. */
const OWN_SENTENCE =
  /(?:编制|编写|制作|撰写|形成)(?:了|而成|的)?(?:\d{4}年度?)?.{0,24}(?:本|年度?)?(?:报告|年报)|本(?:年度)?(?:报告|年报)(?:由|根据|依据|按照|所列|中所列|的?数据|的?统计|全文|电子版|包括|共)|(?:现|特)(?:将|向社会)?.{0,30}(?:公布|发布|公开|报告)如下|报告.{0,16}统计(?:期限|时间)/u;
const NOT_OWN = /通知如下|请各|各单位|报送|填写|应当|按要求|模板/u;
/** Chapters that make a document a report without a title of its own. */
const ENOUGH_CHAPTERS = 3;
/** Titles of other reports that make a page a list of them. */
const LIST_TITLES = 3;

/** What a document shows of being a report: its own title, how many of the chapters, its own sentence; and what speaks against it. */
export type ReportSigns = {
  title: string | null;
  chapters: number;
  sentence: boolean;
  /** Lines that are titles of reports, which a list has many of. */
  listed: number;
  /** The document says of itself that it is a notice, a guide, or the like. */
  isAbout: boolean;
};

/** The signs of a document. Only its own words count; see the head of the file. */
export function reportSigns(document: Document): ReportSigns {
  const lines = document.blocks
    .flatMap((block) =>
      block.kind === 'paragraph'
        ? block.text.split('\n')
        : block.rows.flat().flatMap((cell) => cell.text.split('\n')),
    )
    .map((line) => foldText(line).trim())
    .filter((line) => line !== '');
  const stated = [document.meta.ArticleTitle, document.title].flatMap((text) =>
    text ? [ownPart(text)] : [],
  );
  const titles = new Set(lines.map(withoutDate).filter((line) => isReportTitle(line)));
  const head = lines.slice(0, 12).map(withoutDate);
  const title = [...stated, ...(isPage(document) ? [] : head)].find((line) => isReportTitle(line)) ?? null;
  const about = [...stated, ...(isPage(document) ? [] : head.slice(0, 6))].some(
    (line) => line.length <= 60 && ABOUT.test(line) && /公开|报告|年报/u.test(line),
  );
  return {
    title: title ?? titleBeforeProse(lines, titles),
    chapters: CHAPTERS.filter((chapter) => lines.some((line) => isHeading(line, chapter))).length,
    sentence: lines.some((line) =>
      line
        .split(/[。！!；;]/u)
        .some((each) => each.length > 12 && OWN_SENTENCE.test(each) && !NOT_OWN.test(each)),
    ),
    listed: titles.size,
    isAbout: about,
  };
}

/** Whether the signs are enough for a report whose tables are absent. */
export function isReport({ title, chapters, sentence, listed, isAbout }: ReportSigns): boolean {
  if (chapters >= ENOUGH_CHAPTERS && sentence) return true;
  if (isAbout) return false;
  if (title !== null && listed < LIST_TITLES) return true;
  return chapters >= ENOUGH_CHAPTERS && (title !== null || sentence);
}

/** The part of a page's title that is its own: sites add their names and columns behind it. */
function ownPart(title: string): string {
  return (
    foldText(title)
      .split(/\s*(?:[-—_|>»]+|\s{2,})\s*/u)
      .find((part) => part !== '') ?? ''
  ).trim();
}

/** A title of a list ends in its date. */
function withoutDate(line: string): string {
  return line
    .replace(/^[·•▪■◆\s]+/u, '')
    .replace(/[[(（]?\s*\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?\s*[\])）]?$/u, '')
    .trim();
}

function isReportTitle(line: string): boolean {
  const text = line.replace(/\s+/gu, '');
  const rest = text.replace(
    /(?:政府|政务)?信息公开(?:工作)?(?:情况)?(?:的)?(?:年度)?(?:工作)?(?:报告|年报)/u,
    '',
  );
  return text.length <= 60 && TITLE.test(text) && WHOSE.test(rest) && !ABOUT.test(text);
}

function isHeading(line: string, chapter: RegExp): boolean {
  const number = NUMBERED.exec(line);
  return number !== null && line.length <= 40 && chapter.test(line.slice(number[0].length).trim());
}

/** Formats whose text begins with menus and breadcrumbs. */
const isPage = ({ format }: Document) => format === 'html' || format === 'mht';

/**
 * On a page, a title counts where its article begins right behind it: the line of its date and source, or running text
 * about 信息公开. Behind a link of a menu or list stands the next link.
 */
function titleBeforeProse(lines: readonly string[], titles: ReadonlySet<string>): string | null {
  for (const [index, line] of lines.entries()) {
    const text = withoutDate(line);
    if (!titles.has(text)) continue;
    const behind = lines.slice(index + 1, index + 4);
    const [next = ''] = behind;
    const isProse = (each: string) =>
      each.length >= 60 && /信息公开|政务公开/u.test(each) && !NOT_OWN.test(each);
    if (isProse(next) || (BYLINE.test(next) && behind.some(isProse))) return text;
  }
  return null;
}

/** Date, source and the like below an article's title. */
const BYLINE = /^.{0,80}(?:来源|发布|日期|时间|作者|浏览|点击|访问|字体|字号|打印|\d{4}-\d{1,2}-\d{1,2})/u;
