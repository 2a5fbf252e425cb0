/**
 * What a metric is, and the shapes in which metrics.ts writes its list: sums of a row, outcome groups, rates, channels. Neither
 * zod nor DuckDB here, so client code may import it.
 */
import {
  FORM_VERSIONS,
  type FormVersion,
  OUTCOME_GROUPS,
  type OutcomeGroup,
  outcomeRows,
  REQUEST_ROWS,
} from '../form/index';

/** A text in the two languages of the product. */
export type Bilingual = { zh: string; en: string };

/** plus₁ + plus₂ + … − minus₁ − …; of a request row the field of column `total` stands for the column chosen. */
export type Sum = { plus: readonly string[]; minus?: readonly string[] };

/** The first of these sums of which a report has every cell: forms that print a quantity in different rows. */
export type Expression = readonly Sum[];

type MetricKind = 'sum' | 'rate' | 'count';

export type Metric = Bilingual & {
  id: string;
  kind: MetricKind;
  unit: Bilingual;
  /** Empty for counts of reports or agencies. */
  numerator: Expression;
  /** Null unless the metric is a rate. */
  denominator: Expression | null;
  /** Whether every field lies in table 3 and follows the applicant column chosen. */
  byApplicant: boolean;
  /** Whether the metric is one named cell, whatever applicant column is chosen. */
  fixed: boolean;
  /** Where on the form the cells stand. */
  source: Bilingual;
  /** Whether values of all form versions may stand in one series. */
  comparable: boolean;
  caveat: Bilingual | null;
};

export const REQUESTS: Bilingual = { zh: '件', en: 'requests' };
export const CASES: Bilingual = { zh: '件', en: 'cases' };
export const DOCUMENTS: Bilingual = { zh: '件', en: 'documents' };
export const DECISIONS: Bilingual = { zh: '件', en: 'decisions' };
export const RATIO: Bilingual = { zh: '比率，0–1', en: 'ratio, 0–1' };

export const requestTotal = (row: string): string => `requests.${row}.total`;
const channel = (row: string, column: string): string => `proceedings.${row}.${column}`;

/** The cells of an outcome group; 其他处理 is one row on the 2019 form and three on the 2021 form. */
function groupExpression(group: OutcomeGroup): Expression {
  const rowsOf = (form: FormVersion): string[] =>
    outcomeRows(form)
      .filter((id) => REQUEST_ROWS.find((row) => row.id === id)?.group === group)
      .map(requestTotal);
  const choices = new Map(FORM_VERSIONS.map(rowsOf).map((rows) => [rows.join(), rows]));
  return [...choices.values()].map((plus) => ({ plus }));
}

export const HANDLED: Expression = [{ plus: [requestTotal('outcomes_total')] }];
export const LITIGATION = ['litigation_direct', 'litigation_after_reconsideration'];

export const HANDLED_CAVEAT: Bilingual = {
  zh: '申请在办结的年度计入，结果总数不等于当年新收数。',
  en: 'Requests are counted in the year they are handled, so outcomes of a year are not that year’s requests.',
};
export const GRANTED_CAVEAT: Bilingual = {
  zh: '“予以公开”包含告知已主动公开及获取途径的情形；各单位自行公布的比例可能以收到数为分母。',
  en: 'Granted includes “already published, see link”; agencies’ own percentages may divide by requests received.',
};
export const PENDING_CAVEAT: Bilingual = {
  zh: '尚未审结的案件下一年再次出现，各年总数不可相加；分母为零时无法计算。',
  en: 'Pending cases come back next year, so totals must not be summed over years; no rate without decided cases.',
};
export const REVIEW_LAW_CAVEAT: Bilingual = {
  zh: '修订后的行政复议法自2024年起施行，对不予公开不服的应先申请复议，直接起诉可能因此减少。',
  en: 'The revised review law in force from 2024 asks for review before suing over a refusal; direct suits may fall.',
};
const DOCUMENTS_CAVEAT: Bilingual = {
  zh: '2019版表格填“本年新制作数量”，2021版填“本年制发件数”，口径不同，跨表格不可比。',
  en: 'The 2019 form counts documents newly made, the 2021 form documents issued: not comparable across forms.',
};
export const FORM_2021_ONLY: Bilingual = {
  zh: '仅2021版表格有此项。',
  en: 'Only the 2021 form has this item.',
};

type Optional = 'fixed' | 'comparable' | 'caveat' | 'denominator';
type Definition = Omit<Metric, 'byApplicant' | Optional> & Partial<Pick<Metric, Optional>>;

