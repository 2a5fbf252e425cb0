/**
 * word/document.xml → paragraphs and tables as written, in order. Streamed: no tree of the XML is built, entities of a
 * document type are not resolved (there is no XXE), depth costs nothing but the nesting of tables.
 */
import { Parser } from 'htmlparser2';
import { DecodeError } from '../../errors';
import { markedText } from '../cell-text';

/** A paragraph's lines; `list` is its place in an automatic numbering, where the paragraph itself states one. */
export type WordParagraph = {
  kind: 'paragraph';
  lines: string[];
  pictures: number;
  list: WordList | null;
  /** Id of the paragraph's style, which may number it. */
  style: string;
};
export type WordList = { id: string; level: number };
export type WordCell = {
  content: WordContent[];
  gridSpan: number;
  /** Width in twentieths of a point, or 0 if not stated in points. */
  width: number;
  vertical: 'restart' | 'continue' | null;
  horizontal: 'restart' | 'continue' | null;
};
export type WordRow = { cells: WordCell[]; before: number; widthBefore: number; isDeleted: boolean };
/** `columns` says which of spans and widths to believe; spans unless stated. */
export type WordTable = { kind: 'table'; rows: WordRow[]; columns?: 'widths' };
/** A document of another kind that Word shows at this place, by the id of its part (w:altChunk). */
export type WordChunk = { kind: 'chunk'; id: string };
export type WordContent = WordParagraph | WordTable | WordChunk;

/** Parts that are not text of the report as it stands: deletions, field codes, alternative drawings. */
const SKIPPED = new Set([
  'del',
  'moveFrom',
  'delText',
  'instrText',
  'delInstrText',
  'rt',
  'Fallback',
  'sdtPr',
  'pPrChange',
  'rPrChange',
  'tcPrChange',
  'trPrChange',
  'tblPrChange',
  'ffData',
  // Word 2003 writes headers and footers into the body.
  'hdr',
  'ftr',
]);
const MAX_DEPTH = 50;

type Run = { text: string; isHidden: boolean; isMarked: boolean };

