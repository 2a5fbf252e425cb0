/** Word 97–2003 documents (DOC) → Document, with table geometry from the rows' column lines. */
import type { Document } from '../../document';
import type { WordContent, WordParagraph, WordTable } from './docx-tree';
import { markedText } from '../cell-text';
import { findPictureTables } from '../picture';
import { readWordBinary, type WordText } from './binary';
import { layOutWord } from './layout';
import { readNumbering } from './numbering';
import { alignRows, tableRow } from './ruled-rows';

const CELL_MARK = '\u0007';
/** Ends of paragraphs, pages, columns and cells. */
const PARAGRAPH_ENDS = new Set(['\r', '\f', '\u000e', CELL_MARK]);
/** Put before a character that is raised or struck out; no text holds it. */
const MARKER = '\uffff';

/**
 * The document's body and its text boxes. Places: block, for cells also table, row and cell, all from 1. Hidden and
 * deleted text is left out. Issues: `decode.picture_table`. Throws DecodeError for files that are locked, damaged or
 * older than Word 97.
 */
export function decodeDoc(bytes: Uint8Array): Document {
  const word = readWordBinary(bytes);
  const content = readContent(word, 0, word.mainLength);
  const [boxes, length] = word.boxes;
  if (length > 0) content.push(...readContent(word, boxes, Math.min(boxes + length, word.text.length)));
  const { blocks, pictures } = layOutWord(content, readNumbering('', ''));
  return {
    format: 'doc',
    encoding: null,
    title: null,
    meta: {},
    url: null,
    blocks,
    issues: findPictureTables(blocks, pictures),
  };
}

/** Paragraphs and tables between two character positions. */
function readContent(word: WordText, from: number, to: number): WordContent[] {
  const content: WordContent[] = [];
  let table: WordTable | null = null;
  let cells: WordParagraph[][] = [];
  let cell: WordParagraph[] = [];
  const closeTable = () => {
    // Cells without an end of row were cut off; their text is kept as lines.
    content.push(...cells.flat(), ...cell);
    if (table) content.push(alignRows(table));
    table = null;
    cells = [];
    cell = [];
  };
  for (const { paragraph, end, mark } of paragraphsOf(word, from, to)) {
    const { isInTable, isRowEnd, depth, row } = word.paragraphAt(end);
    if (!isInTable && mark !== CELL_MARK) {
      if (table || cells.length > 0 || cell.length > 0) closeTable();
      content.push(paragraph);
    } else if (isRowEnd) {
      table ??= { kind: 'table', rows: [] };
      table.rows.push(tableRow(cells, row));
      cells = [];
      cell = [];
    } else {
      cell.push(paragraph);
      if (mark === CELL_MARK && depth <= 1) {
        cells.push(cell);
        cell = [];
      }
    }
  }
  closeTable();
  return content;
}

/** The text cut at its paragraph, page and cell marks; `end` is the position of the mark. */
function* paragraphsOf(word: WordText, from: number, to: number) {
  let text = '';
  let pictures = 0;
  // Fields are 0x13 code 0x14 result 0x15; only the result is printed. `codes` counts the codes open.
  const fields: boolean[] = [];
  for (let at = from; at < to; at++) {
    const character = word.text.charAt(at);
    if (character === '\u0013') fields.push(true);
    else if (character === '\u0014') fields[fields.length - 1] = false;
    else if (character === '\u0015') fields.pop();
    else if (PARAGRAPH_ENDS.has(character)) {
      yield { paragraph: wordParagraph(text, pictures), end: at, mark: character };
      text = '';
      pictures = 0;
    } else if (fields.includes(true) || word.isHidden(at)) continue;
    else if (character === '\u0001' || character === '\u0008') pictures++;
    else text += word.isMarked(at) ? MARKER + printed(character) : printed(character);
  }
  if (text !== '') yield { paragraph: wordParagraph(text, pictures), end: to - 1, mark: '\r' };
}

function printed(character: string): string {
  if (character === '\u000b') return '\n';
  if (character === '\u001e') return '-';
  return character < ' ' && character !== '\t' ? '' : character;
}

/** Each stretch of marked characters is put in brackets. */
function wordParagraph(text: string, pictures: number): WordParagraph {
  const shown = text.replace(/(?:\uffff.)+/g, (stretch) => markedText(stretch.replaceAll(MARKER, '')));
  return { kind: 'paragraph', lines: shown.split('\n'), pictures, list: null, style: '' };
}
