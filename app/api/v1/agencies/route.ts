import { corpusOf, selectAgencies } from '../../../../lib/query';
import { tagged } from '../../_http/etag';
import { answering, listResponse, paramsOf } from '../../_http/json';
import { readParameters } from '../../_http/parameters';

export const dynamic = 'force-dynamic';

/** A page of the agencies that have a report in the filters; `q` searches their names. */
export async function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const { filters, after, page, page_size } = readParameters(paramsOf(request), [
      'after',
      'page',
      'page_size',
    ]);
    return tagged(request, filters.corpus, async () => {
      const cursor = after === undefined ? {} : { after };
      const question = { ...cursor, page, pageSize: page_size };
      return listResponse(request, await selectAgencies(corpusOf(filters.corpus), filters, question));
    });
  });
}
