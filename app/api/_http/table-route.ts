/** The handler of every file. */
import { tagged } from './etag';
import type { FileFormat } from './file-headers';
import { answering, paramsOf } from './json';
import { type ParameterName, readParameters } from './parameters';
import { tableFileResponse } from './table-file';
import { readTable, TABLE_PARAMETERS, type TableName } from './tables';

/** One table in one format, or the problem document of what was wrong. */
export async function fileOf(request: Request, name: TableName, format: FileFormat): Promise<Response> {
  return answering(async () => {
    const params = paramsOf(request);
    // All that was not understood is told before anything is asked of the store.
    const { filters } = readParameters<ParameterName>(params, TABLE_PARAMETERS[name]);
    return tagged(request, filters.corpus, async () =>
      tableFileResponse(request, await readTable(name, format, params)),
    );
  });
}
