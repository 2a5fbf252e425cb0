/** Lines of text put together to rows of cells: copied tables, ruled tables, cells closed by a pipe of their own. */
import { describe, expect, test } from 'vitest';
import type { Paragraph } from '../../../lib/document';
import {
  type CutRow,
  type Piece,
  closedCells,
  isRule,
  leavesOutBlanks,
  placed,
  ruledRows,
  tabbedRows,
} from '../../../lib/read/lines/text-tables';
import { linesOf, spot } from '../rows';

const lines = (...texts: string[]): Paragraph[] => linesOf(texts.join('\n'));
const times = (count: number, text: string): string[] => Array.from({ length: count }, () => text);

/** Pieces between pipes, as the reader cuts lines without habits. */
const cut = ({ text, at }: Piece): Piece[] => {
  let offset = 0;
  return text.split(/[|｜]/u).map((piece) => {
    const place = placed(at, offset);
    offset += piece.length + 1;
    return { text: piece, at: place };
  });
};

const textOf = (row: Paragraph | CutRow): string =>
  row.kind === 'row'
    ? `${row.isRuled ? 'ruled ' : ''}[${row.cells.map(({ text }) => text).join('|')}]`
    : row.text;
const textsOf = (rows: readonly (Paragraph | CutRow)[] | null): string[] | null => rows?.map(textOf) ?? null;

test('a place further along a line keeps what else it says', () => {
  expect(placed({ line: 3, column: 4, offset: 20, page: 2 }, 5)).toEqual({
    line: 3,
    column: 9,
    offset: 25,
    page: 2,
  });
  expect(placed({ line: 3, column: 4 }, 5)).toEqual({ line: 3, column: 9 });
  expect(placed({ line: 3 }, 5)).toEqual({ line: 3, column: 6 });
  const box = { page: 2, table: 1 };
  expect(placed(box, 5)).toBe(box);
});

describe('a line that rules a table off', () => {
  test.each([
    '---',
    '-----',
    '|---|---|',
    '| :---: | ---: |',
    '+----+----+',
    '+====+',
    '┌───┬──┐',
    '│───│',
    '═══',
    '━━━━',
    '╔═══╗',
    '  ---  ',
  ])('%j is one', (text) => expect(isRule(text)).toBe(true));
  test.each(['', '--', '- - -', '||', '| 0 |', '--- 规章', '规章 ---', '0 ---', '+--+--+', '|'])(
    '%j is none',
    (text) => expect(isRule(text)).toBe(false),
  );
});

