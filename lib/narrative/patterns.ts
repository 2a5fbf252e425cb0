/**
 * What prose counts and how it says so. Each pattern reads one folded clause (half width, simplified, no blanks). `field` is a
 * field id, a group of rows of table 3 (`requests.denied`: the sum of its rows' totals), or a `narrative.` topic where the
 * tables ask nothing or several fields together.
 */

import { HAN_NUMERALS } from '../han-numerals';

export type Pattern = {
  field: string;
  /** Ways of saying it, the plainest first; the count is the group `n`. */
  counts: RegExp[];
  /** Says that there was none: the count is 0. Read in the whole clause, a list in it included. */
  none?: RegExp;
  /** What the whole sentence must be about. */
  about?: (sentence: string) => boolean;
  /** What the piece of the clause (cut at 、) must not speak of. */
  unless?: RegExp;
  /** Counts are looked for in the whole clause, where a list stands between verb and noun: 收到公民、法人的申请3件. */
  isAcrossLists?: boolean;
};

const NUMERAL = `0-9${HAN_NUMERALS}`;
const N = `(?<n>\\d{1,8}|[${HAN_NUMERALS}]{1,7})`;
const UNIT = '(?:件次|条次|[件份项条个宗起次篇例人])(?![多余])(?!以上|左右|以内)';
/** So many characters at most without a number, a stop or a word of approximation. */
const gap = (most: number): string => `[^${NUMERAL}，、。；余多近约]{0,${most}}?`;
/** The same, over a list. */
const wideGap = (most: number): string => `[^${NUMERAL}，。；余多近约]{0,${most}}?`;
/** A zero with its unit, or at the end of a clause without one. */
const ZERO = `(?<n>[0零〇])(?:${UNIT}|[，,。;；]?$)`;
/** 未经复议直接起诉 and 无正当理由 are words of the form's own labels. */
const NONE = '(?:未有|未(?!经|按|补正|缴)|没有|没|无(?!正当|法|效|关)|不存在|零)';

const said = (source: string): RegExp => new RegExp(source, 'u');
const speaksOf =
  (words: RegExp) =>
  (sentence: string): boolean =>
    words.test(sentence);

/** How a request was answered, with its count in either order: 予以公开2件, 对2件予以公开. */
const outcome = (words: string, between = 4): RegExp[] => [
  said(`(?<![及和与或])${words}(?:的|为|共|共计|了|答复|申请|信息|政府信息)*${gap(between)}${N}${UNIT}`),
  said(
    `(?:^|对|有|其中|将)(?:其中)?(?:的)?${N}${UNIT}(?:申请|信息|件)*(?:作出|做出|答复|为|属于|属|已|均|依法|给予|决定)*${words}`,
  ),
];

const OUTCOMES = [
  '(?<!不|部分)(?:予以|同意)公开',
  '部分(?:予以|同意)?公开',
  '不(?:予|同意)公开',
  '无法提供',
  '不予处理',
].map((words) => said(`${words}[^，。；]{0,6}?[${NUMERAL}]|[${NUMERAL}]${UNIT}(?:申请)?${words}`));
const DOCUMENTS = /发文|公文|文件|提案|建议|议案|复文|许可|处罚|属性|信箱|热线/u;

/** A sentence about requests, or one that lists two kinds of answers and does not speak of documents. */
const listsOutcomes = (sentence: string): boolean =>
  /申请|办结件|答复件/u.test(sentence) ||
  (!DOCUMENTS.test(sentence) && OUTCOMES.filter((words) => words.test(sentence)).length >= 2);

/** Reasons of single rows: a count of one of them is not that of the group. */
const ONE_REASON = /国家秘密|行政法规|法律|三安全|第三方|内部事务|过程性|执法案卷|行政查询|其中因/u;
/** Matters of other services: an application for one of them is no request for information. */
const OTHER_MATTERS =
  /许可|法律援助|低保|救助|补贴|补助|仲裁|登记|调解|贷款|专利|商标|认定|减免|执行|公证|鉴定|工伤|招标|采购|住房|入学|户籍|听证|国家赔偿|信访事项/u;
const REQUEST =
  '(?:依申请公开|(?:政府|政务)?信息(?:依申请)?公开(?:的)?申请|公开(?:政府|政务)?信息(?:的)?申请|公开(?:的)?申请|申请公开|依申请(?:政府)?信息)';
const RECEIVED = '(?:收到|受理|接收|接到|接受|新收|收取|(?<=[年度共计])收)';
const APPLICANTS =
  '(?:自然人|公民|法人|公众|群众|市民|居民|当事人|社会|企业|个人|当面|网络|网上|书面|信函|线上|线下)';

