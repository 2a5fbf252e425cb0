/** Headers of a file that is downloaded. */
import type { Filters } from '../../../lib/filters';
import { LINE_FORMATS } from '../../../lib/export/format';
import { CORS_HEADERS } from '../../../lib/server/cors';

export const FILE_FORMATS = [...LINE_FORMATS, 'parquet'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

export const FILE_TYPES: Record<FileFormat | 'zip', string> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
  zip: 'application/zip',
};

/** Type, name (RFC 6266, in ASCII and in full), rows and corpus. */
export function fileHeaders(
  name: string,
  format: FileFormat | 'zip',
  filters: Filters,
  rows: number,
): Record<string, string> {
  const full = `${name}.${format}`;
  const ascii = full.replaceAll(/[^\x20-\x7e]+/g, '-').replaceAll(/["\\]/g, '-');
  return {
    'Content-Type': FILE_TYPES[format],
    'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeName(full)}`,
    'X-Row-Count': String(rows),
    'X-Corpus': filters.corpus === 'demo' ? 'demo; synthetic' : filters.corpus,
    ...CORS_HEADERS,
  };
}

/** Percent-encoding of RFC 8187, which is stricter than that of addresses. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`);
}
