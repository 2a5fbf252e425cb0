import { FILE_FORMATS } from '../../_http/file-headers';
import { notFound } from '../../_http/problem';
import { fileOf } from '../../_http/table-route';
import { TABLES } from '../../_http/tables';

export const dynamic = 'force-dynamic';

/** `query`, `reports` or `cells` as `.xlsx`, `.jsonl` or `.parquet`. */
export async function GET(
  request: Request,
  context: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await context.params;
  const table = TABLES.find((name) => file.startsWith(`${name}.`));
  const format = FILE_FORMATS.find((each) => file === `${table}.${each}`);
  return table && format ? fileOf(request, table, format) : notFound('file', file);
}
