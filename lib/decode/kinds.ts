/**
 * Every kind of file the project knows: what it is told by (content first, the name only where content is mute), what it
 * is called, and what is done with it. Documents are read, archives give their members, all others are refused with one
 * line. Detection, the upload form, collect, the docs and the fuzz read this list; a kind is added here.
 */
import type { Document, SourceFormat } from '../document';
import { decodeHtml } from './html';
import { decodeMht, isMht } from './mht';
import { decodeFlatOdf, decodeOdf } from './odf';
import { decodeOfd } from './ofd';
import { decodePdf } from './pdf';
import { decodeRtf } from './rtf';
import { decodeCsv } from './sheet/csv';
import { decodeXls } from './sheet/xls';
import { decodeXlsx } from './sheet/xlsx';
import { decodePicture } from './scan/pictures';
import { openSample, type Sample } from './sample';
import { decodePlainText } from './text';
import { decodeDoc } from './word/doc';
import { type DecodeInner, decodeDocx, decodeWordXml } from './word/docx';

/** What a reader is told beside the bytes: the encoding the file or its server declares, and how to read a file inside. */
export type ReadHints = { declared: string | null; inner: DecodeInner };

type Told = {
  /** How a message calls it, with its article: "a PDF". */
  name: string;
  /** Endings of files of this kind, without the dot; the first is the usual one. */
  endings: readonly string[];
  /** Whether a file is of this kind. Kinds are asked in the order of the list; the first that says yes has it. */
  is: (file: Sample) => boolean;
};
export type DocumentKind = Told & {
  family: 'document';
  id: SourceFormat;
  read: (bytes: Uint8Array, hints: ReadHints) => Document | Promise<Document>;
};
export type ArchiveKind = Told & { family: 'archive'; id: 'zip' | 'rar' | '7z' | 'tar' | 'gzip' };
/** `remedy` says what to do with a file of a kind that is not read. */
export type RefusedKind = Told & { family: 'refused'; remedy: string };
export type Kind = DocumentKind | ArchiveKind | RefusedKind;

const SAVE_AS = 'save it as PDF or DOCX';
const AS_TEXT = 'give the report as text, Word or a PDF with text';

const refused = (name: string, endings: string[], remedy: string, is: Told['is']): RefusedKind => ({
  family: 'refused',
  name,
  endings,
  remedy,
  is,
});

/** Tags that make a file HTML. Markdown may hold `<br>` and the like, so those do not count. */
const HTML_TAG =
  /<(!doctype\s+html|html|head|body|meta|title|table|tbody|tr|td|div|p|style|script|h[1-6]|ul|li|o:p)\b[^<]*>/i;

