/**
 * The reports of one agency over the years → findings: what does not follow from one year to the next. The rules are those
 * of `rules/` whose scope is `years`.
 */
import type { ReportRecord } from '../record';
import { type Finding, type RuleId, RULES } from './rules';
import { findingOf, type YearReport } from './rules/rule';

const YEARS_RULES = RULES.filter((rule) => rule.scope === 'years');
const YEARS_RULE_IDS: ReadonlySet<RuleId> = new Set(YEARS_RULES.map(({ id }) => id));

/**
 * Record id → findings of the rules over the years, for the reports of one agency, in any order. Every id given is in
 * the answer. A year that has two reports is compared with none, since it cannot be told which of them holds.
 */
export function auditHistory(reports: YearReport[]): Map<string, Finding[]> {
  const found = new Map(reports.map((report): [string, Finding[]] => [report.id, []]));
  const years = reports.filter(
    ({ year }) => year !== null && reports.filter((each) => each.year === year).length === 1,
  );
  for (const rule of YEARS_RULES)
    for (const [id, disagreement] of rule.check(years)) found.get(id)?.push(findingOf(rule, disagreement));
  return found;
}

/** Whether a finding rests on the other years of its agency. */
export const isHistory = ({ rule }: Finding): boolean => YEARS_RULE_IDS.has(rule);

/** A record's findings with those over the years replaced by these. */
export function replaceHistory(findings: Finding[], history: Finding[]): Finding[] {
  return [...findings.filter((finding) => !isHistory(finding)), ...history];
}

/**
 * The records with their findings over the years set anew. The records of an agency must follow one another, as they do
 * in a corpus folder read by path; only they are held in memory. `onApart` is told of an agency that comes back after
 * another one, whose years are then not all compared; without it that is an error.
 */
export async function* withHistory(
  records: AsyncIterable<ReportRecord> | Iterable<ReportRecord>,
  onApart = (line: string): void => {
    throw new Error(line);
  },
): AsyncGenerator<ReportRecord> {
  const seen = new Set<string>();
  let held: ReportRecord[] = [];
  let series: string | null = null;
  for await (const record of records) {
    const next = seriesOf(record);
    if (next === null || next !== series) {
      yield* audited(held);
      held = [];
      series = next;
      if (next !== null && seen.has(next))
        onApart(`${record.id}: found ${next} again after other agencies, expected its years together`);
      if (next !== null) seen.add(next);
    }
    held.push(record);
  }
  yield* audited(held);
}

function audited(records: ReportRecord[]): ReportRecord[] {
  const history = auditHistory(records);
  return records.map((record) => ({
    ...record,
    findings: replaceHistory(record.findings, history.get(record.id) ?? []),
  }));
}

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
