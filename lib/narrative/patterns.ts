/**
 * What prose counts and how it says so. Each pattern reads one folded clause (half width, simplified, no blanks). `field` is a
 * field id, or a `narrative.` topic where the tables ask nothing or several fields together.
 */

import { HAN_NUMERALS } from '../han-numerals';

export type Pattern = {
  field: string;
  /** The count is the group `n`, or `m` in a second way of saying it. */
  count: RegExp;
  /** Says that there was none: the count is 0. */
  none?: RegExp;
  /** What the whole sentence must be about. */
  about?: RegExp;
  /** What the clause must not speak of. */
  unless?: RegExp;
};

const NUMBER = `\\d{1,8}|[${HAN_NUMERALS}]{1,7}`;
const N = `(?<n>${NUMBER})`;
const M = `(?<m>${NUMBER})`;
const UNIT = '(?:件次|[件份项条个宗起次篇例人])(?![多余])';
const between = (most: number) => `[^0-9${HAN_NUMERALS}，。；余多近约]{0,${most}}?`;

const said = (source: string): RegExp => new RegExp(source, 'u');

/** A new way of saying something is added here. */
export const PATTERNS: Pattern[] = [
  {
    field: 'requests.new_requests.total',
    count: said(
      `(?:收到|受理|接收|接到|新收|收取|收到和处理|(?<=[年度共计])收)${between(4)}(?:依申请公开|(?:政府)?信息公开申请|公开(?:政府)?信息(?:的)?申请|公开申请|申请)${between(10)}${N}${UNIT}|(?:收到|受理|接收|接到|新收)(?:了)?${M}${UNIT}(?:政府)?(?:信息)?(?:依申请公开|公开申请)`,
    ),
    none: /(?:未|没有|没|无)(?:接收到|收到|接到|受理|收取)(?:过)?[^，。；]{0,6}(?:依申请公开|信息公开申请|信息的申请|公开申请)/u,
    unless: /上年|结转|复议|诉讼|答复|办结|不予|提案|建议|热线|投诉举报/u,
  },
  {
    field: 'requests.new_requests.natural_person',
    count: said(`自然人(?:提出的?|提交的?)?(?:申请)?(?:件)?${between(4)}${N}${UNIT}`),
    about: /(?:收到|受理|接收|接到|新收)[^。；]*申请/u,
    unless: /答复|办结|结转|不予|予以/u,
  },
  {
    field: 'requests.carried_in.total',
    count: said(`(?:上(?:一)?年度?结转|结转上(?:一)?年度?)(?:的)?${between(16)}${N}${UNIT}`),
    unless: /下(?:一)?年/u,
  },
  {
    field: 'requests.carried_out.total',
    count: said(
      `(?:结转|转结)(?:至|到)?下(?:一)?年度?(?:继续)?(?:办理|答复|处理)?(?:的)?${between(10)}${N}${UNIT}|${M}${UNIT}(?:申请)?(?:结转|转结)(?:至|到)?下(?:一)?年`,
    ),
    unless: /上(?:一)?年/u,
  },
  {
    field: 'requests.outcomes_total.total',
    count: said(
      `(?:办理|办结|答复|处理)(?:完毕|完结|完成|结)?(?:了)?(?:政府)?(?:信息)?(?:依申请公开|公开申请|依申请|申请)?(?:件|信息)?(?:共计?|总计|合计|数量)?(?:为)?${N}${UNIT}`,
    ),
    about: /依申请|公开申请|公开信息的?申请/u,
    unless: /结转|转结|复议|诉讼|热线|信箱|提案|建议|信访|留言|收到|受理|予以公开|不予|其中|按时|政策/u,
  },
  {
    field: 'requests.granted.total',
    count: said(`(?<!不|部分)(?:予以公开|同意公开|全部公开)(?:的)?${between(4)}${N}${UNIT}`),
    about: /申请/u,
    unless: /不予公开|部分公开/u,
  },
  {
    field: 'requests.partial.total',
    count: said(`部分公开(?:的)?${between(4)}${N}${UNIT}`),
    about: /申请/u,
  },
  {
    field: 'proceedings.reconsideration.total',
    count: said(
      `(?:被申请|提起|发生|收到|受理|引发|产生|涉及)?(?:的)?行政复议(?:案件|申请|案)?${between(4)}${N}${UNIT}`,
    ),
    none: /(?:未|没有|没|无)(?:接收到|收到|接到|发生|产生|出现|被申请|因)?[^，。；]{0,16}行政复议/u,
    unless: /维持|纠正|纠错|撤销|败诉|审结|应诉|答复|诉讼[^，。；]*\d/u,
  },
  {
    field: 'proceedings.reconsideration.upheld',
    count: said(`行政复议${between(6)}(?:结果)?维持(?:原行政行为)?(?:的)?${between(3)}${N}${UNIT}`),
    unless: /诉讼/u,
  },
  {
    field: 'proceedings.reconsideration.corrected',
    count: said(`行政复议${between(6)}(?:纠错|纠正|撤销)(?:的)?${between(3)}${N}${UNIT}`),
    unless: /诉讼/u,
  },
  {
    field: 'narrative.litigation',
    count: said(`行政诉讼(?:案件|案)?${between(4)}${N}${UNIT}`),
    none: /(?:未|没有|没|无)(?:接收到|收到|接到|发生|产生|出现|被提起|因)?[^，。；]{0,20}行政诉讼/u,
    unless: /维持|纠正|纠错|撤销|审结|胜诉|败诉/u,
  },
  {
    field: 'narrative.normative_documents',
    count: said(
      `(?:(?:制定|制发|印发|发布|出台|公开)(?:并公开)?(?:了)?(?:政府|行政|部门)?(?:行政)?规范性文件${between(4)}${N}${UNIT}|(?:制定|制发|印发|出台|发布|公开)${between(4)}${M}[件份个](?:政府|行政)?规范性文件)`,
    ),
    unless: /解读|清理|废止|失效|备案|审查|累计/u,
  },
  {
    field: 'narrative.information_published',
    count: said(
      `(?:公开|发布)(?:各类|各种)?(?:政府|政务|部门)?信息(?:共计?|总计|累计|数量|达)?(?:为)?${N}(?:余|多)?[条篇件项]`,
    ),
    unless: /申请|解读/u,
  },
  {
    field: 'narrative.interpretations',
    count: said(`(?:政策)?解读(?:材料|文件|稿件|信息|稿)?${between(3)}${N}[篇件条个份次]`),
  },
  {
    field: 'narrative.hotline',
    count: said(`(?:热线|12345)[^0-9，。；]{0,14}(?<![${HAN_NUMERALS}])(?!12345)${N}[件条个起次]`),
  },
];
