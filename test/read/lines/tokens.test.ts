/** A document as rows of tokens: what is a cell, what is none, and where each stands. */
import { describe, expect, test } from 'vitest';
import type { Block } from '../../../lib/document';
import { type PhysicalRow, documentRows, columnSet } from '../../../lib/read/lines/tokens';
import { documentOf, gridOf, linesOf, shown, spot } from '../rows';

const rowsOf = (...texts: string[]): PhysicalRow[] => documentRows(documentOf(...linesOf(texts.join('\n'))));
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** A row on one line: a certain one in brackets. */
const line = ({ tokens, solid }: PhysicalRow): string => (solid ? `[${shown(tokens)}]` : shown(tokens));
const linesRead = (...texts: string[]): string[] => rowsOf(...texts).map(line);
const places = (row: PhysicalRow | undefined): string[] => row?.tokens.map(({ at }) => spot(at)) ?? [];

/** A table ruled off row by row: seven rows of three cells, the last on two lines. */
const RULE = '+---+---+---+';
const RULED = [
  RULE,
  ...['|规章| | |', '|文件|1| |'].flatMap((row) => [row, RULE, row, RULE, row, RULE]),
  '|本年| | |',
  '|新收|3| |',
  RULE,
];

describe('a grid', () => {
  test('is rows of cells in columns, merged ones as wide as they are', () => {
    const rows = documentRows(
      documentOf(
        gridOf([
          [['申请人情况', 2], '总计'],
          ['规章', '0', ''],
          ['文件', '—', '1,234'],
        ]),
      ),
    );
    expect(rows.map(line)).toEqual(['[“申请人情况” “总计”]', '[“规章” 0 …]', '[“文件” — 1,234]']);
    expect(rows.map(({ solid, grid, columns, width }) => [solid, grid, columns, width])).toEqual(
      times(3, () => [true, 0, columnSet('grid', 0), 3]),
    );
    expect(rows[0]?.tokens.map(({ column, span }) => [column, span])).toEqual([
      [0, 2],
      [2, 1],
    ]);
    expect(rows[1]?.tokens.map(({ at }) => at)).toEqual(
      times(3, (at) => ({ table: 1, row: 2, cell: at + 1 })),
    );
  });

  test('has a number of its own among the grids, and keeps its place between lines', () => {
    const rows = documentRows(
      documentOf(
        ...linesOf('前'),
        gridOf([['甲', '1']]),
        ...linesOf('中', 5),
        gridOf([['乙', '2']]),
        ...linesOf('后', 9),
      ),
    );
    expect(rows.map(line)).toEqual(['“前”', '[“甲” 1]', '“中”', '[“乙” 2]', '“后”']);
    expect(rows.map(({ grid, columns }) => [grid, columns])).toEqual([
      [null, null],
      [0, columnSet('grid', 0)],
      [null, null],
      [1, columnSet('grid', 1)],
      [null, null],
    ]);
  });

  test('loses rows without cells and page numbers that fill a row, not those beside others', () => {
    const rows = documentRows(documentOf(gridOf([['规章', '0'], [], ['- 3 -'], ['第3页', '0']])));
    expect(rows.map(line)).toEqual(['[“规章” 0]', '[]', '[“第3页” 0]']);
  });

  test.each(['None', 'nan', 'NULL', ' null ', '', '\u00a0'])('a cell of %j is blank', (text) => {
    expect(documentRows(documentOf(gridOf([[text, '0']]))).map(line)).toEqual([`[… 0]`]);
  });
  test.each(['Nonesuch', 'banana', 'x none', 'x'])('a cell of %j is a text', (text) => {
    expect(documentRows(documentOf(gridOf([[text, '0']]))).map(line)).toEqual([`[“${text}” 0]`]);
  });
});

