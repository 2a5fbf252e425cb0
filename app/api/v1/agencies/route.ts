import { corpusOf, selectAgencies } from '../../../../lib/query';
import { tagged } from '../../_http/etag';
import { answering, jsonResponse, nextPage, paramsOf } from '../../_http/json';
import { readParameters } from '../../_http/parameters';

export const dynamic = 'force-dynamic';

/** A page of the agencies that have a report in the filters; `q` searches their names. */
export async function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const { filters, page, page_size } = readParameters(paramsOf(request), ['page', 'page_size']);
    return tagged(request, filters.corpus, async () => {
      const corpus = corpusOf(filters.corpus);
      const { rows, meta } = await selectAgencies(corpus, filters, { page, pageSize: page_size });
      return jsonResponse({ rows, meta: { ...meta, next: nextPage(request, meta) } });
    });
  });
}