/** What a count of reviews or suits must not be about: enforcement and other acts, where disclosure is not named. */
const OTHER_ACTS = /执法|处罚|许可|征收|征地|拆迁|工伤|劳动|案件办理|应诉/u;
const isDisclosure = (sentence: string): boolean => !OTHER_ACTS.test(sentence) || /公开/u.test(sentence);

const LINK = '(?:案件|案)?(?:[、和及与或]|以及)(?:被)?(?:提起)?(?:行政)?';
const EACH = '(?:的)?(?:案件|案|情况|数量|数)?(?:都|均|各|皆)(?:为|是|有)?';

/** A new way of saying something is added here. */
export const PATTERNS: Pattern[] = [
  {
    field: 'requests.new_requests.total',
    counts: [
      said(`${RECEIVED}(?:和处理|和办理|并处理|受理)?${wideGap(24)}${REQUEST}${gap(10)}${N}${UNIT}`),
      said(`${RECEIVED}(?:和处理)?(?:过|了)?${gap(4)}申请${gap(10)}${N}${UNIT}`),
      said(`${RECEIVED}(?:了)?${N}${UNIT}${gap(12)}(?:${REQUEST}|公开申请)`),
      said(
        `(?<!信息)办理(?:了)?(?:公众|群众|公民)?${gap(8)}${REQUEST}(?:件|事项)?(?:共计?|总计|合计)?${N}${UNIT}`,
      ),
      said(`(?<!信息)办理(?:了)?${N}${UNIT}${REQUEST}`),
      said(`${REQUEST}申请(?:件|数量?)?(?:共计?|总计|合计|为)?${N}${UNIT}`),
      said(`${REQUEST}(?:申请)?(?:收到|共收到)${N}${UNIT}`),
      said(
        `(?:^|全年|年度?|[局办委院镇乡])(?:共)?${REQUEST}(?:申请)?(?:件)?(?:总数|总量|数量|量|数)?(?:共计?|总计|合计|为)${N}${UNIT}`,
      ),
      said(`(?:依申请公开|公开申请)(?:事项|信息|件|数量|量|数|申请)*(?:共|共计|均|都)?(?:为|是)?${ZERO}`),
    ],
    none: said(
      `${NONE}(?:接收到|接收|收到|接到|接受|受理|收取|出现|发生|产生)?(?:和处理|和办理|或处理|过)*${wideGap(24)}(?:${REQUEST}(?!${gap(6)}(?:结转|复议|诉讼))|${APPLICANTS}[^，。；]{0,14}申请|任何[^，。；]{0,6}申请|有关信息的申请|(?<=收到|接到|受理|任何)申请[，,。;；]?$|(?:政府)?信息依申请公开)`,
    ),
    unless: new RegExp(
      `上年|去年|结转|复议|诉讼|答复|办结|不予|提案|建议|热线|投诉举报|${OTHER_MATTERS.source}`,
      'u',
    ),
    isAcrossLists: true,
  },
  {
    field: 'requests.new_requests.natural_person',
    counts: [said(`自然人(?:提出的?|提交的?)?(?:申请)?(?:件)?${gap(4)}${N}${UNIT}`)],
    about: speaksOf(new RegExp(`${RECEIVED}[^。；]*申请`, 'u')),
    unless: /答复|办结|结转|不予|予以/u,
  },
  {
    field: 'requests.carried_in.total',
    counts: [
      said(`(?:上(?:一)?年度?(?:结转|转结|转来|顺延|未办结)|结转上(?:一)?年度?)(?:的)?${gap(16)}${N}${UNIT}`),
      said(`(?:^|有|含|其中)${N}${UNIT}(?:申请)?(?:为|是|系)?(?:由)?上(?:一)?年度?(?:结转|转结|转来)`),
    ],
    none: said(
      `${NONE}上(?:一)?年度?(?:的)?(?:结转|转结)|上(?:一)?年度?${NONE}(?:申请)?(?:结转|转结)|${NONE}结转上(?:一)?年`,
    ),
    unless: /下(?:一)?年/u,
  },
  {
    field: 'requests.carried_out.total',
    counts: [
      said(
        `(?:结转|转结|顺延|延至|转到|转至|转入|转|留待|留到)(?:至|到|为)?(?:下(?:一)?年度?|次年|明年|来年)(?:度)?(?:继续)?(?:办理|答复|处理)?(?:的)?${gap(10)}${N}${UNIT}`,
      ),
      said(
        `${N}${UNIT}(?:申请|件)?(?:将|已|需|尚未办结|未办结|因[^，。；]{0,10})?(?:结转|转结|顺延|延至|转到|转至|转入|转|留待|留到)(?:至|到)?(?:下(?:一)?年|次年|明年|来年)`,
      ),
    ],
    none: said(
      `${NONE}(?:申请)?(?:向)?(?:下(?:一)?年度?(?:的)?(?:结转|继续)|(?:结转|转结|顺延)(?:至|到)?(?:下(?:一)?年|次年|明年))`,
    ),
    unless: /上(?:一)?年/u,
  },
  {
    // 办理申请19件 may be all that came in or all that was handled: both are counted, and one of them may disagree.
    field: 'requests.outcomes_total.total',
    counts: [
      said(
        `(?:办理|处理|办结|答复|回复)(?:完毕|完结|完成|结)?(?:了)?(?:政府)?(?:信息)?(?:依申请公开|公开申请|依申请|申请)?(?:件|信息|事项)?(?:共计?|总计|合计|数量|总数)?(?:为)?${N}${UNIT}`,
      ),
      said(`(?:^|已|其中)${N}${UNIT}(?:申请)?(?:均|已|都|全部|按时|按期|依法)*(?:办结|答复|回复|办理完毕)`),
    ],
    about: speaksOf(/依申请|公开申请|申请公开|公开信息的?申请|结转下(?:一)?年/u),
    unless:
      /结转|转结|复议|诉讼|热线|信箱|提案|建议|信访|留言|咨询|收到|受理|予以公开|不予|其中|政策|法律援助|许可/u,
  },
  {
    field: 'requests.granted.total',
    counts: [
      ...outcome('(?<!不|部分)(?:予以公开|同意公开|全部公开)'),
      // 收到依申请公开0件,公开0件,不予公开0件
      said(`^(?:其中)?公开${N}${UNIT}[，,]?$`),
    ],
    about: listsOutcomes,
    unless: /不予公开|不同意公开|部分公开|提案|建议/u,
  },
  {
    field: 'requests.partial.total',
    counts: outcome('部分(?:予以|同意)?公开'),
    about: (sentence) => listsOutcomes(sentence) || /部分公开[^。；]*结转/u.test(sentence),
    unless: /提案|建议/u,
  },
  {
    field: 'requests.denied',
    counts: outcome('(?:不予公开|不同意公开)'),
    about: listsOutcomes,
    unless: new RegExp(`${ONE_REASON.source}|提案|建议|不予公开(?:类|属性)`, 'u'),
  },
  {
    field: 'requests.unable',
    counts: [
      ...outcome('(?<!不属于)无法提供', 8),
      said(
        `^(?:其中)?(?:因|属|属于)?(?:本(?:机关|单位|办|局|部门|级)|我[局办委院])不掌握(?:相关|的|该)?(?:政府)?(?:信息)?(?:的)?${N}${UNIT}`,
      ),
    ],
    unless: /提案|建议|证明材料|数据库|(?:没有现成|补正后)/u,
  },
  {
    field: 'requests.not_processed',
    counts: outcome('不予处理', 6),
    unless: /提案|建议|举报投诉类|信访|重复申请/u,
  },
  {
    field: 'proceedings.reconsideration.total',
    counts: [
      said(`复议${LINK}诉讼${EACH}${N}${UNIT}`),
      said(`复议${LINK}诉讼(?:案件|案)?(?:数量?)?(?:共|共计|均|都|各|为|是)*${ZERO}`),
      said(`复议${LINK}诉讼(?:案件|案)?(?:数量?)?分别(?:为|是|有)?${N}${UNIT}`),
      said(
        `(?:被申请|提起|发生|收到|受理|引发|产生|涉及)?(?:的)?行政复议(?:案件|申请|案)?(?!决定|意见|答复)${gap(4)}${N}${UNIT}`,
      ),
      said(`(?:引发|引起|发生|涉及|提起|的|^)复议(?:案件|申请|案)?${gap(4)}${N}${UNIT}`),
      said(`${N}${UNIT}(?:申请)?(?:被)?(?:申请人)?(?:申请|提起|引发|引起)(?:了)?行政复议`),
    ],
    none: said(`${NONE}(?:接收到|收到|接到|发生|产生|出现|被申请|因)?${wideGap(24)}复议`),
    about: isDisclosure,
    unless:
      /维持|纠正|纠错|撤销|败诉|审结|应诉|答复(?!不)|(?<!收到|信息)(?:公开|发布)行政复议|决定书|复议后(?!的)|(?:办理|审理)(?:的)?行政复议|意见书/u,
    isAcrossLists: true,
  },
  {
    field: 'proceedings.reconsideration.upheld',
    counts: [said(`行政复议${gap(6)}(?:结果)?维持(?:原行政行为)?(?:的)?${gap(3)}${N}${UNIT}`)],
    unless: /诉讼/u,
  },
  {
    field: 'proceedings.reconsideration.corrected',
    counts: [said(`行政复议${gap(6)}(?:纠错|纠正|撤销)(?:的)?${gap(3)}${N}${UNIT}`)],
    unless: /诉讼/u,
  },
  {
    field: 'narrative.litigation',
    counts: [
      said(`复议${LINK}诉讼${EACH}${N}${UNIT}`),
      said(`复议${LINK}诉讼(?:案件|案)?(?:数量?)?(?:共|共计|均|都|各|为|是)*${ZERO}`),
      said(`复议${LINK}诉讼(?:案件|案)?(?:数量?)?分别(?:为|是|有)?\\d+${UNIT}[、和及与]${N}${UNIT}`),
      said(
        `(?<!复议(?:案件|案)?(?:和|及|与|或|、|以及)(?:被)?(?:提起)?)行政诉讼(?:案件|案)?(?!判决)${gap(4)}${N}${UNIT}`,
      ),
      said(`(?:引发|引起|发生|涉及|提起|的|^)诉讼(?:案件|案)?${gap(4)}${N}${UNIT}`),
      said(`${N}${UNIT}(?:申请)?(?:被)?(?:申请人)?(?:提起|引发|引起)(?:了)?行政诉讼`),
    ],
    none: said(`${NONE}(?:接收到|收到|接到|发生|产生|出现|被提起|因)?${wideGap(28)}诉讼`),
    about: isDisclosure,
    unless: /维持|纠正|纠错|撤销|审结|胜诉|败诉|判决书|应诉/u,
    isAcrossLists: true,
  },
  {
    field: 'narrative.normative_documents',
    counts: [
      said(
        `(?:制定|制发|印发|发布|出台|公开|公布)(?:并公开)?(?:了)?${gap(10)}规范性文件${gap(4)}${N}${UNIT}`,
      ),
      said(`(?:制定|制发|印发|出台|发布|公开|公布)${gap(4)}${N}[件份个](?:政府|行政)?规范性文件`),
      said(
        `^(?:其中|含|包括|包含)?(?:政府|行政|部门)*规范性文件(?:类)?(?:信息)?(?:经[^，。；0-9]{1,8}(?:公布|公开|发布))?(?:共|共计|为)?${N}[件份篇个条]`,
      ),
    ],
    none: said(`${NONE}(?:新)?(?:制定|制发|出台|印发|发布)(?:过|新的)?${gap(6)}规范性文件`),
    unless: /解读|清理|废止|失效|备案|审查|累计|意见|征求|修订|修改|现行|保留|宣布/u,
  },
  {
    field: 'narrative.information_published',
    counts: [
      said(`主动公开(?:共|共计|合计|总计)?${N}[条篇件项份](?:次)?(?![余多]|以上)`),
      said(
        `(?:公开|发布|公布|更新|推送|刊登|刊载|上传)(?:公开|发布)?${wideGap(16)}(?:信息|内容|公文|各类文件)(?:公开|发布)?(?:总数|总量|数量|数|共|计|共计|总计|合计|累计|达|约为|为)*${N}(?:条次|[条篇件项份则])(?![余多]|以上)`,
      ),
      said(
        `信息(?:公开|发布)(?:总数|总量|数量|数)?(?:共|共计|总计|合计|累计|达|为)*${N}(?:条次|[条篇件项份则])(?![余多]|以上)`,
      ),
    ],
    unless: /申请|解读|规范性文件(?!等)|报送|征求|办理|答复|其中|截[至止]|历年|属性|栏目\d/u,
    isAcrossLists: true,
  },
  {
    field: 'narrative.interpretations',
    counts: [said(`(?:政策)?解读(?:材料|文件|稿件|信息|稿)?${gap(3)}${N}[篇件条个份次]`)],
  },
  {
    field: 'narrative.hotline',
    counts: [said(`(?:热线|12345)[^0-9，。；]{0,14}(?<![${HAN_NUMERALS}])(?!12345)${N}[件条个起次]`)],
  },
];

/** Words by which a number is no count of the year: a difference, a bound, an estimate. Read up to the number. */
export const NO_COUNT =
  /增加|增长|减少|下降|多收|少收|同比|环比|相比|比上|较上|较去|至少|不少于|不低于|超过|超|逾|大约|将近|近(?=[\d一二三四五六七八九十百千万])|(?:数|几|上|成|近|约)(?=[十百千万])/u;
/** A running total over more years than one: 自开通以来累计…, 截至…. */
export const RUNNING_TOTAL =
  /截[至止]|历年|(?<!今年|\d年度?|全年|一年)以来[^。；]*累计|累计[^。；]*其中[^。；]*(?:新增|20\d\d年)/u;