/** All kinds, in the order in which a file is asked. */
export const KINDS: readonly Kind[] = [
  {
    family: 'document',
    id: 'pdf',
    name: 'a PDF',
    endings: ['pdf'],
    is: (file) => file.head.includes('%PDF-'),
    read: (bytes) => decodePdf(bytes),
  },

  // ZIP containers, told by the names of their members.
  {
    family: 'document',
    id: 'docx',
    name: 'a Word document',
    endings: ['docx', 'docm', 'dotx'],
    is: (file) => file.has('word/document.xml') || file.has('word/document2.xml'),
    read: (bytes, { inner }) => decodeDocx(bytes, inner),
  },
  {
    family: 'document',
    id: 'xlsx',
    name: 'an Excel workbook',
    endings: ['xlsx', 'xlsm'],
    is: (file) => file.has('xl/workbook.xml'),
    read: (bytes) => decodeXlsx(bytes),
  },
  {
    family: 'document',
    id: 'ofd',
    name: 'an OFD document',
    endings: ['ofd'],
    is: (file) => file.has('OFD.xml'),
    read: (bytes) => decodeOfd(bytes),
  },
  {
    family: 'document',
    id: 'odt',
    name: 'an OpenDocument text',
    endings: ['odt', 'ott', 'fodt'],
    is: (file) =>
      /opendocument\.text/.test(file.mimetype) || isUnlabelledOdf(file) || isFlatOdf(file, 'text'),
    read: (bytes) => (isZip(bytes) ? decodeOdf(bytes) : decodeFlatOdf(bytes)),
  },
  {
    family: 'document',
    id: 'ods',
    name: 'an OpenDocument sheet',
    endings: ['ods', 'ots', 'fods'],
    is: (file) => /opendocument\.spreadsheet/.test(file.mimetype) || isFlatOdf(file, 'spreadsheet'),
    read: (bytes) => (isZip(bytes) ? decodeOdf(bytes) : decodeFlatOdf(bytes)),
  },
  refused('PowerPoint slides', ['pptx'], AS_TEXT, (file) => file.has('ppt/presentation.xml')),
  refused('a binary Excel workbook', ['xlsb'], 'save it as XLSX', (file) => file.has('xl/workbook.bin')),
  refused('an EPUB book', ['epub'], SAVE_AS, (file) => file.mimetype.includes('epub')),
  refused('OpenDocument slides or a drawing', ['odp', 'odg'], AS_TEXT, (file) =>
    file.mimetype.includes('opendocument'),
  ),
  refused('an Office document of another kind', ['vsdx'], SAVE_AS, (file) => file.has('[Content_Types].xml')),
  refused('a program', ['jar', 'apk'], 'give the report itself', (file) => file.has('META-INF/MANIFEST.MF')),
  refused('a document of Apple iWork', ['pages', 'numbers'], SAVE_AS, (file) =>
    file.has('Index/Document.iwa'),
  ),
  { family: 'archive', id: 'zip', name: 'a ZIP archive', endings: ['zip'], is: (file) => file.isZip },
  {
    family: 'archive',
    id: 'rar',
    name: 'a RAR archive',
    endings: ['rar'],
    is: (file) => file.head.startsWith('Rar!\x1a\x07'),
  },
  {
    family: 'archive',
    id: '7z',
    name: 'a 7z archive',
    endings: ['7z'],
    is: (file) => file.head.startsWith("7z\xbc\xaf'\x1c"),
  },
  {
    family: 'archive',
    id: 'gzip',
    name: 'a gzip file',
    endings: ['gz', 'tgz'],
    is: (file) => file.head.startsWith('\x1f\x8b'),
  },
  {
    family: 'archive',
    id: 'tar',
    name: 'a tar archive',
    endings: ['tar'],
    is: (file) => file.head.startsWith('ustar', 257),
  },

  // OLE containers, told by the names of their streams.
  {
    family: 'document',
    id: 'doc',
    name: 'a Word 97–2003 document',
    endings: ['doc', 'wps', 'dot'],
    is: (file) => file.hasStream('WordDocument'),
    read: (bytes) => decodeDoc(bytes),
  },
  {
    family: 'document',
    id: 'xls',
    name: 'an Excel 97–2003 workbook',
    endings: ['xls', 'et', 'xlt'],
    is: (file) => file.hasStream('Workbook') || file.hasStream('Book') || isBareWorkbook(file),
    read: (bytes) => decodeXls(bytes),
  },
  refused('PowerPoint slides', ['ppt', 'dps'], AS_TEXT, (file) => file.hasStream('PowerPoint Document')),
  refused('an Office file locked by a password', [], 'remove the password', (file) =>
    file.hasStream('EncryptedPackage'),
  ),
  refused('an OLE file without a Word document', [], SAVE_AS, (file) => file.isOle),

  // Told by how the file begins.
  {
    family: 'document',
    id: 'rtf',
    name: 'an RTF document',
    endings: ['rtf'],
    is: (file) => file.start.startsWith('{\\rtf'),
    read: (bytes) => decodeRtf(bytes),
  },
  {
    family: 'document',
    id: 'mht',
    name: 'a web archive',
    endings: ['mht', 'mhtml'],
    is: (file) => isMht(file.sniff),
    read: (bytes) => decodeMht(bytes),
  },
  {
    family: 'document',
    id: 'picture',
    name: 'a picture',
    endings: ['png', 'jpg', 'jpeg', 'tif', 'tiff', 'webp', 'gif'],
    is: (file) => /^(?:\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|RIFF[\s\S]{4}WEBP)/.test(file.head),
    read: (bytes) => decodePicture(bytes),
  },
  refused('a bitmap picture', ['bmp'], 'save it as PNG', (file) => /^BM[\s\S]{4}\0\0\0\0/.test(file.head)),
  refused(
    'a program',
    ['exe', 'dll'],
    'give the report itself',
    (file) => /^MZ[\s\S]{58}/.test(file.head) && file.sniff.includes('PE'),
  ),
  refused('a PostScript file', ['ps', 'eps'], 'save it as PDF', (file) => file.head.startsWith('%!PS')),
  refused('a bzip2, xz or zstd file', ['bz2', 'xz', 'zst'], 'unpack it first', (file) =>
    /^(?:BZh\d1AY|\xfd7zXZ|\x28\xb5\x2f\xfd)/.test(file.head),
  ),
  refused('a film or sound', ['mp4', 'mp3'], 'give the report itself', (file) =>
    /^(?:[\s\S]{4}ftyp|ID3|OggS|RIFF[\s\S]{4}(?:WAVE|AVI ))/.test(file.head),
  ),

  // Text, told by its markup.
  {
    family: 'document',
    id: 'wordxml',
    name: 'a Word document in XML',
    endings: ['xml'],
    is: (file) => /<(?:w:wordDocument|pkg:package)\b/.test(file.sniff),
    read: (bytes, { inner }) => decodeWordXml(bytes, inner),
  },
  {
    family: 'document',
    id: 'html',
    name: 'a page of HTML',
    endings: ['html', 'htm', 'shtml', 'jsp', 'aspx'],
    is: (file) => HTML_TAG.test(file.sniff),
    read: (bytes, { declared }) => decodeHtml(bytes, declared),
  },
  {
    family: 'document',
    id: 'csv',
    name: 'a CSV file',
    endings: ['csv', 'tsv'],
    is: (file) => /\.(?:csv|tsv)$/i.test(file.name),
    read: (bytes, { declared }) => decodeCsv(bytes, declared),
  },
  {
    family: 'document',
    id: 'text',
    name: 'a text',
    endings: ['txt', 'md'],
    is: () => true,
    read: (bytes, { declared }) => decodePlainText(bytes, declared),
  },
];

