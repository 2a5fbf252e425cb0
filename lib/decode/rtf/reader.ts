/**
 * Tokens of RTF → paragraphs and tables in order, as Word content. Groups save and restore the properties of text;
 * destinations that are not text of the report are left out. Source: Rich Text Format Specification 1.9.1.
 */
import { markedText } from '../cell-text';
import type { WordContent, WordParagraph } from '../word/docx-tree';
import { TableBuilder } from './table-builder';
import type { RtfToken } from './tokens';

/** Where a group's text goes: the body, a title, the font table, or nowhere. */
type Destination = 'body' | 'title' | 'fonts' | 'skip';
type State = {
  destination: Destination;
  isHidden: boolean;
  isMarked: boolean;
  codePage: string;
  /** Characters that stand in for one \u character, to be passed over. */
  standIns: number;
  /** `\*` was read: an unknown destination may follow. */
  isOptional: boolean;
};

const SKIPPED = new Set(
  (
    'colortbl stylesheet listtable listoverridetable rsidtbl generator xmlnstbl info header headerl ' +
    'headerr headerf footer footerl footerr footerf fldinst objdata annotation atnid atnauthor ' +
    'nonshppict sp themedata colorschememapping datastore upr footnote pnseclvl revtbl latentstyles ' +
    'mmathPr bkmkstart bkmkend do'
  ).split(' '),
);
/** Destinations after `\*` that hold text or tables of the report all the same. */
const KEPT = new Set(['shpinst', 'shppict', 'nesttableprops', 'ud', 'shptxt']);

/** Code pages by \fcharset and \ansicpg; others are Windows-1252. */
const CHARSETS: Record<number, string> = { 128: 'shift_jis', 129: 'euc-kr', 134: 'gb18030', 136: 'big5' };
const CODE_PAGES: Record<number, string> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  65001: 'utf-8',
};
const SPACES: Record<string, string> = {
  tab: '\t',
  line: '\n',
  '~': '\u00a0',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  _: '-',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
};

export class RtfReader {
  private readonly tables = new TableBuilder();
  private readonly stack: State[] = [];
  private readonly fonts = new Map<number, string>();
  private state: State = {
    destination: 'body',
    isHidden: false,
    isMarked: false,
    codePage: 'windows-1252',
    standIns: 1,
    isOptional: false,
  };
  private ansi = 'windows-1252';
  private font = 0;
  private title = '';
  private text = '';
  private marked = '';
  private pictures = 0;
  private bytes: number[] = [];
  /** Characters still to be passed over after \u. */
  private passing = 0;

  take(token: RtfToken): void {
    if (token.kind === 'byte') {
      if (this.passing > 0) this.passing--;
      else this.bytes.push(token.byte);
      return;
    }
    this.endBytes();
    if (token.kind === 'open') {
      this.passing = 0;
      this.stack.push({ ...this.state });
    } else if (token.kind === 'close') {
      this.passing = 0;
      this.state = this.stack.pop() ?? this.state;
    } else if (token.kind === 'text') this.addText(this.pass(token.text));
    else if (token.kind === 'control') this.control(token.word, token.value);
  }

  /** All content; what was left open is closed. */
  finish(): { content: WordContent[]; title: string | null } {
    this.endBytes();
    if (this.text !== '' || this.marked !== '' || this.pictures > 0)
      this.tables.addParagraph(this.endParagraph());
    return { content: this.tables.finish(), title: this.title.trim() || null };
  }

  private pass(text: string): string {
    const passed = Math.min(this.passing, text.length);
    this.passing -= passed;
    return text.slice(passed);
  }

  private endBytes(): void {
    if (this.bytes.length === 0) return;
    const bytes = Uint8Array.from(this.bytes);
    this.bytes = [];
    this.addText(new TextDecoder(this.state.codePage).decode(bytes));
  }

  private addText(text: string): void {
    const { destination, isHidden, isMarked } = this.state;
    if (destination === 'title') this.title += text;
    if (destination !== 'body' || isHidden || text === '') return;
    if (isMarked) this.marked += text;
    else {
      this.endMarked();
      this.text += text;
    }
  }

  private endMarked(): void {
    if (this.marked !== '') this.text += markedText(this.marked);
    this.marked = '';
  }

  private endParagraph(): WordParagraph {
    this.endMarked();
    const paragraph: WordParagraph = {
      kind: 'paragraph',
      lines: this.text.split('\n'),
      pictures: this.pictures,
      list: null,
      style: '',
    };
    this.text = '';
    this.pictures = 0;
    return paragraph;
  }

  private control(word: string, value: number | null): void {
    const { state } = this;
    if (word === '*') {
      state.isOptional = true;
      return;
    }
    const isOptional = state.isOptional;
    state.isOptional = false;
    if (this.openDestination(word, isOptional)) return;
    if (word === 'u' && value !== null) {
      if (state.destination !== 'skip') this.addText(String.fromCharCode(value & 0xffff));
      this.passing = state.standIns;
      return;
    }
    if (word === 'uc') state.standIns = Math.max(0, value ?? 1);
    else if (word === 'ansicpg') {
      this.ansi = CODE_PAGES[value ?? 0] ?? 'windows-1252';
      state.codePage = this.ansi;
    } else if (word === 'fcharset' && state.destination === 'fonts')
      this.fonts.set(this.font, CHARSETS[value ?? 0] ?? this.ansi);
    else if (word === 'f') {
      if (state.destination === 'fonts') this.font = value ?? 0;
      else state.codePage = this.fonts.get(value ?? 0) ?? this.ansi;
    }
    if (state.destination === 'skip' || state.destination === 'fonts') return;
    const space = SPACES[word];
    if (space !== undefined) {
      this.addText(space);
      return;
    }
    this.character(word, value);
    this.structure(word, value);
  }

  /** Whether the word opens a destination of its own; its group then goes elsewhere or nowhere. */
  private openDestination(word: string, isOptional: boolean): boolean {
    const { state } = this;
    if (word === 'fonttbl') state.destination = 'fonts';
    else if (word === 'title') state.destination = 'title';
    else if (word === 'info') state.destination = 'skip';
    else if (word === 'pict') {
      if (state.destination === 'body') this.pictures++;
      state.destination = 'skip';
    } else if (SKIPPED.has(word)) state.destination = state.destination === 'fonts' ? 'fonts' : 'skip';
    else if (KEPT.has(word)) {
      // The Unicode form of a group stands inside the one that is skipped for it.
      if (word === 'ud') state.destination = 'body';
      return word !== 'nesttableprops';
    } else if (isOptional) state.destination = 'skip';
    else return false;
    return true;
  }

  private character(word: string, value: number | null): void {
    const { state } = this;
    const isOn = value !== 0;
    if (word === 'plain') Object.assign(state, { isHidden: false, isMarked: false, codePage: this.ansi });
    else if (word === 'v' || word === 'deleted') state.isHidden = isOn;
    else if (word === 'strike' || word === 'striked' || word === 'super') state.isMarked = isOn;
    else if (word === 'nosupersub') state.isMarked = false;
  }

  private structure(word: string, value: number | null): void {
    const { tables } = this;
    switch (word) {
      case 'par':
      case 'sect':
      case 'page':
        tables.addParagraph(this.endParagraph());
        break;
      case 'cell':
      case 'nestcell':
        tables.endCell(this.endParagraph(), word === 'nestcell');
        break;
      case 'row':
      case 'nestrow':
        this.endMarked();
        this.text = '';
        tables.endRow(word === 'nestrow');
        break;
      default:
        tables.property(word, value);
    }
  }
}
