/**
 * A record and the curation lines about it → the record with that identity. Figures, cells and findings stay as they
 * were read. Each line leaves an issue `identity.curated` and a piece of evidence, and the id follows the new identity.
 */
import { createHash } from 'node:crypto';
import { loadGazetteer, reportId } from '../identify';
import { type Issue, issue } from '../issue';
import type { Evidence, ReportRecord } from '../record';
import { CURATED_FIELDS } from './fields';
import type { CurationLine } from './lines';

export { CurationError, type CurationLine, parseCuration, readCuration } from './lines';

/** Whether a line speaks of a source, by its hash or by the id under which it was read. */
export const isAbout = (line: CurationLine, sha256: string, readAs: string | null): boolean =>
  line.record === sha256 || (readAs !== null && line.record === readAs);

/** Hash of what some lines set, to tell whether it has changed; empty for no lines. */
export function curationHash(lines: readonly CurationLine[]): string {
  if (lines.length === 0) return '';
  const said = lines.map(({ field, value, reason, evidence, date }) =>
    JSON.stringify([field, value, reason, evidence, date]),
  );
  return createHash('sha256').update(said.sort().join('\n')).digest('hex').slice(0, 16);
}

/** The record with the identity that the lines give it; the same record for no lines. */
export function curateRecord(record: ReportRecord, lines: readonly CurationLine[]): ReportRecord {
  if (lines.length === 0) return record;
  // The order of CURATED_FIELDS: a level set by hand counts before the one that goes with a code.
  const order = Object.keys(CURATED_FIELDS);
  const sorted = [...lines].sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
  const curated = sorted.reduce(applyLine, record);
  const { region, agency, year } = curated;
  return { ...curated, id: reportId(region.code, agency.name, year, loadGazetteer()) };
}

function applyLine(record: ReportRecord, line: CurationLine): ReportRecord {
  const field = CURATED_FIELDS[line.field];
  if (!field) return record;
  const resolved = new Set<string>(field.resolves);
  const issues: Issue[] = [
    ...record.issues.filter(({ code }) => !resolved.has(code)),
    issue(
      'identity.curated',
      null,
      `${line.field} ${field.current(record) || 'not known'}`,
      `${line.value || 'not known'}: ${line.reason} (${line.date})`,
    ),
  ];
  return withEvidence({ ...field.set(record, line.value), issues }, line);
}

/** Evidence goes with what it speaks of: the agency, the region, or year, title and day. */
function withEvidence(record: ReportRecord, line: CurationLine): ReportRecord {
  const text = Array.from(line.evidence).slice(0, 40).join('');
  const entry: Evidence = {
    kind: 'curation',
    text,
    at: null,
    says: `${line.field} ${line.value || 'not known'}`,
  };
  const { agency, region, year_evidence } = record;
  if (line.field.startsWith('agency.'))
    return { ...record, agency: { ...agency, scope_evidence: [...agency.scope_evidence, entry] } };
  if (line.field.startsWith('region.'))
    return { ...record, region: { ...region, evidence: [...region.evidence, entry] } };
  return { ...record, year_evidence: [...year_evidence, entry] };
}
