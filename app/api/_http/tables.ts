/** The tables of the API that leave it as files, each made from the parameters of a request. */
import { DEFAULT_LABEL, type LabelKey } from '../../../lib/i18n/language';
import { type CsvValue } from '../../../lib/csv';
import type { ExportColumn } from '../../../lib/export/format';
import { serializeSorts } from '../../../lib/filters/columns';
import {
  type MetricsResult,
  resultColumns,
  corpusOf,
  DIMENSIONS,
  flatRow,
  selectMetrics,
} from '../../../lib/query';
import { cellSource } from '../../../lib/query/files/cell-source';
import { corpusLabel, reportSource } from '../../../lib/query/files/report-source';
import { mapYielding } from '../../../lib/event-loop';
import type { FileFormat } from './file-headers';
import { inDirection, type ParameterName, readParameters } from './parameters';
import type { TableFile } from './table-file';

const DEFAULT_ORDER = 'region';

export const TABLES = ['query', 'reports', 'cells'] as const;
export type TableName = (typeof TABLES)[number];

/** What each table reads beside the filters. */
export const TABLE_PARAMETERS = {
  query: ['metrics', 'by', 'lang', 'bom'],
  reports: ['columns', 'sort', 'order', 'lang', 'bom'],
  cells: ['lang', 'bom'],
} as const satisfies Record<TableName, readonly ParameterName[]>;

/** The table as the request asks for it. Throws ParameterProblems with all that was not understood. */
export async function readTable(
  name: TableName,
  format: FileFormat,
  params: URLSearchParams,
): Promise<TableFile> {
  if (name === 'query') return queryFile(format, params);
  if (name === 'cells') {
    const { filters, lang: language, bom } = readParameters(params, TABLE_PARAMETERS.cells);
    const table = { source: cellSource(filters, language) };
    const named = { kind: 'ogi-cells', words: languageWord(language) };
    return { filters, named, table, format, options: { language, bom } };
  }
  const { filters, columns, sort, order, ...rest } = readParameters(params, TABLE_PARAMETERS.reports);
  const { lang: language, bom } = rest;
  const sorts = inDirection(sort, order);
  const table = { source: reportSource(filters, columns, sorts) };
  const chosen = [columns.join(','), serializeSorts(sorts)];
  const named = {
    kind: 'ogi-reports',
    words: languageWord(language),
    further: chosen.join('\n') === `\n${DEFAULT_ORDER}` ? '' : chosen.join('\n'),
  };
  return { filters, named, table, format, options: { language, bom } };
}

async function queryFile(format: FileFormat, params: URLSearchParams): Promise<TableFile> {
  const { filters, metrics, by, lang: language, bom } = readParameters(params, TABLE_PARAMETERS.query);
  const answer = await selectMetrics(corpusOf(filters.corpus), { metrics, by, filters });
  const dimensions = answer.by.length > 0 ? ['by', ...answer.by] : [];
  const named = {
    kind: 'ogi-query',
    words: [...answer.metrics, dimensions.join('-'), ...languageWord(language)],
  };
  const label = corpusLabel(filters);
  const rows = await mapYielding(answer.rows, (row): CsvValue[] => [...flatRow(row, answer), label]);
  return { filters, named, table: { columns: columnsOf(answer), rows }, format, options: { language, bom } };
}

/** Labels and units of another language than the files' own are in the name. */
const languageWord = (label: LabelKey): string[] => (label === DEFAULT_LABEL ? [] : [label]);

/** The columns of an answer in both languages, and which corpus it is from. */
function columnsOf(answer: MetricsResult): ExportColumn[] {
  const zh = resultColumns(answer, 'zh');
  const en = resultColumns(answer, 'en');
  const { applicant } = answer.meta.filters;
  const applicants = answer.by.includes('applicant') ? ['<applicant>'] : applicant;
  const texts: readonly string[] = DIMENSIONS.filter((dimension) => dimension !== 'year');
  const columns = zh.map(({ id, label, unit }, i): ExportColumn => {
    const isText = texts.includes(id) || id.endsWith('_name');
    return {
      id,
      kind: isText ? 'text' : id === 'year' ? 'count' : 'amount',
      zh: label,
      en: en[i]?.label ?? label,
      unit: unit === null ? null : { zh: unit, en: en[i]?.unit ?? unit },
      applicants,
    };
  });
  return [...columns, { id: 'corpus', kind: 'text', zh: '数据集', en: 'Corpus', unit: null }];
}
