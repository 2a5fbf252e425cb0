import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../lib/decode';
import { DecodeError } from '../../lib/errors';
import {
  cellsOf,
  digitsOf,
  gridsOf,
  isWithoutOverlap,
  linesOf,
  type SampleTable,
  sampleTables,
} from '../writers/sample-table';
import { escapeXml } from '../writers/xml';

const decodeHtml = (html: string) => decode(Buffer.from(html), 'a.html');

/** Ways in which sites write the same cell. */
const DRESSES: ((text: string) => string)[] = [
  (text) => text,
  (text) => `<p>${text}</p>`,
  (text) => `<p class=MsoNormal align=center><span lang=EN-US>${text}<o:p></o:p></span></p>`,
  (text) => text.replace(/./gu, (character) => `<font>${character}</font>`),
  (text) => `\n   <div>${text}<br></div>\n`,
];

function htmlOf({ cells, height }: SampleTable, dress: (text: string) => string, closes: boolean): string {
  const rows: string[] = [];
  for (let row = 0; row < height; row++) {
    const own = cells.filter((cell) => cell.row === row);
    const written = own.map(({ text, rowspan, colspan }) => {
      const spans = `${rowspan > 1 ? ` rowspan=${rowspan}` : ''}${colspan > 1 ? ` colspan="${colspan}"` : ''}`;
      return `<td${spans} width=20>${text === '' ? '&nbsp;' : dress(escapeXml(text))}${closes ? '</td>' : ''}`;
    });
    rows.push(`<tr>${written.join('')}${closes ? '</tr>' : ''}`);
  }
  return `<table border=1>${rows.join('\n')}</table>`;
}

/** A cell with nothing but a no-break space keeps it. */
const blankAsSpace = (table: SampleTable) =>
  table.cells.map((cell) => (cell.text === '' ? { ...cell, text: '\u00a0' } : cell));

describe('HTML tables', () => {
  it('keep every cell and span, however the cells are written', async () => {
    await fc.assert(
      fc.asyncProperty(
        sampleTables,
        fc.constantFrom(...DRESSES),
        fc.boolean(),
        async (table, dress, closes) => {
          const document = await decodeHtml(
            `<html><body><h1>年报</h1>${htmlOf(table, dress, closes)}<p>后文</p>`,
          );
          expect(gridsOf(document).map(cellsOf)).toEqual([blankAsSpace(table)]);
          expect(linesOf(document)).toEqual(['年报', '后文']);
        },
      ),
    );
  });

  it('have no overlap whatever spans are stated', async () => {
    const span = fc.constantFrom('', '0', '1', '2', '3', '7', '1000', '99999', '-1', 'x', ' 2');
    const cell = fc
      .tuple(span, span, fc.nat(99))
      .map(([r, c, n]) => `<td rowspan="${r}" colspan="${c}">${n}</td>`);
    const row = fc.array(cell, { maxLength: 5 }).map((cells) => `<tr>${cells.join('')}</tr>`);
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const grids = gridsOf(await decodeHtml(`<p>前文<table>${rows.join('')}</table>`));
        // A table of one cell a row is lines, any other one grid.
        const isTable = rows.some((cells) => cells.split('<td').length > 2);
        expect(grids).toHaveLength(isTable ? 1 : 0);
        expect(grids.filter((grid) => !isWithoutOverlap(grid) || grid.width > 30)).toEqual([]);
        seen += grids.length;
      }),
    );
    expect(seen).toBeGreaterThan(50);
  });

  it('state line, column, offset, table, row and cell', async () => {
    const html = '<body>\n<p>前文</p>\n<table><tr>\n  <td>规章</td><td>3</td></tr></table>';
    const document = await decodeHtml(html);
    const cell = gridsOf(document)[0]?.rows[0]?.[1];
    expect(cell?.at).toEqual({
      line: 4,
      column: 14,
      offset: html.indexOf('<td>3'),
      table: 1,
      row: 1,
      cell: 2,
    });
    expect(document.blocks[0]?.at).toEqual({ line: 2, column: 4, offset: html.indexOf('前文') });
  });

  it('end lines inside cells at breaks and paragraphs, and drop what is hidden', async () => {
    const [grid] = gridsOf(
      await decodeHtml(
        `<table><tr><td>商业<br>企业</td><td><p>1</p><p>2</p></td><td style="display: none">9</td></tr>
         <tr style="DISPLAY:none"><td>8</td></tr><tr><td hidden>7<td><!-- 6 -->5<script>4</script><td>3`,
      ),
    );
    expect(grid?.rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['商业\n企业', '1\n2'],
      ['5', '3'],
    ]);
  });

  it('keep raised and struck figures out of the number beside them', async () => {
    const [grid] = gridsOf(
      await decodeHtml('<table><tr><td>35<sup>2</sup></td><td><s>4</s>6</td></tr></table>'),
    );
    expect(grid?.rows[0]?.map((cell) => cell.text)).toEqual(['35 [2]', '[4]6']);
  });

  it('of a row each, inside the cells of one table, are that table', async () => {
    const row = (label: string, figure: number) =>
      `<tr><td><table><tr><td>${label}</td><td>${figure}</td></tr></table></td></tr>`;
    const [grid] = gridsOf(await decodeHtml(`<p>前</p><table>${row('规章', 1)}${row('许可', 22)}</table>`));
    expect(grid?.rows.map((cells) => cells.map((cell) => cell.text))).toEqual([
      ['规章', '1'],
      ['许可', '22'],
    ]);
  });

  it('of many cells stay tables with a long note in one, and of one column are lines', async () => {
    const figures = Array.from(
      { length: 6 },
      (_, i) => `<tr><td>第${i}行</td><td>${i}</td><td>0</td></tr>`,
    ).join('');
    const note = `<tr><td>说明</td><td colspan=2>${'说明文字'.repeat(200)}</td></tr>`;
    expect(gridsOf(await decodeHtml(`<table>${note}${figures}</table>`))[0]?.rows).toHaveLength(7);
    const column = await decodeHtml(
      '<table><tr><td>规章</td></tr><tr><td>0</td></tr><tr><td>1</td></tr></table>',
    );
    expect(linesOf(column)).toEqual(['规章', '0', '1']);
  });

  it('left open by the page still end where the text goes on', async () => {
    const html = `<table><tr><td>结果维持<td>结果纠正<td>总计<tr><td>1<td>2<td>3<p>五、存在的主要问题</p>${'<p>正文</p>'.repeat(400)}`;
    const document = await decodeHtml(html);
    expect(
      gridsOf(document)[0]
        ?.rows.at(-1)
        ?.map((cell) => cell.text),
    ).toEqual(['1', '2', '3']);
    expect(linesOf(document)[0]).toBe('五、存在的主要问题');
  });
});

