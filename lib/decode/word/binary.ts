/**
 * Word 97–2003 files: the text with the properties a reader needs. Source: [MS-DOC] 2.4 (text, paragraph and character
 * properties) and 2.6 (single property modifiers). The OLE container is opened by cfb.
 */
import { find, read } from 'cfb';
import { DecodeError } from '../../errors';
import { checkChains } from './ole-chains';

/** The whole text, one UTF-16 unit a character position, and properties by character position. */
export type WordText = {
  text: string;
  /** Length of the main text; headers, notes and text boxes follow it. */
  mainLength: number;
  /** Start and length of the text boxes. */
  boxes: [number, number];
  paragraphAt: (position: number) => ParagraphProperties;
  isHidden: (position: number) => boolean;
  /** Struck out or raised. */
  isMarked: (position: number) => boolean;
};
export type ParagraphProperties = {
  isInTable: boolean;
  isRowEnd: boolean;
  depth: number;
  row: RowDefinition | null;
};
/** Column lines in twentieths of a point, and how each cell merges. */
export type RowDefinition = { edges: number[]; merges: { horizontal: number; vertical: number }[] };

type Run<T> = { from: number; to: number; value: T };
type CharacterProperties = { isHidden: boolean; isMarked: boolean };

const NO_PARAGRAPH: ParagraphProperties = { isInTable: false, isRowEnd: false, depth: 0, row: null };
/** Windows-1252 at 0x80–0x9f, as 8-bit pieces are encoded. */
const WINDOWS = new TextDecoder('windows-1252');

/** Reads a Word file. Throws DecodeError for files that are locked, older than Word 97, or damaged. */
export function readWordBinary(bytes: Uint8Array): WordText {
  try {
    return readStreams(bytes);
  } catch (error) {
    if (error instanceof DecodeError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DecodeError(`a damaged Word file (${reason})`, 'a Word 97–2003 document', 'save it as DOCX', {
      cause: error,
    });
  }
}

function readStreams(bytes: Uint8Array): WordText {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  checkChains(file);
  const container = read(file, { type: 'buffer' });
  const stream = (name: string) => {
    const content = find(container, `/${name}`)?.content;
    return content ? Buffer.from(content as Uint8Array) : null;
  };
  const main = stream('WordDocument');
  if (!main || main.readUInt16LE(0) !== 0xa5ec)
    throw new DecodeError('an OLE file without a Word document', 'a Word document', 'save it as DOCX');
  if (main.readUInt16LE(2) < 0x00c1)
    throw new DecodeError('a document older than Word 97', 'a Word 97–2003 document', 'save it as DOCX');
  const flags = main.readUInt16LE(0x0a);
  if (flags & 0x0100)
    throw new DecodeError('a Word file locked by a password', 'an open file', 'remove the password');
  const table = stream(flags & 0x0200 ? '1Table' : '0Table');
  if (!table)
    throw new DecodeError('a Word file without its table stream', 'a Word document', 'save it as DOCX');
  const data = stream('Data');
  const pieces = readPieces(main, table);
  const text = pieces.map((piece) => piece.text).join('');
  const paragraphs = readRuns(main, table, 0x0102, 13, (page, offset) =>
    paragraphProperties(page, offset, data),
  );
  const characters = readRuns(main, table, 0x00fa, 1, characterProperties);
  const place = filePositions(pieces);
  const characterAt = (position: number) => findRun(characters, place(position));
  const lengths = [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64].map((at) => main.readInt32LE(at));
  const [mainLength = 0, notes = 0, headers = 0, macros = 0, comments = 0, endnotes = 0, boxes = 0] = lengths;
  return {
    text,
    mainLength: Math.min(mainLength, text.length),
    boxes: [mainLength + notes + headers + macros + comments + endnotes, boxes],
    paragraphAt: (position) => findRun(paragraphs, place(position)) ?? NO_PARAGRAPH,
    isHidden: (position) => characterAt(position)?.isHidden ?? false,
    isMarked: (position) => characterAt(position)?.isMarked ?? false,
  };
}

type Piece = { from: number; length: number; offset: number; width: number; text: string };

/** The piece table: where in the file each stretch of text lies, and whether in 8 or 16 bits. [MS-DOC] 2.9.38. */
function readPieces(main: Buffer, table: Buffer): Piece[] {
  let at = table.length > 0 ? main.readUInt32LE(0x01a2) : 0;
  while (table.readUInt8(at) === 1) at += 3 + table.readUInt16LE(at + 1);
  if (table.readUInt8(at) !== 2) throw new Error('no piece table');
  const count = Math.floor((table.readUInt32LE(at + 1) - 4) / 12);
  const starts = at + 5;
  const pieces: Piece[] = [];
  let from = 0;
  for (let i = 0; i < count; i++) {
    const length = table.readUInt32LE(starts + 4 * (i + 1)) - table.readUInt32LE(starts + 4 * i);
    const stored = table.readUInt32LE(starts + 4 * (count + 1) + 8 * i + 2);
    const width = stored & 0x40000000 ? 1 : 2;
    const offset = width === 1 ? (stored & 0x3fffffff) >>> 1 : stored & 0x3fffffff;
    if (length < 0 || offset + length * width > main.length) throw new Error('a piece beyond the file');
    const part = main.subarray(offset, offset + length * width);
    const text = width === 1 ? WINDOWS.decode(part) : part.toString('utf16le');
    pieces.push({ from, length, offset, width, text });
    from += length;
  }
  return pieces;
}

/** Character position → position in the file, by which properties are filed. */
function filePositions(pieces: readonly Piece[]): (position: number) => number {
  let last = 0;
  return (position) => {
    let piece = pieces[last];
    if (!piece || position < piece.from || position >= piece.from + piece.length) {
      last = pieces.findIndex(({ from, length }) => position >= from && position < from + length);
      piece = pieces[last];
    }
    return piece ? piece.offset + (position - piece.from) * piece.width : -1;
  };
}

/**
 * Runs of properties from the formatted disk pages that a PLC in the table stream lists. A page is 512 bytes: its last
 * byte counts the runs, their limits come first, then `step` bytes a run whose first points at the properties.
 */
function readRuns<T>(
  main: Buffer,
  table: Buffer,
  plc: number,
  step: number,
  readProperties: (page: Buffer, offset: number) => T | null,
): Run<T>[] {
  const start = main.readUInt32LE(plc);
  const count = Math.floor((main.readUInt32LE(plc + 4) - 4) / 8);
  const runs: Run<T>[] = [];
  for (let i = 0; i < count; i++) {
    const number = table.readUInt32LE(start + 4 * (count + 1) + 4 * i) & 0x3fffff;
    const page = main.subarray(number * 512, number * 512 + 512);
    if (page.length < 512) continue;
    const size = page.readUInt8(511);
    for (let j = 0; j < size && 4 * (size + 1) + step * j < 511; j++) {
      const pointer = page.readUInt8(4 * (size + 1) + step * j) * 2;
      const value = pointer === 0 ? null : readProperties(page, pointer);
      if (value) runs.push({ from: page.readUInt32LE(4 * j), to: page.readUInt32LE(4 * (j + 1)), value });
    }
  }
  return runs.sort((a, b) => a.from - b.from);
}

function findRun<T>(runs: readonly Run<T>[], position: number): T | null {
  let low = 0;
  let high = runs.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.from ?? 0) <= position) low = middle;
    else high = middle;
  }
  const run = runs[low];
  return run && position >= run.from && position < run.to ? run.value : null;
}