describe('a line without separators', () => {
  test.each([
    [
      'a label and figures are a row',
      '行政 规范性文件  3 1　22',
      '[“行政 规范性文件” 3 1 22]',
      ['1:1', '1:11', '1:13', '1:15'],
    ],
    ['a label and one figure are no certain row', '  规章 0', '“规章” 0', ['1:3', '1:6']],
    ['figures alone are cells', ' 0  3 5', '0 3 5', ['1:2', '1:5', '1:7']],
    ['a figure alone is one cell', '  5 ', '5', ['1:3']],
    ['a text alone is one', '  三、收到 和处理 ', '“三、收到 和处理”', ['1:3']],
    ['a figure before a text is part of it', '3 月份', '“3 月份”', ['1:1']],
    ['a figure parted from its unit is one value', ' 15 件', '15 件', ['1:2']],
    ['figures before the last text are part of it', '2021 年 5 件', '“2021 年 5 件”', ['1:1']],
    ['dashes are values', '规章 — / 无', '[“规章” — / 无]', ['1:1', '1:4', '1:6', '1:8']],
    ['no-break blanks part cells', '规章\u00a00\u00a03', '[“规章” 0 3]', ['1:1', '1:4', '1:6']],
  ])('%s', (_name, text, tokens, at) => {
    const [row] = rowsOf(text);
    expect([row && line(row), places(row)]).toEqual([tokens, at]);
  });

  test('is in no grid and in no columns', () => {
    expect(rowsOf('规章 0 3')[0]).toMatchObject({ solid: true, grid: null, columns: null, width: 0 });
  });

  test('may be a page number or a rule, and then it is no row', () => {
    expect(linesRead('规章 0 3', '- 3 -', '-----', '第3页', '总计 1 2')).toEqual([
      '[“规章” 0 3]',
      '[“总计” 1 2]',
    ]);
  });

  test('that shows a blank may be an empty cell', () => {
    expect(linesRead('0', ' ', '\u3000', '3')).toEqual(['0', '…?', '…?', '3']);
  });
});

describe('digits a blank apart', () => {
  const cells = (alone: number, together: number): string[] => [
    ...times(alone, () => '7'),
    ...times(together, () => '10 20'),
  ];
  const isOneCell = (...texts: string[]): boolean =>
    linesRead(...texts, ' 3 0 ').at(-1) === '3 0' && rowsOf(...texts, ' 3 0 ').at(-1)?.tokens.length === 1;

  test.each([
    [0, 0, false],
    [1, 0, false],
    [2, 0, true],
    [7, 1, false],
    [8, 1, true],
    [8, 2, true],
    [9, 3, false],
    [10, 3, true],
  ])(
    'are one cell where figures stand alone on their lines: %i alone, %i together: %s',
    (alone, together, isOne) => {
      expect(isOneCell(...cells(alone, together))).toBe(isOne);
    },
  );

  test('are two or three digits, and tell nothing of the lines themselves', () => {
    expect(
      rowsOf('7', '7', '3 0 1')
        .at(-1)
        ?.tokens.map(({ text }) => text),
    ).toEqual(['3 0 1']);
    expect(rowsOf('7', '7', '3 0 1 2').at(-1)?.tokens.length).toBe(4);
    expect(rowsOf('7', '7', '10 2').at(-1)?.tokens.length).toBe(2);
    expect(rowsOf('7', '7', '3  0').at(-1)?.tokens.length).toBe(2);
    expect(isOneCell('7', '7', '1 2', '3 4', '5 6')).toBe(true);
  });

  test('are cells where longer lines tell nothing', () => {
    expect(isOneCell('7', '7', `10 ${'20 '.repeat(18)}222`)).toBe(false);
    expect(isOneCell('7', '7', `10 ${'20 '.repeat(18)}2222`)).toBe(true);
    expect(isOneCell('7', '规章', '文件 7')).toBe(false);
    // Texts on a line are no figures together; blanks around and between figures do not matter.
    expect(isOneCell('7', '7', '规章', '文件 7')).toBe(true);
    expect(isOneCell('7', '7', ' 10  20 ')).toBe(false);
    expect(documentRows(documentOf(gridOf([['7'], ['7']]), ...linesOf('3 0'))).at(-1)?.tokens.length).toBe(2);
  });
});

