/** Any table of the API as a file of any format: the slice's name, its exact number of rows, whole or visibly broken. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { CsvValue } from '../../../lib/csv';
import { aboutFile } from '../../../lib/export/about';
import { archiveOf } from '../../../lib/export/archive';
import {
  type ExportColumn,
  isNumberKind,
  type LineFormat,
  type LineOptions,
} from '../../../lib/export/format';
import { type OpenedTable, openRows, openSource } from '../../../lib/export/open';
import { workbookParts } from '../../../lib/export/workbook';
import type { Filters } from '../../../lib/filters';
import { corpusOf } from '../../../lib/query';
import { type NamedSlice, fileNameOf } from '../../../lib/query/files/file-name';
import type { TableSource } from '../../../lib/query/files/table-source';
import { corpusManifest } from '../../../lib/store/connect';
import { type ParquetTable, writeParquet } from '../../../lib/store/parquet';
import { fileHeaders, type FileFormat } from './file-headers';

/** Rows of the store, or an answer that is in memory already. */
export type Table = { source: TableSource } | { columns: ExportColumn[]; rows: CsvValue[][] };

export type TableFile = {
  filters: Filters;
  /** What the file name says beside the filters. */
  named: Omit<NamedSlice, 'filters'>;
  table: Table;
  format: FileFormat;
  options: LineOptions;
};

/** The file, streamed. Throws FilterError when its rows do not fit the format, BusyError when too many downloads run. */
export async function tableFileResponse(request: Request, file: TableFile): Promise<Response> {
  const gone = new AbortController();
  const signal = AbortSignal.any([request.signal, gone.signal]);
  const name = await fileName(file);
  const opened =
    file.format === 'parquet'
      ? await openParquet(request, file, signal)
      : await openTable(file, file.format, signal);
  const headers = fileHeaders(name, file.format, file.filters, opened.rows);
  if (request.method === 'HEAD') {
    opened.close();
    return new Response(null, { headers });
  }
  if (file.format !== 'xlsx') return new Response(bodyOf(opened, gone), { headers });
  const about = await aboutOf(request, file, opened.rows);
  const archive = archiveOf(workbookParts(opened.chunks, Object.entries(about)));
  return new Response(archiveBody(archive, opened, gone), { headers });
}

/** The name of the file without its ending. */
export const fileName = ({ filters, named }: TableFile): Promise<string> =>
  fileNameOf(corpusOf(filters.corpus), { ...named, filters });

/** The rows as lines of a format. */
export function openTable({ filters, table, options }: TableFile, format: LineFormat, signal: AbortSignal) {
  return 'source' in table
    ? openSource(corpusOf(filters.corpus), table.source, format, options, signal)
    : openRows(table.columns, table.rows, format, options);
}

/** What the file says of itself. */
export async function aboutOf(request: Request, { filters }: TableFile, rows: number) {
  const manifest = await corpusManifest(corpusOf(filters.corpus));
  const { pathname, search } = new URL(request.url);
  return aboutFile({ filters, manifest, rows, address: `${pathname}${search}` });
}

async function openParquet(request: Request, file: TableFile, signal: AbortSignal): Promise<OpenedTable> {
  const about = await aboutOf(request, file, -1);
  const { rows: _, ...facts } = about;
  const written = await writeParquet(corpusOf(file.filters.corpus), parquetTable(file.table), facts, signal);
  const stream = createReadStream(written.file);
  const { size } = await stat(written.file);
  const chunks = async function* (): AsyncGenerator<Uint8Array[], void> {
    let sent = 0;
    try {
      for await (const chunk of stream) {
        sent += (chunk as Buffer).length;
        yield [chunk as Buffer];
      }
      if (sent !== size) throw new Error(`Parquet: read ${sent} bytes, expected ${size}`);
    } finally {
      await written.remove();
    }
  };
  return {
    rows: written.rows,
    chunks: chunks(),
    close: () => {
      stream.destroy();
      void written.remove();
    },
  };
}

function parquetTable(table: Table): ParquetTable {
  if (!('source' in table))
    return {
      columns: table.columns.map(({ id, kind }) => ({ id, isNumber: isNumberKind(kind) })),
      rows: table.rows,
    };
  const { columns, number, place, from, ranked, rowsSql, values } = table.source;
  const order = ranked?.orderSql ?? `${number}, ${place}`;
  const selected = columns.map(({ id, sql }) => `${sql} AS "${id}"`);
  return {
    select: `SELECT ${selected.join(', ')} FROM ${from('whole')} ORDER BY ${order}`,
    countSql: rowsSql,
    values,
  };
}

/** A body that takes the next piece only when the reader wants it. */
function bodyOf({ chunks, close }: OpenedTable, gone: AbortController): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const piece = await chunks.next();
          if (gone.signal.aborted) return;
          if (piece.done) controller.close();
          else for (const bytes of piece.value) controller.enqueue(bytes);
        } catch (error) {
          close();
          if (!gone.signal.aborted) controller.error(error);
        }
      },
      cancel() {
        gone.abort();
        close();
      },
    },
    { highWaterMark: 1 },
  );
}

/** The body of an archive; when it is closed early, so is what it is made of. */
export function archiveBody(
  archive: Readable,
  opened: Pick<OpenedTable, 'close'>,
  gone: AbortController,
): ReadableStream<Uint8Array> {
  archive.once('close', () => {
    gone.abort();
    opened.close();
  });
  return Readable.toWeb(archive) as ReadableStream<Uint8Array>;
}
