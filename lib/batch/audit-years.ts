/**
 * The rules over the years, run over the agencies of a corpus that changed. Their findings in the record files are
 * replaced; running it again changes nothing. One agency is in memory at a time.
 */
import { join } from 'node:path';
import { auditHistory, isHistory, replaceHistory } from '../audit/history';
import type { ReportRecord } from '../record';
import { forEachOf } from './concurrent';
import { isRecordEntry, type RecordEntry } from './index-entry';
import { countBy } from './answer';
import { readRecord, recordFile, recordText, writeChanged } from './record-file';
import type { Corpus } from './deduper';

/** How many record files changed, and how often each rule was found in the agencies looked at. */
export type YearsAudit = { written: number; findings: Record<string, number> };

const AT_ONCE = 4;

/** Audits every agency with a report that was read since its last audit. Stops early, at a whole agency, on `signal`. */
export async function auditYears(corpus: Corpus, signal?: AbortSignal): Promise<YearsAudit> {
  const result: YearsAudit = { written: 0, findings: {} };
  await forEachOf(unaudited(corpus), AT_ONCE, async (entries) => {
    if (signal?.aborted) return;
    const ids = new Set(entries.map(({ record }) => record));
    const records = (
      await Promise.all([...ids].map((id) => readRecord(corpus.folder, recordFile(id), corpus.onNote)))
    ).filter((record) => record !== null);
    const found = auditHistory(records.sort((a, b) => (a.year ?? 0) - (b.year ?? 0)));
    for (const record of records)
      if (await writeFindings(corpus, record, found.get(record.id) ?? [])) result.written += 1;
    for (const entry of entries) if (!entry.audited) await corpus.ledger.put({ ...entry, audited: true });
    const rules = countBy([...found.values()].flat().map(({ rule }) => rule));
    for (const [rule, count] of Object.entries(rules))
      result.findings[rule] = (result.findings[rule] ?? 0) + count;
  });
  return result;
}

/** The entries of each agency that has one not yet audited; a report without agency, region or year stands alone. */
function unaudited({ ledger }: Corpus): RecordEntry[][] {
  const series = new Map<string, RecordEntry[]>();
  for (const entry of ledger.entries.values()) {
    if (!isRecordEntry(entry)) continue;
    const key = entry.series ?? `${entry.record}\0`;
    const entries = series.get(key);
    if (entries) entries.push(entry);
    else series.set(key, [entry]);
  }
  return [...series.values()].filter((entries) => entries.some(({ audited }) => !audited));
}

async function writeFindings(
  corpus: Corpus,
  record: ReportRecord,
  history: ReportRecord['findings'],
): Promise<boolean> {
  if (history.length === 0 && !record.findings.some(isHistory)) return false;
  const findings = replaceHistory(record.findings, history);
  return await writeChanged(join(corpus.folder, recordFile(record.id)), recordText({ ...record, findings }));
}
