/** CSV files: headers that name the slice and its rows, and a body that is whole or visibly broken off. */
import { BYTE_ORDER_MARK, headerLine } from '../../../lib/csv';
import type { Filters } from '../../../lib/filters';
import type { LinesFile } from '../../../lib/query/report-lines';
import { sliceName } from '../../../lib/query/slice-name';
import { corpusOf } from '../../../lib/store/corpora';
import { openLines } from '../../../lib/store/stream';
import { OPEN_TO_ALL } from './json';

/** Headers of a file: `kind` begins its name, the slice follows. */
export function fileHeaders(
  kind: string,
  filters: Filters,
  slice: string,
  rows: number,
): Record<string, string> {
  const name = `${kind}_${slice}.csv`;
  const ascii = name.replaceAll(/[^\x20-\x7e]+/g, '-').replaceAll(/["\\]/g, '-');
  return {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeName(name)}`,
    'X-Row-Count': String(rows),
    'X-Corpus': filters.corpus === 'demo' ? 'demo; synthetic' : filters.corpus,
    ...OPEN_TO_ALL,
  };
}

/** Percent-encoding of RFC 8187, which is stricter than that of addresses. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`);
}

/** A file streamed from the corpus. `X-Row-Count` counts the lines after the header. */
export async function linesResponse(
  request: Request,
  kind: string,
  filters: Filters,
  file: LinesFile,
  bom: boolean,
): Promise<Response> {
  const corpus = corpusOf(filters.corpus);
  const slice = await sliceName(corpus, filters);
  const gone = new AbortController();
  const lines = await openLines(corpus, file.question, AbortSignal.any([request.signal, gone.signal]));
  const headers = fileHeaders(kind, filters, slice, lines.rows);
  if (request.method === 'HEAD') {
    lines.close();
    return new Response(null, { headers });
  }
  const start = new TextEncoder().encode((bom ? BYTE_ORDER_MARK : '') + headerLine(file.columns));
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(start),
      async pull(controller) {
        try {
          const piece = await lines.pieces.next();
          if (gone.signal.aborted) return;
          if (piece.done) controller.close();
          else for (const bytes of piece.value) controller.enqueue(bytes);
        } catch (error) {
          lines.close();
          if (!gone.signal.aborted) controller.error(error);
        }
      },
      cancel() {
        gone.abort();
        lines.close();
      },
    },
    { highWaterMark: 1 },
  );
  return new Response(body, { headers });
}
