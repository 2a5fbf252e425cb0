import { cellLines } from '../../../../lib/query/cell-lines';
import { linesResponse } from '../../_http/download';
import { tagged } from '../../_http/etag';
import { answering, paramsOf } from '../../_http/json';
import { readParameters } from '../../_http/parameters';

export const dynamic = 'force-dynamic';

/** The printed cells of the reports in the filters, one row a cell. */
export async function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const { filters, lang, bom } = readParameters(paramsOf(request), ['lang', 'bom']);
    return tagged(request, filters.corpus, async () => {
      return linesResponse(request, 'ogi-cells', filters, cellLines(filters, lang), bom);
    });
  });
}