describe('a table copied from a browser', () => {
  /** Rows of three cells, each of later cells on a line that a tab opens. */
  const copied = (rows: number): string[] =>
    Array.from({ length: rows }, (_, row) => [`甲${row}`, `\t乙${row}`, `\t${row}`, '']).flat();

  test('is its rows, where thirty lines open with a tab', () => {
    const rows = tabbedRows(lines(...copied(15)));
    expect(textsOf(rows)).toEqual(Array.from({ length: 15 }, (_, row) => `[甲${row}|乙${row}|${row}]`));
    expect(rows?.[1]).toMatchObject({ kind: 'row', isRuled: false });
    const [, row] = rows ?? [];
    expect(row?.kind === 'row' && row.cells.map(({ at }) => spot(at))).toEqual(['5:1', '6:2', '7:2']);
  });

  test('is none with fewer', () => {
    expect(tabbedRows(lines(...copied(14), '甲', '\t乙'))).toBeNull();
    expect(tabbedRows([])).toBeNull();
  });

  test('is none where tabs stand between texts: more than one line of twenty', () => {
    expect(tabbedRows(lines(...copied(15), '甲\t乙'))).not.toBeNull();
    expect(tabbedRows(lines(...copied(20), '甲\t乙', '丙 \t 丁'))).not.toBeNull();
    expect(tabbedRows(lines(...copied(19), '甲\t乙', '丙 \t 丁'))).toBeNull();
    expect(tabbedRows(lines(...copied(15), '甲\t乙', '丙\t丁'))).toBeNull();
  });

  test('may open lines with blanks before the tab, and close its cells with blanks', () => {
    const rows = tabbedRows(
      lines(...copied(15).map((line) => line.replace('\t', ' \t ')), '甲', '  \t  乙   '),
    );
    expect(textsOf(rows)?.at(-1)).toBe('[甲|乙]');
    const last = rows?.at(-1);
    expect(last?.kind === 'row' && spot(last.cells[1]?.at ?? {})).toBe('62:6');
  });

  test('begins a row with an empty cell where a tab comes first, and keeps empty cells', () => {
    const rows = textsOf(
      tabbedRows(lines(...copied(15), '', '\t乙', '\t\t丁', '', '甲', '\t', '\t丙', '\t')),
    );
    expect(rows?.slice(-2)).toEqual(['[|乙||丁]', '[甲||丙|]']);
  });

  test('keeps a cell that shows a blank', () => {
    const blocks = Array.from({ length: 15 }, () => ['甲', '\t', ' ', '\t', '丙', '', '']);
    expect(new Set(textsOf(tabbedRows(lines(...blocks.flat()))))).toEqual(new Set(['[甲||丙]']));
  });

  test('has paragraphs around it, and cells on several lines end no row', () => {
    // Cells as paragraphs: a tab stands two lines from the text before it and the text after it.
    const paragraphs = Array.from({ length: 15 }, (_, row) => [
      `甲${row}`,
      '',
      '\t',
      '',
      `乙${row}`,
      '',
      '\t',
      '',
      '9',
      '',
      '',
      '',
    ]);
    const rows = textsOf(tabbedRows(lines('说明', '', '', '', ...paragraphs.flat(), '完')));
    expect(rows).toEqual(['说明', ...Array.from({ length: 15 }, (_, row) => `[甲${row}|乙${row}|9]`), '完']);
  });

  test('ends a row at a text that is further from its tab than usual', () => {
    const rows = textsOf(tabbedRows(lines(...copied(15), '', '', '\t', '远', '近', '', '\t乙')));
    expect(rows?.slice(-4)).toEqual(['[|]', '远', '近', '[|乙]']);
  });

  test('takes for usual what most rows show, not the first', () => {
    const rows = textsOf(tabbedRows(lines('甲', '', '\t乙', '', ...copied(15))));
    expect(rows?.slice(0, 3)).toEqual(['甲', '[|乙]', '[甲0|乙0|0]']);
    // Empty cells stand further from each other than texts from their tabs, and are more.
    const sparse = Array.from({ length: 15 }, () => ['甲', '\t', '乙', '\t', '', '\t', '', '\t', '', '', '']);
    expect(textsOf(tabbedRows(lines(...sparse.flat().slice(0, -2), '远')))?.slice(-2)).toEqual([
      '[甲|乙|||]',
      '远',
    ]);
  });

  test('has each cell where it stands, an empty one at its tab', () => {
    const spots = (texts: string[]): unknown => {
      const row = tabbedRows(lines(...texts, ...copied(15)))?.[0];
      return row?.kind === 'row' ? row.cells.map(({ text, at }) => [text, spot(at)]) : row;
    };
    expect(spots(['x\t', '\t\t乙', ''])).toEqual([
      ['x', '1:1'],
      ['', '1:2'],
      ['', '2:1'],
      ['乙', '2:3'],
    ]);
    expect(spots(['\t乙', ''])).toEqual([
      ['', '1:1'],
      ['乙', '1:2'],
    ]);
    expect(spots(['说明', '', ''])).toEqual({ kind: 'paragraph', text: '说明', at: { line: 1, column: 1 } });
    const blanks = Array.from({ length: 15 }, () => ['甲', '\t', ' ', '\t', '丙', '', '']);
    const row = tabbedRows(lines(...blanks.flat()))?.[0];
    expect(row?.kind === 'row' && row.cells.map(({ at }) => spot(at))).toEqual(['1:1', '3:2', '5:1']);
  });
});

