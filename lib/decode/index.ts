/**
 * Bytes → Document, whatever the kind of file. Refuses empty, oversized and binary files, and kinds that are no report,
 * with a DecodeError; everything milder is an issue of the document.
 */
import type { Block, Document } from '../document';
import { DecodeError } from '../errors';
import { declaredCharset } from './charset';
import { type DocumentKind, kindOf } from './kinds';

export { archiveMembers } from './archive';
export { kindOf } from './kinds';

/** Largest file taken, in bytes. A report is a few hundred kilobytes; scans reach some tens of megabytes. */
const MAX_BYTES = 50 * 1024 * 1024;
/** Documents inside documents (altChunk) are read so deep. */
const MAX_INSIDE = 2;
/** What a refusal says was expected. */
const EXPECTED = 'a report as text, HTML, Word, PDF, OFD, a sheet or an archive of these';

/**
 * The document a file holds. `name` is the file's name (its extension is only a second witness), `contentType` the
 * HTTP header it came with. Throws DecodeError where the file cannot be read as a report.
 */
export async function decode(
  bytes: Uint8Array,
  name: string,
  hints: { contentType?: string } = {},
): Promise<Document> {
  const document = await decodeAt(bytes, name, hints.contentType, 0);
  if (!document.blocks.some(hasInk) && document.issues.length === 0)
    throw new DecodeError('no text', 'a report', 'check that the file is the report itself');
  return document;
}

async function decodeAt(
  bytes: Uint8Array,
  name: string,
  contentType: string | undefined,
  depth: number,
): Promise<Document> {
  if (bytes.length === 0) throw new DecodeError('an empty file', 'a report', 'download it again');
  if (bytes.length > MAX_BYTES)
    throw new DecodeError(
      `a file of ${Math.round(bytes.length / 1024 / 1024)} MB`,
      `at most ${MAX_BYTES / 1024 / 1024} MB`,
      'give the report alone',
    );
  return await documentKind(bytes, name).read(bytes, {
    declared: declaredCharset(bytes, contentType),
    inner: async (inside, path) => {
      if (depth >= MAX_INSIDE)
        throw new DecodeError('documents nested over 2 deep', 'a report', 'save it as PDF');
      const document = await decodeAt(inside, path, undefined, depth + 1);
      // Its blocks alone are taken, and would no longer tell which figures were recognised.
      if (document.recognised)
        throw new DecodeError('a picture of a document inside', 'text', 'give the picture by itself');
      return document;
    },
  });
}

function documentKind(bytes: Uint8Array, name: string): DocumentKind {
  const kind = kindOf(bytes, name);
  if (kind.family === 'document') return kind;
  throw new DecodeError(kind.name, EXPECTED, kind.family === 'refused' ? kind.remedy : 'unpack it first');
}

function hasInk(block: Block): boolean {
  if (block.kind === 'paragraph') return block.text.trim() !== '';
  return block.rows.some((row) => row.some((cell) => cell.text.trim() !== ''));
}
