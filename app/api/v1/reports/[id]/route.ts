import { corpusOf, selectReport } from '../../../../../lib/query';
import { tagged } from '../../../_http/etag';
import { answering, jsonResponse, paramsOf } from '../../../_http/json';
import { readParameters } from '../../../_http/parameters';
import { notFound } from '../../../_http/problem';

export const dynamic = 'force-dynamic';

/** One report: its normalised record and its neighbours in years. Of the filters only `corpus` plays a part. */
export async function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return answering(async () => {
    const { filters } = readParameters(paramsOf(request), []);
    return tagged(request, filters.corpus, async () => {
      const id = decoded((await context.params).id);
      const answer = await selectReport(corpusOf(filters.corpus), id);
      if (!answer) return notFound('report', id);
      const { record, corpus_version, synthetic, ...rest } = answer;
      return jsonResponse({ record, ...rest, meta: { corpus: filters.corpus, corpus_version, synthetic } });
    });
  });
}

/** The id as it was meant; what is no percent-encoding is taken as it stands. */
function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
