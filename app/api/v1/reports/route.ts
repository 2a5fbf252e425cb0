import { corpusOf, selectReports } from '../../../../lib/query';
import { tagged } from '../../_http/etag';
import { answering, jsonResponse, nextPage, paramsOf } from '../../_http/json';
import { readParameters } from '../../_http/parameters';

export const dynamic = 'force-dynamic';

/** A page of the reports in the filters. */
export async function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const { filters, page, page_size, sort, order } = readParameters(paramsOf(request), [
      'page',
      'page_size',
      'sort',
      'order',
    ]);
    return tagged(request, filters.corpus, async () => {
      const question = { page, pageSize: page_size, sort, order };
      const { rows, meta } = await selectReports(corpusOf(filters.corpus), filters, question);
      return jsonResponse({ rows, meta: { ...meta, next: nextPage(request, meta) } });
    });
  });
}