describe('a line with separators', () => {
  test.each([...'|｜│┃¦║\t'])('%j parts cells', (mark) => {
    expect(linesRead(`规章${mark}0${mark}3`)).toEqual(['[“规章” 0 3]']);
  });

  test('keeps empty cells; those at the end may be none', () => {
    const [row] = rowsOf('规章| |3||');
    expect(row && line(row)).toBe('[“规章” … 3 …?]');
    const [inner] = rowsOf('规章| |3|| x', '规章| |3||');
    expect(inner && line(inner)).toBe('[“规章” … 3 … “x”]');
    expect(inner?.tokens.map(({ column, at }) => [column, spot(at)])).toEqual([
      [0, '1:1'],
      [1, '1:5'],
      [2, '1:6'],
      [3, '1:8'],
      [4, '1:10'],
    ]);
  });

  test('opens and closes with the border of its table where half of the lines do', () => {
    expect(linesRead('|规章|0|3|', '文件|1|2')).toEqual(['[“规章” 0 3]', '[“文件” 1 2]']);
    expect(linesRead('  |规章|0|3|\u3000', '文件|1|2')).toEqual(['[“规章” 0 3]', '[“文件” 1 2]']);
    expect(linesRead('|规章|0|3|', '文件|1|2', '总计|1|2')).toEqual([
      '[… “规章” 0 3 …?]',
      '[“文件” 1 2]',
      '[“总计” 1 2]',
    ]);
    // Each edge has a habit of its own.
    expect(linesRead('|规章|0|3', '|文件|1|2', '总计|1|2|')).toEqual([
      '[“规章” 0 3]',
      '[“文件” 1 2]',
      '[“总计” 1 2 …?]',
    ]);
    // Lines without pipes have no edge.
    expect(linesRead('|规章|0|3|', '文件|1|2', '三、收到', '四、行政')[0]).toBe('[“规章” 0 3]');
  });

  test('shares its columns with the lines beside it, not with those beyond a line of another kind', () => {
    const rows = rowsOf('规章|0|3', '文件|1|2', '', '说明', '总计|1|2|3', '其他|1');
    expect(rows.map(({ columns, width }) => [columns, width])).toEqual([
      [columnSet('lines', 0), 3],
      [columnSet('lines', 0), 3],
      [null, 0],
      [columnSet('lines', 1), 4],
      [columnSet('lines', 1), 2],
    ]);
    expect(rows[0]).toMatchObject({ solid: true, grid: null });
  });

  test('of one cell and a pipe is a cell on a line', () => {
    const rows = rowsOf('5|', 'x|y|z', 'x|y|z');
    expect(line(rows[0] as PhysicalRow)).toBe('5 …?');
    expect(rows[0]).toMatchObject({ solid: false, columns: null, width: 0 });
    expect(rows[0]?.tokens.map(({ inferred }) => inferred)).toEqual([false, false]);
    expect(linesRead('5||', 'x|y|z', 'x|y|z')[0]).toBe('[5 …? …?]');
  });

  test('of pipes alone is hardly a cell, of one pipe it may be', () => {
    expect(linesRead('0|', '|', '3|')).toEqual(['0', '…?', '3']);
    expect(linesRead('|0|3|', '|')).toEqual(['[0 3]', '…?']);
    expect(linesRead('0|', '||')).toEqual(['0', '…~']);
    expect(linesRead('x|y', '| |', 'x|y', 'x|y')[1]).toBe('…~ …~ …~');
    expect(linesRead('x|y', ' | ', 'x|y', 'x|y')[1]).toBe('…? …?');
  });

  test('is no row where empty cells were left out and pipes fill it', () => {
    expect(linesRead('规章|0|3||||', '||||', '总计|1|2|3|4|5')).toEqual([
      '[“规章” 0 3]',
      '[“总计” 1 2 3 4 5]',
    ]);
  });

  test('may be a rule of the table', () => {
    expect(linesRead('|项目|数量|', '|---|---|', '|规章|0|')).toEqual(['[“项目” “数量”]', '[“规章” 0]']);
  });
});

describe('tabs', () => {
  test('that close ten lines and more stand before no cell', () => {
    expect(linesRead(...times(10, () => '规章\t0\t'))).toEqual(times(10, () => '[“规章” 0]'));
    expect(linesRead(...times(9, () => '规章\t0\t'))).toEqual(times(9, () => '[“规章” 0 …?]'));
    expect(linesRead(...times(10, () => '规章\t0\t'), '说明').at(0)).toBe('[“规章” 0]');
    expect(linesRead(...times(10, () => '规章\t0\t'), '规章\t0').at(0)).toBe('[“规章” 0 …?]');
    expect(linesRead(...times(10, () => '规章\t0\tx'), '规章\t0\t').at(-1)).toBe('[“规章” 0 …?]');
  });

  test('of a copied table make rows of several lines', () => {
    const rows = rowsOf(...times(15, () => ['规章', '\t0', '\t3', '']).flat());
    expect(rows.map(line)).toEqual(times(15, () => '[“规章” 0 3]'));
    expect(rows[1]).toMatchObject({ columns: columnSet('lines', 0), width: 3, grid: null });
  });
});

test('cells between rules are all certain, and their columns are those of the rules', () => {
  const rows = rowsOf(...RULED);
  expect(rows.map(line)).toEqual([
    ...times(3, () => '[“规章” … …]'),
    ...times(3, () => '[“文件” 1 …]'),
    '[“本年新收” 3 …]',
  ]);
  expect(rows.map(({ columns }) => columns)).toEqual(times(7, () => columnSet('ruled', 3)));
});

