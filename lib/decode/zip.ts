/**
 * ZIP archives → their members, one at a time. Bounds on count, size and ratio keep a zip bomb from filling memory;
 * nothing is written to disk, so a member's name is only a name.
 */
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { DecodeError } from '../errors';
import { ARCHIVE_BOUNDS } from './bounds';
import type { Member } from './packed';

/** The archive's files in their order, folders and system litter left out. Errors as `archiveMembers`. */
export async function* zipMembers(bytes: Uint8Array): AsyncGenerator<Member> {
  const archive = await openArchive(bytes);
  const unread: string[] = [];
  let total = 0;
  try {
    for await (const entry of archive.eachEntry()) {
      const member = memberName(entry);
      if (isLitter(member)) continue;
      total += entry.uncompressedSize;
      checkBounds(entry, member, total);
      const content = await readEntry(archive, entry).catch((error: unknown) => error as Error);
      if (content instanceof Uint8Array) yield { name: member, bytes: content };
      else unread.push(`${member} (${content.message})`);
    }
  } catch (error) {
    throw asDecodeError(error);
  } finally {
    archive.close();
  }
  if (unread.length > 0)
    throw new DecodeError(
      `${unread.length} members that cannot be unpacked: ${unread.slice(0, 3).join(', ')}`,
      'members packed by deflate and without a password',
      'unpack it first',
    );
}

/** The named members of an archive that it has, by name. Same bounds and errors as `archiveMembers`. */
export async function readMembers(bytes: Uint8Array, names: RegExp): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  const archive = await openArchive(bytes);
  let total = 0;
  try {
    for await (const entry of archive.eachEntry()) {
      const member = memberName(entry).replaceAll('\\', '/');
      if (!names.test(member) || found.has(member)) continue;
      total += entry.uncompressedSize;
      checkBounds(entry, member, total);
      found.set(member, await readEntry(archive, entry));
    }
  } catch (error) {
    throw asDecodeError(error);
  } finally {
    archive.close();
  }
  return found;
}

/** Checks every member against the bounds without unpacking, for libraries that unpack by themselves. */
export async function checkArchive(bytes: Uint8Array): Promise<void> {
  const archive = await openArchive(bytes);
  let total = 0;
  try {
    for await (const entry of archive.eachEntry()) {
      total += entry.uncompressedSize;
      checkBounds(entry, memberName(entry), total, ARCHIVE_BOUNDS.memberBytes * 2);
    }
  } catch (error) {
    throw asDecodeError(error);
  } finally {
    archive.close();
  }
}

async function openArchive(bytes: Uint8Array): Promise<ZipFile> {
  try {
    const archive = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      decodeStrings: false,
      autoClose: false,
    });
    if (archive.entryCount > ARCHIVE_BOUNDS.members)
      throw new DecodeError(`${archive.entryCount} members`, `at most ${ARCHIVE_BOUNDS.members}`, 'split it');
    return archive;
  } catch (error) {
    throw asDecodeError(error);
  }
}

function checkBounds(
  entry: Entry,
  member: string,
  total: number,
  totalBound = ARCHIVE_BOUNDS.totalBytes,
): void {
  const { memberBytes, ratio, ratioFreeBytes } = ARCHIVE_BOUNDS;
  const size = entry.uncompressedSize;
  if (size > memberBytes)
    throw new DecodeError(`${member} of ${size} bytes`, `at most ${memberBytes}`, 'unpack it first');
  if (size > ratioFreeBytes && size > ratio * entry.compressedSize)
    throw new DecodeError(
      `${member} packed over ${ratio} times`,
      'a report, not a zip bomb',
      'unpack it first',
    );
  if (total > totalBound)
    throw new DecodeError(`over ${totalBound} bytes unpacked`, 'an archive of reports', 'split it');
}

/** yauzl stops a member that unpacks to more than its stated size, so the stated sizes can be trusted above. */
async function readEntry(archive: ZipFile, entry: Entry): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Names are UTF-8 if so marked or if they are valid UTF-8; Chinese Windows writes them in GBK without a mark. */
function memberName(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const unicode = entry.extraFields?.find((field) => field.id === 0x7075)?.data.subarray(5);
  if (unicode) return new TextDecoder('utf-8').decode(unicode);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('gb18030').decode(raw);
  }
}

/** Folders, and what systems leave in archives. */
export function isLitter(member: string): boolean {
  return /[\\/]$/.test(member) || /(^|[\\/])(__MACOSX[\\/]|\.DS_Store$|Thumbs\.db$|~\$)/i.test(member);
}

function asDecodeError(error: unknown): Error {
  if (error instanceof DecodeError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new DecodeError(`a damaged archive (${reason})`, 'a ZIP archive', 'download it again', {
    cause: error,
  });
}
