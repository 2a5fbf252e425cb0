import { resultColumns, corpusOf, flatRow, selectMetrics } from '../../../../lib/query';
import { tagged } from '../../_http/etag';
import { answering, jsonResponse, paramsOf } from '../../_http/json';
import { readParameters } from '../../_http/parameters';

export const dynamic = 'force-dynamic';

/** Metrics grouped by dimensions: every row there is, with what each number rests on. */
export async function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const { filters, metrics, by, lang } = readParameters(paramsOf(request), ['metrics', 'by', 'lang']);
    return tagged(request, filters.corpus, async () => {
      const answer = await selectMetrics(corpusOf(filters.corpus), { metrics, by, filters });
      const columns = resultColumns(answer, lang);
      const rows = answer.rows.map((row) => {
        const values = flatRow(row, answer);
        return Object.fromEntries(columns.map((column, i) => [column.id, values[i] ?? null]));
      });
      return jsonResponse({ columns, rows, meta: { ...answer.meta, next: null } });
    });
  });
}
