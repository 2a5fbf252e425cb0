import { archiveOf } from '../../../../lib/export/archive';
import { bundleEntries } from '../../../../lib/export/bundle';
import { tagged } from '../../_http/etag';
import { fileHeaders } from '../../_http/file-headers';
import { answering, paramsOf } from '../../_http/json';
import { type ParameterName, readParameters } from '../../_http/parameters';
import { aboutOf, archiveBody, fileName, openTable } from '../../_http/table-file';
import { readTable, TABLE_PARAMETERS, TABLES } from '../../_http/tables';

export const dynamic = 'force-dynamic';

/** A table as a data package: CSV, datapackage.json, CSVW, dictionaries and README in one archive. */
export async function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const params = paramsOf(request);
    const asked = TABLES.find((name) => name === params.get('table')) ?? 'reports';
    const names: ParameterName[] = ['table', ...TABLE_PARAMETERS[asked]];
    const { filters, table } = readParameters(params, names);
    return tagged(request, filters.corpus, async () => {
      const file = await readTable(table, 'csv', params);
      const gone = new AbortController();
      const name = await fileName(file);
      const opened = await openTable(file, 'csv', AbortSignal.any([request.signal, gone.signal]));
      const headers = fileHeaders(name, 'zip', filters, opened.rows);
      if (request.method === 'HEAD') {
        opened.close();
        return new Response(null, { headers });
      }
      const archive = archiveOf(
        bundleEntries({
          name: table,
          columns: 'source' in file.table ? file.table.source.columns : file.table.columns,
          csv: opened.chunks,
          language: file.options.language,
          about: await aboutOf(request, file, opened.rows),
        }),
      );
      return new Response(archiveBody(archive, opened, gone), { headers });
    });
  });
}