describe('a table ruled off row by row', () => {
  const rule = '+--+---+';
  const table = (...rows: string[][]): string[] => [rule, ...rows.flatMap((row) => [...row, rule])];
  const plainRow = ['规章|0'];
  const six = times(6, '').map(() => plainRow);

  test('has its cells joined over the lines between two rules, each at its first text', () => {
    const rows = ruledRows(lines('前', ...table(...six, ['本年| ', '新收|12']), '后'), cut);
    expect(textsOf(rows)).toEqual(['前', ...times(6, 'ruled [规章|0]'), 'ruled [本年新收|12]', '后']);
    const joined = rows?.[7];
    expect(joined?.kind === 'row' && joined.cells.map(({ at }) => spot(at))).toEqual(['15:1', '16:4']);
  });

  test('keeps a cell that is empty on all its lines, at the first', () => {
    const rows = ruledRows(lines(...table(...six, ['本年| ', '新收| '])), cut);
    const joined = rows?.at(-1);
    expect(joined?.kind === 'row' && joined.cells.map(({ text, at }) => [text, spot(at)])).toEqual([
      ['本年新收', '14:1'],
      ['', '14:4'],
    ]);
  });

  test('passes over rules without a row, and over what stands outside', () => {
    const rows = ruledRows(
      [...lines('前', ''), ...lines(...table(...six, ['本年|', '新收|1']), rule, '后', '一|二')],
      cut,
    );
    expect(textsOf(rows)).toEqual([
      '前',
      '',
      ...times(6, 'ruled [规章|0]'),
      'ruled [本年新收|1]',
      '后',
      '一|二',
    ]);
  });

  test.each([
    ['fewer than eight rules are a head and a foot', table(...six.slice(1), ['本年|', '新收|1'])],
    ['no row takes two lines', table(...six, ['规章|1'])],
    ['figures stand on two lines between rules', table(...six, ['本年|3', '新收|1'])],
    ['lines between rules have another number of cells', table(...six, ['本年|3', '新收'])],
    ['and in the other direction', table(...six, ['本年|', '新收|3|'])],
    ['a line between rules has no end', table(...six, ['本年|', '新收'])],
    [
      'such a line stands below a row that was joined',
      table(...six, ['本年|', '新收|1'], ['规章|', '文件'], ['规章|1']),
    ],
    ['an empty line stands between two rules', table(...six, ['本年|', '', '新收|1'])],
    ['the last row has no rule', [...table(...six, ['本年|', '新收|1']), '规章|1']],
    ['there is nothing', []],
  ])('is left as it is where %s', (_name, texts) => expect(ruledRows(lines(...texts), cut)).toBeNull());

  test('a rule without corners, and a corner that rules nothing, end no row', () => {
    expect(ruledRows(lines(...table(...six, ['本年|', '---|---', '新收|'])), cut)).not.toBeNull();
    expect(textsOf(ruledRows(lines(...table(...six, ['本年|', '+|1'])), cut))?.at(-1)).toBe(
      'ruled [本年+|1]',
    );
  });
});

