/** Grids of HTML tables, worked out by hand by the rules of the HTML standard ("forming a table"). */
import { describe, expect, test } from 'vitest';
import type { Grid } from '../../lib/document';
import { readPage, rowsOf, shownOf } from './html-page';

const grids = (html: string): Grid[] =>
  readPage(html).blocks.flatMap((block) => (block.kind === 'grid' ? [block] : []));

/** Where each cell stands, as `text@row,column`. */
const places = (html: string): string[] =>
  grids(html).flatMap((grid) => grid.rows.flat().map(({ text, row, column }) => `${text}@${row},${column}`));

const shownRows = (html: string): string[][][] => grids(html).map(rowsOf);
const long = (characters: number): string => '文'.repeat(characters);
const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

describe('spans', () => {
  test('push later cells to the next free column', () => {
    const html = `<table>
      <tr><th rowspan=3>申请<th colspan=2>自然人<th rowspan=2>总计
      <tr><td>甲<td>乙
      <tr><td>1<td>2<td>3</table>`;
    expect(shownRows(html)).toEqual([
      [
        ['申请 3×1', '自然人 1×2', '总计 2×1'],
        ['甲', '乙'],
        ['1', '2', '3'],
      ],
    ]);
    expect(places(html)).toEqual([
      '申请@0,0',
      '自然人@0,1',
      '总计@0,3',
      '甲@1,1',
      '乙@1,2',
      '1@2,1',
      '2@2,2',
      '3@2,3',
    ]);
    expect(grids(html)[0]?.width).toBe(4);
  });

  test('end with their row group: a head is no part of the body', () => {
    const html = `<table><thead><tr><td rowspan=9>甲<td>乙</thead>
      <tbody><tr><td rowspan=0>丙<td>丁<tr><td>戊</tbody><tfoot><tr><td>己<td>庚</tfoot></table>`;
    expect(shownRows(html)).toEqual([[['甲', '乙'], ['丙 2×1', '丁'], ['戊'], ['己', '庚']]]);
    expect(places(html)).toContain('戊@2,1');
    expect(places(html)).toContain('己@3,0');
  });

  test.each([
    ['2', 2],
    [' 2', 2],
    ['+2', 2],
    ['2.9', 2],
    ['2x', 2],
    ['02', 2],
    ['1', 1],
    ['', 1],
    ['-2', 1],
    ['x2', 1],
    ['0', 1],
  ])('colspan=%j is %i', (stated, width) => {
    const [grid] = grids(`<table><tr><td colspan="${stated}">甲<td>乙<tr><td>1<td>2<td>3</table>`);
    expect(grid?.rows[0]?.map(({ column }) => column)).toEqual([0, width]);
  });

  test('rowspan=0 reaches to the end of the group, a rowspan that is no number is 1', () => {
    expect(shownRows('<table><tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3</table>')).toEqual([
      [['甲 3×1', '1'], ['2'], ['3']],
    ]);
    expect(places('<table><tr><td rowspan=-3>甲<td>1<tr><td>2</table>')).toEqual([
      '甲@0,0',
      '1@0,1',
      '2@1,0',
    ]);
  });
});

describe('rows and cells', () => {
  test('that are hidden are left out, and those of tables inside are not the table’s own', () => {
    expect(
      shownRows(`<table><tbody hidden>${row('1', '2')}</tbody><tr style="display:none"><td>3<td>4</tr>
        <tr><td>规章<td hidden>5<td>6<!-- 7 --></tr><script>8</script></table>`),
    ).toEqual([[['规章', '6']]]);
  });

  test('are taken from head, body and foot, headers and cells alike', () => {
    expect(
      shownRows('<table><thead><tr><th>甲<th>乙<tbody><tr><th>规章<td>1<tfoot><tr><td>合计<td>1</table>'),
    ).toEqual([
      [
        ['甲', '乙'],
        ['规章', '1'],
        ['合计', '1'],
      ],
    ]);
  });

  test('of an empty table make nothing, an empty row stays a row', () => {
    expect(shownOf('<table></table><table><tr></tr></table><p>后')).toEqual(['后']);
    expect(shownRows(`<table>${row('甲', '乙')}<tr></tr>${row('1', '2')}</table>`)).toEqual([
      [['甲', '乙'], [], ['1', '2']],
    ]);
  });

  test('left without end tags, with stray tags or text between them keep their places', () => {
    expect(shownOf('<table><tr><td>规章<td>1<tr><td>许可<td>2</table>后')).toEqual([
      [
        ['规章', '1'],
        ['许可', '2'],
      ],
      '后',
    ]);
    expect(shownRows('<table><td>规章<td>1</tr></td><tr><td>许可</b></span><td>2</table>')).toEqual([
      [
        ['规章', '1'],
        ['许可', '2'],
      ],
    ]);
    // Text between rows stands before the table, as browsers show it.
    expect(shownOf('<table>注<tr><td>规章<td>1</tr>解</table>')).toEqual(['注解', [['规章', '1']]]);
    // An end tag of an outer element inside a cell ends nothing.
    expect(shownOf('<div><table><tr><td>规章</div><td>1</table>后</div>')).toEqual([[['规章', '1']], '后']);
    // A table begun in a row, outside a cell, stands before the one it is in.
    expect(shownOf('<table><tr><table><tr><td>甲<td>1</table><td>乙<td>2</table>')).toEqual([
      [['甲', '1']],
      '乙2',
    ]);
  });
});

