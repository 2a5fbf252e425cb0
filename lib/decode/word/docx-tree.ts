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
type Attributes = Record<string, string>;

/** What is open at the place in the XML that the parser has reached. */
type Reading = {
  /** Where content goes: the body, then the cells being read. */
  containers: WordContent[][];
  tables: WordTable[];
  paragraphs: (WordParagraph & { open: string })[];
  run: Run | null;
  isText: boolean;
  isRowProperties: boolean;
  sawBody: boolean;
};
type OpenHandler = (reading: Reading, value: string, attributes: Attributes, name: string) => void;

/** The document's body. Throws DecodeError for XML without one. */
export function readWordXml(xml: string): WordContent[] {
  const body: WordContent[] = [];
  const reading: Reading = {
    containers: [body],
    tables: [],
    paragraphs: [],
    run: null,
    isText: false,
    isRowProperties: false,
    sawBody: false,
  };
  let skipped = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (skipped > 0 || isSkipped(reading, name, attributes)) skipped++;
        else OPEN.get(localName(name))?.(reading, attributes['w:val'] ?? '', attributes, name);
      },
      ontext(text) {
        if (skipped === 0 && reading.isText) addText(reading, text);
      },
      onclosetag(name) {
        if (skipped > 0) skipped--;
        else CLOSE.get(name)?.(reading);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  if (!reading.sawBody)
    throw new DecodeError('a Word file without a body', 'a Word document', 'save it again');
  return body;
}

const rowOf = ({ tables }: Reading): WordRow | undefined => tables.at(-1)?.rows.at(-1);
const cellOf = (reading: Reading): WordCell | undefined => rowOf(reading)?.cells.at(-1);
const paragraphOf = ({ paragraphs }: Reading): Reading['paragraphs'][number] | undefined => paragraphs.at(-1);
/** Whether a property that is on unless it says otherwise is on. */
const isOn = (value: string): boolean => value !== '0' && value !== 'false';

function addText(reading: Reading, text: string): void {
  const paragraph = paragraphOf(reading);
  if (reading.run) reading.run.text += text;
  else if (paragraph) paragraph.open += text;
}

/** Tabulator stops of paragraph properties have the names of characters too, outside runs. */
const addCharacter =
  (character: string): OpenHandler =>
  ({ run }) => {
    if (run) run.text += character;
  };

const merge =
  (direction: 'vertical' | 'horizontal'): OpenHandler =>
  (reading, value) => {
    const cell = cellOf(reading);
    if (cell) cell[direction] = value === 'restart' ? 'restart' : 'continue';
  };

const strike: OpenHandler = ({ run }, value) => {
  if (run && isOn(value)) run.isMarked = true;
};

const addPicture: OpenHandler = (reading) => {
  const paragraph = paragraphOf(reading);
  if (paragraph) paragraph.pictures++;
};