export function define(definition: Definition): Metric {
  const metric = { fixed: false, comparable: true, caveat: null, denominator: null, ...definition };
  const isOfTable3 = metric.kind !== 'count' && allFields(metric).every(isRequestField);
  return { ...metric, byApplicant: isOfTable3 && !metric.fixed };
}

const isRequestField = (id: string): boolean => id.startsWith('requests.');

export function allFields(metric: Pick<Metric, 'numerator' | 'denominator'>): string[] {
  const sums = [...metric.numerator, ...(metric.denominator ?? [])];
  return [...new Set(sums.flatMap((sum) => [...sum.plus, ...(sum.minus ?? [])]))];
}

export const requestSum = (id: string, label: Bilingual, source: Bilingual): Metric =>
  define({
    id,
    kind: 'sum',
    ...label,
    unit: REQUESTS,
    numerator: [{ plus: [requestTotal(id)] }],
    source,
    caveat: id === 'outcomes_total' ? HANDLED_CAVEAT : null,
  });

export const TABLE_3 = (zh: string, en: string): Bilingual => ({ zh: `表三 ${zh}`, en: `Table 3, ${en}` });
export const TABLE_4 = (zh: string, en: string): Bilingual => ({ zh: `表四 ${zh}`, en: `Table 4, ${en}` });
export const TABLE_2 = (zh: string, en: string): Bilingual => ({ zh: `表二 ${zh}`, en: `Table 2, ${en}` });

export const outcomeGroup = (id: OutcomeGroup): Metric => {
  const group = OUTCOME_GROUPS.find((each) => each.id === id) as (typeof OUTCOME_GROUPS)[number];
  return define({
    id,
    kind: 'sum',
    zh: group.zh,
    en: group.en,
    unit: REQUESTS,
    numerator: groupExpression(id),
    source: TABLE_3(`三${group.no}`, `row three (${OUTCOME_GROUPS.indexOf(group) + 1})`),
  });
};

export const outcomeRate = (id: string, group: OutcomeGroup, label: Bilingual, caveat: Bilingual): Metric =>
  define({
    id,
    kind: 'rate',
    ...label,
    unit: RATIO,
    numerator: groupExpression(group),
    denominator: HANDLED,
    source: TABLE_3('三（一）至（六）÷ 三（七）', 'rows three (1)–(6) over three (7)'),
    caveat,
  });

export const channelTotal = (id: string, row: string, label: Bilingual, source: Bilingual): Metric =>
  define({
    id,
    kind: 'sum',
    ...label,
    unit: CASES,
    numerator: [{ plus: [channel(row, 'total')] }],
    source,
    caveat: row === 'litigation_direct' ? REVIEW_LAW_CAVEAT : PENDING_CAVEAT,
  });

export const disputeRate = (
  id: string,
  label: Bilingual,
  rows: string[],
  source: Bilingual,
  caveat: Bilingual,
) =>
  define({
    id,
    kind: 'rate',
    ...label,
    unit: RATIO,
    numerator: [{ plus: rows.map((row) => channel(row, 'total')) }],
    denominator: HANDLED,
    source,
    caveat,
  });

export const correctionRate = (id: string, label: Bilingual, rows: string[], source: Bilingual): Metric =>
  define({
    id,
    kind: 'rate',
    ...label,
    unit: RATIO,
    numerator: [{ plus: rows.map((row) => channel(row, 'corrected')) }],
    denominator: [
      { plus: rows.map((row) => channel(row, 'total')), minus: rows.map((row) => channel(row, 'pending')) },
    ],
    source,
    caveat: PENDING_CAVEAT,
  });

export const issuedDocuments = (id: string, row: string, label: Bilingual): Metric =>
  define({
    id,
    kind: 'sum',
    ...label,
    unit: DOCUMENTS,
    numerator: [{ plus: [`disclosure.${row}.issued`] }, { plus: [`disclosure.${row}.new_made`] }],
    source: TABLE_2('第二十条第（一）项', 'article 20 (1)'),
    comparable: false,
    caveat: DOCUMENTS_CAVEAT,
  });

export const decisions = (id: string, row: string, label: Bilingual, item: Bilingual): Metric =>
  define({
    id,
    kind: 'sum',
    ...label,
    unit: DECISIONS,
    numerator: [{ plus: [`disclosure.${row}.decisions`] }],
    source: TABLE_2(item.zh, item.en),
  });

export const ARTICLE_20_5: Bilingual = { zh: '第二十条第（五）项', en: 'article 20 (5)' };
export const ARTICLE_20_6: Bilingual = { zh: '第二十条第（六）项', en: 'article 20 (6)' };
