/** The handler of every file. */
import { tagged } from './etag';
import type { FileFormat } from './file-headers';
import { answering, paramsOf } from './json';
import { readParameters } from './parameters';
import { tableFileResponse } from './table-file';
import { readTable, type TableName } from './tables';

/** One table in one format, or the problem document of what was wrong. */
export async function fileOf(request: Request, name: TableName, format: FileFormat): Promise<Response> {
  return answering(async () => {
    const params = paramsOf(request);
    const { filters } = readParameters(params, []);
    return tagged(request, filters.corpus, async () =>
      tableFileResponse(request, await readTable(name, format, params)),
    );
  });
}
