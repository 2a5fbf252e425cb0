/** What a worker says of a source: the record as text with what the corpus keeps in mind of it, or why it is no report. */
import type { ReportRecord } from '../../record';
import { corpusId, describeRecord } from '../corpus/index-entry';
import { recordText } from '../corpus/record-file';
import type { Copy } from '../scan/sources';

/** Counts for the summary: how often each format, form, issue code and rule came up. */
export type Tally = {
  format: string;
  form: string;
  issues: Record<string, number>;
  findings: Record<string, number>;
};

export type ReadTask = { bytes: Uint8Array; copy: Copy };
export type ReadAnswer =
  | { kind: 'record'; text: string; about: ReturnType<typeof describeRecord>; tally: Tally }
  | { kind: 'reject'; found: string; expected: string; remedy: string; isFault: boolean };

/** The answer that carries a record, under the id that the corpus gives it. */
export function answerFor(read: ReportRecord): ReadAnswer & { kind: 'record' } {
  const record = { ...read, id: corpusId(read) };
  return { kind: 'record', text: recordText(record), about: describeRecord(record), tally: tallyOf(record) };
}

/** An error that is no verdict on the file: the reader gave up on it. */
export function faultAnswer(error: unknown): ReadAnswer & { kind: 'reject' } {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return {
      kind: 'reject',
      found: 'a file whose reading needs more memory than a worker has',
      expected: 'a report of ordinary size',
      remedy: 'give the report alone, without its annexes',
      isFault: false,
    };
  if (error instanceof RangeError && /call stack/.test(message))
    return {
      kind: 'reject',
      found: 'parts nested too deep to be read',
      expected: 'a report with ordinary tables',
      remedy: 'save the page anew from a browser',
      isFault: false,
    };
  return {
    kind: 'reject',
    found: `a file on which the reader failed (${message})`,
    expected: 'a report',
    remedy: 'report the file as a fault of the reader',
    isFault: true,
  };
}

function tallyOf(record: ReportRecord): Tally {
  const disclosure = new Set(Object.values(record.forms.disclosure));
  const forms = [...new Set([record.forms.requests ?? 'unknown', ...disclosure])].sort();
  return {
    format: record.source.format,
    form: forms.join('+'),
    issues: countBy(record.issues.map(({ code }) => code)),
    findings: countBy(record.findings.map(({ rule }) => rule)),
  };
}

export function countBy(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
