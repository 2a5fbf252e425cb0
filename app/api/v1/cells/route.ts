import { corpusOf, selectCells } from '../../../../lib/query';
import { tagged } from '../../_http/etag';
import { answering, jsonResponse, nextPage, paramsOf } from '../../_http/json';
import { readParameters } from '../../_http/parameters';

export const dynamic = 'force-dynamic';

/** A page of the printed cells of the reports in the filters. */
export async function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const { filters, page, page_size } = readParameters(paramsOf(request), ['page', 'page_size']);
    return tagged(request, filters.corpus, async () => {
      const { rows, meta } = await selectCells(corpusOf(filters.corpus), filters, {
        page,
        pageSize: page_size,
      });
      return jsonResponse({ rows, meta: { ...meta, next: nextPage(request, meta) } });
    });
  });
}
