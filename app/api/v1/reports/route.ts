import { corpusOf, selectReports, selectReportTable } from '../../../../lib/query';
import { headOf } from '../../../../lib/query/files/report-source';
import { tagged } from '../../_http/etag';
import { answering, listResponse, paramsOf } from '../../_http/json';
import { inDirection, readParameters } from '../../_http/parameters';

export const dynamic = 'force-dynamic';

/** A page of the reports in the filters, with the columns that a list commonly shows or with those chosen. */
export async function GET(request: Request): Promise<Response> {
  return answering(async () => {
    const { filters, columns, sort, order, after, page, page_size, lang } = readParameters(
      paramsOf(request),
      ['columns', 'sort', 'order', 'after', 'page', 'page_size', 'lang'],
    );
    return tagged(request, filters.corpus, async () => {
      const corpus = corpusOf(filters.corpus);
      const cursor = after === undefined ? {} : { after };
      const question = { ...cursor, page, pageSize: page_size, sorts: inDirection(sort, order) };
      if (columns.length === 0) return listResponse(request, await selectReports(corpus, filters, question));
      const table = await selectReportTable(corpus, filters, { ...question, columns });
      return listResponse(request, {
        columns: table.columns.map((column) => headOf(column, lang)),
        rows: table.rows.map(({ values, states }) => ({ ...values, states })),
        meta: table.meta,
      });
    });
  });
}
