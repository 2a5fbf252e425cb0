import { BYTE_ORDER_MARK, csvLines, headerLine } from '../../../../lib/csv';
import { answerColumns, corpusOf, flatRow, selectMetrics } from '../../../../lib/query';
import { corpusLabel } from '../../../../lib/query/report-lines';
import { sliceName } from '../../../../lib/query/slice-name';
import { fileHeaders } from '../../_http/download';
import { tagged } from '../../_http/etag';
import { answering, paramsOf } from '../../_http/json';
import { readParameters } from '../../_http/parameters';

export const dynamic = 'force-dynamic';

/** The rows of /api/v1/query as a file; its last column names the corpus. */
export async function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const { filters, metrics, by, lang, bom } = readParameters(paramsOf(request), [
      'metrics',
      'by',
      'lang',
      'bom',
    ]);
    return tagged(request, filters.corpus, async () => {
      const corpus = corpusOf(filters.corpus);
      const answer = await selectMetrics(corpus, { metrics, by, filters });
      const columns = [...answerColumns(answer, lang), { id: 'corpus', label: 'corpus', unit: null }];
      const rows = answer.rows.map((row) => [...flatRow(row, answer), corpusLabel(filters)]);
      const name = ['ogi', ...answer.metrics.slice(0, 3), ...(by.length > 0 ? ['by', ...by] : [])].join('-');
      const headers = fileHeaders(name, filters, await sliceName(corpus, filters), rows.length);
      return new Response((bom ? BYTE_ORDER_MARK : '') + headerLine(columns) + csvLines(rows), { headers });
    });
  });
}
