/**
 * Bytes → Document, whatever the format. Refuses empty, oversized and binary files with a DecodeError; everything
 * milder is an issue of the document.
 */
import type { Block, Document } from '../document';
import { DecodeError } from '../errors';
import { declaredCharset } from './charset';
import { decodeCsv } from './sheet/csv';
import { decodeDoc } from './word/doc';
import { decodeDocx } from './word/docx';
import { detectFormat, refusedContent } from './format';
import { decodeHtml } from './html';
import { decodePdf } from './pdf';
import { decodePlainText } from './text';
import { decodeXlsx } from './sheet/xlsx';

export { archiveMembers } from './archive';
export { detectFormat } from './format';

/** Largest file taken, in bytes. A report is a few hundred kilobytes; scans reach some tens of megabytes. */
const MAX_BYTES = 50 * 1024 * 1024;

/**
 * The document a file holds. `name` is the file's name (its extension is only a second witness), `contentType` the
 * HTTP header it came with. Throws DecodeError where the file cannot be read as a report.
 */
export async function decode(
  bytes: Uint8Array,
  name: string,
  hints: { contentType?: string } = {},
): Promise<Document> {
  if (bytes.length === 0) throw new DecodeError('an empty file', 'a report', 'download it again');
  if (bytes.length > MAX_BYTES)
    throw new DecodeError(
      `a file of ${Math.round(bytes.length / 1024 / 1024)} MB`,
      `at most ${MAX_BYTES / 1024 / 1024} MB`,
      'give the report alone',
    );
  const document = await decodeFormat(bytes, name, hints.contentType);
  if (!document.blocks.some(hasInk) && document.issues.length === 0)
    throw new DecodeError('no text', 'a report', 'check that the file is the report itself');
  return document;
}

function hasInk(block: Block): boolean {
  if (block.kind === 'paragraph') return block.text.trim() !== '';
  return block.rows.some((row) => row.some((cell) => cell.text.trim() !== ''));
}

async function decodeFormat(bytes: Uint8Array, name: string, contentType?: string): Promise<Document> {
  const format = detectFormat(bytes, name);
  const declared = declaredCharset(bytes, contentType);
  switch (format) {
    case 'text':
      return decodePlainText(bytes, declared);
    case 'html':
      return decodeHtml(bytes, declared);
    case 'csv':
      return decodeCsv(bytes, declared);
    case 'xlsx':
      return decodeXlsx(bytes);
    case 'doc':
      return decodeDoc(bytes);
    case 'docx':
      return decodeDocx(bytes);
    case 'pdf':
      return decodePdf(bytes);
    default:
      throw new DecodeError(
        refusedContent(bytes) ?? `a file of kind ${format ?? 'unknown'}`,
        'a text, HTML, Word, PDF, Excel or CSV file',
        'save it in one of these formats',
      );
  }
}