/** What the beginning of an element does, by its name without prefix. */
const OPEN = new Map<string, OpenHandler>(
  Object.entries({
    body: (reading) => {
      reading.sawBody = true;
    },
    tbl: ({ tables }, _, __, name) => {
      if (name !== 'w:tbl') return;
      if (tables.length >= MAX_DEPTH) throw new DecodeError('tables nested over 50 deep', 'a report');
      tables.push({ kind: 'table', rows: [] });
    },
    tr: ({ tables }, _, __, name) => {
      if (name === 'w:tr')
        tables.at(-1)?.rows.push({ cells: [], before: 0, widthBefore: 0, isDeleted: false });
    },
    trPr: (reading) => {
      reading.isRowProperties = true;
    },
    del: (reading) => {
      const row = rowOf(reading);
      if (row) row.isDeleted = true;
    },
    gridBefore: (reading, value) => {
      const row = rowOf(reading);
      if (row) row.before = Math.min(Number(value) || 0, 1000);
    },
    wBefore: (reading, _, attributes) => {
      const row = rowOf(reading);
      if (row) row.widthBefore = widthOf(attributes);
    },
    tc: (reading, _, __, name) => {
      if (name !== 'w:tc') return;
      const cell: WordCell = { content: [], gridSpan: 1, width: 0, vertical: null, horizontal: null };
      rowOf(reading)?.cells.push(cell);
      reading.containers.push(cell.content);
    },
    tcW: (reading, _, attributes) => {
      const cell = cellOf(reading);
      if (cell) cell.width = widthOf(attributes);
    },
    gridSpan: (reading, value) => {
      const cell = cellOf(reading);
      if (cell) cell.gridSpan = Math.max(1, Math.min(Number(value) || 1, 1000));
    },
    altChunk: ({ containers }, _, attributes) => {
      containers.at(-1)?.push({ kind: 'chunk', id: attributes['r:id'] ?? '' });
    },
    vMerge: merge('vertical'),
    vmerge: merge('vertical'),
    hMerge: merge('horizontal'),
    hmerge: merge('horizontal'),
    p: ({ paragraphs }, _, __, name) => {
      if (name === 'w:p')
        paragraphs.push({ kind: 'paragraph', lines: [], pictures: 0, list: null, style: '', open: '' });
    },
    pStyle: (reading, value) => {
      const paragraph = paragraphOf(reading);
      if (paragraph) paragraph.style = value;
    },
    ilvl: (reading, value) => {
      const paragraph = paragraphOf(reading);
      if (paragraph) paragraph.list = { id: paragraph.list?.id ?? '', level: Number(value) || 0 };
    },
    numId: (reading, value) => {
      const paragraph = paragraphOf(reading);
      if (paragraph) paragraph.list = { id: value, level: paragraph.list?.level ?? 0 };
    },
    r: (reading) => {
      reading.run = { text: '', isHidden: false, isMarked: false };
    },
    vanish: ({ run }, value) => {
      if (run && isOn(value)) run.isHidden = true;
    },
    strike,
    dstrike: strike,
    vertAlign: ({ run }, value) => {
      if (run && value === 'superscript') run.isMarked = true;
    },
    t: (reading, _, attributes, name) => {
      const paragraph = paragraphOf(reading);
      // Word 2003 writes the label that a numbering gives beside it.
      if (name === 'wx:t' && paragraph) paragraph.open += attributes['wx:val'] ?? '';
      reading.isText = name === 'w:t' || name === 'm:t';
    },
    tab: addCharacter('\t'),
    br: addCharacter('\n'),
    cr: addCharacter('\n'),
    noBreakHyphen: addCharacter('-'),
    blip: addPicture,
    imagedata: addPicture,
  } satisfies Record<string, OpenHandler>),
);

const endText = (reading: Reading): void => {
  reading.isText = false;
};

/** What the end of an element does, by its whole name. */
const CLOSE = new Map<string, (reading: Reading) => void>(
  Object.entries({
    'w:trPr': (reading) => {
      reading.isRowProperties = false;
    },
    'w:t': endText,
    'm:t': endText,
    'w:r': (reading) => {
      const { run } = reading;
      const paragraph = paragraphOf(reading);
      if (run && paragraph && !run.isHidden) paragraph.open += run.isMarked ? markedText(run.text) : run.text;
      reading.run = null;
    },
    'w:p': ({ paragraphs, containers }) => {
      const paragraph = paragraphs.pop();
      if (!paragraph) return;
      const { open, ...rest } = paragraph;
      containers.at(-1)?.push({ ...rest, lines: open.split('\n') });
    },
    'w:tc': ({ containers }) => {
      if (containers.length > 1) containers.pop();
    },
    'w:tbl': ({ tables, containers }) => {
      const table = tables.pop();
      if (table) containers.at(-1)?.push(table);
    },
  } satisfies Record<string, (reading: Reading) => void>),
);

/** Whether an element and all in it says nothing of the report; `del` in the properties of a row deletes the row. */
function isSkipped(reading: Reading, name: string, attributes: Attributes): boolean {
  const local = localName(name);
  return (SKIPPED.has(local) && !(local === 'del' && reading.isRowProperties)) || isRemoval(name, attributes);
}

/** Deleted text and remarks of editors in Word 2003 XML. */
function isRemoval(name: string, attributes: Attributes): boolean {
  return name === 'aml:annotation' && /\.(?:Deletion|Comment)$/.test(attributes['w:type'] ?? '');
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** A width in twentieths of a point; percentages and `auto` are 0. */
function widthOf(attributes: Attributes): number {
  const type = attributes['w:type'] ?? 'dxa';
  return type === 'dxa' ? Math.max(0, Number(attributes['w:w']) || 0) : 0;
}
