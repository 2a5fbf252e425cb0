/** What a run did, counted, and how it is told. */
import type { ReadAnswer, Tally } from './read/answer';

export type Summary = {
  /** Sources seen, sources read in this run, and of those: reports, and rejects. */
  seen: number;
  read: number;
  reports: number;
  rejected: number;
  /** Files on which the reader itself failed: faults of ours. */
  faults: number;
  /** Record files written or removed. */
  written: number;
  /** Of the corpus as it is now. */
  records: number;
  rejects: number;
  /** Rejects that are copies with other figures than the one kept. */
  differing: number;
  seconds: number;
  formats: Record<string, number>;
  forms: Record<string, number>;
  issues: Record<string, number>;
  findings: Record<string, number>;
};

/** A summary of nothing. */
export function emptySummary(): Summary {
  const counts = {
    seen: 0,
    read: 0,
    reports: 0,
    rejected: 0,
    faults: 0,
    written: 0,
    records: 0,
    rejects: 0,
    differing: 0,
  };
  return { ...counts, seconds: 0, formats: {}, forms: {}, issues: {}, findings: {} };
}

/** Counts one answer of the reader. */
export function countAnswer(summary: Summary, answer: ReadAnswer): void {
  summary.read += 1;
  if (answer.kind === 'reject') {
    summary.rejected += 1;
    if (answer.isFault) summary.faults += 1;
    return;
  }
  summary.reports += 1;
  countTally(summary, answer.tally);
}

function countTally(summary: Summary, { format, form, issues, findings }: Tally): void {
  addCounts(summary.formats, { [format]: 1 });
  addCounts(summary.forms, { [form]: 1 });
  addCounts(summary.issues, issues);
  addCounts(summary.findings, findings);
}

/** Adds counts to counts. */
export function addCounts(to: Record<string, number>, counts: Record<string, number>): void {
  for (const [key, count] of Object.entries(counts)) to[key] = (to[key] ?? 0) + count;
}

/** The summary as lines for people. */
export function summaryLines(summary: Summary): string[] {
  const { seen, read, reports, rejected, faults, written, records, rejects, differing, seconds } = summary;
  const rate = seconds > 0 ? `, ${Math.round(read / seconds)}/s` : '';
  const lines = [
    `${seen} sources seen, ${seen - read} unchanged, ${read} read in ${seconds.toFixed(1)} s${rate}: ` +
      `${reports} reports, ${rejected} rejects`,
    `${written} record files written; the corpus has ${records} records, rejects.csv ${rejects} lines, ` +
      `${differing} of them copies that differ`,
  ];
  if (faults > 0) lines.push(`${faults} files on which the reader itself failed: see rejects.csv`);
  for (const part of ['formats', 'forms', 'issues', 'findings'] as const) {
    const counts = Object.entries(summary[part]).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (counts.length > 0)
      lines.push(`${part}: ${counts.map(([key, count]) => `${key} ${count}`).join(', ')}`);
  }
  return lines;
}
