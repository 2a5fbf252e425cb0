/** ZIP archives written as they are read; an entry that fails fails the archive. */
import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** `content`: a text, or bytes as they come. */
export type ArchiveEntry = { name: string; content: string | AsyncIterable<Uint8Array[]> };

/** A fixed date, so that the same slice gives the same bytes. */
const MODIFIED = new Date(Date.UTC(2020, 0, 1));

/** The archive as a stream; destroyed with the error of whatever entry failed. */
export function archiveOf(entries: readonly ArchiveEntry[]): Readable {
  const zip = new ZipFile();
  const output = new PassThrough();
  const sources: Readable[] = [];
  for (const { name, content } of entries) {
    if (typeof content === 'string') {
      zip.addBuffer(Buffer.from(content, 'utf8'), name, { mtime: MODIFIED });
      continue;
    }
    const source = Readable.from(flat(content), { objectMode: false });
    // yazl listens to no stream that it is given: without this an error would end the whole server.
    source.on('error', (error) => output.destroy(error));
    sources.push(source);
    zip.addReadStreamLazy(name, { mtime: MODIFIED }, (give) => give(null, source));
  }
  zip.on('error', (error) => output.destroy(error));
  zip.end();
  zip.outputStream.pipe(output);
  output.on('close', () => sources.forEach((source) => source.destroy()));
  return output;
}

async function* flat(chunks: AsyncIterable<Uint8Array[]>): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of chunks) yield* chunk;
}