describe('a gap between cells with a line each', () => {
  /** Figures with so many empty lines behind each. */
  const spaced = (count: number, gap: number): string[] =>
    times(count, (at) => [String(at), ...times(gap, () => '')]).flat();
  const blanksAfter = (usual: number, gap: number, count = 13): string[] =>
    linesRead(
      ...spaced(count, usual).slice(0, usual === 0 ? undefined : -usual),
      ...times(gap, () => ''),
      '77',
    ).slice(count - 1);

  test.each([
    [1, 1, 0],
    [1, 2, 0],
    [1, 3, 1],
    [1, 5, 2],
    [1, 15, 7],
    [1, 17, 0],
    [0, 1, 1],
    [0, 2, 2],
    [2, 4, 0],
    [2, 5, 1],
    [3, 1, 0],
    [3, 11, 2],
  ])('%i lines being usual, %i hide %i cells', (usual, gap, hidden) => {
    expect(blanksAfter(usual, gap)).toEqual(['12', ...times(hidden, () => '…~'), '77']);
  });

  test('tells nothing where fewer than twelve pairs are alike', () => {
    expect(blanksAfter(1, 3, 13)).toContain('…~');
    expect(blanksAfter(1, 3, 12)).not.toContain('…~');
  });

  test('is usual as most are', () => {
    const texts = [...spaced(13, 1), ...times(14, (at) => [String(at), '', '', '']).flat(), '5'];
    // Three empty lines are usual then, and one tells nothing.
    expect(linesRead(...texts)).not.toContain('…~');
  });

  test('is told by all cells where figures in succession are few, by figures where they are not', () => {
    const labels = times(13, () => ['规章', '']).flat();
    expect(linesRead(...labels, '', '', '文件')).toEqual([...times(13, () => '“规章”'), '…~', '“文件”']);
    // Longer texts are no cells.
    const long = times(13, () => ['一'.repeat(31), '']).flat();
    expect(linesRead(...long, '', '', '文件')).not.toContain('…~');
    const cell = times(13, () => ['一'.repeat(30), '']).flat();
    expect(linesRead(...cell, '', '', '文件')).toContain('…~');
    const figures = [...spaced(13, 0), ...labels, ...labels];
    expect(linesRead(...figures).slice(13, 16)).toEqual(['“规章”', '…~', '“规章”']);
  });

  test('between two figures is told by figures in succession alone, whatever stands around them', () => {
    const rows = times(13, () => ['1', '2', '', '规章', '', '3', '', '规章', '']).flat();
    expect(linesRead(...rows).slice(0, 5)).toEqual(['1', '2', '…~', '“规章”', '…~']);
    // Nor do long texts count beside other cells.
    const long = '一'.repeat(31);
    const texts = times(13, () => [
      '甲',
      '',
      '乙',
      ...times(3, () => ''),
      long,
      ...times(3, () => ''),
    ]).flat();
    const twice = texts.flatMap((text) =>
      text === long ? [long, '', '', '', '丙', '', '', '', long] : [text],
    );
    expect(linesRead(...twice).slice(0, 5)).toEqual(['“甲”', '“乙”', '…~', `“${long}”`, '…~']);
  });

  test('begins behind a cell and stands where that does', () => {
    const rows = rowsOf('', '', '', '', ...spaced(13, 1), '', '', '77');
    expect(rows.map(line)).toEqual([...times(13, String), '…~', '77']);
    expect(places(rows[13])).toEqual(places(rows[12]));
    expect(places(rows[12])).toEqual(['29:1']);
    expect(rows[13]).toMatchObject({ solid: false, grid: null, columns: null, width: 0 });
  });

  test('behind rows put together stands where their first cell does', () => {
    const rows = rowsOf(...times(30, () => ['甲', '']).flat(), ...RULED, '', '', '', '乙');
    expect(rows.map(line).slice(-3)).toEqual(['[“本年新收” 3 …]', '…~', '“乙”']);
    expect(places(rows.at(-2))).toEqual(places(rows.at(-3)).slice(0, 1));
  });

  test('is counted anew behind a grid', () => {
    const blocks: Block[] = [
      ...linesOf(spaced(13, 1).join('\n')),
      gridOf([['x', '1']]),
      ...linesOf('\n\n\n5'),
    ];
    expect(
      documentRows(documentOf(...blocks))
        .map(line)
        .slice(-3),
    ).toEqual(['12', '[“x” 1]', '5']);
  });
});
