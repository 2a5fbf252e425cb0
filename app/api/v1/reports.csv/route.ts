import { reportLines } from '../../../../lib/query/report-lines';
import { linesResponse } from '../../_http/download';
import { tagged } from '../../_http/etag';
import { answering, paramsOf } from '../../_http/json';
import { readParameters } from '../../_http/parameters';

export const dynamic = 'force-dynamic';

/** The reports in the filters with every field, one row a report. */
export async function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const { filters, columns, lang, bom } = readParameters(paramsOf(request), ['columns', 'lang', 'bom']);
    return tagged(request, filters.corpus, async () => {
      return linesResponse(request, 'ogi-reports', filters, reportLines(filters, lang, columns), bom);
    });
  });
}