/** The document's body. Throws DecodeError for XML without one. */
export function readWordXml(xml: string): WordContent[] {
  const body: WordContent[] = [];
  /** Where content goes: the body, or the cell being read. */
  const containers: WordContent[][] = [body];
  const tables: WordTable[] = [];
  const paragraphs: (WordParagraph & { open: string })[] = [];
  let run: Run | null = null;
  let skipped = 0;
  let isText = false;
  let isRowProperties = false;
  let sawBody = false;

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const local = localName(name);
        if (
          skipped > 0 ||
          (SKIPPED.has(local) && !(local === 'del' && isRowProperties)) ||
          isRemoval(name, attributes)
        ) {
          skipped++;
          return;
        }
        const value = attributes['w:val'] ?? '';
        const cell = tables.at(-1)?.rows.at(-1)?.cells.at(-1);
        const row = tables.at(-1)?.rows.at(-1);
        const paragraph = paragraphs.at(-1);
        switch (local) {
          case 'body':
            sawBody = true;
            break;
          case 'tbl':
            if (name !== 'w:tbl') break;
            if (tables.length >= MAX_DEPTH) throw new DecodeError('tables nested over 50 deep', 'a report');
            tables.push({ kind: 'table', rows: [] });
            break;
          case 'tr':
            if (name === 'w:tr')
              tables.at(-1)?.rows.push({ cells: [], before: 0, widthBefore: 0, isDeleted: false });
            break;
          case 'trPr':
            isRowProperties = true;
            break;
          case 'del':
            if (row) row.isDeleted = true;
            break;
          case 'gridBefore':
            if (row) row.before = Math.min(Number(value) || 0, 1000);
            break;
          case 'wBefore':
            if (row) row.widthBefore = widthOf(attributes);
            break;
          case 'tc':
            if (name !== 'w:tc') break;
            row?.cells.push({ content: [], gridSpan: 1, width: 0, vertical: null, horizontal: null });
            containers.push(row?.cells.at(-1)?.content ?? []);
            break;
          case 'tcW':
            if (cell) cell.width = widthOf(attributes);
            break;
          case 'gridSpan':
            if (cell) cell.gridSpan = Math.max(1, Math.min(Number(value) || 1, 1000));
            break;
          case 'altChunk':
            containers.at(-1)?.push({ kind: 'chunk', id: attributes['r:id'] ?? '' });
            break;
          case 'vMerge':
          case 'vmerge':
            if (cell) cell.vertical = value === 'restart' ? 'restart' : 'continue';
            break;
          case 'hMerge':
          case 'hmerge':
            if (cell) cell.horizontal = value === 'restart' ? 'restart' : 'continue';
            break;
          case 'p':
            if (name === 'w:p')
              paragraphs.push({ kind: 'paragraph', lines: [], pictures: 0, list: null, style: '', open: '' });
            break;
          case 'pStyle':
            if (paragraph) paragraph.style = value;
            break;
          case 'ilvl':
            if (paragraph) paragraph.list = { id: paragraph.list?.id ?? '', level: Number(value) || 0 };
            break;
          case 'numId':
            if (paragraph) paragraph.list = { id: value, level: paragraph.list?.level ?? 0 };
            break;
          case 'r':
            run = { text: '', isHidden: false, isMarked: false };
            break;
          case 'vanish':
            if (run && value !== '0' && value !== 'false') run.isHidden = true;
            break;
          case 'strike':
          case 'dstrike':
            if (run && value !== '0' && value !== 'false') run.isMarked = true;
            break;
          case 'vertAlign':
            if (run && value === 'superscript') run.isMarked = true;
            break;
          case 't':
            // Word 2003 writes the label that a numbering gives beside it.
            if (name === 'wx:t' && paragraph) paragraph.open += attributes['wx:val'] ?? '';
            isText = name === 'w:t' || name === 'm:t';
            break;
          case 'tab':
            // Tabulator stops of paragraph properties have the same name, outside runs.
            if (run) run.text += '\t';
            break;
          case 'br':
          case 'cr':
            if (run) run.text += '\n';
            break;
          case 'noBreakHyphen':
            if (run) run.text += '-';
            break;
          case 'blip':
          case 'imagedata':
            if (paragraph) paragraph.pictures++;
            break;
        }
      },
      ontext(text) {
        if (skipped > 0 || !isText) return;
        if (run) run.text += text;
        else {
          const paragraph = paragraphs.at(-1);
          if (paragraph) paragraph.open += text;
        }
      },
      onclosetag(name) {
        if (skipped > 0) {
          skipped--;
          return;
        }
        switch (name) {
          case 'w:trPr':
            isRowProperties = false;
            break;
          case 'w:t':
          case 'm:t':
            isText = false;
            break;
          case 'w:r': {
            const paragraph = paragraphs.at(-1);
            if (run && paragraph && !run.isHidden)
              paragraph.open += run.isMarked ? markedText(run.text) : run.text;
            run = null;
            break;
          }
          case 'w:p': {
            const paragraph = paragraphs.pop();
            if (!paragraph) break;
            const { open, ...rest } = paragraph;
            containers.at(-1)?.push({ ...rest, lines: open.split('\n') });
            break;
          }
          case 'w:tc':
            if (containers.length > 1) containers.pop();
            break;
          case 'w:tbl': {
            const table = tables.pop();
            if (table) containers.at(-1)?.push(table);
            break;
          }
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  if (!sawBody) throw new DecodeError('a Word file without a body', 'a Word document', 'save it again');
  return body;
}

/** Deleted text and remarks of editors in Word 2003 XML. */
function isRemoval(name: string, attributes: Record<string, string>): boolean {
  return name === 'aml:annotation' && /\.(?:Deletion|Comment)$/.test(attributes['w:type'] ?? '');
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** A width in twentieths of a point; percentages and `auto` are 0. */
function widthOf(attributes: Record<string, string>): number {
  const type = attributes['w:type'] ?? 'dxa';
  return type === 'dxa' ? Math.max(0, Number(attributes['w:w']) || 0) : 0;
}