describe('HTML pages', () => {
  it('lose no digit, whatever paragraphs, tables and layouts they are made of', async () => {
    const plain = fc
      .constantFrom('p', 'div', 'h2', 'li', 'span', 'center')
      .chain((tag) => fc.nat(9999).map((n) => ({ html: `<${tag}>第${n}号</${tag}>`, digits: `${n}` })));
    const table = fc
      .tuple(sampleTables, fc.constantFrom(...DRESSES), fc.boolean())
      .map(([t, dress, closes]) => ({
        html: `${htmlOf(t, dress, closes)}\n`,
        digits: t.cells.map((cell) => cell.text.normalize('NFKC').replace(/\D/g, '')).join(''),
      }));
    const parts = fc.array(fc.oneof(plain, table), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(parts, fc.boolean(), async (list, isFramed) => {
        const body = list.map((part) => part.html).join('');
        const frame = `<table><tr><td>导航</td><td>${body}<p>页尾</p></td></tr></table>`;
        const document = await decodeHtml(`<body><p>页首</p>${isFramed ? frame : body}`);
        const shown = digitsOf(document);
        expect(shown).toBe(list.map((part) => part.digits).join(''));
      }),
    );
  });

  it('laid out by tables give their contents in order', async () => {
    const document = await decodeHtml(
      `<table><tr><td>首页</td><td>导航</td></tr><tr><td colspan=2><h1>年报</h1><p>正文</p>
       <table><tr><td>规章</td><td>1</td></tr></table><p>后文</p></td></tr></table>`,
    );
    expect(document.blocks.map((block) => (block.kind === 'grid' ? 'grid' : block.text))).toEqual([
      '首页',
      '导航',
      '年报',
      '正文',
      'grid',
      '后文',
    ]);
  });

  it('state title, metadata and address', async () => {
    const document = await decodeHtml(
      `<!-- saved from url=(0034)http://www.example.gov.cn/a/b.html -->
       <head><title> 某区年报
       </title><meta name="ArticleTitle" content="2020年年报"><meta name=PubDate content=2021-01-27></head><p>正文`,
    );
    expect(document).toMatchObject({
      title: '某区年报',
      url: 'http://www.example.gov.cn/a/b.html',
      meta: { ArticleTitle: '2020年年报', PubDate: '2021-01-27' },
    });
  });

  it('keep cells pasted one a paragraph, blank ones too', async () => {
    const document = await decodeHtml('<p>规章</p><p>0</p><p>&nbsp;</p><p></p><p><br></p><p>3<br/>4</p>');
    expect(linesOf(document)).toEqual(['规章', '0', '\u00a0', '', '', '3', '4']);
  });

  it('in GB18030 that declare gb2312 are read, and text with tables in HTML keeps its lines', async () => {
    const html =
      '<html><head><meta http-equiv=Content-Type content="text/html; charset=gb2312"></head><p>镕基㐂</p>';
    expect(await decode(iconv.encode(html, 'gb18030'), 'a.htm')).toMatchObject({
      encoding: 'gb18030',
      issues: [],
    });
    const mixed = await decodeHtml(
      '# 年报\n一、总体情况\n<table><tr><td>规章</td><td>1</td></tr></table>\n后文',
    );
    expect(linesOf(mixed).filter((line) => line !== '')).toEqual(['# 年报', '一、总体情况', '后文']);
    expect(gridsOf(mixed)).toHaveLength(1);
  });

  it('with pictures for tables say so, once a section', async () => {
    const html = `<p>二、主动公开政府信息情况</p><p><img src=a.png></p><p>三、收到和处理政府信息公开申请情况</p>
      <img src=b.png width=600><table><tr><td>一</td><td>1</td></tr></table>
      <p>四、政府信息公开行政复议、行政诉讼情况</p><img src=c.png width=12 height=12><p>五、存在的问题</p>`;
    const document = await decodeHtml(html);
    expect(document.issues.map((issue) => issue.code)).toEqual(['decode.picture_table']);
  });

  it('made to hang a parser are refused soon', async () => {
    for (const tag of ['<div>', '<b>', '<ul><li>', '<table><tr><td>', '<p><div>'])
      await expect(decodeHtml(`<html>${tag.repeat(100_000)}`)).rejects.toBeInstanceOf(DecodeError);
    const attributes = Array.from({ length: 60_000 }, (_, i) => ` a${i}=1`).join('');
    await expect(decodeHtml(`<html><p${attributes}>`)).rejects.toBeInstanceOf(DecodeError);
  }, 30_000);
});