describe('cells closed by a pipe on the next line', () => {
  const closed = (count: number): string[] => Array.from({ length: count }, () => ['5', '|']).flat();

  test('lose their pipes, and a pipe below another is an empty cell that stays', () => {
    const texts = textsOf(
      closedCells(lines(...closed(30), '', '规章', '', ' | ', '|', '|', '7', '｜', '完')),
    );
    expect(texts).toEqual([...times(30, '5'), '', '规章', '', '|', '|', '7', '完']);
  });

  test('are closed over empty lines too, and what a pipe below another means they do not change', () => {
    const spaced = Array.from({ length: 30 }, () => ['5', '', '|', '']).flat();
    expect(textsOf(closedCells(lines('|', ...spaced, '', '|', '| 规章', '|')))).toEqual([
      '|',
      ...times(30, '5||').flatMap(() => ['5', '', '']),
      '',
      '|',
      '| 规章',
    ]);
  });

  test('are thirty at least', () => {
    expect(closedCells(lines(...closed(29)))).toBeNull();
    expect(closedCells(lines(...closed(30)))).not.toBeNull();
    expect(closedCells([])).toBeNull();
  });

  test('are four of five figures at least', () => {
    expect(closedCells(lines(...closed(32), ...times(8, '5')))).not.toBeNull();
    expect(closedCells(lines(...closed(32), ...times(9, '5')))).toBeNull();
    // Texts and rows of several cells are not counted.
    expect(closedCells(lines(...closed(32), ...times(20, '总计')))).not.toBeNull();
  });

  test('are not those that two pipes or a text follow', () => {
    expect(closedCells(lines(...Array.from({ length: 40 }, () => ['5', '||']).flat()))).toBeNull();
    expect(closedCells(lines(...Array.from({ length: 40 }, () => ['5', '| x']).flat()))).toBeNull();
    expect(closedCells(lines(...Array.from({ length: 40 }, () => ['5', 'x |']).flat()))).toBeNull();
    expect(closedCells(lines(...times(40, '|')))).toBeNull();
  });

  test('may stand beside a row of pipes, which stays', () => {
    const texts = textsOf(closedCells([...lines(...closed(30), '||', '|', '6', '|')]));
    expect(texts).toEqual([...times(30, '5'), '||', '|', '6']);
  });
});

describe('rows whose empty cells were left out', () => {
  const said = (...texts: string[]): boolean => leavesOutBlanks(lines(...texts), cut);

  test.each([
    ['pipes fill up a row of figures', ['规章 | 0 | 3 ||||', '总计 | 4 | 5 | 6']],
    ['on a line of their own', ['规章 | 0 | 3', '||||']],
    ['on a line of their own below an empty one', ['规章 | 0 | 3', '', '||||']],
    ['below a figure with a line of its own', ['规章', '0', '||||']],
    ['below a row with one empty cell at its end', ['规章 | 0 |', '||||']],
    ['below pipes that open the table', ['||||', '规章 | 0 ||||']],
    ['the rows begin with an empty cell', [' | 规章 | 0 ||||']],
    ['after other rows', ['总计 | 4 | 5 | 6', '', '规章 | 0 ||||']],
    ['a line without pipes stands before', ['总计', '规章 | 0 | 3 ｜｜｜｜  ']],
  ])('are known where %s', (_name, texts) => expect(said(...texts)).toBe(true));

  test.each([
    ['nothing is filled up', ['规章 | 0 | 3', '总计 | 4 |||']],
    ['pipes fill up a row of labels', ['规章 | 文件 ||||', '总计 | 4 | 5 | 6']],
    ['pipes alone follow labels', ['规章 | 文件', '||||']],
    ['pipes open a row of figures', ['|||| 规章 | 3', '总计 | 4']],
    ['pipes stand before the figures', ['|||| 规章 | 文件', '总计 | 4']],
    ['an empty cell is seen between others', ['规章 | | 3 ||||', '总计 | 4 | 5 | 6']],
    ['an empty cell is seen in a later row', ['规章 | 0 | 3 ||||', '总计 | | 5']],
    ['a row is empty', ['规章 | 0 | 3 ||||', '||||', '||||']],
    ['there is nothing', []],
  ])('are not where %s', (_name, texts) => expect(said(...texts)).toBe(false));

  test('empty cells between labels tell nothing', () =>
    expect(said('项目 | | 数量', '规章 | 0 | 3 ||||')).toBe(true));

  test('empty lines are passed over', () =>
    expect(leavesOutBlanks(lines('', '规章 | 0 | 3 ||||', ''), cut)).toBe(true));
});
