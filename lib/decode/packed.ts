/**
 * RAR, 7z, tar and gzip → their members, with the bounds of ZIP archives. libarchive (as WebAssembly) unpacks; nothing
 * is written to disk. It is loaded only for such a file.
 */
import { promisify } from 'node:util';
import { gunzip as gunzipWithCallback } from 'node:zlib';
import { DecodeError } from '../errors';
import { ARCHIVE_BOUNDS } from './bounds';
import { openSample } from './sample';

const gunzip = promisify(gunzipWithCallback);

export type Member = { name: string; bytes: Uint8Array };

/**
 * The single file in a gzip file, under its name without `.gz`; a tar archive in it comes out as that archive. Throws
 * DecodeError for a damaged file and for one that unpacks to more than a member may have.
 */
export async function* gzipMember(bytes: Uint8Array, name: string): AsyncGenerator<Member> {
  const most = Math.max(
    ARCHIVE_BOUNDS.ratioFreeBytes,
    Math.min(bytes.length * ARCHIVE_BOUNDS.ratio, ARCHIVE_BOUNDS.packedBytes),
  );
  let content: Uint8Array;
  try {
    content = await gunzip(bytes, { maxOutputLength: most });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE')
      throw new DecodeError(
        `a gzip file of over ${most} bytes unpacked`,
        'a report, not a bomb',
        'unpack it first',
      );
    throw new DecodeError(`a damaged gzip file (${message})`, 'a gzip file', 'download it again', {
      cause: error,
    });
  }
  const base = /[^\\/!]+$/.exec(name)?.[0] ?? 'file';
  const bare = base.replace(/\.tgz$/i, '.tar').replace(/\.gz$/i, '');
  yield { name: bare, bytes: content };
}

/** The files of a RAR, 7z or tar archive in their order. Errors and bounds as `archiveMembers`. */
export async function* packedMembers(bytes: Uint8Array): AsyncGenerator<Member> {
  const { ArchiveReader, libarchiveWasm } = await import('libarchive-wasm');
  const wasm = await libarchiveWasm();
  const signed = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let reader: InstanceType<typeof ArchiveReader> | null = null;
  let total = 0;
  let count = 0;
  try {
    reader = new ArchiveReader(wasm, signed);
    for (const entry of reader.entries()) {
      if (entry.getFiletype() !== 'File') continue;
      const name = entry.getPathname();
      const size = Number(entry.getSize());
      total += size;
      checkSizes(name, size, total, ++count, bytes.length);
      const content = size === 0 ? new Int8Array() : entry.readData();
      if (!content || content.length !== size) throw new Error(`${name} cannot be unpacked`);
      yield { name, bytes: new Uint8Array(content.buffer, content.byteOffset, content.byteLength).slice() };
    }
    // The list of entries ends the same way at the archive's end and at damage; only libarchive's last words tell.
    const trouble = wasm.error_string((reader as unknown as { archive: number }).archive);
    if (trouble || count === 0) throw new Error(trouble || 'no files in it');
  } catch (error) {
    throw asDecodeError(error, bytes);
  } finally {
    reader?.free();
  }
}

function checkSizes(name: string, size: number, total: number, count: number, packed: number): void {
  const { members, memberBytes, totalBytes, ratio, ratioFreeBytes } = ARCHIVE_BOUNDS;
  if (count > members) throw new DecodeError(`over ${members} members`, `at most ${members}`, 'split it');
  if (!(size >= 0 && size <= memberBytes))
    throw new DecodeError(`${name} of ${size} bytes`, `at most ${memberBytes}`, 'unpack it first');
  if (total > totalBytes || (total > ratioFreeBytes && total > ratio * packed))
    throw new DecodeError(`over ${total} bytes unpacked`, 'an archive of reports, not a bomb', 'split it');
}

function asDecodeError(error: unknown, bytes: Uint8Array): Error {
  if (error instanceof DecodeError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  const { head } = openSample(bytes, '');
  const kind = head.startsWith('Rar!') ? 'RAR' : head.startsWith('7z') ? '7z' : 'tar';
  if (/passphrase|password|encrypt/i.test(reason))
    return new DecodeError(
      `a ${kind} archive locked by a password`,
      'an open archive',
      'remove the password',
      { cause: error },
    );
  return new DecodeError(`a damaged ${kind} archive (${reason})`, `a ${kind} archive`, 'download it again', {
    cause: error,
  });
}
