/** Small builders for tests: a report whose every cell is printed, zero unless said otherwise. */
import {
  DISCLOSURE_BLOCKS,
  type FormVersion,
  PROCEEDING_FIELDS,
  disclosureFields,
  requestFields,
} from '../lib/form';
import type { Cell } from '../lib/figures';
import { type ReportRecord, SCHEMA_VERSION } from '../lib/record';

/** Field id → the printed number, or the state of a cell without one. */
export type Printed = Record<string, number | Exclude<Cell['state'], 'number'>>;

/** Where nothing says where a report is from. */
export const NO_REGION: ReportRecord['region'] = {
  code: null,
  level: null,
  province: null,
  prefecture: null,
  county: null,
  township: null,
  evidence: [],
};

/** A record of the given form without figures, of the city of 淮安 for 2024 unless said otherwise. */
export function blankRecord(form: FormVersion, more: Partial<ReportRecord> = {}): ReportRecord {
  return {
    schema_version: SCHEMA_VERSION,
    id: '320800-淮安市人民政府-2024',
    source: { path: 'test', url: null, sha256: '0'.repeat(64), bytes: 0, format: 'text', encoding: 'utf-8' },
    title: null,
    year: 2024,
    period: null,
    published: null,
    year_evidence: [],
    agency: {
      name: '淮安市人民政府',
      as_written: '淮安市人民政府',
      body: 'government',
      scope: 'consolidated',
      scope_evidence: [],
    },
    region: { ...NO_REGION, code: '320800', level: 'prefecture', province: '江苏省', prefecture: '淮安市' },
    forms: { disclosure: {}, requests: form },
    requests: {},
    proceedings: {},
    disclosure: {},
    extra_rows: [],
    narrative: [],
    cells: {},
    issues: [],
    findings: [],
    ...more,
  };
}

/** A record of the given form; fields not named are printed zeros. */
export function reportWith(
  printed: Printed = {},
  form: FormVersion = '2021',
  more: Partial<ReportRecord> = {},
): ReportRecord {
  const record = blankRecord(form, more);
  const fields = [
    ...requestFields(form),
    ...PROCEEDING_FIELDS,
    ...DISCLOSURE_BLOCKS.flatMap((block) => disclosureFields(block.id, form)),
  ];
  for (const block of DISCLOSURE_BLOCKS)
    if (disclosureFields(block.id, form).length > 0) record.forms.disclosure[block.id] = form;
  for (const field of fields) {
    const said = printed[field.id] ?? 0;
    const row = (record[field.table][field.row] ??= {});
    row[field.column] = typeof said === 'number' ? said : null;
    record.cells[field.id] =
      typeof said === 'number'
        ? { raw: String(said), state: 'number', at: null }
        : { raw: '', state: said, at: null };
  }
  return record;
}
