/** Records made by hand, and databases of them in a folder that goes away. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CorpusName } from '../../lib/filters';
import { ALL_FIELDS } from '../../lib/form';
import type { ReportRecord } from '../../lib/record';
import { type BuildRequest, buildDatabase } from '../../lib/store/build/index';
import type { Corpus } from '../../lib/store/corpora';
import { blankRecord, NO_REGION } from '../build';

export type RecordShape = {
  name?: string;
  code?: string | null;
  year?: number | null;
  level?: ReportRecord['region']['level'];
  body?: ReportRecord['agency']['body'];
  scope?: ReportRecord['agency']['scope'];
  form?: '2019' | '2021';
  url?: string | null;
  /** Field id → value; a field that is not named has neither value nor cell. */
  values?: Record<string, number | null>;
  findings?: ReportRecord['findings'];
};

/** A record that prints these values. Without a shape: an empty report of a county government. */
export function record(shape: RecordShape = {}): ReportRecord {
  const { name = '甲县人民政府', code = '610111', year = 2024, form = '2021', values = {} } = shape;
  const made = blankRecord(form, {
    id: `${code ?? 'unknown'}-${name}-${year ?? 'unknown'}`,
    source: {
      path: `made/${name}-${year}.txt`,
      url: shape.url === undefined ? 'https://example.gov.cn/a.html' : shape.url,
      sha256: '0'.repeat(64),
      bytes: 10,
      format: 'text',
      encoding: 'utf-8',
    },
    year,
    published: year === null ? null : `${year + 1}-03-01`,
    agency: {
      name,
      as_written: name,
      body: shape.body === undefined ? 'government' : shape.body,
      scope: shape.scope ?? 'consolidated',
      scope_evidence: [],
    },
    region: { ...NO_REGION, code, level: shape.level === undefined ? 'county' : shape.level },
    findings: shape.findings ?? [],
  });
  for (const { id, table, row, column } of ALL_FIELDS) {
    const value = values[id];
    if (value === undefined) continue;
    made[table][row] = { ...made[table][row], [column]: value };
    const state = value === null ? 'blank' : 'number';
    made.cells[id] = { raw: value === null ? '' : String(value), state, at: { line: 1, column: 1 } };
  }
  return made;
}

/** A folder of its own, and how to remove it. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'ogi-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** The corpus of these records, built into a folder under the file name that the server looks for. */
export async function corpusIn(
  folder: string,
  records: BuildRequest['records'],
  name: CorpusName = 'reports',
): Promise<Corpus> {
  const file = join(folder, name === 'demo' ? 'demo.duckdb' : 'corpus.duckdb');
  await buildDatabase({ records, file, corpus: name, synthetic: name === 'demo' });
  return { name, file };
}