describe('captions', () => {
  test('stand as a line before the table, unless hidden', () => {
    expect(shownOf(`<table><caption>表一</caption>${row('规章', '1')}</table>`)).toEqual([
      '表一',
      [['规章', '1']],
    ]);
    expect(shownOf(`<p>前<table><caption hidden>表一</caption>${row('规章', '1')}</table>`)).toEqual([
      '前',
      [['规章', '1']],
    ]);
  });
});

describe('a table of one column', () => {
  test('is lines: each cell one, and a cell that is empty none', () => {
    expect(shownOf('<table><tr><td>规章<tr><td><tr><td>1<br>2</table>')).toEqual(['规章', '1', '2']);
  });

  test('is a table where one row has two cells', () => {
    expect(shownOf(`<table>${row('规章')}${row('许可', '1')}</table>`)).toEqual([[['规章'], ['许可', '1']]]);
  });
});

describe('a passage of the report in a cell', () => {
  test('is one of more than 600 characters: then few cells are a layout, each blank one a line', () => {
    expect(shownOf(`<table>${row(long(600), '')}</table>`)).toEqual([[[long(600), '']]]);
    expect(shownOf(`<table>${row(long(601), '')}</table>`)).toEqual([long(601), '']);
    expect(shownOf(`<table>${row('', long(601))}</table>`)).toEqual(['', long(601)]);
  });

  test('makes a layout of four cells, not of five', () => {
    const four = `${row(long(601), '甲')}${row('乙', '丙')}`;
    expect(shownOf(`<table>${four}</table>`)).toEqual([long(601), '甲', '乙', '丙']);
    const five = `${row(long(601), '甲')}${row('乙', '丙', '丁')}`;
    expect(shownOf(`<table>${five}</table>`)).toEqual([
      [
        [long(601), '甲'],
        ['乙', '丙', '丁'],
      ],
    ]);
  });

  test('at the end of a row of three is what a table left open swallowed', () => {
    const head = '<tr><td>维持<td>纠正<td>总计';
    const prose = `<p>五、问题</p><p>${long(601)}</p>`;
    expect(shownOf(`<table>${head}<tr><td>1<td>2<td>3${prose}`)).toEqual([
      [
        ['维持', '纠正', '总计'],
        ['1', '2', '3'],
      ],
      '五、问题',
      long(601),
    ]);
    // A passage in five cells is a layout; two columns are a list of titles and texts.
    expect(shownOf(`<table><tr><td>维持<td>纠正<tr><td>1<td>2<td>3${prose}`)).toEqual([
      [
        ['维持', '纠正'],
        ['1', '2', `3\n五、问题\n${long(601)}`],
      ],
    ]);
    expect(shownOf(`<table><tr><td>甲<td>乙<tr><td>丙<td>丁<tr><td>戊<td>3${prose}`)).toEqual([
      [
        ['甲', '乙'],
        ['丙', '丁'],
        ['戊', `3\n五、问题\n${long(601)}`],
      ],
    ]);
  });

  test('or two of them are not what was swallowed, nor is one in another cell than the last', () => {
    const passage = long(601);
    expect(shownOf(`<table><tr><td>${passage}<td>纠正<td>总计<tr><td>1<td>2<td>3<p>${passage}`)).toEqual([
      passage,
      '纠正',
      '总计',
      '1',
      '2',
      '3',
      passage,
    ]);
    expect(shownRows(`<table>${row('甲', '乙', '丙')}${row('1', passage, '3')}</table>`)).toEqual([
      [
        ['甲', '乙', '丙'],
        ['1', passage, '3'],
      ],
    ]);
  });

  test('swallowed with a table in it gives that table after the first', () => {
    const inner = `<table>${row('规章', '1')}${row('许可', '2')}</table>`;
    expect(shownOf(`<table><tr><td>甲<td>乙<td>丙<tr><td>1<td>2<td>3<p>后文</p>${inner}<p>末`)).toEqual([
      [
        ['甲', '乙', '丙'],
        ['1', '2', '3'],
      ],
      '后文',
      [
        ['规章', '1'],
        ['许可', '2'],
      ],
      '末',
    ]);
  });
});