function paragraphProperties(page: Buffer, offset: number, data: Buffer | null): ParagraphProperties {
  const words = page.readUInt8(offset);
  const [from, length] =
    words === 0 ? [offset + 2, 2 * page.readUInt8(offset + 1)] : [offset + 1, 2 * words - 1];
  const properties: ParagraphProperties = { ...NO_PARAGRAPH };
  readModifiers(page.subarray(from + 2, from + length), properties, data);
  return properties;
}

/** Applies the modifiers that say what part of a table a paragraph is. Codes: [MS-DOC] 2.6.2 and 2.6.3. */
function readModifiers(list: Buffer, properties: ParagraphProperties, data: Buffer | null): void {
  eachModifier(list, (code, operand) => {
    if (code === 0x2416) properties.isInTable = operand.readUInt8(0) === 1;
    else if (code === 0x2417) properties.isRowEnd = operand.readUInt8(0) === 1;
    else if (code === 0x6649) properties.depth = operand.readInt32LE(0);
    else if (code === 0xd608) properties.row = rowDefinition(operand);
    else if (code === 0xd62b) {
      const merge = properties.row?.merges[operand.readUInt8(1)];
      if (merge) merge.vertical = operand.readUInt8(2) & 3;
    } else if ((code === 0x6646 || code === 0x646b) && data) {
      // Properties too long for a page stand in the data stream.
      const at = operand.readUInt32LE(0);
      const size = at + 2 <= data.length ? data.readUInt16LE(at) : 0;
      readModifiers(data.subarray(at + 2, at + 2 + size), properties, null);
    }
  });
}

/** A row's column lines and the merges of its cells. [MS-DOC] 2.9.324 and 2.9.325. */
function rowDefinition(operand: Buffer): RowDefinition {
  const cells = operand.readUInt8(2);
  const edges: number[] = [];
  for (let i = 0; i <= cells; i++) edges.push(operand.readInt16LE(3 + 2 * i));
  const first = 3 + 2 * (cells + 1);
  const merges = Array.from({ length: cells }, (_, i) => {
    const at = first + 20 * i;
    const flags = at + 2 <= operand.length ? operand.readUInt16LE(at) : 0;
    return { horizontal: flags & 3, vertical: (flags >> 5) & 3 };
  });
  return { edges, merges };
}

function characterProperties(page: Buffer, offset: number): CharacterProperties | null {
  const properties: CharacterProperties = { isHidden: false, isMarked: false };
  const length = page.readUInt8(offset);
  eachModifier(page.subarray(offset + 1, offset + 1 + length), (code, operand) => {
    const isOn = operand.readUInt8(0) !== 0;
    // Deleted in a tracked change, or hidden.
    if (code === 0x0800 || code === 0x083c) properties.isHidden ||= isOn;
    if (code === 0x0837 || code === 0x2a53) properties.isMarked ||= isOn;
    if (code === 0x2a48) properties.isMarked ||= operand.readUInt8(0) === 1;
  });
  return properties.isHidden || properties.isMarked ? properties : null;
}

/** Calls `visit` with each modifier's code and operand; a list cut short ends the walk. [MS-DOC] 2.2.5. */
function eachModifier(list: Buffer, visit: (code: number, operand: Buffer) => void): void {
  for (let at = 0; at + 3 <= list.length; ) {
    const code = list.readUInt16LE(at);
    const length = operandLength(list, code, at + 2);
    if (at + 2 + length > list.length) return;
    visit(code, list.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
}

function operandLength(list: Buffer, code: number, at: number): number {
  // A row definition counts its bytes in two, plus one.
  if (code === 0xd608) return at + 2 <= list.length ? list.readUInt16LE(at) + 1 : list.length;
  const lengths = [1, 1, 2, 4, 2, 2, list.readUInt8(at) + 1, 3];
  return lengths[code >> 13] ?? 1;
}
