/** Which format a file is in, by its content first and by its name second. */
import type { SourceFormat } from '../document';

/** Beginnings of files that are no report, with the words to refuse them by. */
const REFUSED: [string, string][] = [
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['BM', 'a bitmap picture'],
  ['II*\0', 'a TIFF picture'],
  ['MM\0*', 'a TIFF picture'],
  ['Rar!', 'a RAR archive'],
  ["7z\xbc\xaf'\x1c", 'a 7z archive'],
  ['\x1f\x8b', 'a gzip file'],
  ['{\\rtf', 'an RTF document'],
  ['MIME-Version:', 'a MIME web archive'],
];

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
/** Tags that make a file HTML. Markdown may hold `<br>` and the like, so those do not count. */
const HTML_TAG =
  /<(!doctype\s+html|html|head|body|meta|title|table|tbody|tr|td|div|p|style|script|h[1-6]|ul|li|o:p)\b[^<]*>/i;

/**
 * The format of a file, `zip` for an archive that is no Office document, or null for content that is known not to
 * be a report. Text that has no mark of another format is `text`; whether it truly is text, decoding tells.
 */
export function detectFormat(bytes: Uint8Array, name: string): SourceFormat | 'zip' | null {
  const head = latin1(bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zipKind(bytes);
  if (head.startsWith(OLE)) return hasStream(bytes, 'WordDocument') ? 'doc' : null;
  if (refusedContent(bytes)) return null;
  const sniff = latin1(bytes.subarray(0, 65_536)).replaceAll('\0', '');
  if (HTML_TAG.test(sniff)) return 'html';
  if (/\.(csv|tsv)$/i.test(name)) return 'csv';
  return 'text';
}

/** What a file is that no decoder takes, in words for a message, or null. */
export function refusedContent(bytes: Uint8Array): string | null {
  const head = latin1(bytes.subarray(0, 64));
  if (head.startsWith(OLE))
    return hasStream(bytes, 'Workbook') ? 'an Excel 97 workbook' : 'an OLE file without a Word document';
  return REFUSED.find(([magic]) => head.startsWith(magic))?.[1] ?? null;
}

/** Office documents are zip archives told by the names in their central directory, which stands at the end. */
function zipKind(bytes: Uint8Array): 'docx' | 'xlsx' | 'zip' {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = end >= 0 && end + 20 <= buffer.length ? buffer.readUInt32LE(end + 16) : buffer.length;
  for (let count = 0; count < 10_000 && at + 46 <= buffer.length; count++) {
    if (buffer.readUInt32LE(at) !== 0x02014b50) break;
    const nameLength = buffer.readUInt16LE(at + 28);
    const member = buffer.toString('latin1', at + 46, at + 46 + nameLength).replaceAll('\\', '/');
    if (member === 'word/document.xml' || member === 'word/document2.xml') return 'docx';
    if (member === 'xl/workbook.xml') return 'xlsx';
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return 'zip';
}

/** Whether an OLE file's directory names a stream; the names are UTF-16. */
function hasStream(bytes: Uint8Array, stream: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(stream, 0, 'utf16le');
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