describe('tables inside tables', () => {
  const inner = `<table>${row('规章', '1')}${row('许可', '2')}</table>`;

  test('make the outer one a layout whose contents come in order', () => {
    expect(shownOf(`<table>${row('首页', '导航')}${row(`甲${inner}乙`, '')}</table>`)).toEqual([
      '首页',
      '导航',
      '甲',
      [
        ['规章', '1'],
        ['许可', '2'],
      ],
      '乙',
      '',
    ]);
  });

  test('however deep, come once each and are numbered in the order of reading', () => {
    const html = `<table>${row('甲', `<table>${row('乙', `<div>${inner}</div>`)}</table>`)}</table><table>${row('丙', '3')}</table>`;
    expect(shownOf(html)).toEqual([
      '甲',
      '乙',
      [
        ['规章', '1'],
        ['许可', '2'],
      ],
      [['丙', '3']],
    ]);
    expect(grids(html).map(({ at }) => at.table)).toEqual([1, 2]);
  });

  test('of one cell are that cell', () => {
    expect(shownOf(`<table>${row('规章', '<table><tr><td>1</table>')}${row('许可', '2')}</table>`)).toEqual([
      [
        ['规章', '1'],
        ['许可', '2'],
      ],
    ]);
  });

  test('of one row stand in the place of their cell where they are all it holds', () => {
    const halves = (...cells: string[]): string => `<table>${row(...cells)}</table>`;
    expect(
      shownOf(`<table>${row('规章', ` <div>${halves('1', '2')}</div> `)}${row('许可', '3', '4')}</table>`),
    ).toEqual([
      [
        ['规章', '1', '2'],
        ['许可', '3', '4'],
      ],
    ]);
    // An empty row beside it counts for nothing.
    expect(shownOf(`<table>${row('规章', `<table><tr></tr>${row('1', '2')}</table>`)}</table>`)).toEqual([
      [['规章', '1', '2']],
    ]);
    // Something else in the cell, a second table, a second row or a cell over two rows: a layout.
    const layouts = [
      `注${halves('1', '2')}`,
      `${halves('1', '2')}${halves('3', '4')}`,
      `<table>${row('1', '2')}${row('3', '4')}</table>`,
    ];
    for (const content of layouts) expect(shownOf(`<table>${row('规章', content)}</table>`)[0]).toBe('规章');
    expect(shownOf(`<table><tr><td>规章<td rowspan=2>${halves('1', '2')}<tr><td>许可</table>`)).toEqual([
      '规章',
      [['1', '2']],
      '许可',
    ]);
    // A passage in it is a passage of the page.
    expect(shownOf(`<table>${row('规章', halves('1', long(601)))}</table>`)).toEqual([
      '规章',
      '1',
      long(601),
    ]);
  });

  test('that are hidden make no layout', () => {
    expect(
      shownOf(`<table>${row('规章', `1<table hidden>${row('2', '3')}${row('4', '5')}</table>`)}</table>`),
    ).toEqual([[['规章', '1']]]);
    expect(shownOf(`<table>${row('规章', `1<div hidden>${inner}</div>`)}</table>`)).toEqual([
      [['规章', '1']],
    ]);
  });

  test('in a table of one column are its contents, not a column of lines', () => {
    expect(shownOf(`<table><tr><td>${inner}</table>`)).toEqual([
      [
        ['规章', '1'],
        ['许可', '2'],
      ],
    ]);
  });
});
