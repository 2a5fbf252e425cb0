/**
 * The reports of one agency over the years → findings: what does not follow from one year to the next. One rule a file,
 * in `rules/` like those of a single report; nothing is ever corrected. Every rule is silent where a value is missing, where a year is
 * missing between two reports, and, unless it says otherwise, where the two reports speak for different bodies.
 */
import type { Finding, RuleId } from '../issue';
import type { ReportRecord } from '../record';
import { checkCarryOver } from './rules/requests-carry-over';
import { checkCopiedTable } from './rules/history-copied-table';
import { checkJump } from './rules/history-jump';
import { checkStock } from './rules/disclosure-stock';
import { checkUnitSlip } from './rules/history-unit-slip';
import { type PairRule, seriesOf, type YearReport } from './years';

export { seriesOf, type YearReport } from './years';

const PAIR_RULES: PairRule[] = [checkCarryOver, checkStock, checkCopiedTable, checkJump];

/** The rules whose findings depend on the other years of an agency. */
const HISTORY_RULES: ReadonlySet<RuleId> = new Set<RuleId>([
  'requests.carry_over',
  'disclosure.stock',
  'history.copied_table',
  'history.unit_slip',
  'history.jump',
]);

/**
 * Record id → findings of the rules over the years, for the reports of one agency, in any order. Every id given is in
 * the answer. A year that has two reports is compared with none, since it cannot be told which of them holds.
 */
export function auditHistory(reports: YearReport[]): Map<string, Finding[]> {
  const found = new Map(reports.map((report): [string, Finding[]] => [report.id, []]));
  const years = reports.filter(
    ({ year }) => year !== null && reports.filter((each) => each.year === year).length === 1,
  );
  const byYear = new Map(years.map((report) => [report.year, report]));
  for (const report of years) {
    const before = byYear.get((report.year ?? 0) - 1);
    if (before) found.get(report.id)?.push(...PAIR_RULES.flatMap((rule) => rule({ report, before })));
  }
  for (const [id, finding] of checkUnitSlip(years)) found.get(id)?.push(finding);
  return found;
}

/** Whether a finding rests on the other years of its agency. */
export const isHistory = ({ rule }: Finding): boolean => HISTORY_RULES.has(rule);

/** A record's findings with those over the years replaced by these. */
export function replaceHistory(findings: Finding[], history: Finding[]): Finding[] {
  return [...findings.filter((finding) => !isHistory(finding)), ...history];
}

/**
 * The records with their findings over the years set anew. The records of an agency must follow one another, as they do
 * in a corpus folder read by path; only they are held in memory. Throws when an agency comes back after another one.
 */
export async function* withHistory(
  records: AsyncIterable<ReportRecord> | Iterable<ReportRecord>,
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
        throw new Error(
          `${record.id}: found ${next} again after other agencies, expected its years together`,
        );
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
