/**
 * A file's whole journey, top to bottom: bytes → document → tables, identity, prose → record → findings. The only place
 * where the stages meet. In: bytes and where they came from. Out: one audited record. Throws DecodeError when the file
 * is no report; everything doubtful inside a report comes back on the record as issues and findings.
 */
import { createHash } from 'node:crypto';
import { auditRecord, checkRecord } from './audit';
import { gateRecognised } from './audit/recognised';
import { decode } from './decode';
import { INSTALL } from './decode/scan';
import type { Document } from './document';
import { DecodeError } from './errors';
import { identify, loadGazetteer, reportId } from './identify';
import { readNarrative } from './narrative';
import { readTables, type StatutoryTables } from './read';
import { isReport, type ReportSigns, reportSigns } from './report-signs';
import { foldText } from './read/labels/normalise';
import { type Evidence, type ReportRecord, SCHEMA_VERSION } from './record';

/** Where the bytes came from. */
export type Source = { path: string; url: string | null };

/** The audited record of one report. Throws DecodeError for bytes that are no report. */
export async function ingestBytes(bytes: Uint8Array, source: Source): Promise<ReportRecord> {
  const document = await decode(bytes, source.path);
  const tables = readTables(document);

  const gazetteer = loadGazetteer();
  const url = source.url ?? document.url;
  const who = identify({ title: document.title, url, document, path: source.path }, gazetteer);
  const narrative = readNarrative(document, who.year);
  refuseOtherDocuments(document, tables, narrative.length);

  const read: ReportRecord = {
    schema_version: SCHEMA_VERSION,
    id: reportId(who.region.code, who.agency.name, who.year, gazetteer),
    source: {
      path: source.path,
      url,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.byteLength,
      format: document.format,
      encoding: document.encoding,
    },
    title: who.title,
    year: who.year,
    period: who.period,
    published: who.published,
    year_evidence: who.year_evidence,
    agency: who.agency,
    region: who.region,
    forms: tables.forms,
    requests: tables.requests,
    proceedings: tables.proceedings,
    disclosure: tables.disclosure,
    extra_rows: tables.extra_rows,
    narrative,
    cells: tables.cells,
    issues: [...document.issues, ...tables.issues, ...who.issues],
    findings: who.findings,
  };
  const record = gateRecognised(read, document.recognised ?? [], checkRecord);
  return { ...record, findings: [...record.findings, ...auditRecord(record)] };
}

/**
 * Throws for a document that is no report: one without any of the three tables that is not told as a report by its own
 * title or chapters, and a form without a single figure, which says nothing, not zero.
 */
function refuseOtherDocuments(document: Document, tables: StatutoryTables, counts: number): void {
  const states = Object.values(tables.cells).map((cell) => cell.state);
  const isFilled = states.some((state) => state !== 'absent' && state !== 'blank' && state !== 'unreadable');
  if (tables.tablesFound > 0 && (isFilled || (counts > 0 && isReport(reportSigns(document))))) return;
  if (tables.tablesFound > 0)
    throw new DecodeError(
      'the form of the report without a single figure',
      'a 政府信息公开工作年度报告 that is filled in',
      'check that the file is the report itself and not the empty form',
    );
  const signs = reportSigns(document);
  if (isReport(signs)) return;
  throw new DecodeError(
    whatItIs(document, signs),
    'a 政府信息公开工作年度报告 with its statutory tables, its own title or its chapters',
    isPicture(document) ? INSTALL : 'check that the file is the report itself and not a list or a notice',
  );
}

const isPicture = ({ issues }: Document): boolean =>
  issues.some((each) => each.code === 'decode.no_text_layer');

function whatItIs(document: Document, signs: ReportSigns): string {
  if (isPicture(document)) return 'pictures of pages without characters';
  if (signs.listed > 1) return `a page that lists ${signs.listed} titles of reports`;
  const texts = document.blocks.map((block) =>
    block.kind === 'paragraph'
      ? block.text
      : block.rows
          .flat()
          .map((cell) => cell.text)
          .join(' '),
  );
  const first = foldText(`${document.title ?? ''} ${texts.join(' ')}`.slice(0, 400))
    .trim()
    .slice(0, 24);
  return first === '' ? 'no text' : `a ${document.format} document beginning "${first}"`;
}

/** Kinds of evidence that quote running text. */
const PROSE = new Set(['first sentence', 'own words', 'body text', 'contact line', 'figures']);

const withoutQuote = (evidence: Evidence): Evidence =>
  PROSE.has(evidence.kind) ? { ...evidence, text: '' } : evidence;

/** The record as a corpus keeps it: figures and places, without quoted prose (docs/contract.md). */
export function withoutProse(record: ReportRecord): ReportRecord {
  return {
    ...record,
    year_evidence: record.year_evidence.map(withoutQuote),
    agency: { ...record.agency, scope_evidence: record.agency.scope_evidence.map(withoutQuote) },
    region: { ...record.region, evidence: record.region.evidence.map(withoutQuote) },
    narrative: record.narrative.map(({ quote: _quote, ...count }) => count),
  };
}
