/** The whole corpus as one set of Parquet files, by province, for Spark, Trino, ClickHouse or pandas as it stands. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DEFAULT_FILTERS } from '../filters';
import { cellSource } from '../query/files/cell-source';
import { reportSource } from '../query/files/report-source';
import type { TableSource } from '../query/files/table-source';
import { corpusManifest } from '../store/connect';
import type { Corpus } from '../store/corpora';
import { type SetTable, writeParquetSet } from '../store/parquet';
import { LICENCE, SYNTHETIC_MARK } from './about';
import { REPORT_ID_SQL } from '../store/sql/report-id';

/** What the deduplicated basis is made of, so that any program can follow it (contract §4). */
const BASIS_COLUMNS = ['in_totals', 'covered_at', 'covered_in_level', 'depth'];

function byProvince(name: string, source: TableSource, further: readonly string[]): SetTable {
  const columns = source.columns.map(({ id, sql }) => `${sql} AS "${id.replaceAll('.', '_')}"`);
  return {
    name,
    pieceSelect: `SELECT ${[...columns, ...further].join(', ')}, reports.province AS province_code
      FROM ${source.from('piece')} ORDER BY ${source.number}, ${source.place}`,
    rowsSql: source.rowsSql,
    partitionBy: 'province_code',
  };
}

/**
 * What an engine needs to answer questions about metrics, as it stands in the store (store/clickhouse/schema.sql). The store
 * keeps reports and applicants in order of their reports; sorting them again would take more memory than there is.
 */
const ENGINE_TABLES = [
  { name: 'engine/agencies', select: 'SELECT * FROM agencies ORDER BY agency_no' },
  { name: 'engine/regions', select: 'SELECT * FROM regions ORDER BY code' },
  { name: 'engine/reports', select: 'SELECT * FROM reports' },
  { name: 'engine/requests_by_applicant', select: 'SELECT * FROM requests_by_applicant' },
  {
    name: 'engine/cells',
    select: `SELECT report_no, field, state FROM cells WHERE state <> 'number' ORDER BY field, state, report_no`,
  },
];

function setTables(corpus: Corpus): SetTable[] {
  const filters = { ...DEFAULT_FILTERS, basis: 'all' as const, corpus: corpus.name };
  const basis = BASIS_COLUMNS.map((name) => `reports.${name}`);
  const related = (name: string): SetTable => ({
    name,
    select: `SELECT ${REPORT_ID_SQL} AS report_id, ${name}.* EXCLUDE (report_no)
      FROM ${name} JOIN reports USING (report_no) JOIN agencies USING (agency_no) ORDER BY report_no, position`,
    partitionBy: null,
  });
  return [
    byProvince('reports', reportSource(filters), basis),
    byProvince('cells', cellSource(filters, 'zh'), []),
    { name: 'agencies', select: 'SELECT * FROM agencies ORDER BY agency_no', partitionBy: null },
    { name: 'regions', select: 'SELECT * FROM regions ORDER BY code', partitionBy: null },
    related('issues'),
    related('findings'),
    ...ENGINE_TABLES.map((table) => ({ ...table, partitionBy: null })),
  ];
}

/**
 * Writes the set into a new or empty folder, `manifest.json` last: a set without it is not whole. Rows by table.
 * Throws when the folder holds anything.
 */
export async function exportParquetSet(corpus: Corpus, folder: string): Promise<Record<string, number>> {
  const out = resolve(folder);
  await mkdir(out, { recursive: true });
  const [first] = await readdir(out);
  if (first !== undefined) throw new Error(`${out}: found ${first}, expected an empty folder`);
  const manifest = await corpusManifest(corpus);
  const about = {
    corpus: manifest.synthetic ? `${corpus.name}: ${SYNTHETIC_MARK}` : corpus.name,
    corpus_version: manifest.corpus_version,
    licence: `${LICENCE.name} ${LICENCE.path}`,
  };
  const tables = await writeParquetSet(corpus, out, setTables(corpus), about);
  await writeFile(join(out, 'manifest.json'), `${JSON.stringify({ ...about, rows: tables }, null, 2)}\n`);
  return tables;
}
