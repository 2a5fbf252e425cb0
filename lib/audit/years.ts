/** What the rules over the years look at: the reports of one agency, and pairs of them that can be compared. */
import { type Finding, RULES, type RuleId } from '../issue';
import type { ReportRecord } from '../record';

/** The part of a record that the rules over the years read. */
export type YearReport = Pick<
  ReportRecord,
  'id' | 'year' | 'agency' | 'forms' | 'requests' | 'proceedings' | 'disclosure' | 'cells'
>;

/** A report and the one of the year before. */
export type YearPair = { report: YearReport; before: YearReport };

/** A rule over two years that follow one another: the findings on the later report. */
export type PairRule = (pair: YearPair) => Finding[];

/**
 * The series a report belongs to, region code - agency, or null where agency, region or year is unknown: such reports
 * cannot be told apart and are never compared.
 */
export function seriesOf(record: Pick<ReportRecord, 'id' | 'year' | 'agency' | 'region'>): string | null {
  const end = `-${record.year}`;
  const isPlaced = record.region.code !== null || record.region.level === 'national';
  if (record.year === null || record.agency.name === '' || !isPlaced || !record.id.endsWith(end)) return null;
  return record.id.slice(0, -end.length);
}

/** Whether both reports speak for the same bodies, so that their figures can be set against one another. */
export const isSameScope = ({ report, before }: YearPair): boolean =>
  report.agency.scope === before.agency.scope;

/** A finding that two numbers of different years differ; `other` is what stands in the other year's report. */
export function differenceFinding(
  rule: RuleId,
  fields: readonly string[],
  left: number,
  right: number,
  leftFields: number,
  other: { id: string; fields: readonly string[] },
): Finding {
  return {
    rule,
    severity: RULES[rule],
    fields: [...fields],
    left,
    right,
    difference: left - right,
    left_fields: leftFields,
    other: { id: other.id, fields: [...other.fields] },
  };
}