/** The kind of a file. Whether text truly is text, reading tells. */
export function kindOf(bytes: Uint8Array, name: string): Kind {
  const file = openSample(bytes, name);
  // The last kind takes every file.
  return KINDS.find((kind) => kind.is(file)) as Kind;
}

/** Endings that a report or an archive of reports may have, each once, without the dot. */
export const READ_ENDINGS: readonly string[] = [
  ...new Set(KINDS.filter(({ family }) => family !== 'refused').flatMap(({ endings }) => endings)),
];

/** Excel workbooks older than containers begin with the record that begins a workbook. */
const isBareWorkbook = ({ head }: Sample) =>
  head.startsWith('\t\b') && '\b\x10'.includes(head.charAt(2)) && head.startsWith('\0\0', 3);

/** A package whose label was packed or lost; its body then tells whether it is a text or a sheet. */
function isUnlabelledOdf(file: Sample): boolean {
  return file.mimetype === '' && file.has('content.xml') && file.has('META-INF/manifest.xml');
}

/** Endings of files that a page links to as documents: all of them but pages and bare text. */
export const ATTACHMENT_ENDINGS: readonly string[] = READ_ENDINGS.filter(
  (ending) => !/^(?:html?|shtml|jsp|aspx|txt|md|xml)$/.test(ending),
);

function isFlatOdf(file: Sample, body: string): boolean {
  return new RegExp(
    `<office:document\\b[^>]*mimetype="application/vnd\\.oasis\\.opendocument\\.${body}`,
  ).test(file.sniff);
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}
